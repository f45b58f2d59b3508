public import Diagnostics

/// The checks of the rows of delimited files and sheets, and of the quotes in them.
extension ExtractionRules {
    /// A row with fewer cells than the header.
    public static let shortRow = Rule(
        "CSV-001", .file, .error,
        summary: .init(
            lv: "rindā ir mazāk šūnu nekā virsrakstā: {found}, nevis {expected}",
            en: "the row has {found} cells; the header has {expected}"),
        advice: .init(
            lv: "papildiniet rindu līdz visām kolonnām, tukšās šūnas atstājot tukšas",
            en: "complete the row to all columns, leaving empty cells empty"))

    /// A row with more cells than the header.
    public static let longRow = Rule(
        "CSV-002", .file, .error,
        summary: .init(
            lv: "rindā ir vairāk šūnu nekā virsrakstā: {found}, nevis {expected}",
            en: "the row has {found} cells; the header has {expected}"),
        advice: .init(
            lv: "ja šūnas tekstā ir atdalītājs, lieciet tekstu pēdiņās",
            en: "if a cell's text contains the delimiter, put the text in quotes"))

    /// A quote that is opened and never closed.
    public static let openQuote = Rule(
        "CSV-003", .file, .error,
        summary: .init(
            lv: "atvērtās pēdiņas neaizveras; lasīšana turpinās {resumed}. rindā",
            en: "a quote is opened and not closed; reading goes on at line {resumed}"),
        advice: .init(
            lv: "aizveriet pēdiņas šūnas beigās; pēdiņas šūnas tekstā dubultojiet",
            en: "close the quote at the end of the cell; double quotes within a cell's text"))

    /// Text between a closing quote and the next delimiter.
    public static let textAfterQuote = Rule(
        "CSV-004", .file, .error,
        summary: .init(
            lv: "aiz aizverošajām pēdiņām šūnā ir vēl teksts",
            en: "text stands after the closing quote of a cell"),
        advice: .init(
            lv: "dubultojiet pēdiņas šūnas tekstā", en: "double the quotes within the cell's text"))

    /// A quote that was taken for text.
    public static let strayQuote = Rule(
        "CSV-015", .file, .warning,
        summary: .init(
            lv: "pēdiņas ir atvērtas un nav aizvērtas vai nav dubultotas; tās ir atstātas tekstā",
            en: "a quote is opened and not closed, or not doubled; it was left in the text"),
        advice: .init(
            lv:
                "salīdziniet rindu ar failu; aizveriet pēdiņas šūnas beigās, tekstā tās dubultojiet",
            en: "compare the row with the file; close the quote at the end of the cell, double it "
                + "within the text"))

    /// A row with empty cells beyond the header where most rows have none.
    public static let emptyExcess = Rule(
        "CSV-016", .file, .warning,
        summary: .init(
            lv: "rindā ir {found} šūnas, virsrakstā {expected}; liekās ir tukšas un atmestas, bet "
                + "pārējās var būt nobīdītas",
            en:
                "the row has {found} cells; the header has {expected}; those beyond are empty and were "
                + "dropped, but the others may be shifted"),
        advice: .init(
            lv: "salīdziniet rindu ar failu; ja šūnas tekstā ir atdalītājs, lieciet tekstu pēdiņās",
            en:
                "compare the row with the file; if a cell's text contains the delimiter, put the text "
                + "in quotes"))

    /// Rows without a value, one below the other.
    public static let blankRows = Rule(
        "CSV-017", .file, .note,
        summary: .init(
            lv: "tukšas rindas līdz {last}. rindai, kopā {count}; nav ņemtas vērā",
            en: "{count} blank rows up to line {last}, ignored"),
        advice: .init(lv: "nekas nav jādara", en: "nothing needs to be done"))

    /// A column of a name that stood before, where each needs its own.
    public static let renamedColumn = Rule(
        "CSV-018", .file, .warning,
        summary: .init(
            lv: "{number}. ailes nosaukums '{name}' jau ir citai ailei; JSON tā ir '{key}'",
            en: "column {number} has the name '{name}' of an earlier one; in JSON it is '{key}'"),
        advice: .init(
            lv: "dodiet katrai ailei savu nosaukumu", en: "give each column a name of its own"))

    /// Records of a file beside those that are printed.
    public static let otherTables = Rule(
        "FIL-032", .file, .warning,
        summary: .init(
            lv: "failā ir arī {others}; tas nav izdrukāts",
            en: "the file also has {others}, which is not printed"),
        advice: .init(
            lv: "izvēlieties, ko drukāt, ar {option}", en: "choose what to print with {option}"))

    /// A cell over several lines, each of which is a row by itself.
    public static let rowsInCell = Rule(
        "CSV-019", .file, .warning,
        summary: .init(
            lv: "ieraksts iet līdz {last}. rindai, un katra no tām pati par sevi ir vesela rinda; "
                + "varbūt pēdiņas nav aizvērtas",
            en:
                "the record goes on to line {last}, and each of these lines is a whole row by itself; a "
                + "quote may not be closed"),
        advice: .init(
            lv:
                "salīdziniet rindas ar failu; ja pēdiņas nav aizvērtas, aizveriet tās un eksportējiet "
                + "vēlreiz",
            en:
                "compare the rows with the file; if the quote is not closed, close it and export again"
        ))
}
