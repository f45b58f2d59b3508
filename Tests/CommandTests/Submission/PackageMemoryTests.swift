import Foundation
import Testing

/// What the state remembers of its packages, whatever became of their folder.
@Suite struct `A folder of packages that is lost or of another state` {
    private static let second = "\(SubmissionWorkplace.package.dropLast(3))r02"

    @Test func `does not have a revision made again`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell("rm -r submissions")
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(outcome.code == 4)
        #expect(
            outcome.errors.hasPrefix(
                "pumpurs: the package \(SubmissionWorkplace.name) was sealed and is not there any more, so "
                    + "nobody can say what is to be corrected since, and nothing was written; put it back "
                    + "from the backup (its folder submissions), name the folder that it is in with --packages"
            ), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: workplace.path("submissions").path))
    }

    @Test(arguments: [
        ("rm -r submissions/pumpurs*", "was sealed and is not in the folder submissions"),
        ("echo >> \(SubmissionWorkplace.package)/README.lv.txt", "is not as it was sealed"),
    ])
    func `is told of by the doctor`(command: String, words: String) throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell(command)
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.output.contains("error: the package \(SubmissionWorkplace.name) \(words)"))
    }

    @Test func `has the very package made again elsewhere, and no other`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let again = try SubmissionWorkplace.submit(workplace, "--packages", "other")
        #expect(again.code == 0, "\(again.errors)")
        let same = try workplace.shell(
            "diff -r other/\(SubmissionWorkplace.name) \(SubmissionWorkplace.package)")
        #expect(same.code == 0)
        let corrected = try SubmissionWorkplace.withCorrection()
        #expect(try SubmissionWorkplace.submit(corrected, "--packages", "other").code == 4)
    }

    @Test func `goes on with the next revision when told to`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let hash = try workplace.shell("sha256sum \(SubmissionWorkplace.package)/manifest.json")
            .output.prefix(64)
        _ = try workplace.shell("rm -r submissions")
        let outcome = try SubmissionWorkplace.submit(workplace, "--without-earlier")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            try workplace.text("\(Self.second)/manifest.json").contains(
                "\"manifest\" : \"\(hash)\""))
        #expect(try SubmissionWorkplace.verify(workplace, Self.second).code == 0)
    }

    @Test func `does not have a yearly report made again either`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        _ = try workplace.shell(
            "rm -r submissions/\(SubmissionWorkplace.yearName) submissions/register.jsonl")
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.code == 4)
        #expect(outcome.errors.contains("was written and is not there any more"))
    }

    @Test func `is remembered by a state of before, once a package is looked at`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell(
            """
            python3 -c "
            import sqlite3
            store = sqlite3.connect('state/pumpurs.sqlite')
            store.execute('DELETE FROM sealedPackage'); store.commit()"
            """)
        _ = try SubmissionWorkplace.submit(workplace)
        #expect(
            try workplace.query("SELECT package FROM sealedPackage")
                == "\(SubmissionWorkplace.name)\n")
    }

    /// A second state of the same exports, under a key of its own.
    private func twoStates() throws -> Workplace {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell(
            """
            mv state first && "$PUMPURS" report --inbox inbox --language en
            for rule in \(SubmissionWorkplace.warnings.joined(separator: " ")); do
                for semester in 2018-2019-2 2019-2020-1; do
                    "$PUMPURS" submit acknowledge $rule --semester $semester --author A --reason seen \
                        --packages apart
                done
            done
            """)
        return workplace
    }

    @Test(arguments: [["2018-2019-2"], ["2019-2020-1"], ["year", "2019"]])
    func `is told by the key that the state never had`(what: [String]) throws {
        let workplace = try twoStates()
        let before = try workplace.files(in: "submissions")
        let outcome = try workplace.run(list: ["submit"] + what + ["--language", "en"])
        #expect(outcome.code == 4)
        #expect(
            outcome.errors.hasPrefix(
                "pumpurs: the folder submissions holds the package \(SubmissionWorkplace.name) of another "
                    + "state: it was sealed under a key that this state never had"),
            "\(outcome.errors)")
        #expect(try workplace.files(in: "submissions") == before)
    }

    @Test func `is left for a folder of its own`() throws {
        let workplace = try twoStates()
        let outcome = try SubmissionWorkplace.submit(workplace, "--packages", "apart")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test func `of a state that was made anew goes on with the next revision`() throws {
        let workplace = try twoStates()
        let outcome = try SubmissionWorkplace.submit(workplace, "--without-earlier")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("NOT compared with \(SubmissionWorkplace.name)"))
        let again = try SubmissionWorkplace.submit(workplace)
        #expect(again.output.contains("nothing has changed: \(Self.second)"), "\(again.errors)")
    }

    @Test func `is the state's own after its key was changed`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.run("keys", "rotate")
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(!outcome.errors.contains("another state"), "\(outcome.errors)")
    }

    @Test func `keeps what the last import refused`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        try workplace.write("no export at all", to: "inbox/sloka/cits.txt")
        _ = try workplace.report()
        let refused = "SELECT refused FROM run ORDER BY id DESC LIMIT 1"
        let before = try workplace.query(refused)
        #expect(before.contains("cits.txt"))
        _ = try SubmissionWorkplace.acknowledge("VAL-08", workplace)
        #expect(try workplace.query(refused) == before)
    }
}
