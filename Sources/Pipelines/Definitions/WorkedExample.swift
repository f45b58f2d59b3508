public import Diagnostics
public import PupilSupport

/// A worked example of a source: text of an export, and what must come of it.
public struct WorkedExample: Hashable, Sendable {
    /// What the example shows, in words.
    public let name: String
    /// The kind of file, as the source names it.
    public let file: String
    /// The text of the export.
    public let input: String
    /// Every record that is loaded, in the order of the file.
    public let gives: [ExpectedRecord]
    /// Every finding of severity error or warning, and every repeated record.
    public let finds: [ExpectedFinding]
    /// Where the example stands.
    public let position: InputPosition

    /// Creates an example.
    public init(
        name: String, file: String, input: String, gives: [ExpectedRecord],
        finds: [ExpectedFinding], position: InputPosition
    ) {
        self.name = name
        self.file = file
        self.input = input
        self.gives = gives
        self.finds = finds
        self.position = position
    }
}

/// A record that a worked example gives.
public struct ExpectedRecord: Hashable, Sendable {
    /// The kind of record.
    public let kind: RecordKind
    /// The fields that matter to the example, in its order.
    public let fields: [ExpectedField]
    /// Where the record stands in the example.
    public let position: InputPosition

    /// Creates a record.
    public init(kind: RecordKind, fields: [ExpectedField], position: InputPosition) {
        self.kind = kind
        self.fields = fields
        self.position = position
    }
}

/// A field of a record that a worked example gives.
public struct ExpectedField: Hashable, Sendable {
    /// The field of the model.
    public let name: String
    /// The value as text; empty when the record must not have one.
    public let text: String
    /// Where the value stands in the example.
    public let position: InputPosition

    /// Creates a field.
    public init(name: String, text: String, position: InputPosition) {
        self.name = name
        self.text = text
        self.position = position
    }
}

/// A finding that a worked example finds.
public struct ExpectedFinding: Hashable, Sendable {
    /// The code of the rule.
    public let rule: String
    /// The physical line of the input, or `nil` when any will do.
    public let line: Int?
    /// The name of the column or the path, or `nil` when any will do.
    public let column: String?
    /// Where the finding stands in the example.
    public let position: InputPosition

    /// Creates a finding.
    public init(rule: String, line: Int?, column: String?, position: InputPosition) {
        self.rule = rule
        self.line = line
        self.column = column
        self.position = position
    }
}
