import SupportStore

/// Where a query's rows say what they hold and which record they come from.
struct EvidencePlaces {
    /// The columns of every query that lead to the record.
    static let lineage = ["delivery", "line", "byte"]

    /// The names of the other columns.
    let columns: [String]
    private let places: [Int]
    private let lineagePlaces: [Int]

    /// Finds the columns of a query.
    ///
    /// - Throws: ``EvidenceProblem/missingColumn(_:query:)`` when the query leads to no record.
    init(_ names: [String], query: String) throws {
        lineagePlaces = try Self.lineage.map { name in
            guard let place = names.firstIndex(of: name) else {
                throw EvidenceProblem.missingColumn(name, query: query)
            }
            return place
        }
        let others = names.indices.filter { !Self.lineage.contains(names[$0]) }
        places = others
        columns = others.map { names[$0] }
    }

    /// Returns the record that a row comes from.
    func record(of row: StoredRow) -> (delivery: Int, byte: Int) {
        (row.integer(lineagePlaces[0]) ?? 0, row.integer(lineagePlaces[2]) ?? 0)
    }

    /// Returns a row with its values.
    func evidence(of row: StoredRow) -> EvidenceRow {
        EvidenceRow(
            delivery: row.integer(lineagePlaces[0]) ?? 0, line: row.integer(lineagePlaces[1]) ?? 0,
            byte: row.integer(lineagePlaces[2]) ?? 0,
            values: places.map { place in
                if let integer = row.integer(place) { return .integer(integer) }
                return row.text(place).map(EvidenceValue.text) ?? .empty
            })
    }
}
