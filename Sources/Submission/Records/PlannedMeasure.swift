/// A measure that a plan provides for, and what was given of it.
public struct PlannedMeasure: PackageRecord {
    /// The plan.
    public var plan = ""
    /// The code of the measure.
    public var measure = ""
    /// The code of the subject, or empty.
    public var subject = ""
    /// What gives it: the role that the measure asks for.
    public var providerType = ""
    /// The minutes planned; `nil` for what is not counted in minutes, or was only given.
    public var plannedMinutes: Int?
    /// The minutes given in sessions that are eligible.
    public var deliveredMinutes: Int?
    /// What it cost, where the exports say so.
    public var amount: ExactAmount?

    /// Creates a record without values.
    public init() {}

    /// The table.
    public static let table = PackageTable<Self>(
        "measures", in: .restricted, key: ["iap_id", "measure_code", "subject"],
        references: [.init(column: "iap_id", table: "participations", target: "iap_id")],
        lv: "Plānotie un sniegtie pasākumi", en: "Measures planned and given",
        columns: [
            .text("iap_id", \.plan, lv: "Plāns", en: "Plan"),
            .text("measure_code", \.measure, lv: "Pasākums", en: "Measure"),
            .text("subject", \.subject, required: false, lv: "Priekšmets", en: "Subject"),
            .text(
                "provider_type", \.providerType, required: false, lv: "Sniedzējs", en: "Provider"),
            .integer(
                "planned_minutes", \.plannedMinutes, lv: "Plānotās minūtes", en: "Minutes planned"),
            .integer(
                "delivered_minutes", \.deliveredMinutes, required: true,
                lv: "Sniegtās attiecināmās minūtes", en: "Eligible minutes given"),
            .amount("amount_eur", \.amount, lv: "Summa, EUR", en: "Amount, EUR"),
        ])
}
