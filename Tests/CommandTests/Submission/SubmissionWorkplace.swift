import Foundation

/// Workplaces with the samples imported, before and after what blocks the submission was mended.
enum SubmissionWorkplace {
    static let name = "pumpurs_8.3.4.0-16-I-001_JURMALA_2018-2019-S2_r01"
    static let package = "submissions/\(name)"
    /// What must be acknowledged in the samples: warnings that a school cannot mend any more.
    static let warnings = ["SUB-003", "VAL-08", "VAL-52", "VAL-53", "VAL-54", "VAL-55"]

    /// The state after a corrected delivery and the acknowledgements, with the package sealed.
    private static let sealed = Preparation(from: .reported) { workplace in
        try correctApproval(workplace)
        _ = try workplace.report()
        for rule in warnings { _ = try acknowledge(rule, workplace) }
        _ = try submit(workplace)
    }

    /// Sloka sends one session less, and everything is acknowledged again; r02 is not sealed.
    private static let corrected = Preparation(from: sealed) { workplace in
        let file = "inbox/sloka/2018-2019-2/atbalsts.xml"
        var lines = try workplace.text(file).split(
            separator: "\n", omittingEmptySubsequences: false)
        lines.remove(
            at: lines.firstIndex { $0.contains("<nodarbiba datums=\"2019-02-11\"") } ?? 0)
        try workplace.write(Array(lines.joined(separator: "\n").utf8), to: file)
        _ = try workplace.report()
        for rule in warnings { _ = try acknowledge(rule, workplace) }
    }

    /// A workplace in which the package of 2018-2019-2 is sealed, and the data have changed since.
    static func withCorrection() throws -> Workplace { try corrected.copy() }

    /// A workplace in which the samples are imported.
    static func withSamples() throws -> Workplace { try Preparation.reported.copy() }

    /// A workplace in which the package of 2018-2019-2 is sealed.
    static func withPackage() throws -> Workplace { try sealed.copy() }

    /// The head approved the plan after the municipality; Jaundubulti sends the day anew.
    static func correctApproval(_ workplace: borrowing Workplace) throws {
        let file = "inbox/jaundubulti/2018-2019-2/atbalsta-plani.csv"
        let bytes = try workplace.bytes(file)
        let mended = bytes.replacing(
            Array("17.01.2019.;16.01.2019.".utf8), with: Array("15.01.2019.;16.01.2019.".utf8))
        try workplace.write(mended, to: file)
    }

    static func acknowledge(
        _ rule: String, _ workplace: borrowing Workplace
    ) throws -> Workplace.Outcome {
        try workplace.run(
            "submit", "acknowledge", rule, "--semester", "2018-2019-2", "--author", "A. Clerk",
            "--reason", "Seen with the school", "--pipelines", "pipelines", "--language", "en")
    }

    static func submit(
        _ workplace: borrowing Workplace, _ more: String...
    ) throws -> Workplace.Outcome {
        try workplace.run(
            list: ["submit", "2018-2019-2", "--pipelines", "pipelines", "--language", "en"] + more)
    }

    static func verify(
        _ workplace: borrowing Workplace, _ package: String = package
    ) throws -> Workplace.Outcome {
        try workplace.run("verify", package, "--language", "en")
    }
}

extension SubmissionWorkplace {
    static let yearName = "pumpurs_8.3.4.0-16-I-001_JURMALA_2019_r01"
    static let lastName = "pumpurs_8.3.4.0-16-I-001_JURMALA_2019-2020-S1_r01"

    /// The packages of both semesters of 2019 are sealed, and the report of the year is not written.
    static let sealedYear = Preparation(from: sealed) { workplace in
        for rule in warnings {
            _ = try workplace.run(
                "submit", "acknowledge", rule, "--semester", "2019-2020-1", "--author", "A. Clerk",
                "--reason", "Seen with the school", "--language", "en")
        }
        _ = try workplace.run("submit", "2019-2020-1", "--language", "en")
    }

    /// A workplace in which the packages of both semesters of 2019 are sealed.
    static func withSealedYear() throws -> Workplace { try sealedYear.copy() }

    static func submitYear(
        _ workplace: borrowing Workplace, _ more: String...
    ) throws -> Workplace.Outcome {
        try workplace.run(list: ["submit", "year", "2019", "--language", "en"] + more)
    }

    /// The rows of a table of the yearly report.
    static func table(
        _ table: String, _ workplace: borrowing Workplace, revision: String = "r01"
    ) throws -> [[String: String]] {
        rows(
            of: try workplace.text(
                "submissions/\(yearName.dropLast(3))\(revision)/aggregate/\(table).csv"))
    }
}
