import Diagnostics
import Foundation
import PupilSupport
import SupportStore
import Testing

@testable import Pipelines
@testable import Rollup

@Suite struct `Definitions of extracts` {
    private static let extract = """
        version: 1
        extract: sessions
        evidence: sessions.sql
        parts_of: session
        tables:
          - file: hours
            by:
              - {name: school, column: school, show: school_code}
              - {name: year, column: semester, show: school_year}
            columns:
              - {name: sessions, aggregate: count}
              - {name: pupils, aggregate: count_distinct, column: pupil}
              - {name: hours, aggregate: sum, column: minutes, divided_by: 60, decimals: 2}
              - {name: low, aggregate: count_where, column: low}
            order: [year]

        """
    private static let sql = """
        -- All sessions.
        SELECT id, school, semester, pupil, minutes, markAfter < :low_mark_below AS low
        FROM currentSession;  -- the end

        """

    private func load(
        _ files: [String: String], needed: Bool = true
    ) throws -> ([Extract]?, [Diagnostic]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "extracts"), withIntermediateDirectories: true)
        for (name, text) in files {
            let file = folder.appending(path: "extracts/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try ExtractLoader(folder: folder.path).load(needed: needed)
    }

    /// What is wrong, each as place, words and advice.
    private func faults(
        _ old: String = "", _ new: String = "", sql: String = sql,
        in language: MessageLanguage = .english,
        at place: Testing.SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let text = Self.extract
        #expect(
            old.isEmpty || text.components(separatedBy: old).count == 2, sourceLocation: place)
        let (extracts, found) = try load([
            "sessions.yaml": old.isEmpty ? text : text.replacing(old, with: new),
            "sessions.sql": sql,
        ])
        #expect((extracts == nil) == !found.isEmpty, sourceLocation: place)
        return found.map { finding in
            let position = finding.position
            let file = position.file.split(separator: "/").last ?? ""
            return
                "\(file):\(position.line):\(position.column ?? 0) \(finding.summary(in: language)); "
                + finding.advice(in: language)
        }
    }

    @Test func `that are right say what is summed up`() throws {
        let (extracts, found) = try load(["sessions.yaml": Self.extract, "sessions.sql": Self.sql])
        #expect(found.isEmpty)
        #expect(
            extracts == [
                Extract(
                    code: "sessions", evidence: "sessions.sql", sql: Self.sql, parts: .session,
                    tables: [
                        ExtractTable(
                            file: "hours",
                            keys: [
                                ExtractKey(name: "school", column: "school", form: .schoolCode),
                                ExtractKey(name: "year", column: "semester", form: .schoolYear),
                            ],
                            amounts: [
                                ExtractAmount(name: "sessions", aggregate: .count),
                                ExtractAmount(name: "pupils", aggregate: .countDistinct("pupil")),
                                ExtractAmount(
                                    name: "hours", aggregate: .sum("minutes"), divisor: 60,
                                    decimals: 2),
                                ExtractAmount(name: "low", aggregate: .countWhere("low")),
                            ], order: [1])
                    ])
            ])
    }

    @Test func `name a column that the query lacks, with those that it has`() throws {
        #expect(
            try faults("column: minutes", "column: minuts") == [
                "sessions.yaml:13:47 the query sessions.sql has no column 'minuts'; did you mean 'minutes'? "
                    + "columns: id, school, semester, pupil, minutes, low"
            ])
        #expect(
            try faults("column: minutes", "column: minuts", in: .latvian) == [
                "sessions.yaml:13:47 vaicājumā sessions.sql nav ailes 'minuts'; vai domājāt 'minutes'? "
                    + "ailes: id, school, semester, pupil, minutes, low"
            ])
    }

    @Test func `need the record's number where two threads share the rows`() throws {
        #expect(
            try faults(sql: Self.sql.replacing("SELECT id, ", with: "SELECT ")) == [
                "sessions.yaml:4:11 the query sessions.sql has no column 'id'; columns: school, semester, "
                    + "pupil, minutes, low"
            ])
    }

    @Test func `name a query that cannot be run, with its line`() throws {
        #expect(
            try faults(sql: "SELECT id,\n    schol\nFROM currentSession") == [
                "sessions.sql:2:0 the query cannot be run: no such column: schol; correct the SQL; "
                    + "docs/definitions.md names the views, tables and arguments"
            ])
    }

    static let wrong: [(old: String, new: String, summary: String)] = [
        (
            "extract: sessions", "extract: other",
            "2:10 'other' is not the name of the file, 'sessions'"
        ),
        (
            "evidence: sessions.sql", "evidence: other.sql",
            "3:11 the file 'extracts/other.sql' is missing"
        ),
        ("parts_of: session", "parts_of: lesson", "4:11 'lesson' is not a value of 'parts_of'"),
        (
            "file: hours", "file: ../hours",
            "6:11 expected the name of a file without its ending, of letters (A–Z, a–z), digits, - and _, "
                + "found '../hours'"
        ),
        (
            "name: year", "name: school",
            "9:16 'school' is given twice (name); the first is on line 8"
        ),
        (
            "name: hours", "name: school",
            "13:16 'school' is given twice (name); the first is on line 8"
        ),
        ("show: school_year", "show: year", "9:46 'year' is not a value of 'show'"),
        (
            "{name: school, column: school, show: school_code}", "{name: pupil, column: pupil}",
            "8:23 'pupil' is a person, and the table would have a row for each"
        ),
        ("aggregate: sum", "aggregate: mean", "13:34 'mean' is not a value of 'aggregate'"),
        (
            "{name: sessions, aggregate: count}", "{name: sessions, aggregate: count, column: id}",
            "11:44 the key 'column' is not known here"
        ),
        (
            "column: pupil}", "column: pupil, decimals: 1}",
            "12:66 the key 'decimals' is not known here"
        ),
        ("aggregate: sum, column: minutes", "aggregate: sum", "13:9 the key 'column' is missing"),
        ("decimals: 2", "decimals: 7", "13:82 the value 7 of 'decimals' is out of range"),
        ("divided_by: 60", "divided_by: 0", "13:68 the value 0 of 'divided_by' is out of range"),
        ("order: [year]", "order: [hours]", "15:13 'hours' is not a value of 'order'"),
        ("order: [year]", "sort: [year]", "15:5 the key 'sort' is not known here"),
    ]

    @Test(arguments: wrong)
    func `name what is wrong in them with its place`(
        old: String, new: String, summary: String
    ) throws {
        let found = try faults(old, new)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("sessions.yaml:\(summary); ") == true, "\(found)")
    }

    @Test func `must not write two tables into one file`() throws {
        let (_, found) = try load([
            "a.yaml": Self.extract.replacing("extract: sessions", with: "extract: a"),
            "b.yaml": Self.extract.replacing("extract: sessions", with: "extract: b")
                .replacing("file: hours", with: "file: Hours"),
            "sessions.sql": Self.sql,
        ])
        #expect(
            found.map { $0.summary(in: .english) } == [
                "'Hours' is given twice (file); the first is on line 6"
            ])
    }

    @Test func `may be none, but for whoever wants to write some`() throws {
        let (none, found) = try load([:], needed: false)
        #expect(none == [] && found.isEmpty)
        let (_, missing) = try load([:])
        #expect(missing.map { $0.summary(in: .english) } == ["there are no extracts"])
    }

    @Test func `lie in no folder below`() throws {
        let (_, found) = try load(["more/sessions.yaml": Self.extract])
        #expect(
            found.map { $0.summary(in: .english) } == [
                "the file is not read: it lies in a folder below 'extracts'"
            ])
    }

    @Test func `have their troubles told at the column and at the query`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "extracts"), withIntermediateDirectories: true)
        try Data(Self.extract.utf8).write(to: folder.appending(path: "extracts/sessions.yaml"))
        let loader = ExtractLoader(folder: folder.path)
        func told(_ kind: ExtractProblem.Kind) -> String {
            let finding = loader.finding(of: ExtractProblem(extract: "sessions", kind: kind))
            return "\(finding.position.line) \(finding.summary(in: .english)); "
                + finding.advice(in: .english)
        }
        #expect(
            told(.tooLarge(column: "minutes"))
                == "13 the query sessions.sql cannot be summed up: column 'minutes' holds a number that is "
                + "too large to be summed; correct the SQL so that the column holds integers, as the store "
                + "keeps them")
        #expect(
            told(.failed(.seconds(3)))
                == "3 the query sessions.sql cannot be summed up: it does not end within 3 seconds; if the "
                + "data are that large, raise `indicator_limits` in the municipality's file")
    }
}
