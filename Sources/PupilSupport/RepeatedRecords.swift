/// Records of a school that say something of the same matter, where one record is expected.
public struct RepeatedRecords: Sendable {
    /// The kind of the records.
    public let kind: RecordKind
    /// Whether all of them say the same.
    public let isSame: Bool
    /// The records in an order that does not depend on when they came: by file, then by place.
    public let records: [RecordOrigin]

    /// Creates a group.
    public init(kind: RecordKind, isSame: Bool, records: [RecordOrigin]) {
        self.kind = kind
        self.isSame = isSame
        self.records = records.sorted { ($0.fileName, $0.byte) < ($1.fileName, $1.byte) }
    }

    /// The fields of which a school may give one record for each combination of values; empty for
    /// kinds of which only the very same record is one too many.
    public static func keyFields(of kind: RecordKind) -> [String] {
        switch kind {
        case .plan, .planResult: ["plan_number"]
        case .absence: ["pupil"]
        case .mark: ["pupil", "subject"]
        default: []
        }
    }
}
