/// How something is paid for (esf.md, SCO-2 and SCO-6).
public enum CostType: String, Sendable, CaseIterable {
    case unitCost = "unit_cost"
    case unitCostDeduction = "unit_cost_deduction"
    case actual
}

/// Units that are claimed: what was given of a measure under a plan in a month.
///
/// A row is never changed: what turns out otherwise is a row of its own, negative where units go back.
public struct Claim: PackageRecord {
    /// The canonical number of the operation.
    public var operation = ""
    /// The code of the measure.
    public var item = ""
    /// The calendar year.
    public var year: Int?
    /// The month, 1 to 12.
    public var month: Int?
    /// How it is paid for.
    public var costType: CostType?
    /// What the reference is: `iap` for a plan, `correction` for what a later revision changes of it.
    public var referenceType = ""
    /// The plan; in a correction followed by `@` and the revision that makes it.
    public var reference = ""
    /// How many units; negative in a deduction.
    public var units: Int?
    /// The unit, `minutes`.
    public var unit = ""
    /// The rate, where one is configured for the month.
    public var rate = ""
    /// The money of an actual cost; never of a unit cost.
    public var value: ExactAmount?
    /// The price of the units, computed.
    public var computed: ExactAmount?

    /// Creates a record without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "claims", in: .restricted,
        key: [
            "operation_no", "item", "year", "month", "cost_type", "reference_type", "reference",
            "rate_id",
        ],
        lv: "Vienības un likmes", en: "Units and rates",
        columns: [
            .text(
                "operation_no", \.operation, lv: "Projekta numurs", en: "Number of the operation"),
            .text("item", \.item, lv: "Pasākums", en: "Measure"),
            .integer("year", \.year, required: true, lv: "Gads", en: "Year"),
            .integer("month", \.month, required: true, lv: "Mēnesis", en: "Month"),
            .code("cost_type", \.costType, required: true, lv: "Izmaksu veids", en: "Kind of cost"),
            .text("reference_type", \.referenceType, lv: "Uz ko norāda", en: "What is referred to"),
            .text("reference", \.reference, lv: "Norāde", en: "Reference"),
            .integer("units", \.units, required: true, lv: "Vienības", en: "Units"),
            .text("unit", \.unit, lv: "Vienība", en: "Unit"),
            .text("rate_id", \.rate, required: false, lv: "Likme", en: "Rate"),
            .amount("value_eur", \.value, lv: "Faktiskās izmaksas, EUR", en: "Actual cost, EUR"),
            .amount("computed_eur", \.computed, lv: "Aprēķinātā summa, EUR", en: "Computed, EUR"),
        ])
}
