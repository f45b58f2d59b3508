import Foundation
import Testing

/// `pumpurs submit hand-in`: only what was sealed, is as it was, and lacks nothing.
@Suite struct `What is handed in` {
    private static let package = SubmissionWorkplace.package
    private static let forget = "sed -i '/\"state\":\"sealed\"/d' submissions/register.jsonl"

    private func handIn(
        _ workplace: borrowing Workplace, _ name: String = SubmissionWorkplace.name
    ) throws -> Workplace.Outcome {
        try workplace.run(
            "submit", "hand-in", name, "--by", "A. Clerk", "--receipt", "K-17", "--language", "en")
    }

    @Test(arguments: `The next package after one that is lost or altered`.losses)
    func `must be as it was sealed`(command: String) throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell(command.replacing("A", with: Self.package))
        let outcome = try handIn(workplace)
        #expect(outcome.code == 4)
        #expect(outcome.errors.contains("so it must not be handed in; "))
        #expect(!(try workplace.text("submissions/register.jsonl").contains("handed_in")))
    }

    @Test func `is no yearly report that is incomplete`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        #expect(try SubmissionWorkplace.submitYear(workplace).code == 3)
        let outcome = try handIn(workplace, SubmissionWorkplace.yearName)
        #expect(outcome.code == 4)
        #expect(outcome.errors.contains("is incomplete, so it must not be handed in"))
    }

    @Test func `is no package whose place another took, unless that is said`() throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        #expect(try SubmissionWorkplace.submit(workplace).code == 0)
        let outcome = try handIn(workplace)
        #expect(outcome.code == 4)
        #expect(outcome.errors.contains("is not in force any more: "))
        #expect(outcome.errors.contains("_r02 took its place"))
        let late = try workplace.run(
            "submit", "hand-in", SubmissionWorkplace.name, "--by", "A. Clerk", "--receipt", "K-17",
            "--correction", "--language", "en")
        #expect(late.code == 0, "\(late.errors)")
    }

    @Test func `is entered as sealed first where a killed run could not`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell(Self.forget)
        #expect(try handIn(workplace).code == 0)
        let states = try workplace.text("submissions/register.jsonl").split(separator: "\n")
        #expect(states.count == 3)
        #expect(states.dropFirst().first?.contains("\"state\":\"sealed\"") == true)
        let hash = try workplace.shell("sha256sum \(Self.package)/manifest.json").output.prefix(64)
        #expect(states.allSatisfy { !$0.contains("sealed") || $0.contains(hash) })
    }

    @Test func `is entered as sealed by the next submission that finds it`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let before = try workplace.text("submissions/register.jsonl")
        _ = try workplace.shell(Self.forget)
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(outcome.output.contains("sealed before, nothing has changed"))
        let after = try workplace.text("submissions/register.jsonl")
        #expect(after.count { $0 == "\n" } == before.count { $0 == "\n" })
        #expect(after.contains("\"state\":\"sealed\""))
    }

    @Test func `is entered by a submission that replaces it, too`() throws {
        let workplace = try SubmissionWorkplace.withCorrection()
        _ = try workplace.shell(Self.forget)
        #expect(try SubmissionWorkplace.submit(workplace).code == 0)
        let sealed = try workplace.text("submissions/register.jsonl").split(separator: "\n")
            .filter { $0.contains("\"state\":\"sealed\"") }
        #expect(sealed.count == 2)
        #expect(sealed.first?.contains(SubmissionWorkplace.name) == true)
    }

    @Test func `is a yearly report as well that a killed run could not enter`() throws {
        let workplace = try SubmissionWorkplace.withSealedYear()
        _ = try SubmissionWorkplace.submitYear(workplace)
        _ = try workplace.shell(Self.forget)
        _ = try SubmissionWorkplace.submitYear(workplace)
        let register = try workplace.text("submissions/register.jsonl")
        #expect(
            register.contains(
                "\"package\":\"\(SubmissionWorkplace.yearName)\",\"state\":\"sealed\""))
        #expect(try handIn(workplace, SubmissionWorkplace.yearName).code == 0)
    }

    @Test func `is not entered when it was altered before the register knew it`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell("\(Self.forget); rm \(Self.package)/restricted/claims.csv")
        #expect(try handIn(workplace).code == 4)
        #expect(!(try workplace.text("submissions/register.jsonl").contains("\"sealed\"")))
    }

    @Test func `is said in one line, by the name or the folder of the package`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try workplace.run(
            at: .dayAfter, "submit", "hand-in", "./\(Self.package)/", "--by", "A. Clerk",
            "--receipt",
            "K-17", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            outcome.output.hasSuffix(
                "  \(SubmissionWorkplace.name)  handed in A. Clerk, receipt K-17\n"))
        #expect(try handIn(workplace).output == outcome.output)
    }

    @Test func `lies in the folder of the packages`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try handIn(workplace, "elsewhere/\(SubmissionWorkplace.name)")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("is not in the folder of the packages submissions; name"))
    }

    @Test func `has one receipt, unless the first was a mistake`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try handIn(workplace)
        let second = [
            "submit", "hand-in", SubmissionWorkplace.name, "--by", "B. Clerk", "--receipt", "K-18",
            "--language", "en",
        ]
        let refused = try workplace.run(list: second)
        #expect(refused.code == 4)
        #expect(refused.errors.contains("A. Clerk, receipt K-17; nothing was changed: "))
        #expect(!(try workplace.text("submissions/register.jsonl").contains("K-18")))
        let corrected = try workplace.run(list: second + ["--correction"])
        #expect(corrected.code == 0, "\(corrected.errors)")
        #expect(
            corrected.output.hasSuffix("handed in B. Clerk, receipt K-18, corrects receipt K-17\n"))
        let register = try workplace.text("submissions/register.jsonl")
        #expect(register.contains("K-17\"") && register.contains("\"corrects\":\"K-17\""))
    }

    @Test func `is no yearly report that is preliminary`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        _ = try workplace.run(at: .october2019, "submit", "year", "2019", "--preliminary")
        let outcome = try handIn(workplace, "\(SubmissionWorkplace.yearName)_preliminary")
        #expect(outcome.code == 4)
        #expect(
            outcome.errors
                == "pumpurs: the report \(SubmissionWorkplace.yearName)_preliminary is preliminary, so it must "
                + "not be handed in; when the year 2019 has ended, make the final one (pumpurs submit year "
                + "2019)\n")
    }
}
