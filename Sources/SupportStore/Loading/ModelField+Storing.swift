import PupilSupport

extension ModelField {
    /// Whether the store has a column for the field: names go to the vault, and so do references; a
    /// project number is only checked.
    var isStored: Bool {
        switch type {
        case .name, .projectNumber, .evidenceReference: false
        default: true
        }
    }
}
