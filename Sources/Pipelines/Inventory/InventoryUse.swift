import PupilSupport

/// Why columns are kept: what they have in common, said once.
struct InventoryUse {
    let data: DataClass
    let content: LocalizedText
    let purpose: LocalizedText
    let bases: [LocalizedText]
    let recipients: [LocalizedText]
    let retention: LocalizedText

    func row(_ area: InventoryArea, _ table: String, _ column: String) -> DataInventory.Row {
        DataInventory.Row(
            area: area, table: table, column: column, data: data, content: content,
            purpose: purpose, bases: bases, recipients: recipients, retention: retention)
    }
}
