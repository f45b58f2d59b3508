extension Suppression {
    /// Chooses in a large system group by group, with everything outside the group at its true value.
    func chooseByGroups(
        _ part: ChoicePart
    ) throws(SuppressionFault) -> (hidden: [String], method: Protection.Method) {
        throw .noChoiceFound(cells: part.names)
    }
}
