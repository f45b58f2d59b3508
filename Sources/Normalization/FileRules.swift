public import Diagnostics

/// The checks of a file against the definitions.
public enum FileRules {
    /// A file that no definition recognises.
    public static let notRecognised = Rule(
        "FIL-001", .file, .fatal,
        summary: .init(
            lv: "neviens avota apraksts neatpazīst failu; {nearest}",
            en: "no source definition recognises the file; {nearest}"),
        advice: .init(
            lv:
                "pārbaudiet virsrakstu un kodējumu, vai pievienojiet avota aprakstu `pipelines/sources/`; "
                + "`pumpurs inspect` rāda, kas failā ir, un izdrukā apraksta sākumu",
            en:
                "check the header and the encoding, or add a definition under `pipelines/sources/`; "
                + "`pumpurs inspect` says what the file is and prints the start of one"))

    /// The same bytes under another name.
    public static let sameContent = Rule(
        "FIL-004", .file, .note,
        summary: .init(
            lv: "tas pats saturs kā failā {other}; ieskaitīts vienreiz",
            en: "the same content as {other}; it counts once"),
        advice: .init(lv: "nekas nav jādara", en: "nothing needs to be done"))

    /// A column that the definition maps and the header lacks.
    public static let missingColumn = Rule(
        "FIL-006", .file, .fatal,
        summary: .init(
            lv: "failā nav ailes '{name}'; tajā ir: {found}",
            en: "the file has no column '{name}'; it has: {found}"),
        advice: .init(
            lv: "eksportējiet ar visām ailēm vai labojiet ailes nosaukumu avota aprakstā",
            en: "export all columns, or correct the column's name in the source's definition"))

    /// A file that several definitions recognise equally well.
    public static let ambiguous = Rule(
        "FIL-008", .file, .fatal,
        summary: .init(
            lv: "failu vienlīdz labi atpazīst vairāki apraksti: {found}",
            en: "several definitions recognise the file equally well: {found}"),
        advice: .init(
            lv: "papildiniet `recognise` tā, lai der tikai viens",
            en: "make `recognise` more exact so that one fits"))

    /// A file that a school owes and has not sent.
    public static let notDelivered = Rule(
        "FIL-009", .file, .warning,
        summary: .init(
            lv: "skola {school} par {semester} nav atsūtījusi: {kind}",
            en: "school {school} has not sent for {semester}: {kind}"),
        advice: .init(
            lv: "lūdziet skolu atsūtīt failu; līdz tam skaitļi ir nepilnīgi",
            en: "ask the school for the file; until then the figures are incomplete"))

    /// Two different files for the same school, semester and kind.
    public static let rival = Rule(
        "FIL-010", .file, .fatal,
        summary: .init(
            lv: "par to pašu skolu, semestri un veidu ir arī fails {other}; skaitīts tikai tas",
            en: "{other} is of the same school, semester and kind; only that file counts"),
        advice: .init(
            lv: "atstājiet mapē tikai pareizo no abiem failiem",
            en: "leave only the right one of the two files in the folder"))

    /// A file that is read as it is, where its definition pins something else and adapts.
    public static let adapted = Rule(
        "FIL-012", .file, .warning,
        summary: .init(
            lv: "lasīts kā {found}, nevis kā noteikts: {pinned} (pārsvars {margin})",
            en: "read as {found}, not as pinned: {pinned} (margin {margin})"),
        advice: .init(
            lv: "ja skola turpmāk eksportēs tā, labojiet avota aprakstu",
            en: "if the school goes on exporting it so, correct the source's definition"))

    /// A file that its definition would recognise if it were cut into cells in another way.
    public static let otherDialect = Rule(
        "FIL-013", .file, .fatal,
        summary: .init(
            lv: "{kind} ir noteikts: {pinned}; failā šķiet: {found} (pārsvars {margin})",
            en: "{kind} pins {pinned}; the file seems to have {found} (margin {margin})"),
        advice: .init(
            lv: "eksportējiet, kā noteikts, vai labojiet avota aprakstu; ar `adapt: true` tādu "
                + "failu lasa, kāds tas ir, un brīdina",
            en: "export it as pinned, or correct the source's definition; with `adapt: true` such "
                + "a file is read as it is, with a warning"))

    /// A link that is not followed.
    public static let unusableLink = Rule(
        "FIL-014", .file, .fatal,
        summary: .init(
            lv: "saitei netiek sekots: {reason}", en: "the link is not followed: {reason}"),
        advice: .init(
            lv: "ielieciet mapē pašus failus vai izņemiet saiti",
            en: "put the files themselves into the folder, or remove the link"))

    /// A folder within the inbox that cannot be listed.
    public static let closedFolder = Rule(
        "FIL-015", .file, .fatal,
        summary: .init(
            lv: "mapes saturu nevar nolasīt: {reason}",
            en: "the folder cannot be listed: {reason}"),
        advice: .init(
            lv: "pārbaudiet mapes piekļuves tiesības; citu mapju faili ir nolasīti",
            en: "check the folder's permissions; the files of other folders were read"))

    /// A column of a matrix that no definition reads.
    public static let unreadColumn = Rule(
        "FIL-025", .file, .warning,
        summary: .init(
            lv: "{number}. aili '{name}' nelasa neviens apraksts; tās vērtības nav ieskaitītas",
            en: "no definition reads column {number} '{name}'; its values do not count"),
        advice: .init(
            lv:
                "ja aile vajadzīga, pierakstiet to avota aprakstā zem `unpivot`; ja nav, zem `rules` "
                + "ierakstiet `FIL-025: off`",
            en: "if the column counts, add it under `unpivot` in the source's definition; if not, "
                + "write `FIL-025: off` under `rules`"))

    /// A table that ends without the total row with which the school closes it.
    public static let missingTotalRow = Rule(
        "FIL-033", .file, .fatal,
        summary: .init(
            lv: "tabulai nav noslēdzošās rindas '{text}'; faila beigas, šķiet, trūkst",
            en: "the table has no closing row '{text}'; the end of the file seems to be missing"),
        advice: .init(
            lv:
                "sūtiet failu vēlreiz pilnu; ja skola tādu rindu vairs neraksta, izņemiet no avota apraksta "
                + "`total_row`",
            en:
                "send the whole file again; if the school writes no such row any more, take `total_row` out "
                + "of the source's definition"))

    /// A file that was written to while it was read.
    public static let changedWhileRead = Rule(
        "FIL-026", .file, .fatal,
        summary: .init(
            lv: "fails mainījās, kamēr to lasīja; no tā nekas nav ielādēts",
            en: "the file changed while it was read; nothing of it is loaded"),
        advice: .init(
            lv:
                "rakstiet failu ar citu vārdu, kas sākas ar punktu, un pārdēvējiet to, kad tas ir vesels; tad "
                + "palaidiet vēlreiz",
            en:
                "write the file under another name that begins with a dot, and rename it when it is whole; then "
                + "run again"))

    /// Rows that are ignored by a rule which has ignored many before.
    public static let moreIgnored = Rule(
        "FIL-031", .file, .note,
        summary: .init(
            lv: "no šīs rindas līdz {last}. rindai pēc {rule} nav ņemtas vērā vēl {count} rindas",
            en: "{count} more rows from here to line {last} are ignored by {rule}"),
        advice: .init(
            lv: "nekas nav jādara; ziņojuma skaitļos tās ir visas",
            en: "nothing needs to be done; the counts of the report have them all"))

    /// Records of people who were erased.
    public static let erasedRecords = Rule(
        "FIL-034", .file, .note,
        summary: .init(
            lv: "izlaisti dzēstu cilvēku ieraksti: {count}",
            en: "records of people who were erased, left out: {count}"),
        advice: .init(
            lv:
                "nekas nav jādara; lūdziet skolu turpmāk šos cilvēkus nesūtīt, ja tie failā vēl ir",
            en:
                "nothing needs to be done; ask the school not to send these people any more, where they are "
                + "still in its file"))

    /// A file that may not be read again, for its copy was removed by rule.
    public static let removedByRule = Rule(
        "FIL-035", .file, .fatal,
        summary: .init(
            lv: "fails vairs netiek lasīts: tā kopija no arhīva izņemta, jo {reason}",
            en: "the file is not read again: its copy was removed from the archive, for {reason}"),
        advice: .init(
            lv: "ieskaitītais paliek; ja skolas dati jālabo, lūdziet jaunu failu",
            en: "what counts stays; if the school's data must be corrected, ask for a new file"))

    /// The rules in the order of their codes.
    public static let all = [
        notRecognised, sameContent, missingColumn, ambiguous, notDelivered, rival, adapted,
        otherDialect, unusableLink, closedFolder, unreadColumn, changedWhileRead, moreIgnored,
        missingTotalRow, erasedRecords, removedByRule,
    ]
}
