/// What is known of a file before its records are loaded.
public struct DeliveryDescription: Sendable {
    /// The fingerprint of the file's bytes.
    public let sha256: [UInt8]
    /// The fingerprint of the definitions that it is read with.
    public let definition: [UInt8]
    /// The code of the source.
    public let source: String
    /// The kind of file.
    public let kind: String
    /// The place of the school in the municipality's list, or `nil` when the records name it.
    public let school: Int?
    /// The path of the file below the inbox.
    public let fileName: String
    /// The sheet that is read, or `nil` when the file is no workbook.
    public let sheet: String?
    /// The number of bytes.
    public let bytes: Int

    /// Creates a description.
    public init(
        sha256: [UInt8], definition: [UInt8], source: String, kind: String, school: Int?,
        fileName: String, sheet: String? = nil, bytes: Int
    ) {
        self.sha256 = sha256
        self.definition = definition
        self.source = source
        self.kind = kind
        self.school = school
        self.fileName = fileName
        self.sheet = sheet
        self.bytes = bytes
    }
}

/// What became of the records of a delivery.
public struct DeliveryCounts: Sendable, Hashable {
    /// The number of records read.
    public var read = 0
    /// The number loaded.
    public var loaded = 0
    /// The number held back.
    public var heldBack = 0
    /// The number left out by rule.
    public var ignored = 0

    /// Creates counts of no records.
    public init() {}

    /// Whether every record read is accounted for.
    public var isConserved: Bool { read == loaded + heldBack + ignored }
}
