/// The fourth schema: a delivery that is a workbook says of which of its sheets its lines are rows.
enum SheetsOfDeliveries {
    /// The statements, in their order.
    static let statements = ["ALTER TABLE delivery ADD COLUMN sheet TEXT"]
}
