import Foundation
import GRDB
import PupilSupport

/// Makes the links between known people count: the `current…` views name the person who stays.
///
/// A store without links has the plain views, which cost nothing; facts are never rewritten.
enum PeopleLinks {
    /// Whether the views are not those that the decisions ask for.
    static func areStale(in database: Database) throws -> Bool {
        let shown = try shownViews(in: database)
        return try statements(hasLinks: hasLinks(database), in: database)
            .contains { shown[$0.name] != $0.sql }
    }

    private static func hasLinks(_ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM peopleDecision
                        WHERE kind = 'link' AND isUnidentified = 0 AND undoneAt IS NULL)
                    """)) ?? false
    }

    /// Brings who is who, and the views, to what the decisions say of the people that the store knows.
    static func refresh(_ database: Database) throws {
        let hasLinks = try hasLinks(database)
        let hadLinks =
            try Bool.fetchOne(
                database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM samePerson)")) ?? false
        guard try hasLinks || hadLinks || areStale(in: database) else { return }
        try database.execute(sql: "DELETE FROM samePerson")
        let decided = DecidedPeople(try PeopleDecision.all(in: database))
        for link in decided.standingLinks where !link.isUnidentified {
            try enter(link, survivor: decided.survivor(of: link.first), in: database)
        }
        let shown = try shownViews(in: database)
        for view in try statements(hasLinks: hasLinks, in: database)
        where shown[view.name] != view.sql {
            try database.execute(sql: "DROP VIEW IF EXISTS \(view.name)")
            try database.execute(sql: view.sql)
        }
    }

    /// Somebody whom the store does not know yet is entered when they come.
    private static func enter(
        _ link: PeopleDecision, survivor: [UInt8], in database: Database
    ) throws {
        let role = link.role.rawValue
        let isStaffNumber = link.role == .teacher ? "s.isStaffNumber" : "0"
        try database.execute(
            sql: """
                INSERT INTO samePerson (role, tombstone, person, isStaffNumber)
                SELECT ?, t.id, s.id, \(isStaffNumber) FROM \(role) AS t JOIN \(role) AS s
                WHERE t.pseudonym = ? AND s.pseudonym = ?
                """, arguments: [role, Data(link.second), Data(survivor)])
    }

    // MARK: - Views

    /// The views of the store, as they were made, by their names.
    private static func shownViews(in database: Database) throws -> [String: String] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT name, sql FROM sqlite_master WHERE type = 'view'"))
        var views: [String: String] = [:]
        while let row = try rows.next() { views[row[0]] = row[1] }
        return views
    }

    private static func statements(
        hasLinks: Bool, in database: Database
    ) throws -> [(name: String, sql: String)] {
        guard hasLinks else { return plainViews }
        return try zip(RecordKind.inStore, plainViews).map { kind, plain in
            (plain.name, try linkedView(of: kind, in: database) ?? plain.sql)
        }
    }

    private static let plainViews = RecordKind.inStore.map { kind in
        (name: kind.currentView, sql: FirstSchema.view(of: kind))
    }

    private static func linkedView(of kind: RecordKind, in database: Database) throws -> String? {
        var joins = ""
        var persons: [String: String] = [:]
        for field in kind.fields where field.isStored {
            let condition: String
            switch field.type {
            case .pupil: condition = "role = 'pupil'"
            case .teacher: condition = "role = 'teacher'"
            // A number is one person with another number; whose it is the staff list says.
            case .teacherNumber: condition = "role = 'teacher' AND {}.isStaffNumber = 1"
            default: continue
            }
            let alias = "\(field.column)Link"
            persons[field.column] =
                "COALESCE(\(alias).person, f.\(field.column)) AS \(field.column)"
            joins += """

                LEFT JOIN samePerson AS \(alias) ON \(alias).tombstone = f.\(field.column)
                    AND \(alias).\(condition.replacing("{}", with: alias))
                """
        }
        guard !persons.isEmpty else { return nil }
        let columns = try database.columns(in: kind.table).map { column in
            persons[column.name] ?? "f.\(column.name)"
        }
        return """
            CREATE VIEW \(kind.currentView) AS
            SELECT \(columns.joined(separator: ", "))
            FROM \(kind.table) AS f JOIN delivery AS d ON d.id = f.delivery\(joins)
            WHERE f.isHeld = 0 AND d.supersededBy IS NULL
            """
    }
}
