import Foundation
import Testing

@Suite struct `The access log` {
    private func prepared() throws -> Workplace { try Preparation.reported.copy() }

    private func list(_ workplace: borrowing Workplace) throws -> Workplace.Outcome {
        try workplace.run("people", "list", "--names", "--known", "--language", "en")
    }

    private func lines(_ workplace: borrowing Workplace) throws -> [[String: Any]] {
        try workplace.text("state/access.log").split(separator: "\n").compactMap { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        }
    }

    private func doctor(_ workplace: borrowing Workplace) throws -> String {
        try workplace.run("doctor", "--language", "en").output
    }

    @Test func `is not begun by reports, which never open the vault`() throws {
        let workplace = try prepared()
        #expect(!FileManager.default.fileExists(atPath: workplace.path("state/access.log").path))
    }

    @Test func `has a line for each kind of entry that a command opens`() throws {
        let workplace = try prepared()
        #expect(try list(workplace).code == 0)
        let lines = try lines(workplace)
        #expect(lines.map { $0["subject"] as? String } == ["pupil", "teacher", "unidentified"])
        #expect(lines.allSatisfy { $0["command"] as? String == "people list" })
        #expect(lines.allSatisfy { $0["purpose"] as? String == "show names and codes" })
        #expect((lines[0]["rows"] as? Int ?? 0) > 100)
        #expect(lines[0]["user"] as? String == NSUserName())
        let time = try #require(lines[0]["time"] as? String)
        #expect(time.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/) != nil)
    }

    @Test func `is the owner's alone and only grows`() throws {
        let workplace = try prepared()
        _ = try list(workplace)
        let before = try workplace.bytes("state/access.log")
        _ = try list(workplace)
        let after = try workplace.bytes("state/access.log")
        #expect(after.count > before.count && after.prefix(before.count).elementsEqual(before))
        #expect(try workplace.shell("stat -c %a state/access.log").output == "600\n")
    }

    @Test func `names nobody`() throws {
        let workplace = try prepared()
        let shown = try list(workplace).output
        let log = try workplace.text("state/access.log")
        let secrets = shown.matches(of: /\[(\d{11}), ([^,\]]+)/)
        #expect(secrets.count > 50)
        for secret in secrets.prefix(50) {
            #expect(!log.contains(secret.output.1) && !log.contains(secret.output.2))
        }
    }

    @Test func `keeps the vault shut when it cannot be written`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("mkdir state/access.log")
        let outcome = try list(workplace)
        #expect(outcome.code == 74)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors
                == "pumpurs: the access log state/access.log cannot be written (Is a directory), so "
                + "the vault stays shut; give whoever runs the program the right to write it, and "
                + "free space\n")
    }

    @Test func `that is a link keeps the vault shut`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("ln -s /dev/null state/access.log")
        #expect(try list(workplace).code == 74)
    }

    @Test func `as it was written is no trouble to the doctor`() throws {
        let workplace = try prepared()
        _ = try list(workplace)
        _ = try list(workplace)
        #expect(!(try doctor(workplace)).contains("access.log"))
    }

    @Test(arguments: [
        ("sed -i '2s/\"rows\":[0-9]*/\"rows\":1/'", "is broken at line 3"),
        ("sed -i 2d", "is broken at line 2"),
        ("sed -i '4s/show/look at/'", "is broken at line 5"),
        ("sed -i '$d'", "lacks its last lines: 6 were written"),
        ("sed -i '$s/show/look at/'", "is broken at line 6"),
        ("rm", "lacks its last lines: 6 were written"),
    ])
    func `that was tampered with is named by the doctor`(command: String, words: String) throws {
        let workplace = try prepared()
        _ = try list(workplace)
        _ = try list(workplace)
        _ = try workplace.shell("\(command) state/access.log")
        #expect(try doctor(workplace).contains(words))
    }

    @Test(arguments: ["rm", "sed -i '3,$d'", "sed -i '$d'", ": >"])
    func `that lost lines shows the gap for good`(command: String) throws {
        let workplace = try prepared()
        _ = try list(workplace)
        _ = try list(workplace)
        _ = try workplace.shell("\(command) state/access.log")
        for _ in 1...2 {
            _ = try list(workplace)
            #expect(
                try doctor(workplace).contains("the chain of the access log access.log is broken"))
        }
    }
}
