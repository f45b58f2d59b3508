import PupilSupport

extension SupportStore {
    /// Returns what a person is looked for by in what a recipient is given: there the pseudonyms are others than
    /// in the store.
    ///
    /// - Parameter recipient: The recipient's short name.
    public func needles(of person: StoredPerson, asKnownTo recipient: String) -> Needles {
        let known =
            [(PersonIdentifier.personalCode, person.code.digits)]
            + person.entries.map { ($0.scope, $0.text) }
        let pseudonyms = known.compactMap { scope, text in
            Hexadecimal.bytes(
                of: key.recipientPseudonym(
                    role: person.role, recipient: recipient, scope: scope, text: text))
        }
        return Needles(
            codes: person.codes, names: person.isNameShared ? [] : person.names,
            values: pseudonyms)
    }
}
