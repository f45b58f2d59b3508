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
            lv: "salīdziniet rindu ar failu; aizveriet pēdiņas šūnas beigās, tekstā tās dubultojiet",
            en: "compare the row with the file; close the quote at the end of the cell, double it "
                + "within the text"))

    /// A row with empty cells beyond the header where most rows have none.
    public static let emptyExcess = Rule(
        "CSV-016", .file, .warning,
        summary: .init(
            lv: "rindā ir {found} šūnas, virsrakstā {expected}; liekās ir tukšas un atmestas, bet "
                + "pārējās var būt nobīdītas",
            en: "the row has {found} cells; the header has {expected}; those beyond are empty and were "
                + "dropped, but the others may be shifted"),
        advice: .init(
            lv: "salīdziniet rindu ar failu; ja šūnas tekstā ir atdalītājs, lieciet tekstu pēdiņās",
            en: "compare the row with the file; if a cell's text contains the delimiter, put the text "
                + "in quotes"))
}
