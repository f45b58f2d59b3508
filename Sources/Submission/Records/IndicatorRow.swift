/// The span of time that an indicator is counted over.
public enum PeriodType: String, Sendable, CaseIterable {
    case semester
    case calendarYear = "calendar_year"
    case cumulative
}

/// A value of an indicator.
///
/// Women and men are empty where an indicator does not count people.
public struct IndicatorValue: Hashable, Sendable {
    /// The set of indicators, `esf-2014`.
    public var indicatorSet = ""
    /// The code, `CO03` or `LV-834-PARTICIPANTS`.
    public var code = ""
    /// The name in Latvian.
    public var label = ""
    /// What is counted.
    public var unit = ""
    /// The kind of period.
    public var periodType: PeriodType?
    /// The period: a semester, a year, or the semester up to which is counted.
    public var period = ""
    /// The code of the school, or `Total` for the municipality.
    public var school = ""
    /// Women.
    public var women: Int?
    /// Men.
    public var men: Int?
    /// All.
    public var total: Int?
    /// How it is counted.
    public var countingUnit = ""

    static let key = ["indicator_set", "indicator_code", "period_type", "period", "school_code"]

    /// Whether it is a value of the figure that another one is of: their rows have one key.
    func isOf(sameFigureAs other: IndicatorValue) -> Bool {
        code == other.code && school == other.school && period == other.period
            && periodType == other.periodType && indicatorSet == other.indicatorSet
    }
}

/// A row of figures.
protocol IndicatorRecord: PackageRecord {
    var value: IndicatorValue { get set }
}

extension IndicatorValue {
    fileprivate static let columns: [PackageColumn<Self>] = [
        .text(
            "indicator_set", \.indicatorSet, lv: "Rādītāju kopa", en: "Set of indicators"),
        .text("indicator_code", \.code, lv: "Rādītājs", en: "Indicator"),
        .text("label_lv", \.label, lv: "Nosaukums", en: "Name in Latvian"),
        .text("unit", \.unit, lv: "Mērvienība", en: "Unit"),
        .code(
            "period_type", \.periodType, required: true, lv: "Perioda veids",
            en: "Kind of period"),
        .text("period", \.period, lv: "Periods", en: "Period"),
        .text("school_code", \.school, lv: "Skola", en: "School"),
        .integer("women", \.women, lv: "Sievietes", en: "Women"),
        .integer("men", \.men, lv: "Vīrieši", en: "Men"),
        .integer("total", \.total, required: true, lv: "Kopā", en: "Total"),
        .text("counting_unit", \.countingUnit, lv: "Ko skaita", en: "Counting unit"),
    ]
}

extension IndicatorRecord {
    static var indicatorColumns: [PackageColumn<Self>] {
        IndicatorValue.columns.map { column in
            PackageColumn(
                column, text: { column.text($0.value) }, take: { column.take(&$0.value, $1) })
        }
    }
}

/// A row of the Fund's common output indicators.
public struct OutputIndicatorRow: IndicatorRecord {
    /// The value.
    public var value = IndicatorValue()

    /// Creates a row without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "indicators_output", in: .aggregate, key: IndicatorValue.key,
        lv: "ESF kopējie iznākuma rādītāji", en: "Common output indicators",
        columns: indicatorColumns)
}

/// A row of the Fund's common result indicators.
public struct ResultIndicatorRow: IndicatorRecord {
    /// The value.
    public var value = IndicatorValue()

    /// Creates a row without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "indicators_result", in: .aggregate, key: IndicatorValue.key,
        lv: "ESF kopējie rezultāta rādītāji", en: "Common result indicators",
        columns: indicatorColumns)
}

/// A row of the project's own indicators.
public struct ProjectIndicatorRow: IndicatorRecord {
    /// The value.
    public var value = IndicatorValue()

    /// Creates a row without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "indicators_project", in: .aggregate, key: IndicatorValue.key,
        lv: "Projekta rādītāji", en: "Indicators of the project",
        columns: indicatorColumns)
}

/// A row of what the numbers of people add up to; the table is of our own design.
public struct ReconciliationRow: PackageRecord {
    /// The kind of period.
    public var periodType: PeriodType?
    /// The period.
    public var period = ""
    /// The code of the school, or `Total`.
    public var school = ""
    /// What is counted.
    public var item = ""
    /// How many.
    public var value: Int?

    /// Creates a row without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "reconciliation", in: .aggregate, key: ["period_type", "period", "school_code", "item"],
        lv: "Kā skaitļi saskan", en: "How the numbers add up",
        columns: [
            .code(
                "period_type", \.periodType, required: true, lv: "Perioda veids",
                en: "Kind of period"),
            .text("period", \.period, lv: "Periods", en: "Period"),
            .text("school_code", \.school, lv: "Skola", en: "School"),
            .text("item", \.item, lv: "Kas skaitīts", en: "What is counted"),
            .integer("value", \.value, required: true, lv: "Skaits", en: "Number"),
        ])
}
