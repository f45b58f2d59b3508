import Foundation
import Testing

@Suite struct `A key that is changed` {
    /// A workplace with the samples, an accepted warning, a link of two pupils and one of held records.
    private static func prepared() throws -> Workplace {
        let workplace = try Preparation.rolledUpInOctober.copy()
        _ = try workplace.shell(
            """
            "$PUMPURS" quarantine acknowledge --rule REC-008 \
                --file jaundubulti/2018-2019-2/konsultacijas.csv --line 86 \
                --author clerk --reason "a Saturday of work"
            set -- $("$PUMPURS" people list --known | grep -o '^P-[0-9a-f]*' | head -2)
            "$PUMPURS" people link $1 $2 --author clerk --reason file
            u=$("$PUMPURS" people list | grep -o '^U-[0-9a-f]*' | head -1)
            "$PUMPURS" people link $("$PUMPURS" people list --known | grep -o '^P-[0-9a-f]*' | sed -n 3p) \
                $u --author clerk --reason file
            """)
        _ = try workplace.rollup(at: .october2019)
        return workplace
    }

    private static func rotate(_ workplace: borrowing Workplace) throws -> Workplace.Outcome {
        try workplace.run("keys", "rotate", "--language", "en")
    }

    private static func query(_ workplace: borrowing Workplace, _ sql: String) throws -> String {
        try workplace.shell(
            """
            python3 -c "import sqlite3, sys
            for row in sqlite3.connect('state/pumpurs.sqlite').execute(sys.argv[1]): print(row)" "\(sql)"
            """
        ).output
    }

    /// The state's reports, made anew from nothing but the store.
    private static func reports(
        _ workplace: borrowing Workplace
    ) throws -> [String: [UInt8]] {
        _ = try workplace.shell(
            "rm -rf again; \"$PUMPURS\" report --inbox inbox --state state --output again")
        return try workplace.files(in: "again")
    }

    @Test func `gives the same reports, byte for byte`() throws {
        let workplace = try Self.prepared()
        let before = try Self.reports(workplace)
        #expect(try Self.rotate(workplace).code == 0)
        let after = try Self.reports(workplace)
        #expect(before.keys == after.keys)
        for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
    }

    @Test func `leaves nothing keyed under the old one in the store and the vault`() throws {
        let workplace = try Self.prepared()
        let keyed = """
            SELECT hex(pseudonym) FROM pupil UNION SELECT hex(pseudonym) FROM teacher
            UNION SELECT hex(identity) FROM unidentifiedRecord UNION SELECT hex(first) FROM peopleDecision
            UNION SELECT hex(second) FROM peopleDecision UNION SELECT hex(content) FROM acknowledgement
            UNION SELECT hex(value) FROM keyCheck
            """.replacing("\n", with: " ")
        let before = try Self.query(workplace, keyed).split(separator: "\n")
        #expect(before.count > 150)
        #expect(try Self.rotate(workplace).code == 0)
        #expect(
            Set(before).isDisjoint(with: try Self.query(workplace, keyed).split(separator: "\n")))
        var left = 0
        for name in ["pumpurs.sqlite", "pumpurs.sqlite-wal", "vault.sqlite"] {
            guard let bytes = try? workplace.bytes("state/\(name)") else { continue }
            let data = Data(bytes)
            for line in before {
                let digits = line.filter(\.isHexDigit)
                let value = Data(
                    stride(from: 0, to: digits.count - 1, by: 2).compactMap { place in
                        UInt8(String(Array(digits)[place...(place + 1)]), radix: 16)
                    })
                if data.range(of: value) != nil { left += 1 }
            }
        }
        #expect(left == 0)
    }

    @Test func `keeps people's numbers, names, decisions and accepted warnings`() throws {
        let workplace = try Self.prepared()
        let people = "SELECT 'pupil', id FROM pupil UNION SELECT 'teacher', id FROM teacher"
        let rows = try Self.query(workplace, people)
        let decisions = """
            SELECT d.id, p.id, d.author FROM peopleDecision AS d JOIN pupil AS p ON p.pseudonym = d.first
            """.replacing("\n", with: " ")
        let decided = try Self.query(workplace, decisions)
        #expect(!decided.isEmpty)
        func names() throws -> [String] {
            try workplace.run("people", "list", "--names", "--known").output.split(separator: "\n")
                .compactMap { line in
                    line.firstIndex(of: "[").map { String(line[$0...]) }
                }
                .sorted()
        }
        func accepted() throws -> Int {
            try workplace.shell(
                "\"$PUMPURS\" quarantine list --warnings --format csv | grep -c clerk"
            ).output == "1\n" ? 1 : 0
        }
        let named = try names()
        #expect(try accepted() == 1)
        #expect(try Self.rotate(workplace).code == 0)
        #expect(try Self.query(workplace, people) == rows)
        #expect(try Self.query(workplace, decisions) == decided)
        #expect(try names().count == named.count)
        #expect(try accepted() == 1)
        // The warning is known by its bytes in another file too.
        try workplace.editLines("inbox/jaundubulti/2018-2019-2/konsultacijas.csv") { lines in
            lines.swapAt(lines.count - 1, lines.count - 2)
        }
        _ = try workplace.run("import", "--inbox", "inbox")
        #expect(try accepted() == 1)
    }

    @Test func `knows people again when they come`() throws {
        let workplace = try Self.prepared()
        let count = "SELECT COUNT(*) FROM pupil"
        let before = try Self.query(workplace, count)
        #expect(try Self.rotate(workplace).code == 0)
        _ = try workplace.shell("for f in pipelines/sources/*.yaml; do echo '# x' >>$f; done")
        _ = try workplace.run("import", "--inbox", "inbox")
        #expect(try Self.query(workplace, count) == before)
    }

    @Test func `is noted with both identifiers and nothing personal`() throws {
        let workplace = try Self.prepared()
        func identifier() throws -> String {
            try workplace.shell("sha256sum state/pumpurs.key | cut -c1-8").output
                .filter { $0 != "\n" }
        }
        let old = try identifier()
        let outcome = try Self.rotate(workplace)
        let new = try identifier()
        #expect(old != new)
        #expect(
            outcome.output.hasPrefix(
                "state/pumpurs.key: the key \(old) was changed for \(new); people: "))
        #expect(
            try Self.query(workplace, "SELECT kind, rotatedBy, oldKey, newKey FROM keyRotation")
                == "('rotate', '\(NSUserName())', '\(old)', '\(new)')\n")
        let check = try workplace.run("keys", "check", "--language", "en")
        #expect(check.code == 0)
        #expect(check.output.contains("that do not open: 0; people without an entry: 0\n"))
    }

    @Test func `is the old or the new one wherever it is killed`() throws {
        let workplace = try Self.prepared()
        _ = try workplace.shell("cp -a state kept")
        let before = try Self.reports(workplace)
        let milliseconds = try workplace.shell(
            """
            s=$(date +%s%N); "$PUMPURS" keys rotate >/dev/null; e=$(date +%s%N)
            echo $(((e - s) / 1000000))
            """
        ).output.filter { $0 != "\n" }
        let length = try #require(Int(milliseconds))
        var generator = SystemRandomNumberGenerator()
        var outcomes: [String: Int] = [:]
        for _ in 0..<10 {
            let moment = Double(
                Int.random(in: (length / 4)...(length * 11 / 10), using: &generator))
            let outcome = try workplace.shell(
                """
                rm -rf state; cp -a kept state; old=$(sha256sum state/pumpurs.key)
                timeout -s KILL \(moment / 1000) "$PUMPURS" keys rotate >/dev/null 2>&1
                ls state | grep -c 'key.next' >between
                "$PUMPURS" people list --names --known >listed 2>&1 || cat listed
                "$PUMPURS" keys check --language en >checked 2>&1 || cat checked
                test ! -e state/pumpurs.key.next || echo left
                test "$old" = "$(sha256sum state/pumpurs.key)" && echo old || echo new
                """)
            #expect(outcome.output == "old\n" || outcome.output == "new\n")
            outcomes[outcome.output, default: 0] += 1
        }
        let after = try Self.reports(workplace)
        for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
        #expect(outcomes.values.reduce(0, +) == 10)
    }

    @Test func `is refused for a credential, which only its own file can change`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.shell(
            """
            mkdir -m 700 credentials; "$PUMPURS" keys create --key-file credentials/pumpurs.key >/dev/null
            export CREDENTIALS_DIRECTORY=credentials
            "$PUMPURS" import --inbox inbox >/dev/null 2>&1
            "$PUMPURS" keys rotate --language en
            """)
        #expect(outcome.code == 64)
        #expect(
            outcome.errors.contains(
                "only the file that it comes from can be changed; name that with"))
    }
}
