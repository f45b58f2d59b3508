import Extraction
import PupilSupport

/// Finds the kind of record that columns look like, and the fields of the model that they may hold.
struct ColumnMatch {
    let kind: RecordKind
    let fields: [(name: String, column: Int)]
    /// Required fields that no column fits.
    let missing: [String]
    /// Columns that no field fits.
    let unmatched: [Int]

    /// What schools call the fields, as roots of words, the most telling first.
    private static let roots: [(field: String, roots: [String])] = [
        ("plan_number", ["plāna num", "plāna nr", "iap", "plan"]),
        ("pupil", ["skolēna personas", "skolēna kod", "personas kod", "skolēn", "kods", "pupil"]),
        ("teacher", ["pedagoga", "skolotāj", "personāla", "teacher"]),
        ("school", ["iestāde", "skola", "school"]), ("semester", ["semestr", "semester"]),
        ("class", ["klase", "class"]), ("measure", ["pasākum", "atbalst", "veids", "measure"]),
        ("subject", ["priekšmet", "subject"]), ("date", ["datums", "date"]),
        ("minutes", ["ilgums", "stundas", "minūt", "minutes", "hours"]),
        ("mode", ["norise", "forma", "mode"]), ("confirmed_on", ["apliecin", "confirmed"]),
        ("mark_before", ["pirms", "before"]), ("mark_after", ["pēc", "after"]),
        ("mark", ["vērtējum", "mark"]), ("missed_lessons", ["kavēt", "kavējum", "missed"]),
        ("justified_lessons", ["attaisn", "justified"]),
        ("respondent", ["kas vērtē", "respondent"]),
        ("rating", ["kā vērtē", "rating"]), ("answers", ["atbildes", "answers"]),
        ("sex", ["dzimums", "sex"]), ("birth_date", ["dzimšanas", "birth"]),
        ("given_name", ["vārds", "given name"]), ("family_name", ["uzvārds", "family name"]),
        ("starts_on", ["sākum", "starts"]), ("ends_on", ["beigas", "ends"]),
        ("applied_on", ["iesnieg", "applied"]), ("status", ["statuss", "status"]),
        ("head_approved_on", ["direktor"]), ("municipality_approved_on", ["pašvaldīb"]),
        ("state_approved_on", ["ikvd"]), ("project_number", ["projekta", "project"]),
        ("risk", ["risk"]), ("outcome", ["rezultāt", "outcome"]),
        ("continuation", ["turpmāk", "continu"]), ("recorded_on", ["reģistrē", "recorded"]),
        ("order_number", ["rīkojum", "order"]), ("role", ["amats", "loma", "role"]),
    ]

    /// The number of columns that are looked at; a model has far fewer fields.
    static let mostColumns = 256

    /// A column with its name as roots are looked for in it.
    private struct Column {
        let finding: TableFinding.Column
        let name: [Character]
    }

    /// Matches columns with the kind of record that most of them fit.
    static func matches(for columns: [TableFinding.Column]) -> ColumnMatch {
        let columns = columns.prefix(mostColumns).map { column in
            Column(finding: column, name: Array(PlainName.folded(column.name)))
        }
        let kinds = RecordKind.inStore.map { match(columns, kind: $0) }
        return kinds.max { worth($0) < worth($1) } ?? match(columns, kind: .session)
    }

    private static func worth(_ match: ColumnMatch) -> Int {
        3 * match.fields.count - 4 * match.missing.count
    }

    private static func match(_ columns: [Column], kind: RecordKind) -> ColumnMatch {
        var free = Array(columns.indices)
        var fields: [(name: String, column: Int)] = []
        for (field, roots) in roots {
            guard let type = kind.fieldIndex(field).map({ kind.fields[$0].type }) else { continue }
            let column =
                roots.lazy.compactMap { root in
                    free.first { holds(columns[$0].name, root) && fits(columns[$0], type) }
                }.first
                ?? (type == .minutes
                    ? free.first { saysUnit(columns[$0]) && fits(columns[$0], type) } : nil)
            guard let column else { continue }
            fields.append((field, column))
            free.removeAll { $0 == column }
        }
        let order = Dictionary(
            kind.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
        fields.sort { (order[$0.name] ?? 0) < (order[$1.name] ?? 0) }
        let missing = kind.fields.filter { field in
            field.isRequired && field.name != "school" && !fields.contains { $0.name == field.name }
        }.map(\.name)
        return ColumnMatch(kind: kind, fields: fields, missing: missing, unmatched: free)
    }

    /// Whether a name holds a root where it holds it first at the start of a word.
    private static func holds(_ name: [Character], _ root: String) -> Bool {
        let root = Array(PlainName.folded(root))
        guard name.count >= root.count else { return false }
        for start in 0...(name.count - root.count)
        where name[start] == root[0] && name[start...].starts(with: root) {
            return start == 0 || !name[start - 1].isLetter
        }
        return false
    }

    /// Whether a column is called by a unit of time and nothing else that roots know, such as `Akad. st.`.
    private static func saysUnit(_ column: Column) -> Bool {
        MinutesUnit.saysHours(column.finding.name) || MinutesUnit.saysMinutes(column.finding.name)
    }

    /// Whether the cells of a column can hold a field.
    private static func fits(_ column: Column, _ type: FieldType) -> Bool {
        let column = column.finding
        return switch (type, column.shape) {
        case (_, .empty): true
        case (.date, let shape): shape == .date || shape == .dateTime || column.share < 0.6
        case (.minutes, let shape), (.count, let shape):
            shape == .integer || shape == .decimal || column.share < 0.6
        default: true
        }
    }
}
