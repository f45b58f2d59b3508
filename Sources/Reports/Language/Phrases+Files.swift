import PupilSupport
import Rollup

/// The words of files other than the page.
extension Phrases {
    static let cubeTable = text("Precīzie skaitļi", "The exact figures")
    static let programme = text("Izaugsme un nodarbinātība", "Growth and Employment")
    static let hiddenFigures = text(
        "Ar [c] ir apzīmēti gan mazie skaitļi, gan tie, no kuriem mazos varētu aprēķināt",
        "[c] stands for small figures and for those from which small ones could be worked out")
    static let convenience = text(
        "Ērtībai: tie paši skaitļi izklājlapai Latvijā (semikols, decimālkomats, baitu secības zīme); "
            + "citām programmām domāts fails",
        "For convenience: the same figures for a spreadsheet in Latvia (semicolon, decimal comma, "
            + "byte-order mark); other programs should read")
    static let oneObservation = text(
        "Viens skaitlis rindā; dalījuma kopskaits ir Total",
        "One figure a row; the total of a breakdown is Total")

    static let pageFile = text("Pārskats lasīšanai un drukai", "Report to read and print")
    static let summaryFile = text(
        "Visi skaitļi ar definīcijām citām programmām", "All figures with definitions for programs")
    static let workbookFile = text(
        "Visi skaitļi ar definīcijām un piezīmēm darbgrāmatā",
        "All figures with definitions and notes as a workbook")
    static let qualityFile = text(
        "Nolasītie faili un konstatējumi", "The files read and the findings")

    static let notes = text("Piezīmes", "Notes")
    static let meanings = text("Definīcijas", "Definitions")
    static let periodStart = text("Pirmā diena", "First day")
    static let periodEnd = text("Pēdējā diena", "Last day")
    static let state = text("Stāvoklis", "State")
    static let missing = text("Trūkst", "Missing")
    static let source = text("Avots", "Source")
    static let publisher = text("Izdevējs", "Publisher")
    static let financing = text("Finansējums", "Funding")
    static let use = text("Lietošana", "Use")
    static let revision = text("Redakcija", "Revision")
    static let openSemester = text(
        "Semestris nav slēgts; skaitļi vēl var mainīties",
        "The semester is not closed; figures may still change")
    static let symbols = text("Apzīmējumi", "Symbols")
    static let indicator = text("Rādītājs", "Indicator")
    static let breakdown = text("Dalījums", "Breakdown")
    static let category = text("Kategorija", "Category")
    static let secondBreakdown = text("Otrs dalījums", "Second breakdown")
    static let secondCategory = text("Otra kategorija", "Second category")
    static let unit = text("Vienība", "Unit")
    static let value = text("Vērtība", "Value")
    static let symbol = text("Apzīmējums", "Symbol")
    static let address = text("Adrese", "Address")
    static let code = text("Kods", "Code")
    static let definition = text("Definīcija", "Definition")
    static let sourceSchools = text("Skolu iesūtītie dati", "Data sent by the schools")

    static func name(of semester: Semester) -> LocalizedText {
        text(semester.latvian, semester.english)
    }
}

extension TidyTable {
    /// What the table is of.
    var title: LocalizedText {
        switch self {
        case .participants: Phrases.text("Atbalstītie skolēni", "Pupils supported")
        case .teachers: Phrases.text("Pedagogi un nodarbības", "Teachers and sessions")
        case .outcomes: Phrases.text("Rezultāti", "Outcomes")
        }
    }
}

extension ValueStatus {
    /// What the symbol means; nothing for a value that needs no symbol.
    var meaning: LocalizedText {
        switch self {
        case .present: LocalizedText(lv: "", en: "")
        case .notApplicable:
            Phrases.text(
                "nav, ar ko dalīt, vai nav mērķa, vai procentiem par maz (mazāk par 20)",
                "not applicable: nothing to divide by, no target, or too few for per cent (fewer than 20)"
            )
        case .missing: Phrases.text("nav zināms", "not known")
        case .confidential:
            Phrases.text("skaitlis ir, bet nav rādīts", "there is a number, but it is not shown")
        case .low:
            Phrases.text("nav nulle, bet noapaļojas līdz 0", "not zero, but rounds to 0")
        }
    }

    /// The symbol as it stands among words: `[c]`.
    var bracketed: String { "[\(rawValue)]" }

    /// The symbols with their meanings.
    static func legend(in language: Language) -> String {
        allCases.filter { $0 != .present }.map { "\($0.rawValue) – \($0.meaning[language])" }
            .joined(separator: "; ")
    }
}
