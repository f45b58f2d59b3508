/// A figure of the public part: its value, or the sign why there is none.
public struct PublicRow: PackageRecord {
    /// The school year, `201819`.
    public var timePeriod = ""
    /// The semester, `Semester 2`.
    public var timeIdentifier = ""
    /// `Municipality` or `School`.
    public var geographicLevel = ""
    /// The code of the school; empty for the municipality.
    public var school = ""
    /// Its name; empty for the municipality.
    public var schoolName = ""
    /// The indicator, as the reports name it.
    public var measure = ""
    /// What it is broken down by, or `Total`.
    public var breakdown = PublicRow.total
    /// The category, or `Total`.
    public var category = PublicRow.total
    /// `F`, `M` or `Total`.
    public var sex = PublicRow.total
    /// The value, where it is shown.
    public var value: Int?
    /// Why there is no value: `c` not shown, `x` not known, `z` not applicable.
    public var status = ""
    /// What is counted.
    public var note = ""

    /// Creates a row without values.
    public init() {}

    /// What filter columns hold where nothing is filtered (esf.md, PUB-2).
    public static let total = "Total"

    /// The table.
    public static let table = PackageTable<Self>(
        "summary", in: .public,
        key: [
            "time_period", "time_identifier", "geographic_level", "school_code", "measure",
            "breakdown", "breakdown_value", "sex",
        ],
        lv: "Publiskais kopsavilkums", en: "Public summary",
        columns: [
            .text("time_period", \.timePeriod, lv: "Mācību gads", en: "School year"),
            .text("time_identifier", \.timeIdentifier, lv: "Semestris", en: "Semester"),
            .text("geographic_level", \.geographicLevel, lv: "Līmenis", en: "Level"),
            .text(
                "school_code", \.school, required: false, lv: "Skolas kods",
                en: "Code of the school"),
            .text("school_name", \.schoolName, required: false, lv: "Skola", en: "School"),
            .text("measure", \.measure, lv: "Rādītājs", en: "Indicator"),
            .text("breakdown", \.breakdown, lv: "Dalījums", en: "Breakdown"),
            .text("breakdown_value", \.category, lv: "Kategorija", en: "Category"),
            .text("sex", \.sex, type: .code(["F", "M", total]), lv: "Dzimums", en: "Sex"),
            .integer("value", \.value, lv: "Vērtība", en: "Value"),
            .text(
                "value_status", \.status, required: false, type: .code(["c", "x", "z", "low"]),
                lv: "Kāpēc vērtības nav", en: "Why there is no value"),
            .text("note", \.note, lv: "Ko skaita", en: "What is counted"),
        ])

    /// The code of the project's indicator that the row shows, or `nil` when there is none.
    public var indicatorCode: String? {
        guard let indicator = ProjectIndicator.all.first(where: { $0.name == measure }),
            let breakdown = breakdown == Self.total
                ? ProjectBreakdown.none : ProjectBreakdown(rawValue: breakdown),
            indicator.breakdowns.contains(breakdown)
        else { return nil }
        return indicator.code(breakdown, category)
    }

    /// Returns the exact value among the figures for the authorities, or `nil` when they have none.
    public func exactValue(in aggregates: [String: IndicatorValue]) -> Int? {
        let place = school.isEmpty ? CommonIndicatorCount.everySchool : school
        guard let code = indicatorCode, let row = aggregates["\(code)/\(place)"] else {
            return nil
        }
        switch sex {
        case "F": return row.women
        case "M": return row.men
        default: return row.total
        }
    }
}
