import GRDB
public import PupilSupport

extension SupportStore {
    /// Returns what tells by the decisions that stand whom a record without a good code means; `nil` when
    /// nothing of the kind is decided.
    ///
    /// A decision was made of records with one name. A record of the same code with another name is not
    /// meant by it, and stays held back.
    public func decidedIdentification() throws
        -> (@Sendable (UnidentifiedPerson) -> IdentifiedPerson?)?
    {
        let links = try pool.read(PeopleDecision.all).filter {
            $0.undone == nil && $0.kind == .link && $0.isUnidentified
        }
        guard !links.isEmpty else { return nil }
        var identified: [[UInt8]: (person: IdentifiedPerson, nameKey: Int?)] = [:]
        for link in links {
            guard let texts = try link.sealed.map(key.open), texts.count == 2 else { continue }
            let identifier = PersonIdentifier(scope: texts[0], text: texts[1])
            identified[link.second] = (
                IdentifiedPerson(identifier: identifier, decision: link.id), link.nameKey
            )
        }
        let key = key
        return { [identified] person in
            guard let found = key.identity(of: person).flatMap({ identified[$0] }) else {
                return nil
            }
            if let decided = found.nameKey, let name = key.nameKey(person.name), decided != name {
                return nil
            }
            return found.person
        }
    }
}
