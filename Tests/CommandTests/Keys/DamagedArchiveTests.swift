import Foundation
import Testing

/// Files of the archive that are gone, altered, or something else than a file.
@Suite struct `A damaged file of the archive` {
    private static let name = "vaivari/2018-2019-2/konsultacijas.csv"
    private static let sessions = "inbox/\(name)"

    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    private func doctor(_ workplace: borrowing Workplace) throws -> Workplace.Outcome {
        try workplace.run("doctor", "--state", "state", "--language", "en")
    }

    @Test(arguments: [
        ("rm A", "there is no file"), ("printf x >>A", "the file is not what was accepted"),
        ("rm A; mkdir A", "a folder is there; move it away before importing"),
    ])
    func `is named by the doctor, with its place and what lies there`(
        command: String, found: String
    ) throws {
        let workplace = try prepared()
        let place = try workplace.sealed(Self.sessions)
        _ = try workplace.shell(command.replacing("A", with: place))
        let outcome = try doctor(workplace)
        #expect(outcome.code == 74)
        #expect(outcome.output.contains("fatal: \(Self.name): \(place): \(found)\n"))
    }

    @Test func `is put in place by importing the same file again`() throws {
        let workplace = try prepared()
        try workplace.flip(try workplace.sealed(Self.sessions), at: 200)
        #expect(try doctor(workplace).code == 74)
        #expect(
            [0, 3].contains(
                try workplace.run("import", "--inbox", "inbox", "--state", "state").code))
        #expect(try doctor(workplace).code != 74)
        let bytes = try workplace.bytes(Self.sessions)
        #expect(try workplace.openedArchive().values.contains(bytes))
    }

    @Test func `with erased records is said to be in the backup only`() throws {
        let workplace = try Workplace.rolledUp()
        let sent = try workplace.sealed("inbox/sloka/2018-2019-2/atbalsts.xml")
        try workplace.erase(Asked.sandis)
        let note = try workplace.text(sent.replacing(".sealed", with: ".rekeyed"))
        let current = try #require(note.firstMatch(of: /"current":"([0-9a-f]{64})"/)?.1)
        let place = "state/archive/\(current.prefix(2))/\(current).sealed"
        try workplace.flip(place, at: 200)
        let outcome = try doctor(workplace)
        #expect(outcome.code == 74)
        #expect(
            outcome.output.contains(
                "\(place): the file is not what was accepted; records were erased in it, so only the "
                    + "backup restores it\n"))
    }

    @Test func `that a decision asks to be read again does not keep the inbox from bringing it`()
        throws
    {
        let workplace = try prepared()
        try workplace.flip(try workplace.sealed(Self.sessions), at: 200)
        let marked = try workplace.shell(
            """
            python3 -c "import sqlite3
            store = sqlite3.connect('state/pumpurs.sqlite')
            store.execute('INSERT INTO staleDelivery SELECT id FROM delivery WHERE fileName = ?',
                ('\(Self.name)',))
            store.commit()"
            """)
        #expect(marked.code == 0, "\(marked.errors)")
        let outcome = try workplace.run("import", "--inbox", "inbox", "--state", "state")
        #expect([0, 3].contains(outcome.code), "\(outcome.errors)")
        #expect(try doctor(workplace).code != 74)
        let waiting = try workplace.query(
            "SELECT COUNT(*) FROM staleDelivery AS s JOIN delivery AS d ON d.id = s.delivery "
                + "WHERE d.supersededBy IS NULL")
        #expect(waiting == "0\n")
    }

    @Test(arguments: [
        "import --inbox inbox", "backup --into copy", "report --as-of run:1 --output then",
    ])
    func `that is a folder is to be moved away`(command: String) throws {
        let workplace = try prepared()
        let place = try workplace.sealed(Self.sessions)
        _ = try workplace.shell("rm \(place); mkdir \(place)")
        let outcome = try workplace.shell("\"$PUMPURS\" \(command) --state state --language en")
        #expect(outcome.code == 74)
        #expect(
            outcome.errors
                == "pumpurs: \(place) is a folder, and a file of the archive belongs there; move the "
                + "folder away, then run pumpurs import while the school's file is in the inbox, or restore "
                + "the file from the backup\n")
    }

    @Test func `keeps no text of a held record from being asked for by the wrong key`() throws {
        let workplace = try prepared()
        let list = try workplace.run("quarantine", "list", "--format", "csv").output
        let id = try #require(rows(of: list).first?["id"])
        _ = try workplace.shell("head -c 32 /dev/urandom >state/pumpurs.key")
        let outcome = try workplace.run("quarantine", "show", id, "--raw", "--language", "en")
        #expect(outcome.code == 77)
        #expect(outcome.errors.contains("is not the one that this store was made with"))
    }
}
