import PupilSupport

/// Everything from which the keyed values of a store can be computed anew, under whatever key.
public struct KeyedPeople: Sendable {
    /// Who the people are, by their numbers in the store.
    public var identities: [PersonRole: [Int: VaultAccess.Identity]] = [:]
    /// What held records say of somebody without a good code, by the values that stand in the store.
    var unidentified: [UnidentifiedKey: UnidentifiedPerson] = [:]
    /// The bytes that were accepted with warnings, by the numbers of the acknowledgements.
    public var contents: [Int: [UInt8]] = [:]
    /// Sensitive answers, as the vault keeps them.
    var answers: [StoredAnswers] = []

    /// Knows of nobody.
    public init() {}

    /// The keyed values of somebody without a good code.
    struct UnidentifiedKey: Hashable, Sendable {
        let identity: [UInt8]
        let nameKey: Int?
    }

    /// Adds what a held record says, by its place in a delivery.
    mutating func add(_ person: UnidentifiedPerson, for key: UnidentifiedKey) {
        if unidentified[key] == nil { unidentified[key] = person }
    }
}
