import Foundation
import Testing

@Suite struct `Held records that are judged again` {
    private static let measures = "pipelines/vocabularies/measures.yaml"
    private static let sessions = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"
    private static let shown = "jaundubulti/2018-2019-2/konsultacijas.csv"

    /// Reports on the sample data.
    ///
    /// - Returns: The line of a session with a measure that the vocabulary does not know.
    private func hold(in workplace: borrowing Workplace) throws -> Int {
        try workplace.copySamples()
        #expect(try workplace.report().code == 3)
        return 17
    }

    /// Lets the vocabulary know the measure.
    private func mend(_ workplace: borrowing Workplace) throws {
        try workplace.write(
            try workplace.text(Self.measures).replacing(
                "aliases: [IK,", with: "aliases: [Mūzikas terapija, IK,"), to: Self.measures)
    }

    private func list(_ workplace: borrowing Workplace, _ options: String...) throws -> [[String:
        String]]
    {
        let outcome = try workplace.shell(
            "\"$PUMPURS\" quarantine list --format csv --language en \(options.joined(separator: " "))"
        )
        #expect(outcome.errors == "")
        return rows(of: outcome.output)
    }

    @Test func `a session with an unknown measure counts once the vocabulary knows it`() throws {
        let workplace = try Workplace()
        let line = try hold(in: workplace)
        let held = try #require(try list(workplace).first { $0["line"] == "\(line)" })
        #expect(held["rule"] == "FLD-002")
        let before = try #require(try Summary(workplace, "2018-2019-2").keyFigure("sessions"))
        try mend(workplace)
        let outcome = try workplace.run("quarantine", "replay", "--language", "en")
        #expect(outcome.code == 3)
        #expect(
            outcome.output.split(separator: "\n").first { $0.hasPrefix(Self.shown) }?
                .split(separator: " ").map(String.init) == [Self.shown, "1", "15", "0"])
        _ = try workplace.report()
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("sessions") == before + 1)
        #expect(try !list(workplace).contains { $0["id"] == held["id"] })
    }

    @Test func `a released record keeps its place and its history`() throws {
        let workplace = try Workplace()
        let line = try hold(in: workplace)
        let held = try #require(try list(workplace).first { $0["line"] == "\(line)" })
        try mend(workplace)
        _ = try workplace.run("quarantine", "replay")
        let released = try #require(
            try list(workplace, "--ended").first { $0["id"] == held["id"] })
        #expect(released["state"] == "released")
        for column in ["file", "line", "byte", "first_seen", "first_run", "attempts"] {
            #expect(released[column] == held[column])
        }
        #expect(released["ended_run"] == "2")
    }

    @Test func `what is still held back has one attempt more`() throws {
        let workplace = try Workplace()
        let line = try hold(in: workplace)
        #expect(Set(try list(workplace).map { $0["attempts"] }) == ["1"])
        try mend(workplace)
        _ = try workplace.run("quarantine", "replay")
        let still = try list(workplace).filter { $0["line"] != "\(line)" }
        #expect(Set(still.map { $0["attempts"] }) == ["2"])
        #expect(Set(still.map { $0["first_run"] }) == ["1"])
    }

    /// The files of the store but those that say who is reading it.
    private func kept(_ workplace: borrowing Workplace) throws -> [String: [UInt8]] {
        try workplace.files(in: "state").filter { name, _ in
            !name.hasSuffix("-shm") && !name.hasSuffix("-wal")
        }
    }

    @Test func `a replay that finds nothing to do changes no byte`() throws {
        let workplace = try Workplace()
        _ = try hold(in: workplace)
        let before = try kept(workplace)
        let outcome = try workplace.run("quarantine", "replay", "--language", "en")
        #expect(outcome.code == 0)
        #expect(
            outcome.output
                == "every file was read with these definitions already; nothing was changed\n")
        #expect(try kept(workplace) == before)
    }

    @Test func `replay does not need the inbox`() throws {
        let workplace = try Workplace()
        _ = try hold(in: workplace)
        try FileManager.default.removeItem(at: workplace.path("inbox"))
        try mend(workplace)
        let outcome = try workplace.run("quarantine", "replay")
        #expect(outcome.code == 3)
        #expect(outcome.errors == "")
    }

    @Test func `a file that is not in the archive stays as it was and is named`() throws {
        let workplace = try Workplace()
        _ = try hold(in: workplace)
        try FileManager.default.removeItem(at: workplace.path("state/archive"))
        try mend(workplace)
        let outcome = try workplace.run("quarantine", "replay", "--language", "en")
        #expect(outcome.code == 3)
        #expect(
            outcome.errors.split(separator: "\n").first { $0.hasPrefix(Self.shown) } ?? ""
                == "\(Self.shown): the archive does not have this file, for an older program loaded "
                + "it; import it again with `pumpurs import`")
    }

    @Test func `a file that today's definitions refuse stays in force`() throws {
        let workplace = try Workplace()
        _ = try hold(in: workplace)
        let name = "pipelines/sources/vaivari.yaml"
        try workplace.write(
            try workplace.text(name).replacing(
                "encoding: windows-1257", with: "encoding: utf-16le"),
            to: name)
        let outcome = try workplace.run("quarantine", "replay", "--language", "en")
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("vaivari/2018-2019-2/personals.xml"))
        #expect(
            try list(workplace).contains { ($0["file"] ?? "").hasPrefix("vaivari/2018-2019-2/") })
    }

    @Test func `a record of a file that was replaced is told as such`() throws {
        let workplace = try Workplace()
        let line = try hold(in: workplace)
        let held = try #require(try list(workplace).first { $0["line"] == "\(line)" })
        try workplace.editLines(Self.sessions) { $0.remove(at: line - 1) }
        _ = try workplace.report()
        let replaced = try #require(
            try list(workplace, "--ended").first { $0["id"] == held["id"] })
        #expect(replaced["state"] == "replaced")
        #expect(replaced["rule"] == "FLD-002")
    }

    @Test func `what is held back only until the next file of a run is not remembered`() throws {
        let workplace = try Preparation.reported.copy()
        #expect(try list(workplace, "--ended").allSatisfy { $0["state"] == "held" })
    }

    @Test func `another run that works with the store keeps replay from it but not list`() throws {
        let workplace = try Workplace()
        _ = try hold(in: workplace)
        try mend(workplace)
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 60)
        defer { holder.terminate() }
        #expect(try workplace.run("quarantine", "replay").code == 75)
        #expect(try workplace.run("quarantine", "list").code == 0)
    }

    @Test func `a file that another source has come to read is in force once`() throws {
        let workplace = try Workplace()
        _ = try hold(in: workplace)
        let before = try Summary(workplace, "2018-2019-2").keyFigure("sessions")
        for ending in ["yaml", "test.yaml"] {
            let name = "pipelines/sources/jaundubulti.\(ending)"
            let text = try workplace.text(name)
            try workplace.write(
                text.replacing("source: jaundubulti", with: "source: vidusskola"),
                to: "pipelines/sources/vidusskola.\(ending)")
            try FileManager.default.removeItem(at: workplace.path(name))
        }
        #expect(try workplace.run("quarantine", "replay").code == 3)
        _ = try workplace.report()
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("sessions") == before)
    }

    @Test func `a replay that is killed at any moment is made up for by the next`() throws {
        let workplace = try Workplace()
        _ = try hold(in: workplace)
        try mend(workplace)
        let files = FileManager.default
        try files.copyItem(at: workplace.path("state"), to: workplace.path("kept"))
        _ = try workplace.run("quarantine", "replay")
        let expected = try history(workplace)
        for moment in 1...8 {
            try files.removeItem(at: workplace.path("state"))
            try files.copyItem(at: workplace.path("kept"), to: workplace.path("state"))
            _ = try workplace.shell(
                """
                "$PUMPURS" quarantine replay > /dev/null 2>&1 & process=$!
                sleep \(Double(moment) * 0.15)
                kill -9 $process 2> /dev/null
                wait
                """)
            #expect(try history(workplace).count >= expected.count - 1)
            _ = try workplace.run("quarantine", "replay")
            #expect(try history(workplace) == expected)
        }
    }

    /// What is remembered, without the numbers of the runs, their times and how many they were: a run
    /// that was killed has judged what it had come to.
    private func history(_ workplace: borrowing Workplace) throws -> [[String: String]] {
        try list(workplace, "--ended").map { record in
            record.filter {
                !["id", "first_seen", "first_run", "ended", "ended_run", "attempts"].contains(
                    $0.key)
            }
        }
    }

    @Test func `a store of an older program is converted with what it holds back`() throws {
        let workplace = try Workplace()
        _ = try hold(in: workplace)
        let before = try list(workplace)
        _ = try workplace.shell(
            """
            python3 - <<'END'
            import sqlite3
            store = sqlite3.connect("state/pumpurs.sqlite")
            for name in ["TABLE quarantine", "TABLE acknowledgement", "INDEX findingByRecord"]:
                store.execute("DROP " + name)
            store.execute("DELETE FROM grdb_migrations WHERE identifier = 'quarantine'")
            store.commit()
            END
            """)
        let older = try workplace.run("quarantine", "list", "--language", "en")
        #expect(older.code == 74)
        #expect(
            older.errors
                == "pumpurs: the store state/pumpurs.sqlite was written by an older version of "
                + "pumpurs, and this command only reads it; run pumpurs import, which brings it up to "
                + "date\n")
        _ = try workplace.report()
        let after = try list(workplace)
        #expect(
            after.map { $0.filter { $0.key != "id" } }
                == before.map { $0.filter { $0.key != "id" } })
    }
}
