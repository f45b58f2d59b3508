import Foundation
import Testing

/// Where a copy of the state, the archive's key and what is kept of a person may be written.
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

    @Test(arguments: places, [["backup"], ["keys", "escrow"]])
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
}
