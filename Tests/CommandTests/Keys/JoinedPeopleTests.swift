import Foundation
import Testing

/// People whom nobody could name when a later file had them again.
@Suite struct `People counted twice after a loss` {
    private static let later = "inbox/vaivari/2019-2020-1"

    /// A state of the samples without the last files of a school, which lie in `later`.
    private static let earlier = Preparation { workplace in
        try workplace.copySamples()
        _ = try workplace.shell("mv \(later) later")
        _ = try workplace.rollup(at: .october2019)
    }

    private func count(_ workplace: borrowing Workplace) throws -> String {
        try workplace.query(
            """
            SELECT (SELECT COUNT(DISTINCT pupil) FROM currentSession),
                (SELECT COUNT(DISTINCT pupil) FROM currentEnrolment),
                (SELECT COUNT(DISTINCT teacher) FROM currentSession), (SELECT COUNT(*) FROM pupil),
                (SELECT COUNT(*) FROM teacher), (SELECT COUNT(*) FROM heldRecord),
                (SELECT COUNT(*) FROM finding)
            """)
    }

    private func takeLaterFiles(_ workplace: borrowing Workplace) throws {
        _ = try workplace.shell("mv later \(Self.later)")
        _ = try workplace.run("import", "--inbox", "inbox", "--language", "en")
    }

    /// The state whose key and files of a school were lost when the later files came.
    private func doubled() throws -> Workplace {
        let workplace = try Self.earlier.copy()
        let outcome = try workplace.shell(
            """
            "$PUMPURS" keys escrow --into archive.key; rm state/pumpurs.key; mv inbox/vaivari apart
            "$PUMPURS" keys recover --inbox inbox --leave-shut --language en
            """)
        #expect(outcome.code == 3)
        _ = try workplace.shell("mv apart inbox/vaivari; mv inbox/vaivari/2018-2019-? .")
        try takeLaterFiles(workplace)
        return workplace
    }

    /// What the state is that never lost its key.
    private func whole() throws -> Workplace {
        let workplace = try Self.earlier.copy()
        try takeLaterFiles(workplace)
        return workplace
    }

    @Test func `are one person again when the key from other hands comes`() throws {
        let workplace = try doubled()
        let right = try count(try whole())
        #expect(try count(workplace) != right)
        let outcome = try workplace.run(
            "keys", "recover", "--archive-key", "archive.key", "--inbox", "inbox", "--language",
            "en")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("are one person again: "))
        #expect(try count(workplace) == right)
        #expect(!(try workplace.run("doctor", "--language", "en").output.contains("twice")))
        let check = try workplace.run("keys", "check", "--language", "en")
        #expect(check.code == 0)
        // They stand in held records only.
        #expect(check.output.hasSuffix(" could not be recovered when a key was lost: 2\n"))
    }

    @Test func `are one person again when the inbox has their files again`() throws {
        let workplace = try doubled()
        _ = try workplace.shell("mv 2018-2019-? inbox/vaivari/")
        let outcome = try workplace.run("keys", "recover", "--inbox", "inbox", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(try count(workplace) == count(try whole()))
    }

    @Test func `have the reports of a state that never lost its key`() throws {
        let workplace = try doubled()
        _ = try workplace.run("keys", "recover", "--archive-key", "archive.key", "--inbox", "inbox")
        let whole = try whole()
        func files(_ workplace: borrowing Workplace) throws -> [String: [UInt8]] {
            _ = try workplace.shell(
                "mv 2018-2019-? inbox/vaivari/; SOURCE_DATE_EPOCH=\(Int.dayAfter) "
                    + "\"$PUMPURS\" report --inbox inbox --state state --output again")
            return try workplace.files(in: "again").filter {
                $0.key.hasSuffix("participants.csv") || $0.key.hasSuffix("outcomes.csv")
                    || $0.key.hasSuffix("teachers.csv")
            }
        }
        let (found, wanted) = (try files(workplace), try files(whole))
        #expect(found.keys.sorted() == wanted.keys.sorted())
        #expect(!wanted.isEmpty)
        for (name, bytes) in wanted { #expect(found[name] == bytes, "\(name)") }
    }

    @Test func `stay one person when somebody had said so by hand`() throws {
        let workplace = try doubled()
        let right = try count(try whole())
        let linked = try workplace.shell(
            """
            first=$("$PUMPURS" people list --known | grep -o '^P-[0-9a-f]*' | head -1)
            old=$(python3 - <<'END'
            import sqlite3
            rows = sqlite3.connect("state/pumpurs.sqlite").execute('''
                SELECT hex(pseudonym) FROM pupil WHERE id IN (SELECT id FROM unrecoveredPerson WHERE role = 'pupil')''')
            print("P-" + rows.fetchone()[0].lower()[:12])
            END
            )
            "$PUMPURS" people link $first $old --author clerk --reason file --language en
            """)
        #expect(linked.code == 0, "\(linked.errors)")
        let outcome = try workplace.run(
            "keys", "recover", "--archive-key", "archive.key", "--inbox", "inbox", "--language",
            "en")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        // Whoever was linked is somebody else than the first of the list, or the same.
        let same = try workplace.query(
            "SELECT COUNT(*) FROM samePerson WHERE tombstone NOT IN (SELECT id FROM pupil)")
        #expect(same == "0\n")
        #expect(try count(workplace).split(separator: "|")[3] == right.split(separator: "|")[3])
    }

    @Test func `are what was decided last, where the opposite was decided before`() throws {
        let workplace = try Self.earlier.copy()
        // Two pupils of whom both the earlier and the later files have records.
        let decide = """
            decide() {
                "$PUMPURS" people list --known --names >list
                first=$(grep "$one," list | tail -1 | cut -d' ' -f1)
                second=$(grep "$two," list | tail -1 | cut -d' ' -f1)
                "$PUMPURS" people $1 $first $second --author clerk --reason file --language en
            }
            codes=$(cat inbox/vaivari/2018-2019-2/skoleni.csv | grep -o ',[0-9]\\{11\\},' | tr -d ,)
            both=$(for c in $codes; do grep -o "^[^,]*,[^,]*,$c," later/skoleni.csv; done | cut -d, -f3)
            set -- $both; one=$1; two=$2
            """
        let outcome = try workplace.shell(
            """
            set -e
            \(decide)
            decide link
            "$PUMPURS" keys escrow --into archive.key; rm state/pumpurs.key; mv inbox/vaivari apart
            "$PUMPURS" keys recover --inbox inbox --leave-shut || test $? -eq 3
            mkdir inbox/vaivari; mv later \(Self.later)
            "$PUMPURS" import --inbox inbox || test $? -eq 3
            decide part
            "$PUMPURS" keys recover --archive-key archive.key --inbox inbox
            """)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        let standing = try workplace.query(
            "SELECT kind FROM peopleDecision WHERE undoneAt IS NULL")
        #expect(standing == "part\n")
        #expect(try workplace.query("SELECT COUNT(*) FROM samePerson") == "0\n")
    }

    @Test func `keep anybody from being erased until they are named, or given up`() throws {
        let workplace = try doubled()
        try workplace.retain()
        let refused = try workplace.erase(Asked.roberts)
        #expect(refused.code == 77)
        #expect(refused.errors.contains("pupils whom nobody can name since a key was lost"))
        #expect(try workplace.erase(Asked.roberts, "--dry-run").code == 77)
        #expect(try workplace.erase(Asked.roberts, "--leave-unnamed").code != 77)
        let recovered = try workplace.run(
            "keys", "recover", "--archive-key", "archive.key", "--inbox", "inbox")
        #expect([0, 3].contains(recovered.code))
        #expect(try workplace.erase(Asked.roberts).code == 0)
        #expect(try workplace.places(of: Asked.roberts.traces) == [])
    }

    @Test func `keep a semester's package from being made until they are named`() throws {
        let workplace = try doubled()
        let outcome = try workplace.run(
            "submit", "2018-2019-2", "--inbox", "inbox", "--language", "en")
        #expect(outcome.code == 4)
        #expect(outcome.output.contains("SUB-007"), "\(outcome.output)\(outcome.errors)")
    }
}
