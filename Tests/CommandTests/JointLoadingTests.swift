import Foundation
import Testing

@Suite struct `Small files of one run` {
    private static let sessions = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"

    /// Counts rows of the store and of the vault.
    private static func counts(_ workplace: borrowing Workplace) throws -> String {
        let outcome = try workplace.shell(
            """
            python3 -c 'import sqlite3
            for file, tables in (("pumpurs", ("delivery", "pupil", "teacher", "session", "heldRecord", "quarantine WHERE ending IS NULL")),
                                 ("vault", ("pupil", "teacher", "unidentified"))):
                store = sqlite3.connect(f"state/{file}.sqlite")
                for table in tables:
                    print(table, store.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])'
            """)
        #expect(outcome.code == 0)
        return outcome.output
    }

    @Test func `give the reports that they give when each comes by itself`() throws {
        let together = try Workplace()
        try together.copySamples()
        _ = try together.report()
        let apart = try Workplace()
        try apart.copySamples()
        let files = try apart.files(in: "inbox").keys.sorted()
        _ = try apart.shell("mv inbox all")
        for file in files {
            _ = try apart.shell(
                "mkdir -p \"inbox/$(dirname '\(file)')\"; mv 'all/\(file)' 'inbox/\(file)'")
            _ = try apart.run("import", "--inbox", "inbox")
        }
        #expect(try Self.counts(apart) == Self.counts(together))
        _ = try apart.report()
        #expect(try apart.files(in: "reports") == together.files(in: "reports"))
    }

    @Test func `are loaded beside one that is refused, of which nothing is left`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        // Without its closing row the file is refused when it has been read to its end.
        try workplace.editLines(Self.sessions) { $0.removeLast() }
        let refused = try workplace.run("import", "--inbox", "inbox", "--language", "en")
        #expect(refused.errors.contains("[FIL-033]"))
        let without = try Workplace()
        try without.copySamples()
        _ = try without.shell("rm \(Self.sessions)")
        _ = try without.run("import", "--inbox", "inbox")
        #expect(try Self.counts(workplace) == Self.counts(without))
        let archived = "find state/archive -type f | wc -l"
        #expect(try workplace.shell(archived).output == without.shell(archived).output)
    }

    @Test func `leave the last of rivals in force, however many transactions they take`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try workplace.write(CountySource.definition, to: "pipelines/sources/novads.yaml")
        for number in 101...170 {
            try workplace.write(
                """
                Skola;Semestris;Kods;Klase\r
                Slokas pamatskola;2018./2019. 2. semestris;010\(number)-21111;6.a\r

                """, to: "inbox/\(number).csv")
        }
        for _ in 1...2 {
            let outcome = try workplace.run("import", "--inbox", "inbox", "--language", "en")
            #expect(outcome.errors.components(separatedBy: "[FIL-").count == 70)
            let inForce = try workplace.shell(
                """
                python3 -c 'import sqlite3
                store = sqlite3.connect("state/pumpurs.sqlite")
                print(*store.execute("SELECT fileName FROM delivery WHERE supersededBy IS NULL").fetchall())'
                """)
            #expect(inForce.output == "('170.csv',)\n")
        }
    }

    /// Makes an inbox with a small file, one of so many faulty rows that it is not read to its end first, and another
    /// small one, and returns what was said and what is in force of each.
    private static func loadFaulty(
        _ rows: Int, atMost limit: Int
    ) throws -> (outcome: Workplace.Outcome, inForce: String) {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try workplace.write(
            CountySource.definition.replacing(
                "delimiter: \";\"", with: "delimiter: \";\", limits: {records: \(limit)}"),
            to: "pipelines/sources/novads.yaml")
        let header = "Skola;Semestris;Kods;Klase\r\n"
        let semester = "2018./2019. 2. semestris"
        try workplace.write(
            header + "Vaivaru pamatskola;\(semester);010101-21111;6.a\r\n", to: "inbox/a.csv")
        try workplace.write(
            header
                + String(repeating: "Slokas pamatskola;\(semester);x;y\r\n", count: rows),
            to: "inbox/b.csv")
        try workplace.write(
            header + "Jaundubultu vidusskola;\(semester);010102-21111;6.a\r\n",
            to: "inbox/c.csv")
        let outcome = try workplace.run("import", "--inbox", "inbox", "--language", "en")
        let inForce = try workplace.shell(
            """
            python3 -c 'import sqlite3
            store = sqlite3.connect("state/pumpurs.sqlite")
            for row in store.execute("SELECT fileName, recordsRead, recordsLoaded, recordsHeldBack FROM delivery"
                                     " WHERE supersededBy IS NULL ORDER BY fileName"):
                print(*row)
            print(store.execute("SELECT COUNT(*) FROM heldRecord").fetchone()[0])'
            """)
        return (outcome, inForce.output)
    }

    @Test func `are loaded beside one that is too faulty to wait in memory`() throws {
        let (outcome, inForce) = try Self.loadFaulty(70_000, atMost: 70_000)
        #expect(outcome.code == 3)
        #expect(inForce == "a.csv 1 1 0\nb.csv 70000 0 70000\nc.csv 1 1 0\n70000\n")
    }

    @Test func `are loaded beside one that is refused when part of it was stored`() throws {
        let (outcome, inForce) = try Self.loadFaulty(70_001, atMost: 70_000)
        #expect(outcome.errors.contains("[CSV-014]"))
        #expect(inForce == "a.csv 1 1 0\nc.csv 1 1 0\n0\n")
    }
}
