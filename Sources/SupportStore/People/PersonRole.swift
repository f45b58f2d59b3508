/// What a person of an export is.
public enum PersonRole: String, Hashable, Sendable, CaseIterable {
    /// A pupil.
    case pupil
    /// A teacher or other person who gives support.
    case teacher

    /// The letter that names of such people begin with, `P` or `T`.
    var letter: Character { self == .pupil ? "P" : "T" }
}
