import Foundation
import Testing

/// Files of the archive that a recovery cannot open.
@Suite struct `Files that stay shut` {
    private static let sessions = "inbox/vaivari/2018-2019-2/konsultacijas.csv"
    private static let address = "2018-2019-2/sessions/school=vaivari"

    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    private func recover(_ workplace: borrowing Workplace, _ more: String...) throws
        -> Workplace.Outcome
    {
        try workplace.run(
            list: ["keys", "recover", "--inbox", "inbox", "--language", "en"] + more)
    }

    private func doctor(_ workplace: borrowing Workplace) throws -> Workplace.Outcome {
        try workplace.run("doctor", "--state", "state", "--language", "en")
    }

    /// A state whose keys are lost and of whose files the inbox lacks one; the escrowed key lies beside.
    private func lost() throws -> Workplace {
        let workplace = try prepared()
        _ = try workplace.shell(
            """
            "$PUMPURS" keys escrow --into archive.key
            rm state/pumpurs.key; mv \(Self.sessions) kept
            """)
        return workplace
    }

    @Test func `are counted before anything is changed, and the recovery is refused`() throws {
        let workplace = try lost()
        let before = try workplace.files(in: "state/archive")
        let outcome = try recover(workplace)
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: files of the archive that would stay shut, as the folder inbox does not have "
                + "them: 1; nothing was changed. Name the file that pumpurs keys escrow wrote with "
                + "--archive-key, or the folder that has all files of the schools with --inbox; if there is "
                + "neither any more, repeat it with --leave-shut, whose help says what is lost then\n"
        )
        #expect(try workplace.files(in: "state/archive") == before)
        #expect(!FileManager.default.fileExists(atPath: workplace.path("state/pumpurs.key").path))
    }

    @Test func `all of them, leave nobody to be known, and the state as it was`() throws {
        let workplace = try lost()
        _ = try workplace.shell("rm -r inbox && mkdir inbox")
        let before = try workplace.files(in: "state/archive")
        let outcome = try recover(workplace, "--leave-shut")
        #expect(outcome.code == 77)
        #expect(
            outcome.errors.hasPrefix(
                "pumpurs: the folder inbox has none of the archive's files, so nobody could be known"
            ))
        #expect(try workplace.files(in: "state/archive") == before)
        #expect(try recover(workplace, "--archive-key", "archive.key").code == 0)
        #expect(try doctor(workplace).code != 74)
    }

    @Test func `leave people whom nobody can name, and the doctor says what that does to figures`()
        throws
    {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/pumpurs.key; mv inbox/sloka kept")
        #expect(try recover(workplace, "--leave-shut").code == 3)
        let said = try doctor(workplace).output
        #expect(said.contains("people with sessions whom nobody can name since the key was lost"))
        #expect(said.contains("counted twice"))
    }

    @Test func `leave the way open to the key from other hands after a refusal`() throws {
        let workplace = try lost()
        _ = try recover(workplace)
        #expect(try recover(workplace, "--archive-key", "archive.key").code == 0)
        #expect(try doctor(workplace).code != 74)
    }

    @Test func `open by the key from other hands after a recovery in part`() throws {
        let workplace = try lost()
        #expect(try recover(workplace, "--leave-shut").code == 3)
        #expect(try doctor(workplace).output.contains("stay shut"))
        let outcome = try recover(workplace, "--archive-key", "archive.key")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("files of the archive that open again: 1\n"))
        #expect(!(try doctor(workplace).output.contains("stay shut")))
        _ = try workplace.shell("mv kept \(Self.sessions)")
        let bytes = try workplace.bytes(Self.sessions)
        #expect(try workplace.openedArchive().values.contains(bytes))
    }

    @Test func `give the people back who stand in them alone`() throws {
        let workplace = try prepared()
        func names() throws -> Set<String> {
            Set(
                try workplace.run("people", "list", "--names", "--known").output
                    .split(separator: "\n").compactMap { line in
                        line.firstIndex(of: "[").map { String(line[$0...]) }
                    })
        }
        _ = try workplace.shell("\"$PUMPURS\" keys escrow --into archive.key; rm state/pumpurs.key")
        _ = try workplace.shell("cp -a state kept; \"$PUMPURS\" keys recover --inbox inbox")
        let whole = try names()
        _ = try workplace.shell("rm -r state; mv kept state; rm -r inbox/vaivari")
        let part = try recover(workplace, "--leave-shut")
        #expect(part.code == 3)
        #expect(part.output.contains("pupils who cannot be recovered: "))
        #expect(try names().count < whole.count)
        let outcome = try recover(workplace, "--archive-key", "archive.key")
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(try names() == whole)
    }

    @Test(arguments: ["true", "\"$PUMPURS\" import --inbox inbox"])
    func `give the people back when the inbox has them again, imported meanwhile or not`(
        meanwhile: String
    ) throws {
        let workplace = try prepared()
        _ = try workplace.shell("rm state/pumpurs.key; mv inbox/vaivari .")
        #expect(try recover(workplace, "--leave-shut").output.contains("cannot be recovered: "))
        _ = try workplace.shell("mv vaivari inbox/; \(meanwhile)")
        let outcome = try recover(workplace)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(!outcome.output.contains("cannot be recovered: "))
    }

    @Test func `are no damage: the doctor warns, and a backup copies them`() throws {
        let workplace = try lost()
        _ = try recover(workplace, "--leave-shut")
        let doctor = try doctor(workplace)
        #expect(doctor.code == 3)
        #expect(
            doctor.output.contains(
                "warning: files of the archive that stay shut, for their key was lost: 1 "
                    + "(vaivari/2018-2019-2/konsultacijas.csv); "))
        let backup = try workplace.run("backup", "--into", "copy", "--language", "en")
        #expect(backup.code == 0, "\(backup.errors)")
        #expect(try workplace.files(in: "copy/archive") == workplace.files(in: "state/archive"))
    }

    @Test func `show no text, make no past, and say why`() throws {
        let workplace = try lost()
        _ = try recover(workplace, "--leave-shut")
        let raw = try workplace.run(
            "explain", Self.address, "--raw", "--state", "state", "--language", "en")
        #expect(raw.code == 74)
        #expect(raw.output.contains("the file in the archive is sealed under a key that was lost"))
        let past = try workplace.run(
            "report", "--as-of", "run:1", "--output", "then", "--state", "state", "--language",
            "en")
        #expect(past.code == 74)
        #expect(
            past.errors.hasPrefix(
                "pumpurs: files of the archive that counted then are sealed under a key that was lost: 1"
            ))
    }

    @Test func `are still told from a file that somebody altered`() throws {
        let workplace = try lost()
        _ = try recover(workplace, "--leave-shut")
        _ = try workplace.shell("cp kept \(Self.sessions)")
        let place = try workplace.sealed(Self.sessions)
        _ = try workplace.shell("truncate -s 10 \(place)")
        #expect(try doctor(workplace).code == 74)
    }

    @Test func `with erased records come to a sound state, and are said to be shut`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.sandis)
        _ = try workplace.shell("rm state/pumpurs.key")
        let refused = try recover(workplace)
        #expect(refused.code == 77)
        #expect(refused.errors.contains(", of them with erased records: "))
        #expect(try recover(workplace, "--leave-shut").code == 3)
        let doctor = try doctor(workplace)
        #expect(doctor.code == 3, "\(doctor.output)")
        #expect(doctor.output.contains("one with erased records opens by the key only"))
        let backup = try workplace.run("backup", "--into", "copy", "--language", "en")
        #expect(backup.code == 0, "\(backup.errors)")
    }

    @Test func `and hold an erased person are removed`() throws {
        let workplace = try Workplace.rolledUp()
        _ = try workplace.shell(
            "rm state/pumpurs.key; mkdir apart; mv inbox/sloka/2018-2019-2 apart/")
        #expect(try recover(workplace, "--leave-shut").code == 3)
        _ = try workplace.shell("mv apart/2018-2019-2 inbox/sloka/")
        let place = try workplace.sealed("inbox/sloka/2018-2019-2/atbalsts.xml")
        #expect(FileManager.default.fileExists(atPath: workplace.path(place).path))
        _ = try workplace.shell("mv inbox/sloka/2018-2019-2 apart/")
        let erasure = try workplace.erase(Asked.sandis)
        #expect(erasure.code == 0, "\(erasure.errors)")
        #expect(!FileManager.default.fileExists(atPath: workplace.path(place).path))
    }

    @Test func `are counted once each, though the definitions had them read twice`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            """
            sed -i 's/low_mark_below: 5/low_mark_below: 4/' pipelines/jurmala.yaml
            echo '# read anew' >>pipelines/jurmala.yaml
            "$PUMPURS" import --inbox inbox
            rm state/pumpurs.key; mv inbox/sloka kept
            """)
        let recovered = try recover(workplace, "--leave-shut")
        let count = try workplace.shell("find kept -name '*.xml' -o -name '*.csv' | wc -l").output
            .filter(\.isNumber)
        #expect(recovered.output.contains("not in the inbox: \(count); "), "\(recovered.output)")
        let said = try doctor(workplace).output
        #expect(said.contains("stay shut, for their key was lost: \(count) ("), "\(said)")
    }
}
