import Foundation
import Testing

@Suite struct `Small files of one run` {
    private static let sessions = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"

    /// Counts rows of the store and of the vault.
    private static func counts(_ workplace: borrowing Workplace) throws -> String {
        let outcome = try workplace.shell(
            """
            python3 -c 'import sqlite3
            for file, tables in (("pumpurs", ("delivery", "pupil", "teacher", "session", "heldRecord", "quarantine")),
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
}
