public import PupilSupport

/// What the values of a column of a package may be; in every file they are written in one way only.
public enum ColumnType: Hashable, Sendable {
    /// Any text of one line.
    case text
    /// One of the codes.
    case code([String])
    /// Codes separated by `;`, in their order, none twice.
    case codes
    /// A whole number.
    case integer
    /// An amount with up to four places behind the point, such as `12.5`.
    case amount
    /// A day, `2019-05-31`.
    case date
    /// A month, `2019-05`.
    case month
    /// `true` or `false`.
    case flag
    /// A SHA-256 fingerprint, 64 hexadecimal digits.
    case fingerprint
    /// A pseudonym of a person in the recipient's domain, 32 hexadecimal digits (esf.md, GDPR-15).
    case pseudonym
}

/// What is known of a column without its records: for schemas, inventories and messages.
public struct ColumnDescription: Hashable, Sendable {
    /// The name in the header.
    public let name: String
    /// What its values may be.
    public let type: ColumnType
    /// Whether every row has a value.
    public let isRequired: Bool
    /// Whether it names somebody, so that it is there only when the package includes identifiers.
    public let isIdentifier: Bool
    /// What it says.
    public let title: LocalizedText
}
