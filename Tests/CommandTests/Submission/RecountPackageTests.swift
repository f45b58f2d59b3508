import Foundation
import Testing

/// The figures of a package, counted again from its restricted tables by a program that shares nothing with it.
@Suite struct `A package recounted` {
    @Test func `gives every figure for the authorities and every public one`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let script = Workplace.repository.appending(path: "Tests/Oracle/recount_package.py").path
        let outcome = try workplace.shell("python3 '\(script)' \(SubmissionWorkplace.package)")
        #expect(outcome.code == 0)
        let last = outcome.output.split(separator: "\n").last ?? ""
        #expect(last.hasSuffix(" figures compared, 0 differ"))
    }

    @Test func `differs where one session more is said to be eligible`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let file = "\(SubmissionWorkplace.package)/restricted/consultations.csv"
        let text = try workplace.text(file)
        let changed = text.replacing(",false,suspended_iap", with: ",true,")
        try #require(changed != text)
        try workplace.write(Array(changed.utf8), to: file)
        let script = Workplace.repository.appending(path: "Tests/Oracle/recount_package.py").path
        let outcome = try workplace.shell("python3 '\(script)' \(SubmissionWorkplace.package)")
        #expect(outcome.code == 1)
    }
}
