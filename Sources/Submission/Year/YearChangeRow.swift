public import PupilSupport

/// With what a yearly report is compared.
public enum YearComparison: String, Sendable, CaseIterable {
    /// The revision of the report that it takes the place of.
    case revision
    /// The calendar year before, counted from the same data.
    case previousYear = "previous_year"
}

/// Why a figure differs, as far as the two reports tell.
public enum YearCause: String, Sendable, CaseIterable {
    /// A file came of which there was none.
    case lateDelivery = "late_delivery"
    /// A file took the place of an earlier one.
    case correction
    /// A file counts no more.
    case withdrawn
    /// The same file, of which other records count: people were decided on or erased, warnings judged again.
    case judgedAnew = "judged_anew"
    /// The definitions changed.
    case definitions
    /// Another version of the program counted.
    case program
    /// Sensitive answers were put in or left out.
    case sensitive
    /// It is another year.
    case otherYear = "other_year"
    /// Nobody had been supported yet.
    case notBegun = "not_begun"

    /// What it is called.
    public var title: LocalizedText {
        switch self {
        case .lateDelivery: LocalizedText(lv: "vēlāk atsūtīts fails", en: "late delivery")
        case .correction: LocalizedText(lv: "labots fails", en: "corrected file")
        case .withdrawn: LocalizedText(lv: "fails vairs neskaitās", en: "file counts no more")
        case .judgedAnew:
            LocalizedText(lv: "tie paši faili, citi ieraksti", en: "same files, other records")
        case .definitions: LocalizedText(lv: "mainītas definīcijas", en: "definitions changed")
        case .program: LocalizedText(lv: "cita programmas versija", en: "another version")
        case .sensitive: LocalizedText(lv: "jutīgie dati", en: "sensitive answers")
        case .otherYear: LocalizedText(lv: "cits gads", en: "another year")
        case .notBegun: LocalizedText(lv: "atbalsts nebija sācies", en: "support had not begun")
        }
    }
}

/// A number of a figure.
public enum YearPart: String, Sendable, CaseIterable {
    case women, men, total, value
    case sessions = "eligible_sessions"
    case units = "eligible_units"
    case otherUnits = "other_units"
}

/// A number that differs from the last report of the year, or from the year before.
public struct YearChangeRow: PackageRecord {
    /// What the report may be taken for.
    public var state: YearState?
    /// With what it is compared.
    public var comparison: YearComparison?
    /// The report or the year that it is compared with.
    public var against = ""
    /// The table that the number stands in.
    public var figureTable = ""
    /// The indicator, the item or the measure.
    public var code = ""
    /// The kind of period.
    public var periodType: PeriodType?
    /// The code of the school, or `Total`.
    public var school = ""
    /// Which number of the row.
    public var part: YearPart?
    /// The number that was; empty where there was none.
    public var old: Int?
    /// The number that is; empty where there is none any more.
    public var new: Int?
    /// Why, as far as the two reports tell.
    public var causes: [String] = []

    /// Creates a row without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "changes", in: .aggregate,
        key: ["compared_with", "table", "code", "period_type", "school_code", "part"],
        lv: "Kas mainījies", en: "What has changed",
        columns: [
            .reportState(\.state),
            .code(
                "compared_with", \.comparison, required: true, lv: "Ar ko salīdzināts",
                en: "Compared with"),
            .text("against", \.against, lv: "Pārskats vai gads", en: "Report or year"),
            .text("table", \.figureTable, lv: "Tabula", en: "Table"),
            .text("code", \.code, lv: "Rādītājs", en: "Indicator, item or measure"),
            .code(
                "period_type", \.periodType, required: true, lv: "Perioda veids",
                en: "Kind of period"),
            .text("school_code", \.school, lv: "Skola", en: "School"),
            .code("part", \.part, required: true, lv: "Kurš skaitlis", en: "Which number"),
            .integer("old", \.old, lv: "Bija", en: "Was"),
            .integer("new", \.new, lv: "Ir", en: "Is"),
            .codes("causes", \.causes, lv: "Iemesli, ja zināmi", en: "Causes, where known"),
        ])
}
