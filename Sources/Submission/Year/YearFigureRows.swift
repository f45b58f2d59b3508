import PupilSupport

/// A figure of a yearly report: the Fund's indicators and the project's own, of the year and since the beginning.
public struct YearIndicatorRow: IndicatorRecord {
    /// What the report may be taken for.
    public var state: YearState?
    /// The value.
    public var value = IndicatorValue()

    /// Creates a row without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "indicators", in: .aggregate, key: IndicatorValue.key,
        lv: "Gada rādītāji", en: "Indicators of the year",
        columns: [.reportState(\.state)] + indicatorColumns)
}

/// A row of what the numbers of people of a year add up to.
public struct YearReconciliationRow: PackageRecord {
    /// What the report may be taken for.
    public var state: YearState?
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
        lv: "Kā gada skaitļi saskan", en: "How the numbers of the year add up",
        columns: [
            .reportState(\.state),
            .code(
                "period_type", \.periodType, required: true, lv: "Perioda veids",
                en: "Kind of period"),
            .text("period", \.period, lv: "Periods", en: "Period"),
            .text("school_code", \.school, lv: "Skola", en: "School"),
            .text("item", \.item, lv: "Kas skaitīts", en: "What is counted"),
            .integer("value", \.value, required: true, lv: "Skaits", en: "Number"),
        ])
}

/// The units of a measure that were delivered.
public struct YearUnitRow: PackageRecord {
    /// What the report may be taken for.
    public var state: YearState?
    /// The kind of period.
    public var periodType: PeriodType?
    /// The period.
    public var period = ""
    /// The code of the school, or `Total`.
    public var school = ""
    /// The code of the measure.
    public var measure = ""
    /// Its name in Latvian.
    public var label = ""
    /// Sessions that are eligible.
    public var sessions: Int?
    /// Their units.
    public var units: Int?
    /// The unit, `minutes`.
    public var unit = ""
    /// Units that were given and are not eligible, such as those beyond the plan.
    public var notEligible: Int?
    /// The price of the eligible units, where rates are configured.
    public var computed: ExactAmount?

    /// Creates a row without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "units", in: .aggregate, key: ["period_type", "period", "school_code", "measure_code"],
        lv: "Sniegtās vienības", en: "Units delivered",
        columns: [
            .reportState(\.state),
            .code(
                "period_type", \.periodType, required: true, lv: "Perioda veids",
                en: "Kind of period"),
            .text("period", \.period, lv: "Periods", en: "Period"),
            .text("school_code", \.school, lv: "Skola", en: "School"),
            .text("measure_code", \.measure, lv: "Pasākums", en: "Measure"),
            .text("label_lv", \.label, lv: "Nosaukums", en: "Name in Latvian"),
            .integer(
                "eligible_sessions", \.sessions, required: true, lv: "Attiecināmās nodarbības",
                en: "Eligible sessions"),
            .integer(
                "eligible_units", \.units, required: true, lv: "Attiecināmās vienības",
                en: "Eligible units"),
            .text("unit", \.unit, lv: "Vienība", en: "Unit"),
            .integer(
                "other_units", \.notEligible, required: true,
                lv: "Sniegtās, bet ne attiecināmās vienības", en: "Units given, not eligible"),
            .amount("computed_eur", \.computed, lv: "Aprēķinātā summa, EUR", en: "Computed, EUR"),
        ])
}

extension PackageColumn {
    /// The column by which every row says what the report may be taken for.
    static func reportState(_ field: Field<YearState?>) -> Self {
        .code(
            "report_state", field, required: true, lv: "Pārskata stāvoklis",
            en: "State of the report")
    }
}
