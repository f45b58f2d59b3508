import Submission

/// Verifies a package from its files alone, but for what belongs to other modules.
struct Verifying {
    let path: String

    /// Returns what is wrong.
    func failures() throws -> [VerificationFailure] {
        var meter = Meter()
        let folder = try meter.measure("files read") { try PackageFolder(path: path) }
        // The page that lies there is taken for the one that would be made, and nothing is worked out.
        let page = folder.file(PublicSummary.pagePath)?.bytes
        let outside = PackageVerification.Outside(
            page: { _, _ in page }, disclosures: { _, _ in [] }, preconditions: [])
        let failures = meter.measure("PackageVerification: thirteen checks") {
            PackageVerification(folder, siblings: { _ in nil }, outside: outside).run()
        }
        meter.printSum()
        return failures
    }
}
