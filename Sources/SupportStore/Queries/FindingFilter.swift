import GRDB
public import PupilSupport

/// Which findings of the deliveries in force are asked for; what is `nil` asks for all.
public struct FindingFilter: Sendable {
    /// The number of a delivery.
    public var delivery: Int?
    /// A semester; what is found in files of no single one concerns each.
    public var semester: Semester?
    /// The codes of rules.
    public var rules: Set<String>?
    /// How bad they may be.
    public var severities: Set<String>?
    /// The physical line.
    public var line: Int?
    /// The code of the school that a judgement over several records was about.
    public var judgedSchool: String?
    /// The rules by which records are ignored, to say of each finding whether its record is.
    public var rulesOfIgnored: Set<String> = []

    /// Creates a filter that lets everything pass.
    public init() {}

    /// The condition in SQL, over the tables `f`, `d` and `s`, and its values.
    var condition: (sql: String, arguments: StatementArguments) {
        var (conditions, arguments) = (["d.supersededBy IS NULL"], StatementArguments())
        func add(_ condition: String, _ values: [any DatabaseValueConvertible]) {
            conditions.append(condition)
            arguments += StatementArguments(values)
        }
        if let delivery { add("f.delivery = ?", [delivery]) }
        if let semester {
            add("(d.semester IS NULL OR d.semester = ?)", [semester.storedValue])
        }
        if let rules { add("f.rule IN (\(Self.marks(rules)))", rules.sorted()) }
        if let severities { add("f.severity IN (\(Self.marks(severities)))", severities.sorted()) }
        if let line { add("f.line = ?", [line]) }
        if let judgedSchool { add("s.code = ?", [judgedSchool]) }
        return (conditions.joined(separator: " AND "), arguments)
    }

    /// What says in SQL whether the record of a finding is ignored, and its values.
    var isIgnored: (sql: String, arguments: StatementArguments) {
        guard !rulesOfIgnored.isEmpty else { return ("0", []) }
        // A finding of no record is in no list, which SQL leaves open.
        let sql = """
            f.recordByte IS NOT NULL AND (f.delivery, f.recordByte) IN (
                SELECT i.delivery, i.recordByte FROM finding AS i
                WHERE i.recordByte IS NOT NULL AND i.rule IN (\(Self.marks(rulesOfIgnored))))
            """
        return (sql, StatementArguments(rulesOfIgnored.sorted()))
    }

    private static func marks(_ values: Set<String>) -> String {
        values.map { _ in "?" }.joined(separator: ", ")
    }
}
