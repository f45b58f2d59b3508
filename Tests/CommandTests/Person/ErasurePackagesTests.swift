import Foundation
import Testing

/// Packages that hold somebody who is erased: they are named and left as they are.
@Suite struct `Packages of an erased pupil` {
    private static let package = SubmissionWorkplace.package

    private func prepared() throws -> Workplace {
        let workplace = try SubmissionWorkplace.withPackage()
        try workplace.retain()
        return workplace
    }

    @Test(arguments: ["--dry-run", ""])
    func `are named by the pseudonym, and stay`(more: String) throws {
        let workplace = try prepared()
        let before = try workplace.files(in: "submissions")
        let outcome = try workplace.erase(Asked.sandis, more)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            outcome.output.contains(
                "the package \(Self.package) holds the person still; packages are not changed: decide"
            ),
            "\(outcome.output)")
        #expect(try workplace.files(in: "submissions") == before)
    }

    @Test func `are named where a backup that was put back has them`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("cp -a submissions state/submissions; mv submissions kept")
        let outcome = try workplace.erase(Asked.sandis, "--dry-run --packages kept")
        for folder in ["kept", "state/submissions"] {
            #expect(
                outcome.output.contains("the package \(folder)/\(SubmissionWorkplace.name) holds"),
                "\(outcome.output)")
        }
    }

    @Test func `are named though the key was changed since`() throws {
        let workplace = try prepared()
        _ = try workplace.run("keys", "rotate")
        let outcome = try workplace.erase(Asked.sandis, "--dry-run")
        #expect(outcome.output.contains("the package \(Self.package) holds"), "\(outcome.output)")
    }

    @Test func `are not named when they hold nothing of the pupil`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            """
            mkdir -p other/pumpurs_8.3.4.0-16-I-001_JURMALA_2017-2018-S2_r01/restricted
            echo nobody >other/pumpurs_8.3.4.0-16-I-001_JURMALA_2017-2018-S2_r01/restricted/participants.csv
            """)
        let outcome = try workplace.erase(Asked.sandis, "--dry-run --packages other")
        #expect(!outcome.output.contains("the package other/"), "\(outcome.output)")
    }

    @Test func `are named when they are encrypted, for nobody can look`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("echo x >'\(Self.package).tar.age'")
        let outcome = try workplace.erase(Asked.sandis, "--dry-run")
        #expect(
            outcome.output.contains(
                "\(Self.package).tar.age is encrypted or cannot be read, so nobody can tell whether it holds"
            ),
            "\(outcome.output)")
    }

    @Test func `are named by name and code where they hold those`() throws {
        let workplace = try prepared()
        let pupil = Asked.roberts
        try workplace.write("x;\(pupil.given);\(pupil.family)\n", to: "other/a/restricted/p.csv")
        try workplace.write("x;\(pupil.digits)\n", to: "other/b/restricted/p.csv")
        let outcome = try workplace.erase(pupil, "--dry-run --packages other")
        #expect(outcome.output.contains("the package other/a holds"), "\(outcome.output)")
        #expect(outcome.output.contains("the package other/b holds"), "\(outcome.output)")
    }
}
