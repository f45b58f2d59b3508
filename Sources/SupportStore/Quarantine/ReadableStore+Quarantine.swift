import Foundation
import GRDB
import PupilSupport

extension ReadableStore {
    /// Returns the records that are held back, and on demand those that were, in the order of files and
    /// places.
    ///
    /// - Parameters:
    ///   - id: The number of one entry, or `nil` for all.
    ///   - includingEnded: Whether those are wanted that were released or replaced.
    public func heldEntries(id: Int? = nil, includingEnded: Bool = false) throws -> [HeldEntry] {
        var entries: [HeldEntry] = []
        try forEachHeldEntry(id: id, includingEnded: includingEnded) { entry, _ in
            entries.append(entry)
        }
        return entries
    }

    /// Hands the records that are held back, and on demand those that were, to a body, in the order of files
    /// and places.
    ///
    /// - Parameters:
    ///   - id: The number of one entry, or `nil` for all.
    ///   - includingEnded: Whether those are wanted that were released or replaced.
    ///   - body: Receives each, and what looks up what is in force of its findings; it must not read the store
    ///     otherwise.
    public func forEachHeldEntry(
        id: Int? = nil, includingEnded: Bool = false,
        _ body: (HeldEntry, _ findings: @escaping () throws -> [StoredFinding]) throws -> Void
    ) throws {
        try database.read { database in
            let schools = try Self.schools(in: database)
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT q.*, d.fileName, d.source, d.kind, s.code AS schoolCode,
                        f.startedAt AS firstAt, e.startedAt AS endedAt
                    FROM quarantine AS q JOIN delivery AS d ON d.id = q.delivery
                    LEFT JOIN school AS s ON s.id = q.school
                    LEFT JOIN run AS f ON f.id = q.firstRun LEFT JOIN run AS e ON e.id = q.endedRun
                    WHERE (:id IS NULL OR q.id = :id) AND (:all OR q.ending IS NULL)
                    ORDER BY d.fileName, q.line, q.byte, q.id
                    """, arguments: ["id": id, "all": includingEnded])
            while let row = try rows.next() {
                let entry = HeldEntry(row, schoolsOfDelivery: schools[row["delivery"]] ?? [])
                try body(entry) { try Self.findingsInForce(of: entry, in: database) }
            }
        }
    }

    /// The codes of the schools of each delivery, in their order.
    private static func schools(in database: Database) throws -> [Int: [String]] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT o.delivery, c.code FROM deliverySchool AS o JOIN school AS c ON c.id = o.school
                """)
        var schools: [Int: [String]] = [:]
        while let row = try rows.next() { schools[row[0], default: []].append(row[1]) }
        return schools.mapValues { $0.sorted() }
    }

    private static func findingsInForce(
        of entry: HeldEntry, in database: Database
    ) throws -> [StoredFinding] {
        guard entry.state == .held else { return [] }
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT \(StoredFinding.columns), 0
                    FROM finding AS f JOIN delivery AS d ON d.id = f.delivery
                    LEFT JOIN school AS s ON s.id = f.judgedSchool
                    LEFT JOIN heldRecord AS h ON h.delivery = f.delivery AND h.byte = f.recordByte
                    WHERE f.delivery = ? AND f.recordByte = ? AND d.supersededBy IS NULL
                    ORDER BY f.line, f.byte, f.rule, f.columnNumber, f.columnName, f.id
                    """), arguments: [entry.delivery, entry.byte]
        ).map(StoredFinding.inColumns)
    }

    /// Returns the findings of one record, those of a file that was replaced included.
    ///
    /// Of a record that was released only what its own file says of it is still known.
    public func findings(of entry: HeldEntry) throws -> [StoredFinding] {
        try database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT f.*, 1 AS isHeld, s.code AS judgedSchoolCode FROM finding AS f
                    LEFT JOIN school AS s ON s.id = f.judgedSchool
                    WHERE f.delivery = ? AND f.recordByte = ?
                    ORDER BY f.line, f.byte, f.rule, f.columnNumber, f.columnName
                    """, arguments: [entry.delivery, entry.byte]
            ).map(StoredFinding.init)
        }
    }
}

extension HeldEntry {
    init(_ row: Row, schoolsOfDelivery schools: [String]) {
        let sheet: String = row["sheet"]
        let school: String? = row["schoolCode"]
        let semester: Int? = row["semester"]
        let rules: String = row["rules"]
        let ending: String? = row["ending"]
        self.init(
            id: row["id"], delivery: row["delivery"], sha256: Array(row["sha256"] as Data),
            fileName: row["fileName"], sheet: sheet.isEmpty ? nil : sheet, source: row["source"],
            kind: row["kind"],
            schools: school.map { [$0] } ?? schools,
            semester: semester.flatMap(Semester.init(storedValue:)), line: row["line"],
            byte: row["byte"], rules: rules.split(separator: ",").map(String.init).sorted(),
            firstSeen: Run(number: row["firstRun"], startedAt: row["firstAt"]),
            attempts: row["attempts"], state: ending.flatMap(State.init(rawValue:)) ?? .held,
            ended: Run(number: row["endedRun"], startedAt: row["endedAt"]))
    }
}

extension HeldEntry.Run {
    init?(number: Int?, startedAt: Int?) {
        guard let number, let startedAt else { return nil }
        (self.number, self.startedAt) = (number, startedAt)
    }
}
