import Diagnostics
import Foundation
import GRDB
import Pipelines
import PupilSupport
public import Rollup
public import SupportStore

/// A store in a folder of its own that a test fills fact by fact.
public final class SmallStore {
    /// The store.
    public let store: SupportStore
    private let folder: URL
    private let database: DatabaseQueue
    private var nextByte = 0

    /// Makes an empty store that knows the schools and terms of the small town.
    public init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-rollup-\(UUID().uuidString)")
        store = try SupportStore(folder: folder.path)
        try store.synchronize(
            schools: SmallTown.municipality.schools, vocabularies: SmallTown.vocabularies)
        database = try DatabaseQueue(path: store.path)
        try database.write { database in
            for delivery in [1, 2, 3] {
                try database.execute(
                    sql: """
                        INSERT INTO delivery
                            (id, sha256, source, kind, fileName, bytes, definition, supersededBy)
                        VALUES (?, ?, 'sloka', 'support', 'a.csv', 1, x'00', ?)
                        """,
                    arguments: [delivery, Data([UInt8(delivery)]), delivery == 2 ? 1 : nil])
            }
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs any statement: for what the methods below do not offer.
    public func execute(_ sql: String) throws {
        try database.write { try $0.execute(sql: sql) }
    }

    /// Adds a fact; `text` columns named in `terms` are looked up as codes of a vocabulary.
    ///
    /// Delivery 1 is in force, delivery 2 is superseded.
    public func add(
        _ table: String, _ values: [String: Int?] = [:], terms: [String: (String, String?)] = [:],
        school: String? = nil, delivery: Int = 1, isHeld: Bool = false, sameRecord: Bool = false
    ) throws {
        if !sameRecord { nextByte += 100 }
        try database.write { database in
            for (column, kind) in [("pupil", "pupil"), ("teacher", "teacher")] {
                guard let id = values[column] ?? nil else { continue }
                try Self.person(id, kind, in: database)
            }
            if let number = values["staffNumber"] ?? nil {
                try Self.person(number, "teacher", in: database)
            }
            if let plan = values["planNumber"] ?? nil {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO planNumber (id, school, number) VALUES (?, 1, ?)",
                    arguments: [plan, "P-\(plan)"])
            }
            var columns: [String: Int?] = values.merging([
                "delivery": delivery, "line": nextByte / 100, "byte": nextByte,
                "isHeld": isHeld ? 1 : 0,
            ]) { first, _ in first }
            if let school {
                columns["school"] = try Int.fetchOne(
                    database, sql: "SELECT id FROM school WHERE code = ?", arguments: [school])
            }
            for (column, term) in terms {
                columns[column] = try Int.fetchOne(
                    database, sql: "SELECT id FROM term WHERE vocabulary = ? AND code = ?",
                    arguments: [term.0, term.1])
            }
            let names = columns.keys.sorted()
            try database.execute(
                sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES "
                    + "(\(names.map { _ in "?" }.joined(separator: ", ")))",
                arguments: StatementArguments(names.map { columns[$0] ?? nil }))
        }
    }

    private static func person(_ id: Int, _ table: String, in database: Database) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO \(table) (id, pseudonym) VALUES (?, ?)",
            arguments: [id, Data("\(table)\(id)".utf8)])
    }

    /// The indicators that the repository ships.
    public static func shippedIndicators() throws -> IndicatorSet {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "pipelines/indicators")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            DefinitionFile(
                path: "indicators/\($0)",
                bytes: [UInt8](try Data(contentsOf: folder.appending(path: $0))))
        }
        let (indicators, diagnostics) = IndicatorLoader(folder: "pipelines", files: files).load()
        guard let indicators else {
            throw ShippedIndicatorsAreWrong(
                messages: diagnostics.map { $0.rendered(in: .english) })
        }
        return indicators
    }

    /// Returns the cube of a semester by the indicators that the repository ships.
    public func cube(of year: Int, _ number: Int) throws -> Cube {
        try SemesterRollup(
            indicators: Self.shippedIndicators(), municipality: SmallTown.municipality,
            vocabularies: SmallTown.vocabularies
        ).cube(of: SmallTown.semester(year, number), in: store.reader)
    }
}

struct ShippedIndicatorsAreWrong: Error {
    let messages: [String]
}
