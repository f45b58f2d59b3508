import Foundation
import Testing

@Suite struct `A key that was lost` {
    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    private func query(_ workplace: borrowing Workplace, _ sql: String) throws -> String {
        try workplace.shell(
            """
            python3 -c "import sqlite3, sys
            for row in sqlite3.connect('state/pumpurs.sqlite').execute(sys.argv[1]): print(row)" "\(sql)"
            """
        ).output
    }

    private func reports(_ workplace: borrowing Workplace) throws -> [String: [UInt8]] {
        _ = try workplace.shell(
            "rm -rf again; \"$PUMPURS\" report --inbox inbox --state state --output again")
        return try workplace.files(in: "again")
    }

    private func names(_ workplace: borrowing Workplace) throws -> [String] {
        try workplace.run("people", "list", "--names", "--known").output.split(separator: "\n")
            .compactMap { line in line.firstIndex(of: "[").map { String(line[$0...]) } }.sorted()
    }

    @Test func `is named with what brings everything back`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/pumpurs.key")
        let outcome = try workplace.report()
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: the key state/pumpurs.key is missing, and without it nobody in the store "
                + "can be recognised; restore it from the backup or, if it is lost, run pumpurs keys "
                + "recover, which knows people again by the files of the archive\n")
    }

    @Test func `loses no figure, no number and no name`() throws {
        let workplace = try prepared()
        let before = try reports(workplace)
        let people = "SELECT 'pupil', id FROM pupil UNION SELECT 'teacher', id FROM teacher"
        let rows = try query(workplace, people)
        // Whoever stands in held records only is known again when they are mended.
        let named = Set(try names(workplace))
        _ = try workplace.shell("rm state/pumpurs.key")
        let outcome = try workplace.run(
            "keys", "recover", "--inbox", "inbox", "--language", "en")
        #expect(outcome.code == 0)
        #expect(!outcome.output.contains("cannot"))
        #expect(
            outcome.output.contains("people who stand in held records only"))
        #expect(try query(workplace, people) == rows)
        let again = Set(try names(workplace))
        #expect(again.isSubset(of: named))
        #expect(named.count - again.count == 2)
        let check = try workplace.run("keys", "check", "--language", "en")
        #expect(check.code == 0)
        let after = try reports(workplace)
        #expect(before.keys == after.keys)
        for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
    }

    @Test func `makes nobody a new person when the files come again`() throws {
        let workplace = try prepared()
        let count = "SELECT COUNT(DISTINCT pupil) FROM currentEnrolment"
        let before = try query(workplace, count)
        _ = try workplace.shell("rm state/pumpurs.key")
        _ = try workplace.run("keys", "recover", "--inbox", "inbox")
        _ = try workplace.shell("for f in pipelines/sources/*.yaml; do echo '# x' >>$f; done")
        _ = try workplace.run("import", "--inbox", "inbox")
        #expect(try query(workplace, count) == before)
    }

    @Test func `keeps decisions about people, those on held records too`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            """
            set -- $("$PUMPURS" people list --known | grep -o '^P-[0-9a-f]*' | head -2)
            "$PUMPURS" people link $1 $2 --author clerk --reason file
            u=$("$PUMPURS" people list | grep -o '^U-[0-9a-f]*' | head -1)
            "$PUMPURS" people link $("$PUMPURS" people list --known | grep -o '^P-[0-9a-f]*' | sed -n 3p) \
                $u --author clerk --reason file
            """)
        let before = try reports(workplace)
        _ = try workplace.shell("rm state/pumpurs.key")
        #expect(try workplace.run("keys", "recover", "--inbox", "inbox").code == 0)
        _ = try workplace.shell("for f in pipelines/sources/*.yaml; do echo '# x' >>$f; done")
        let after = try reports(workplace)
        for (name, bytes) in before where name.hasSuffix("participants.csv") {
            #expect(after[name] == bytes, "\(name)")
        }
    }

    @Test func `names by number whom no archived file names any more`() throws {
        let workplace = try prepared()
        let before = try reports(workplace)
        let lost = try workplace.shell(
            """
            f=inbox/jaundubulti/2019-2020-1; for n in $f/*; do h=$(sha256sum $n | cut -c1-64)
            rm -f state/archive/$(printf %.2s $h)/$h.sealed $n; done; rm state/pumpurs.key
            "$PUMPURS" keys recover --inbox inbox --language en
            """)
        #expect(lost.code == 3)
        #expect(lost.output.contains("pupils who cannot be recovered: "))
        let numbers = try query(workplace, "SELECT COUNT(*) FROM unrecoveredPerson")
        #expect(numbers != "(0,)\n")
        let check = try workplace.run("keys", "check", "--language", "en")
        #expect(check.code == 0)
        #expect(check.output.contains("people who could not be recovered when a key was lost: "))
        #expect(try workplace.run("keys", "rotate").code == 0)
        #expect(try query(workplace, "SELECT COUNT(*) FROM unrecoveredPerson") == numbers)
        for (name, bytes) in before where name.hasSuffix("outcomes.csv") {
            #expect(try workplace.bytes("again/\(name)") == bytes)
        }
    }

    @Test func `is not recovered while it is there`() throws {
        let workplace = try prepared()
        let outcome = try workplace.run(
            "keys", "recover", "--inbox", "inbox", "--language", "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: the key state/pumpurs.key is the store's, and the vault opens with it; "
                + "there is nothing to recover\n")
    }

    @Test func `never takes the place of another key`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("head -c 32 /dev/urandom >state/pumpurs.key")
        let before = try workplace.bytes("state/pumpurs.key")
        let outcome = try workplace.run(
            "keys", "recover", "--inbox", "inbox", "--language", "en")
        #expect(outcome.code == 77)
        #expect(outcome.errors.contains("move this one away and run pumpurs keys recover"))
        #expect(try workplace.bytes("state/pumpurs.key") == before)
    }

    @Test func `is recovered with a vault that was lost`() throws {
        let workplace = try prepared()
        let named = Set(try names(workplace))
        _ = try workplace.shell("rm state/vault.sqlite*")
        #expect(try workplace.report().code == 74)
        #expect(try workplace.run("keys", "recover", "--inbox", "inbox").code == 0)
        let again = Set(try names(workplace))
        #expect(again.isSubset(of: named) && again.count > 100)
    }

    @Test
    func `is kept beside the new one where the vault alone was lost, for backups open with it`()
        throws
    {
        let workplace = try prepared()
        _ = try workplace.shell(
            """
            mv state/pumpurs.key kk; export PUMPURS_KEY_FILE=$PWD/kk
            "$PUMPURS" backup --into backup >/dev/null; rm state/vault.sqlite*
            "$PUMPURS" keys recover --inbox inbox >said
            """)
        let kept = try #require(
            try workplace.shell("ls kk.*").output.split(separator: "\n").first.map(String.init))
        #expect(try workplace.text("said").contains(kept))
        #expect(try workplace.shell("stat -c %a \(kept)").output == "600\n")
        #expect(
            try workplace.run("keys", "check", "--state", "backup", "--key-file", kept).code == 0)
    }

    @Test func `is recovered or still lost wherever that is killed`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/pumpurs.key; cp -a state kept")
        let milliseconds = try workplace.shell(
            """
            s=$(date +%s%N); "$PUMPURS" keys recover --inbox inbox >/dev/null; e=$(date +%s%N)
            echo $(((e - s) / 1000000))
            """
        ).output.filter { $0 != "\n" }
        let length = try #require(Int(milliseconds))
        for step in 0..<5 {
            let moment = Double(length) * (0.3 + 0.07 * Double(step)) / 1000
            let outcome = try workplace.shell(
                """
                rm -rf state; cp -a kept state
                timeout -s KILL \(moment) "$PUMPURS" keys recover --inbox inbox >/dev/null 2>&1
                "$PUMPURS" keys check >/dev/null 2>&1; echo $?
                test -e state/pumpurs.key && echo recovered || echo lost
                """)
            #expect(outcome.output == "0\nrecovered\n" || outcome.output == "77\nlost\n")
        }
    }
}
