import Foundation
import Testing

/// The exports in the archive: nobody reads them without the key, and what is done to them shows.
@Suite struct `The sealed archive` {
    private static let sessions = "inbox/vaivari/2018-2019-2/konsultacijas.csv"
    private static let absences = "inbox/vaivari/2018-2019-2/kavejumi.csv"
    private static let address = "2018-2019-2/sessions/school=vaivari"

    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    private func raw(_ workplace: borrowing Workplace, _ more: String = "") throws
        -> Workplace.Outcome
    {
        try workplace.shell(
            "\"$PUMPURS\" explain \(Self.address) --raw --state state --language en \(more)")
    }

    @Test func `holds every export as it was sent, and none of them in clear`() throws {
        let workplace = try prepared()
        let opened = Set(try workplace.openedArchive().values)
        let onDisk = Set(try workplace.files(in: "state/archive").values)
        for (name, bytes) in try workplace.files(in: "inbox")
        where !name.hasSuffix(".md") && name.contains("2018-2019-2") {
            #expect(opened.contains(bytes), "\(name)")
            #expect(!onDisk.contains(bytes), "\(name)")
        }
    }

    @Test func `has one entry for the key, and files that only their owner can read`() throws {
        let workplace = try prepared()
        let list = try workplace.text("state/archive/key.sealed")
        #expect(list.ranges(of: "\"identity\"").count == 1)
        #expect(try workplace.shell("find state/archive -type f -perm /0177").output == "")
    }

    @Test(arguments: [
        "truncate -s -1 A", "truncate -s 48 A", "truncate -s 0 A", "printf x >>A", "cp B A",
    ])
    func `with a file that was cut, grew or is another one is found damaged`(
        command: String
    ) throws {
        let workplace = try prepared()
        let (place, other) = try (
            workplace.sealed(Self.sessions), workplace.sealed(Self.absences)
        )
        _ = try workplace.shell(
            command.replacing("A", with: place).replacing("B", with: other))
        try expectDamage(workplace)
    }

    @Test(arguments: [0, 9, 20, 60])
    func `with a file in which one bit was changed is found damaged`(place: Int) throws {
        let workplace = try prepared()
        try workplace.flip(try workplace.sealed(Self.sessions), at: place)
        try expectDamage(workplace)
    }

    private func expectDamage(_ workplace: borrowing Workplace) throws {
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code == 74)
        #expect(
            doctor.output.contains(
                "fatal: the archive lacks files that count, or holds others: 1; restore the folder "
            ))
        let outcome = try raw(workplace)
        #expect(outcome.code == 74)
        #expect(outcome.output.contains("the archive does not have the file"))
        #expect(!outcome.output.contains("\"0,75\""))
        let backup = try workplace.run("backup", "--into", "copy", "--state", "state")
        #expect(backup.code == 74)
    }

    @Test func `without the key shows no text, and says so in both languages`() throws {
        let workplace = try prepared()
        let before = try raw(workplace)
        _ = try workplace.shell("mv state/pumpurs.key apart")
        let outcome = try raw(workplace)
        #expect(before.code == 0)
        #expect(outcome.code == 77)
        #expect(
            outcome.output.contains(
                "the file in the archive is sealed, and the store's key is not there or not safe, so "
                    + "its text is not shown; name the key with --key-file"))
        let latvian = try workplace.run(
            "explain", Self.address, "--raw", "--state", "state", "--language", "lv")
        #expect(latvian.output.contains("fails arhīvā ir aizzīmogots"))
        #expect(try raw(workplace, "--key-file apart").output == before.output)
    }

    @Test func `under another key says that this one does not open it`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("head -c 32 /dev/urandom >state/pumpurs.key")
        let outcome = try raw(workplace)
        #expect(outcome.code == 77)
        #expect(outcome.output.contains("this key does not open the archive's"))
    }

    @Test func `that lost the list of its key says how it opens again`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("mv state/archive/key.sealed kept; rm inbox/vaivari/2018-2019-2/k*")
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code == 74)
        #expect(
            doctor.output.contains(
                "fatal: the archive's key state/archive/key.sealed is missing or does not open"))
        _ = try workplace.shell("for f in pipelines/sources/*.yaml; do echo '# x' >>$f; done")
        let outcome = try workplace.run(
            "import", "--inbox", "inbox", "--state", "state", "--language", "en")
        #expect(outcome.code == 74)
        #expect(
            !FileManager.default.fileExists(
                atPath: workplace.path("state/archive/key.sealed").path))
        _ = try workplace.shell("mv kept state/archive/key.sealed")
        #expect(
            try workplace.run("doctor", "--state", "state", "--language", "en").code != 74)
    }

    @Test func `of a copy opens with the copy's key`() throws {
        let workplace = try prepared()
        _ = try workplace.run("backup", "--into", "copy", "--state", "state")
        #expect(try workplace.openedArchive(of: "copy") == workplace.openedArchive())
        #expect(!(try workplace.openedArchive()).isEmpty)
    }

    // MARK: - A state of an older program

    @Test func `of an older program is told of, read as before, and sealed by the next import`()
        throws
    {
        let workplace = try prepared()
        let before = (raw: try raw(workplace).output, opened: try workplace.openedArchive())
        try workplace.unseal()
        #expect(try raw(workplace).output == before.raw)
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code != 74)
        #expect(
            doctor.output.contains(
                "warning: copies of exports that are not sealed lie in the archive: "))
        _ = try workplace.run("import", "--inbox", "inbox", "--state", "state")
        #expect(
            !(try workplace.run("doctor", "--state", "state", "--language", "en")).output.contains(
                "not sealed"))
        #expect(try workplace.openedArchive() == before.opened)
        let sent = Set(
            try workplace.files(in: "inbox").filter { !$0.key.hasSuffix(".md") }.values)
        #expect(sent.isDisjoint(with: try workplace.files(in: "state/archive").values))
    }

    @Test func `of an older program is whole wherever its sealing is killed`() throws {
        let workplace = try prepared()
        let before = try workplace.openedArchive()
        try workplace.unseal()
        _ = try workplace.shell("cp -a state kept")
        let milliseconds = try workplace.shell(
            """
            s=$(date +%s%N); "$PUMPURS" import --inbox inbox >/dev/null 2>&1; e=$(date +%s%N)
            echo $(((e - s) / 1000000))
            """
        ).output.filter { $0 != "\n" }
        let length = try #require(Int(milliseconds))
        for step in 1...8 {
            _ = try workplace.shell(
                """
                rm -rf state; cp -a kept state
                timeout -s KILL \(Double(length * step) / 10_000) "$PUMPURS" import --inbox inbox \
                    >/dev/null 2>&1
                """)
            #expect(
                try workplace.run("doctor", "--state", "state", "--language", "en").code != 74)
            _ = try workplace.run("import", "--inbox", "inbox", "--state", "state")
            #expect(try workplace.openedArchive() == before)
            #expect(
                try workplace.shell("find state/archive -name '.*' -type f").output == "")
        }
    }

    // MARK: - The key of the archive

    @Test func `opens wherever a change of the key was killed`() throws {
        let workplace = try prepared()
        let before = try workplace.openedArchive()
        _ = try workplace.shell("cp -a state kept")
        let milliseconds = try workplace.shell(
            """
            s=$(date +%s%N); "$PUMPURS" keys rotate >/dev/null; e=$(date +%s%N)
            echo $(((e - s) / 1000000))
            """
        ).output.filter { $0 != "\n" }
        #expect(try workplace.openedArchive() == before)
        #expect(
            try workplace.text("state/archive/key.sealed").ranges(of: "\"identity\"").count == 1)
        let length = try #require(Int(milliseconds))
        for step in 0..<8 {
            let moment = Double(length) * (0.4 + 0.08 * Double(step)) / 1000
            let outcome = try workplace.shell(
                """
                rm -rf state; cp -a kept state
                timeout -s KILL \(moment) "$PUMPURS" keys rotate >/dev/null 2>&1
                "$PUMPURS" explain \(Self.address) --raw --language en | grep -c '0,75'
                "$PUMPURS" keys check >/dev/null
                """)
            #expect(outcome.code == 0)
            #expect(outcome.output != "0\n")
            #expect(try workplace.openedArchive() == before)
        }
    }

    @Test func `gives its key away into a file for other hands, and notes it before`() throws {
        let workplace = try prepared()
        let outcome = try workplace.run(
            "keys", "escrow", "--into", "archive.key", "--language", "en")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("archive.key: the archive's key "))
        #expect(try workplace.bytes("archive.key").count == 32)
        #expect(try workplace.shell("find archive.key -perm /0177").output == "")
        #expect(try workplace.text("state/access.log").contains("\"keys escrow\""))
        let again = try workplace.run(
            "keys", "escrow", "--into", "archive.key", "--language", "en")
        #expect(again.code == 64)
        #expect(
            again.errors
                == "pumpurs: archive.key is there already and was left as it is; name a file that is "
                + "not there\n")
        #expect(
            try workplace.run("keys", "escrow", "--into", "state/archive.key").code == 64)
    }

    @Test func `opens by the key from other hands when the store's is lost`() throws {
        let workplace = try prepared()
        let before = try workplace.openedArchive()
        _ = try workplace.run("keys", "escrow", "--into", "archive.key")
        _ = try workplace.shell("rm state/pumpurs.key")
        let outcome = try workplace.run(
            "keys", "recover", "--archive-key", "archive.key", "--inbox", "none", "--language",
            "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(!outcome.output.contains("cannot be recovered"))
        #expect(try workplace.openedArchive() == before)
        #expect(
            try workplace.run("doctor", "--state", "state", "--language", "en").code != 74)
    }

    @Test func `does not take another archive's key`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            "umask 077; head -c 32 /dev/urandom >archive.key; rm state/pumpurs.key")
        let outcome = try workplace.run(
            "keys", "recover", "--archive-key", "archive.key", "--language", "en")
        #expect(outcome.code == 77)
        #expect(
            outcome.errors.hasPrefix(
                "pumpurs: archive.key is not the key that the files of this archive are sealed"))
        #expect(!FileManager.default.fileExists(atPath: workplace.path("state/pumpurs.key").path))
    }

    @Test func `is sealed anew from the inbox when both keys are lost`() throws {
        let workplace = try prepared()
        let before = try workplace.openedArchive()
        _ = try workplace.shell("rm state/pumpurs.key")
        let outcome = try workplace.run(
            "keys", "recover", "--inbox", "inbox", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(
            outcome.output.contains(
                "the archive's key was lost and a new one was made; files taken from the inbox and "
                    + "sealed anew: "))
        #expect(!outcome.output.contains("do not open any more"))
        #expect(try workplace.openedArchive() == before)
    }

    @Test func `that lost the list of its key shows no text, says so and ends with 74`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/archive/key.sealed")
        let outcome = try raw(workplace)
        #expect(outcome.code == 74)
        #expect(
            outcome.output.contains(
                "the archive's key archive/key.sealed is missing or does not open"))
    }

    @Test func `counts what neither a key nor the inbox brings back, and leaves it`() throws {
        let workplace = try prepared()
        let place = try workplace.sealed(Self.sessions)
        let sealed = try workplace.bytes(place)
        _ = try workplace.shell("rm state/pumpurs.key; mv \(Self.sessions) kept")
        let outcome = try workplace.run(
            "keys", "recover", "--inbox", "inbox", "--leave-shut", "--language", "en")
        #expect(outcome.code == 3)
        #expect(
            outcome.output.contains(
                "files of the archive that do not open any more and are not in the inbox: 1; figures "
                    + "stay; when the schools' files are in the inbox, or the file that pumpurs keys escrow "
                    + "wrote is found (--archive-key), run pumpurs keys recover again"))
        #expect(try workplace.bytes(place) == sealed)
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code == 3)
        #expect(
            doctor.output.contains("files of the archive that stay shut, for their key was lost: 1")
        )
        _ = try workplace.shell("mv kept \(Self.sessions)")
        _ = try workplace.run("import", "--inbox", "inbox", "--state", "state")
        #expect(try workplace.bytes(place) != sealed)
        #expect(
            try workplace.run("doctor", "--state", "state", "--language", "en").code != 74)
    }

    @Test func `whose own key alone is lost is mended without changing the store's`() throws {
        let workplace = try prepared()
        let (before, key) = try (
            workplace.openedArchive(), workplace.bytes("state/pumpurs.key")
        )
        _ = try workplace.shell("rm state/archive/key.sealed")
        let outcome = try workplace.run(
            "keys", "recover", "--inbox", "inbox", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(try workplace.bytes("state/pumpurs.key") == key)
        #expect(try workplace.openedArchive() == before)
    }

    /// Expects a command to refuse, and to leave the archive as it is.
    private func expectRefusal(
        _ workplace: borrowing Workplace, _ command: String, code: Int32, says words: String
    ) throws {
        let before = try workplace.files(in: "state/archive")
        let outcome = try workplace.shell("timeout 60 \"$PUMPURS\" \(command) --language en")
        #expect(outcome.code == code)
        #expect(outcome.errors.contains(words))
        #expect(try workplace.files(in: "state/archive") == before)
    }

    @Test func `that does not open is not rotated away from its key`() throws {
        let workplace = try prepared()
        let key = try workplace.bytes("state/pumpurs.key")
        _ = try workplace.shell("mv state/archive/key.sealed kept")
        try expectRefusal(workplace, "keys rotate", code: 74, says: "keys recover")
        #expect(try workplace.bytes("state/pumpurs.key") == key)
        _ = try workplace.shell("mv kept state/archive/key.sealed")
        #expect(try raw(workplace).code == 0)
    }

    @Test func `is not made anew from an inbox that is not there`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/pumpurs.key")
        try expectRefusal(
            workplace, "keys recover --inbox nowhere", code: 66, says: "there is no folder nowhere")
        #expect(!FileManager.default.fileExists(atPath: workplace.path("state/pumpurs.key").path))
        #expect(
            try workplace.run("keys", "recover", "--inbox", "inbox", "--language", "en").code == 0)
    }

    @Test func `without its key is not said to be altered`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/archive/key.sealed")
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code == 74)
        #expect(doctor.output.contains("keys recover"))
        #expect(!doctor.output.contains("delete the altered ones"))
        try expectRefusal(workplace, "backup --into copy", code: 74, says: "keys recover")
    }

    @Test func `with a pipe in the place of a file is not waited for by a backup`() throws {
        let workplace = try prepared()
        let place = try workplace.sealed(Self.sessions)
        _ = try workplace.shell("rm \(place); mkfifo \(place)")
        let outcome = try workplace.shell(
            "timeout 60 \"$PUMPURS\" backup --into copy --language en")
        #expect(outcome.code == 74)
        #expect(outcome.errors.contains("missing or not what was accepted"))
    }
}
