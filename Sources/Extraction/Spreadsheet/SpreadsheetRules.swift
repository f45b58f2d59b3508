public import Diagnostics

/// The checks of workbooks as such; but for a note, a workbook that breaks one is refused whole.
public enum SpreadsheetRules {
    /// A file that is no workbook.
    public static let notWorkbook = Rule(
        "XLS-001", .file, .fatal,
        summary: .init(
            lv: "fails nav Excel darbgrāmata (.xlsx): {found}",
            en: "the file is not an Excel workbook (.xlsx): {found}"),
        advice: .init(
            lv: "atveriet to programmā, kas to rāda, un saglabājiet kā .xlsx vai CSV UTF-8",
            en: "open it in the program that shows it and save it as .xlsx or CSV UTF-8"))

    /// A workbook in the format that Excel wrote until 2003.
    public static let oldFormat = Rule(
        "XLS-002", .file, .fatal,
        summary: .init(
            lv: "fails ir vecajā Excel formātā (.xls)",
            en: "the file is in Excel's old format (.xls)"),
        advice: .init(
            lv: "atveriet to programmā Excel un saglabājiet kā .xlsx vai CSV UTF-8",
            en: "open it in Excel and save it as .xlsx or CSV UTF-8"))

    /// A workbook that needs a password.
    public static let protected = Rule(
        "XLS-003", .file, .fatal,
        summary: .init(
            lv: "darbgrāmata ir aizsargāta ar paroli",
            en: "the workbook is protected by a password"),
        advice: .init(
            lv: "noņemiet paroli un saglabājiet kā .xlsx vai CSV UTF-8",
            en: "remove the password and save it as .xlsx or CSV UTF-8"))

    /// A workbook of which a part is missing or cannot be read.
    public static let damaged = Rule(
        "XLS-004", .file, .fatal,
        summary: .init(
            lv: "darbgrāmata ir bojāta: {part}: {reason}",
            en: "the workbook is damaged: {part}: {reason}"),
        advice: .init(
            lv: "atveriet to programmā Excel, saglabājiet no jauna un sūtiet vēlreiz",
            en: "open it in Excel, save it anew and send it again"))

    /// A sheet that the definition names and the workbook does not have.
    public static let noSheet = Rule(
        "XLS-005", .file, .fatal,
        summary: .init(
            lv: "darbgrāmatā nav lapas '{sheet}'; ir {found}",
            en: "the workbook has no sheet '{sheet}'; it has {found}"),
        advice: .init(
            lv: "pārdēvējiet lapu vai labojiet `sheet` avota aprakstā",
            en: "rename the sheet, or correct `sheet` in the source's definition"))

    /// A sheet without a filled cell.
    public static let emptySheet = Rule(
        "XLS-006", .file, .fatal,
        summary: .init(
            lv: "lapā '{sheet}' nav nevienas aizpildītas šūnas; darbgrāmatā ir {found}",
            en: "the sheet '{sheet}' has no filled cell; the workbook has {found}"),
        advice: .init(
            lv: "pārvietojiet lapu ar datiem par pirmo vai norādiet to ar `sheet` avota aprakstā",
            en: "move the sheet with the data to the front, or name it by `sheet` in the source's "
                + "definition"))

    /// A limit on what a workbook may ask of the reader.
    public static let workbookLimit = Rule(
        "XLS-007", .file, .fatal,
        summary: .init(
            lv: "darbgrāmata pārsniedz robežu: {limit} ({allowed})",
            en: "the workbook passes a limit: {limit} ({allowed})"),
        advice: .init(
            lv: "atstājiet darbgrāmatā tikai datus un saglabājiet no jauna vai sūtiet kā CSV UTF-8",
            en: "leave only the data in the workbook and save it anew, or send it as CSV UTF-8"))

    /// A limit on what a sheet of Excel can hold.
    public static let sheetLimit = Rule(
        "XLS-008", .file, .fatal,
        summary: .init(
            lv: "{cell} pārsniedz Excel lapas robežu: {limit} ({allowed})",
            en: "{cell} passes a limit of Excel's sheets: {limit} ({allowed})"),
        advice: .init(
            lv: "atveriet failu programmā Excel, izlabojiet šo vietu un saglabājiet no jauna",
            en: "open the file in Excel, correct this place and save it anew"))

    /// Cells that contradict one another or the rest of the workbook.
    public static let contradiction = Rule(
        "XLS-009", .file, .fatal,
        summary: .init(
            lv: "{cell} nav pareizi pierakstīta: {reason}",
            en: "{cell} is not written correctly: {reason}"),
        advice: .init(
            lv: "atveriet to programmā Excel, saglabājiet no jauna un sūtiet vēlreiz",
            en: "open it in Excel, save it anew and send it again"))

    /// A DOCTYPE or an entity in a part of a workbook.
    public static let unsafeXML = Rule(
        "XLS-010", .file, .fatal,
        summary: .init(
            lv: "darbgrāmatas daļā {part} ir DOCTYPE vai atsauce uz entītiju",
            en: "the part {part} of the workbook has a DOCTYPE or refers to an entity"),
        advice: .init(
            lv: "Excel tādas neraksta un tā var būt uzbrukums; saglabājiet failu no jauna "
                + "programmā Excel",
            en: "Excel writes none and it can be an attack; save the file anew in Excel"))

    /// A formula of which the file does not keep the value.
    public static let noFormulaValue = Rule(
        "XLS-011", .file, .fatal,
        summary: .init(
            lv: "{cell} ir formula, kuras vērtība failā nav saglabāta",
            en: "{cell} is a formula of which the file does not keep the value"),
        advice: .init(
            lv: "atveriet failu programmā Excel, lai tā aprēķina formulas, un saglabājiet no jauna",
            en: "open the file in Excel, which computes its formulas, and save it anew"))

    /// Several blank rows, one below the other.
    public static let blankRows = Rule(
        "XLS-012", .file, .note,
        summary: .init(
            lv: "tukšas rindas līdz {last}. rindai, kopā {count}; nav ņemtas vērā",
            en: "{count} blank rows up to row {last}, ignored"),
        advice: .init(lv: "nekas nav jādara", en: "nothing needs to be done"))

    /// The rules in the order of their codes.
    public static let all = [
        notWorkbook, oldFormat, protected, damaged, noSheet, emptySheet, workbookLimit, sheetLimit,
        contradiction, unsafeXML, noFormulaValue, blankRows,
    ]
}
