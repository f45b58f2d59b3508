/// Records of one kind, one behind the other, as a row is built and as it is stored.
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
    /// The number of values of a record, one a field of the kind.
    public let width: Int
    /// The values of all records, record by record.
    public private(set) var values: [Int] = []
    /// Where each record lies in its file.
    public private(set) var places: [SourcePlace] = []

    /// Creates an empty batch.
    ///
    /// - Parameters:
    ///   - kind: The kind of its records.
    ///   - capacity: For how many records room is made at once.
    public init(kind: RecordKind, capacity: Int = 0) {
        self.kind = kind
        width = kind.fields.count
        values.reserveCapacity(capacity * width)
        places.reserveCapacity(capacity)
    }

    /// The number of records.
    public var count: Int { places.count }

    /// The value of a field of a record.
    public subscript(record: Int, field: Int) -> Int { values[record * width + field] }

    /// Whether any record has a value for a field.
    public func fills(_ field: Int) -> Bool {
        stride(from: field, to: values.count, by: width).contains { values[$0] != Self.missing }
    }

    /// Adds a record.
    ///
    /// - Parameters:
    ///   - record: A value for each field of the kind.
    ///   - place: Where the record lies in its file.
    public mutating func append(_ record: UnsafeBufferPointer<Int>, at place: SourcePlace) {
        precondition(record.count == width, "a record has a value for each field of its kind")
        values.append(contentsOf: record)
        places.append(place)
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
