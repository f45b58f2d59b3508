import Foundation
import Testing

/// Where a copy of the state, the archive's key, the model and what is kept of a person may be written.
@Suite struct `The place of what is secret` {
    private func prepared() throws -> Workplace {
        let workplace = try Preparation.rolledUp.copy()
        _ = try workplace.shell("mkdir open && chmod 777 open")
        return workplace
    }

    private static let places: [(into: String, words: String)] = [
        ("reports/copy", "of reports, from which others are shown"),
        ("reports/2018-2019-2/public/copy", "of reports, from which others are shown"),
        ("reports/latest/public/copy", "of reports, from which others are shown"),
        ("pipelines/copy", "of the definitions"),
        ("open/copy", "everybody may write in the folder"),
    ]

    @Test(arguments: places, [["backup"], ["keys", "escrow"], ["export-model"]])
    func `is not where others are shown or may put something`(
        place: (into: String, words: String), command: [String]
    ) throws {
        let workplace = try prepared()
        let outcome = try workplace.run(
            list: command + ["--into", place.into, "--state", "state", "--language", "en"])
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains(place.words))
        #expect(!FileManager.default.fileExists(atPath: workplace.path(place.into).path))
    }

    @Test func `is not among reports for what is kept of a person either`() throws {
        let workplace = try prepared()
        let outcome = try workplace.run(
            "person", "export", "--pupil-code", "code.txt", "--purpose", "asked for", "--into",
            "reports/copy", "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("of reports, from which others are shown"))
    }

    @Test(
        arguments: [["backup"], ["keys", "escrow"], ["export-model"]], [["--inbox", "inbox"], []])
    func `is not the inbox, whether it is named or known from the files that came`(
        command: [String], inbox: [String]
    ) throws {
        let workplace = try prepared()
        let outcome = try workplace.run(
            list: command + ["--into", "inbox/sloka/copy", "--state", "state", "--language", "en"]
                + inbox)
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("the next run would read it as files of schools; "))
        #expect(
            !FileManager.default.fileExists(atPath: workplace.path("inbox/sloka/copy").path))
    }

    @Test func `is not an inbox that was moved since`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("mv inbox elsewhere")
        let outcome = try workplace.run("backup", "--into", "elsewhere/copy", "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("--into is in the inbox '"))
    }

    @Test func `is not the inbox for what is kept of a person either`() throws {
        let workplace = try prepared()
        try workplace.writeCode(Asked.sandis)
        let outcome = try workplace.run(
            "person", "export", "--pupil-code", "code.txt", "--purpose", "asked for", "--into",
            "inbox/copy", "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("the next run would read it as files of schools; "))
        #expect(!FileManager.default.fileExists(atPath: workplace.path("inbox/copy").path))
    }

    @Test(arguments: [
        ("inbox/out", "the next run would read it as files of schools"),
        ("reports/2018-2019-2/out", "of reports, from which others are shown"),
        ("pipelines/out", "of the definitions"), ("state/out", "is in the state folder"),
    ])
    func `is none of these for an encrypted package`(into: String, words: String) throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try workplace.run(
            "submit", "encrypt", SubmissionWorkplace.name, "--recipient", "age1x", "--into", into,
            "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: workplace.path(into).path))
    }
}
