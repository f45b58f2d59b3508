import Foundation
public import Rollup
public import Submission

/// Verifies a package: its files alone, with the definitions for what can be worked out from public figures.
public struct VerificationRun {
    private let definitions: Definitions
    private let indicators: IndicatorSet

    /// Creates a run.
    public init(definitions: Definitions, indicators: IndicatorSet) {
        self.definitions = definitions
        self.indicators = indicators
    }

    /// Returns everything that is wrong with a package.
    ///
    /// - Throws: ``SubmissionError`` when there is no such folder or it cannot be read.
    public func failures(of path: String) throws -> [VerificationFailure] {
        let folder: PackageFolder
        do { folder = try PackageFolder(path: path) } catch {
            throw SubmissionError.unreadable(path: ShownPath.text(of: path), reason: error.reason)
        }
        let parent = URL(fileURLWithPath: folder.path).deletingLastPathComponent().path
        let shelf = PackageShelf(path: parent)
        let audit = PublicAudit(definitions: definitions, indicators: indicators)
        return PackageVerification(
            folder, siblings: shelf.package,
            outside: .init(
                page: { try? PackagePageMaker($0, rows: $1).bytes() },
                disclosures: { manifest, rows in
                    audit.disclosures(
                        rows, of: manifest,
                        earlier: manifest.reference.previous.flatMap {
                            shelf.package($0.package)?.publicRows
                        })
                })
        ).run()
    }
}
