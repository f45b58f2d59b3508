import Foundation
import Testing

@Suite struct `Changed inputs` {
    private static let consultations = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"

    /// The figures that must move when sessions go.
    private static func figures(_ workplace: borrowing Workplace) throws -> [String: Int] {
        let summary = try Summary(workplace, "2018-2019-2")
        var figures: [String: Int] = [:]
        for name in ["participants", "sessions", "minutes", "teachers", "plans"] {
            figures[name] = summary.keyFigure(name)
        }
        return figures
    }

    @Test func `without one pupil's sessions the figures drop by just that pupil`() throws {
        let workplace = try Preparation.reported.copy()
        let before = try Self.figures(workplace)
        let sessions = try Self.countedSessionsOfFirstPlan(workplace)
        #expect(sessions.count > 5)
        try Self.removeLines(Set(sessions.map(\.line)), workplace)
        _ = try workplace.report()
        let after = try Self.figures(workplace)
        #expect(after["participants"] == (before["participants"] ?? 0) - 1)
        #expect(after["sessions"] == (before["sessions"] ?? 0) - sessions.count)
        #expect(
            after["minutes"] == (before["minutes"] ?? 0) - sessions.reduce(0) { $0 + $1.minutes })
        #expect(after["plans"] == before["plans"])
    }

    private struct CountedSession {
        let line: Int
        let minutes: Int
    }

    /// Asks the store which lines of the file hold the counted sessions of one pupil.
    private static func countedSessionsOfFirstPlan(
        _ workplace: borrowing Workplace
    ) throws -> [CountedSession] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            one = db.execute('''SELECT s.pupil FROM currentSession s JOIN delivery d ON d.id = s.delivery
                WHERE d.fileName = ? AND s.pupil NOT IN (SELECT pupil FROM currentSession WHERE school <> s.school)
                GROUP BY 1 ORDER BY COUNT(*) DESC, 1''', (sys.argv[2],)).fetchone()[0]
            for row in db.execute('''SELECT s.line, s.minutes FROM currentSession s JOIN delivery d ON d.id = s.delivery
                WHERE d.fileName = ? AND s.pupil = ?''', (sys.argv[2], one)): print(*row)
            """,
            workplace.path("state/pumpurs.sqlite").path,
            String(consultations.dropFirst("inbox/".count)),
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            return numbers.count == 2
                ? CountedSession(line: numbers[0], minutes: numbers[1]) : nil
        }
    }

    /// Removes the records that begin on the lines, and corrects the total row's file by leaving it out.
    private static func removeLines(
        _ lines: Set<Int>, _ workplace: borrowing Workplace
    ) throws {
        let bytes = try workplace.bytes(consultations)
        var kept: [UInt8] = []
        var line = 1
        var start = 0
        var isQuoted = false
        var recordLine = 1
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == 0x0A else { continue }
            line += 1
            guard !isQuoted else { continue }
            if !lines.contains(recordLine) { kept += bytes[start...index] }
            start = index + 1
            recordLine = line
        }
        kept += bytes[start...]
        try workplace.write(kept, to: consultations)
    }

    @Test func `the same file under a second name changes no byte`() throws {
        let workplace = try Preparation.reported.copy()
        let before = try workplace.files(in: "reports")
        try workplace.write(try workplace.bytes(Self.consultations), to: "inbox/a-copy.csv")
        let outcome = try workplace.report()
        #expect(try workplace.files(in: "reports") == before)
        #expect(
            outcome.errors.contains(
                "a-c….csv: the same content as jaundubulti/2018-2019-2/konsultacijas.csv; "
                    + "it counts once"))
    }

    @Test func `two names from the first run on count once, under the name that is expected`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write(try workplace.bytes(Self.consultations), to: "inbox/a-copy.csv")
        _ = try workplace.report()
        let summary = try Summary(workplace, "2018-2019-2")
        let quality = try workplace.text("reports/2018-2019-2/internal/quality.csv")
        #expect(summary.keyFigure("participants") == 35)
        #expect(!quality.contains("a-copy.csv"))
    }

    @Test func `new bytes take the place of the earlier file of the same school and semester`()
        throws
    {
        let workplace = try Preparation.reported.copy()
        let first = try workplace.files(in: "reports")
        let original = try workplace.bytes(Self.consultations)
        try Self.removeLines([2], workplace)
        _ = try workplace.report()
        #expect(try workplace.files(in: "reports") != first)
        try workplace.write(original + [], to: Self.consultations)
        let lines = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter {
                $0["entry"] == "file" && $0["kind"] == "consultations"
                    && $0["school_code"] == "jaundubulti"
            }
        #expect(lines.count == 1)
        #expect(lines.first?["records_read"] == "199")
    }
}

@Suite struct `Rival files` {
    private static let marks = "inbox/jaundubulti/2018-2019-2/vertejumi.csv"

    /// The file without its last record, which is another file of the same school, semester and kind.
    private static func shortened(_ bytes: [UInt8]) -> [UInt8] {
        let end = bytes.dropLast(2).lastIndex(of: 0x0A) ?? 0
        return Array(bytes[...end])
    }

    @Test func `of two files of one school, semester and kind one counts and the other is named`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let other = "inbox/jaundubulti/2018-2019-2/a-vertejumi.csv"
        try workplace.write(Self.shortened(try workplace.bytes(Self.marks)), to: other)
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        #expect(
            outcome.errors == """
                jaundubulti/2018-2019-2/a-vertejumi.csv: fatal: \
                jaundubulti/2018-2019-2/vertejumi.csv is of the same school, semester and kind; \
                only that file counts [FIL-010]
                  help: leave only the right one of the two files in the folder

                """)
        #expect(try Summary(workplace, "2018-2019-2").state == "incomplete")
        let first = try workplace.files(in: "reports")
        #expect(try workplace.report().errors == outcome.errors)
        #expect(try workplace.files(in: "reports") == first)
    }

    @Test func `which of two rivals counts does not depend on which came first`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let running = try workplace.report()
        #expect(running.errors.isEmpty)
        let other = "inbox/jaundubulti/2018-2019-2/a-vertejumi.csv"
        try workplace.write(Self.shortened(try workplace.bytes(Self.marks)), to: other)
        let later = try workplace.report()
        let files = try workplace.files(in: "reports")
        try FileManager.default.removeItem(at: workplace.path("state"))
        let fresh = try workplace.report()
        #expect(later.errors == fresh.errors)
        #expect(try workplace.files(in: "reports") == files)
    }

    @Test func `a file that is read anew under changed definitions is no rival of itself`() throws {
        let workplace = try Preparation.reported.copy()
        let name = "pipelines/sources/jaundubulti.yaml"
        let text = try workplace.text(name)
        try workplace.write(text.replacing("at_most: 240", with: "at_most: 239"), to: name)
        #expect(try workplace.report().errors.isEmpty)
        #expect(try Summary(workplace, "2018-2019-2").state == "complete")
    }

    @Test func `a file that comes back after its replacement left is in force again`() throws {
        let workplace = try Preparation.reported.copy()
        let first = try workplace.files(in: "reports")
        let original = try workplace.bytes(Self.marks)
        try workplace.write(Self.shortened(original), to: Self.marks)
        _ = try workplace.report()
        #expect(try workplace.files(in: "reports") != first)
        try workplace.write(original, to: Self.marks)
        _ = try workplace.report()
        #expect(try workplace.files(in: "reports") == first)
    }
}
