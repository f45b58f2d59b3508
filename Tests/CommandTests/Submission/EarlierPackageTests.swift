import Foundation
import Testing

/// A package that takes the place of another, or follows it: the other must be as it was sealed.
@Suite struct `The next package after one that is lost or altered` {
    private static let package = SubmissionWorkplace.package
    private static let second = "\(package.dropLast(3))r02"

    /// What becomes of the earlier package `A`.
    static let losses = [
        "rm -r A", "rm -r A/*", "sed -i '2s/,[0-9]*,minutes/,999,minutes/' A/restricted/claims.csv",
        "sed -i 's/\"pupilsSemester\" : 35/\"pupilsSemester\" : 36/' A/manifest.json",
        "rm A/restricted/claims.csv", "umask 077; echo x >A/notes.txt",
    ]

    private func spoil(_ command: String, in workplace: borrowing Workplace) throws {
        let outcome = try workplace.shell(command.replacing("A", with: Self.package))
        try #require(outcome.code == 0)
    }

    @Test(arguments: losses) func `is refused, and nothing is written`(command: String) throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        try spoil(command, in: workplace)
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(outcome.code == 4)
        #expect(outcome.errors.contains(SubmissionWorkplace.name))
        #expect(outcome.errors.contains("put it back from the backup"))
        #expect(outcome.errors.contains("--without-earlier"))
        #expect(!FileManager.default.fileExists(atPath: workplace.path(Self.second).path))
    }

    @Test func `is refused though somebody sealed the other one again`() throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        let script = Workplace.repository.appending(path: "Tests/Oracle/reseal.py").path
        try spoil("sed -i 2d A/restricted/claims.csv", in: workplace)
        try spoil("python3 '\(script)' A", in: workplace)
        #expect(try SubmissionWorkplace.submit(workplace).code == 4)
    }

    @Test(arguments: losses)
    func `goes on without it when told to, and says so itself`(command: String) throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        let hash = try workplace.shell("sha256sum \(Self.package)/manifest.json").output.prefix(64)
        try spoil(command, in: workplace)
        let outcome = try SubmissionWorkplace.submit(workplace, "--without-earlier")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("NOT compared with \(SubmissionWorkplace.name)"))
        let manifest = try workplace.text("\(Self.second)/manifest.json")
        #expect(manifest.contains("\"manifest\" : \"\(hash)\""))
        #expect(manifest.contains("\"supersededNotCompared\" : true"))
        let readme = try workplace.text("\(Self.second)/README.lv.txt")
        #expect(readme.contains("Ar \(SubmissionWorkplace.name) NAV salīdzināts"))
        _ = try workplace.shell("rm -rf \(Self.package)")
        let verified = try SubmissionWorkplace.verify(workplace, Self.second)
        #expect(verified.code == 0, "\(verified.output)")
    }

    @Test func `that went on without it is not sealed again`() throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        try spoil("rm -r A", in: workplace)
        _ = try SubmissionWorkplace.submit(workplace, "--without-earlier")
        let again = try SubmissionWorkplace.submit(workplace)
        #expect(again.output.contains("nothing has changed: "), "\(again.errors)")
    }

    @Test func `is known again though the one before it is gone`() throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        _ = try SubmissionWorkplace.submit(workplace)
        try spoil("rm -r A", in: workplace)
        let again = try SubmissionWorkplace.submit(workplace)
        #expect(again.code == 0)
        #expect(again.output.contains("nothing has changed: \(Self.second)"), "\(again.errors)")
    }

    @Test func `is corrected by rows where the other one is there, whatever may be missing`() throws
    {
        let workplace = try SubmissionWorkplace.withCorrection()
        let outcome = try SubmissionWorkplace.submit(workplace, "--without-earlier")
        #expect(outcome.code == 0)
        #expect(try workplace.text("\(Self.second)/restricted/claims.csv").contains("@r02,-40,"))
        let manifest = try workplace.text("\(Self.second)/manifest.json")
        #expect(!manifest.contains("NotCompared"))
    }

    @Test func `has its warnings accepted all the same`() throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        try spoil("rm -r A", in: workplace)
        #expect(try SubmissionWorkplace.acknowledge("VAL-08", workplace).code == 0)
    }

    @Test func `is advised to move an emptied folder away`() throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        try spoil("rm -r A/*", in: workplace)
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(
            outcome.errors
                == "pumpurs: the folder of the package \(SubmissionWorkplace.name) is empty, so nobody can say "
                + "what is to be corrected since, and nothing was written; move that folder away and put it "
                + "back from the backup (its folder submissions) or, where there is none, after moving it "
                + "repeat this with --without-earlier: the new package then says itself that it was not "
                + "compared with it\n")
    }

    @Test func `of a later semester is refused, or says that it was not compared`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        try spoil("rm -r A", in: workplace)
        let refused = try workplace.run("submit", "2019-2020-1", "--language", "en")
        #expect(refused.code == 4)
        #expect(refused.errors.contains("nothing can be compared with the semester before"))
        let outcome = try workplace.run(
            "submit", "2019-2020-1", "--without-earlier", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        let next = "submissions/\(SubmissionWorkplace.lastName.dropLast(3))r02"
        #expect(try workplace.text("\(next)/manifest.json").contains("\"previousNotCompared\" : {"))
        let verified = try SubmissionWorkplace.verify(workplace, next)
        #expect(verified.code == 0, "\(verified.output)")
    }
}
