import Foundation
import Testing

/// The packages beside a yearly report, from whose records its figures are counted again.
@Suite struct `The packages beside a yearly report` {
    private static let written = Preparation(from: SubmissionWorkplace.sealedYear) { workplace in
        _ = try SubmissionWorkplace.submitYear(workplace)
    }
    private static let report = "submissions/\(SubmissionWorkplace.yearName)"

    @Test(arguments: [SubmissionWorkplace.name, SubmissionWorkplace.lastName])
    func `fail the verification when one is altered`(package: String) throws {
        let workplace = try Self.written.copy()
        #expect(try SubmissionWorkplace.verify(workplace, Self.report).code == 0)
        _ = try workplace.shell("sed -i 2d 'submissions/\(package)/restricted/consultations.csv'")
        let outcome = try SubmissionWorkplace.verify(workplace, Self.report)
        #expect(outcome.code == 4)
        let semester = package == SubmissionWorkplace.name ? "2018-2019-2" : "2019-2020-1"
        #expect(
            outcome.output
                == "6 figures counted again from the records: \(package): the package of semester "
                + "\(semester) beside it is not the one that the report names, so its records were NOT "
                + "counted again\n")
    }

    @Test func `need not be there`() throws {
        let workplace = try Self.written.copy()
        _ = try workplace.shell("mkdir apart && mv '\(Self.report)' apart/")
        let outcome = try SubmissionWorkplace.verify(
            workplace, "apart/\(SubmissionWorkplace.yearName)")
        #expect(outcome.code == 0, "\(outcome.output)")
    }
}
