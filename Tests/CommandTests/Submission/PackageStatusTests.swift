import Foundation
import Testing

/// `pumpurs submit status`: silence would say that nothing was ever sealed.
@Suite struct `The status of packages` {
    private func status(_ workplace: borrowing Workplace) throws -> Workplace.Outcome {
        try workplace.run("submit", "status", "--language", "en")
    }

    @Test func `without a folder ends with 65 and says so`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try status(workplace)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("there is no folder of packages submissions; "))
    }

    @Test func `of an empty folder says that there is no package yet`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        _ = try workplace.shell("mkdir -m 700 submissions")
        let outcome = try status(workplace)
        #expect(outcome.code == 0)
        #expect(outcome.output == "no package has been made yet\n")
    }

    @Test(arguments: [
        ("rm R", "has packages (1) and no register"),
        (": >R", "has packages (1) and no register"),
        ("rm R && mkdir R", "register.jsonl cannot be read: "),
        ("echo x >R", "has lines that cannot be understood: 1"),
        ("mv submissions apart && echo >submissions", "there is no folder of packages"),
    ])
    func `cannot be told without the register`(command: String, words: String) throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell(command.replacing("R", with: "submissions/register.jsonl"))
        let outcome = try status(workplace)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test func `tells the lines that it can read, and how many it cannot`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell("printf '{\"package\":' >>submissions/register.jsonl")
        let outcome = try status(workplace)
        #expect(outcome.code == 65)
        #expect(outcome.output.contains("\(SubmissionWorkplace.name)  sealed\n"))
    }

    @Test func `keeps a line that is entered after one that was torn`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell("printf '{\"package\":' >>submissions/register.jsonl")
        let handed = try workplace.run(
            "submit", "hand-in", SubmissionWorkplace.name, "--by", "A. Clerk", "--receipt", "K-17")
        #expect(handed.code == 0)
        #expect(try status(workplace).output.contains("handed in A. Clerk, receipt K-17"))
    }
}
