import Foundation
import Testing

/// What is advised when a key is not where it should be, or cannot be put where it should go.
@Suite struct `The advice on a key` {
    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    @Test func `is to recover it when a new one is asked for and the old one is lost`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/pumpurs.key")
        let outcome = try workplace.run("keys", "create", "--language", "en")
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: the store state/pumpurs.sqlite is there and its key state/pumpurs.key is not, and "
                + "a new key would not open it; nothing was changed: restore the key from the backup, name the "
                + "place where it is with --key-file or, if it is lost, run pumpurs keys recover\n")
    }

    @Test func `is to change it when it is there`() throws {
        let outcome = try prepared().run("keys", "create", "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("pumpurs keys rotate changes a key"))
    }

    @Test(arguments: ["nosuch/dir/archive.key", "inbox/README.md/archive.key"])
    func `is to make the folder of the archive's key`(path: String) throws {
        let workplace = try prepared()
        try workplace.write("a file", to: "file")
        let into = path.hasPrefix("inbox") ? "file/archive.key" : path
        let outcome = try workplace.run("keys", "escrow", "--into", into, "--language", "en")
        #expect(outcome.code == 73)
        let folder = into.dropLast("/archive.key".count)
        #expect(
            outcome.errors
                == "pumpurs: there is no folder \(folder); make it (mkdir -m 700 '\(folder)'), or name "
                + "another\n")
    }

    @Test func `is to name a file for the archive's key`() throws {
        let workplace = try prepared()
        let outcome = try workplace.run("keys", "escrow", "--into", "-", "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("a key is not written on standard output"))
        #expect(!FileManager.default.fileExists(atPath: workplace.path("-").path))
    }

    @Test func `is to name another file where a link leads nowhere`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("ln -s nowhere archive.key")
        let outcome = try workplace.run(
            "keys", "escrow", "--into", "archive.key", "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("archive.key is there already"))
    }

    @Test(arguments: ["mkdir archive.key", "echo x >archive.key; chmod 600 archive.key"])
    func `is to name the file that escrow wrote, and not to recover again`(command: String) throws {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/pumpurs.key; \(command)")
        let outcome = try workplace.run(
            "keys", "recover", "--archive-key", "archive.key", "--language", "en")
        #expect(outcome.code == 77)
        #expect(
            outcome.errors.contains(
                "is not the key that the files of this archive are sealed under"))
    }

    @Test func `is none after people were removed because their time was over`() throws {
        let workplace = try Workplace.rolledUp(retaining: "")
        let swept = try workplace.shell(
            "SOURCE_DATE_EPOCH=\(Int.spring2020) \"$PUMPURS\" retain --as-of 2019-10-01 --apply --author A"
        )
        #expect(swept.code == 0, "\(swept.errors)")
        let outcome = try workplace.run("keys", "check", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(
            outcome.output.contains("people without an entry: 0\npeople whose entries were removed")
        )
    }

    @Test func `is given, and the code is 3, as long as a recovery leaves somebody unnamed`() throws
    {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/pumpurs.key; mkdir part; cp -a inbox/sloka part/")
        func recover() throws -> Workplace.Outcome {
            try workplace.run(
                "keys", "recover", "--inbox", "part", "--leave-shut", "--language", "en")
        }
        #expect(try recover().code == 3)
        let again = try recover()
        #expect(again.code == 3)
        #expect(again.output.contains("people whom nobody can name still: "))
    }
}
