import Foundation
import Testing

/// A state that lost a part, or holds something else in its place: told, and nothing is made anew in silence.
@Suite struct `A state that is not whole` {
    private static let corrected = "inbox/vaivari/2018-2019-2/konsultacijas.csv"

    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    @Test func `a first run that was cut off before the store knew its key is begun again`() throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let run = try workplace.shell(
            """
            mkdir -m 700 none; cp inbox/README.md none/
            "$PUMPURS" report --inbox none --state state --output reports >/dev/null 2>&1
            python3 -c "import sqlite3; c = sqlite3.connect('state/pumpurs.sqlite'); c.execute('DELETE FROM keyCheck'); c.commit()"
            """)
        #expect(run.code == 0)
        #expect(try workplace.rollup().code == 3)
    }

    @Test func `the definitions of a run that was cut off are not taken for exports`() throws {
        let workplace = try prepared()
        // As it is when a run was killed behind the keeping of its definitions and before its first change.
        let run = try workplace.shell(
            """
            python3 -c "import sqlite3; c = sqlite3.connect('state/pumpurs.sqlite'); c.execute('DELETE FROM definitionFile'); c.commit()"
            """)
        #expect(run.code == 0)
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.output.contains("warnings that nobody has reviewed"))
        #expect(!doctor.output.contains("copies of exports"))
    }

    @Test func `without its database it is not begun anew over closed figures`() throws {
        let workplace = try prepared()
        let reports = try workplace.files(in: "reports")
        _ = try workplace.shell("umask 077; rm state/pumpurs.sqlite*; : >state/pumpurs.sqlite")
        let outcome = try workplace.rollup(at: .dayAfter)
        #expect(outcome.code == 74)
        #expect(
            outcome.errors
                == "pumpurs: the store state/pumpurs.sqlite is missing or empty, but "
                + "state/vault.sqlite, which belongs to it, is there; restore the state folder from the "
                + "backup, or, to begin anew, move the whole folder away\n")
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test func `with the database of another program it is left as it is`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.shell(
            "umask 077; mkdir state && python3 -c \"import sqlite3; "
                + "sqlite3.connect('state/pumpurs.sqlite').execute('create table a (b)')\"")
        let outcome = try workplace.rollup(at: .october2019)
        #expect(outcome.code == 74)
        #expect(
            outcome.errors
                == "pumpurs: state/pumpurs.sqlite is the database of another program and was left as it "
                + "is; name another folder with --state\n")
    }

    @Test(arguments: [
        ("rm state/vault.sqlite", Int32(74), "the vault state/vault.sqlite is empty"),
        (
            "head -c 8192 /dev/zero | tr '\\0' x >state/vault.sqlite", 74,
            "state/vault.sqlite is damaged"
        ),
        ("rm state/pumpurs.key", 77, "the key state/pumpurs.key is missing"),
        ("chmod 644 state/pumpurs.key", 77, "the key state/pumpurs.key is not safe"),
        ("head -c 32 /dev/urandom >state/pumpurs.key", 77, "is not the one"),
        ("rm -r state/archive", 74, "the archive's file state/archive is missing"),
    ])
    func `it is told of even by a rollup with nothing to do`(
        command: String, code: Int32, words: String
    ) throws {
        let workplace = try prepared()
        #expect(try workplace.rollup(at: .october2019).code == 0)
        _ = try workplace.shell(command)
        let outcome = try workplace.rollup(at: .october2019)
        #expect(outcome.code == code)
        #expect(outcome.errors.contains(words))
    }

    @Test func `a file of the archive that was altered is never read again`() throws {
        let workplace = try prepared()
        let place = try workplace.sealed(Self.corrected)
        _ = try workplace.shell(
            "for f in pipelines/sources/*.yaml; do echo '# x' >>$f; done")
        try workplace.flip(place, at: 200)
        for command in [
            ["quarantine", "replay", "--state", "state"],
            ["report", "--as-of", "run:1", "--output", "then", "--state", "state"],
            ["backup", "--into", "copy", "--state", "state"],
        ] {
            let outcome = try workplace.shell(
                "\"$PUMPURS\" \(command.joined(separator: " ")) --language en")
            #expect(outcome.code == 74)
            #expect(
                outcome.errors
                    == "pumpurs: the archive's file \(place) is missing or not what was accepted; restore "
                    + "it from the backup, or run pumpurs import while the school's file is in the inbox\n"
            )
        }
        #expect(!FileManager.default.fileExists(atPath: workplace.path("copy").path))
    }

    @Test(arguments: [
        "rm", "truncate -s 10", "printf x >>", "cp inbox/sloka/2018-2019-2/atbalsts.xml",
    ])
    func `a file that the archive lost is kept again while it is in the inbox`(
        command: String
    ) throws {
        let workplace = try prepared()
        let place = try workplace.sealed(Self.corrected)
        let bytes = try workplace.bytes(Self.corrected)
        _ = try workplace.shell("\(command) '\(place)'")
        _ = try workplace.run("import", "--inbox", "inbox", "--state", "state")
        #expect(try workplace.openedArchive().values.contains(bytes))
    }
}
