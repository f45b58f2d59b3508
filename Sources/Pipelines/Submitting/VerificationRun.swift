import Foundation
public import Submission

/// Verifies a package from its files alone: neither a store nor definitions are needed.
public struct VerificationRun {
    /// Creates a run.
    public init() {}

    /// What was looked at, and what is wrong.
    public struct Outcome {
        /// The checks that apply to what was verified.
        public let checks: [VerificationCheck]
        /// Everything that is wrong, in the order of the checks.
        public let failures: [VerificationFailure]
    }

    /// Verifies a package or a yearly report.
    ///
    /// - Throws: ``SubmissionError`` when there is no such folder or it cannot be read.
    public func outcome(of path: String) throws -> Outcome {
        let folder: PackageFolder
        do { folder = try PackageFolder(path: path) } catch {
            if error.isLink { throw SubmissionError.isLink(path: ShownPath.text(of: path)) }
            throw SubmissionError.unreadable(path: ShownPath.text(of: path), reason: error.reason)
        }
        let parent = URL(fileURLWithPath: folder.path).deletingLastPathComponent().path
        let shelf = PackageShelf(path: parent)
        if YearVerification.concerns(folder) {
            return Outcome(
                checks: YearVerification.checks,
                failures: YearVerification(folder, siblings: shelf.package).run())
        }
        let audit = PublicAudit()
        let failures = PackageVerification(
            folder, siblings: shelf.package,
            outside: .init(
                page: { try? PackagePageMaker($0, rows: $1).bytes() },
                disclosures: { manifest, rows in
                    audit.disclosures(
                        rows, of: manifest,
                        earlier: manifest.reference.previous.flatMap {
                            shelf.package($0.package)?.publicRows
                        })
                }, preconditions: PreconditionRules.unbroken)
        ).run()
        return Outcome(checks: VerificationCheck.allCases, failures: failures)
    }
}
