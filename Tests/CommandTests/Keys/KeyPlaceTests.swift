import Foundation
import Testing

@Suite struct `The place of a key` {
    private func prepared() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copySamples()
        return workplace
    }

    /// Runs a script in which `$PUMPURS report` has its options.
    private func report(
        _ workplace: borrowing Workplace, before: String = "", _ more: String = ""
    ) throws -> Workplace.Outcome {
        try workplace.shell(
            "\(before) \"$PUMPURS\" report --inbox inbox --state state --output reports "
                + "--semester 2018-2019-1 --language en \(more)")
    }

    private func identifier(_ workplace: borrowing Workplace, _ file: String) throws -> String {
        try workplace.shell("sha256sum \(file) | cut -c1-8").output.filter { $0 != "\n" }
    }

    @Test func `is the file that --key-file names, before all others`() throws {
        let workplace = try prepared()
        #expect(
            try workplace.run("keys", "create", "--key-file", "mine.key", "--language", "en").code
                == 0)
        try workplace.write((0..<40).map { UInt8($0) }, to: "other.key")
        _ = try workplace.shell("chmod 600 other.key")
        let outcome = try report(
            workplace, before: "PUMPURS_KEY_FILE=other.key", "--key-file mine.key")
        #expect(outcome.code == 3)
        #expect(!FileManager.default.fileExists(atPath: workplace.path("state/pumpurs.key").path))
        let check = try workplace.run("keys", "check", "--key-file", "mine.key", "--language", "en")
        let key = try identifier(workplace, "mine.key")
        #expect(
            check.output.hasPrefix("mine.key: the key \(key) (--key-file)\nit is the store's\n"))
        #expect(check.code == 0)
    }

    @Test func `is a credential of systemd, before a variable`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            "mkdir -m 700 credentials && \"$PUMPURS\" keys create --key-file "
                + "credentials/pumpurs.key && chmod 400 credentials/pumpurs.key")
        let before = "CREDENTIALS_DIRECTORY=$PWD/credentials PUMPURS_KEY_FILE=none"
        #expect(try report(workplace, before: before).code == 3)
        let check = try workplace.shell("\(before) \"$PUMPURS\" keys check --language en")
        #expect(check.code == 0)
        #expect(check.output.contains("($CREDENTIALS_DIRECTORY)\nit is the store's\n"))
    }

    @Test func `is a file that a variable names`() throws {
        let workplace = try prepared()
        _ = try workplace.run("keys", "create", "--key-file", "mine.key")
        #expect(try report(workplace, before: "PUMPURS_KEY_FILE=mine.key").code == 3)
        let check = try workplace.shell(
            "PUMPURS_KEY_FILE=mine.key \"$PUMPURS\" keys check --language en")
        #expect(check.output.contains("($PUMPURS_KEY_FILE)\nit is the store's\n"))
    }

    @Test func `is the state folder when nothing names another`() throws {
        let workplace = try prepared()
        #expect(
            try report(workplace, before: "CREDENTIALS_DIRECTORY=$PWD PUMPURS_KEY_FILE=").code == 3)
        #expect(try workplace.bytes("state/pumpurs.key").count == 32)
    }

    @Test func `is never filled in passing when it was named`() throws {
        let workplace = try prepared()
        let outcome = try report(workplace, "--key-file mistyped.key")
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: there is no key mistyped.key; make it with pumpurs keys create, or see "
                + "whether the path is right\n")
        #expect(!FileManager.default.fileExists(atPath: workplace.path("mistyped.key").path))
    }

    @Test(arguments: [
        ("chmod 640 K", "others can read it; take that right from them (chmod 600) and"),
        ("mv K other; ln -s other K", "it is a link; put the file itself there"),
        (
            "rm K; mkdir K",
            "it is a folder; name the file of the key itself with --key-file or, where"
        ),
        (
            "rm K; mkfifo -m 600 K",
            "it is no regular file but a pipe or a device; name the file of the"
        ),
        ("head -c 31 /dev/urandom >K", "it is too short; it must have at least 32 random bytes"),
        ("head -c 32 /dev/zero >K", "all its bytes are equal, so it can be guessed"),
    ])
    func `is refused with its own reason wherever it lies`(command: String, words: String) throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            """
            mkdir -m 700 credentials
            for place in credentials/pumpurs.key mine.key state/pumpurs.key; do
                mkdir -p -m 700 "$(dirname $place)"; head -c 32 /dev/urandom >$place; chmod 600 $place
                ( cd "$(dirname $place)"; \(command.replacing("K", with: "$(basename $place)")) )
            done
            """)
        for (before, more, path) in [
            ("", "", "state/pumpurs.key"), ("", "--key-file mine.key", "mine.key"),
            ("PUMPURS_KEY_FILE=mine.key", "", "mine.key"),
            ("CREDENTIALS_DIRECTORY=credentials", "", "credentials/pumpurs.key"),
        ] {
            let outcome = try report(workplace, before: before, more)
            #expect(outcome.code == 77)
            #expect(
                outcome.errors.hasPrefix("pumpurs: the key \(path) is not safe: \(words)"),
                "\(before) \(more)")
        }
    }

    @Test(.enabled("only root can give a file away") { geteuid() == 0 })
    func `is refused when it belongs to somebody else`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            "head -c 32 /dev/urandom >mine.key; chmod 600 mine.key; chown 65534 mine.key")
        let outcome = try report(workplace, "--key-file mine.key")
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: the key mine.key is not safe: it belongs to somebody else; it must belong "
                + "to whoever runs the program, or to root (chown)\n")
    }

    @Test func `gets a new key only where there is none`() throws {
        let workplace = try prepared()
        let created = try workplace.run("keys", "create", "--language", "en")
        let key = try identifier(workplace, "state/pumpurs.key")
        #expect(created.output == "state/pumpurs.key: the key \(key) was made\n")
        let again = try workplace.run("keys", "create", "--language", "en")
        #expect(again.code == 64)
        #expect(
            again.errors
                == "pumpurs: state/pumpurs.key is there already and was left as it is; pumpurs keys "
                + "rotate changes a key\n")
        #expect(try identifier(workplace, "state/pumpurs.key") == key)
        #expect(try report(workplace).code == 3)
        let beside = try workplace.run("keys", "create", "--key-file", "x.key", "--language", "en")
        #expect(beside.code == 64)
        #expect(!FileManager.default.fileExists(atPath: workplace.path("x.key").path))
    }

    @Test func `stays apart from a backup when it lies apart from the state`() throws {
        let workplace = try prepared()
        _ = try workplace.run("keys", "create", "--key-file", "mine.key")
        _ = try report(workplace, "--key-file mine.key")
        let outcome = try workplace.run(
            "backup", "--into", "copy", "--key-file", "mine.key", "--language", "en")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("without the key, which lies apart"))
        #expect(!FileManager.default.fileExists(atPath: workplace.path("copy/pumpurs.key").path))
    }

    @Test func `with another key is told by keys check with 77`() throws {
        let workplace = try prepared()
        _ = try report(workplace)
        _ = try workplace.shell("head -c 32 /dev/urandom >mine.key; chmod 600 mine.key")
        let check = try workplace.run("keys", "check", "--key-file", "mine.key", "--language", "en")
        #expect(check.code == 77)
        #expect(check.output.contains("it is NOT the store's"))
    }
}
