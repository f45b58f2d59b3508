/// Records of one kind, column by column.
///
/// Every value is an integer; what it means depends on the field's type:
///
/// | type | integer |
/// |---|---|
/// | pupil, teacher, plan number, document number | the number under which the delivery first named it |
/// | school, term | the place in the municipality's list, in the vocabulary |
/// | date, semester, class, mark | the stored value of ``CivilDate``, ``Semester``, ``SchoolClass``, ``Mark`` |
/// | minutes, count | the number |
public struct ModelBatch: Sendable {
    /// The integer that stands for a value that is not there.
    public static let missing = Int.min

    /// The kind of the records.
    public let kind: RecordKind
    /// One column a field of the kind, each with a value a record.
    public var columns: [[Int]]
    /// Where each record lies in its file.
    public var places: [SourcePlace] = []

    /// Creates an empty batch.
    public init(kind: RecordKind) {
        self.kind = kind
        columns = Array(repeating: [], count: kind.fields.count)
    }
}

/// Where a record lies in its file as sent.
public struct SourcePlace: Hashable, Sendable {
    /// The physical line of the first byte, from 1.
    public let line: Int
    /// The offset of the first byte, from 0.
    public let byte: Int
    /// The number of bytes.
    public let length: Int

    /// Creates a place.
    public init(line: Int, byte: Int, length: Int) {
        self.line = line
        self.byte = byte
        self.length = length
    }
}
