@testable import Submission

/// The sealed package that everything begins with, read by the product's own reader.
struct Sample {
    let folder: PackageFolder
    let manifest: PackageManifest
    let content: PackageContent
    let publicRows: [PublicRow]
    /// The page, which another module makes.
    let page: [UInt8]

    /// Why a package cannot be the sample.
    struct Unfit: Error {
        let reason: String
    }

    init(path: String) throws {
        folder = try PackageFolder(path: path)
        guard let file = folder.file("manifest.json"),
            let page = folder.file(PublicSummary.pagePath)
        else { throw Unfit(reason: "\(path) has no manifest or no page") }
        manifest = try PackageJSON.value(PackageManifest.self, from: file.bytes)
        guard !manifest.identifiersIncluded, manifest.revision == 1 else {
            throw Unfit(reason: "the sample must be a first revision without identifiers")
        }
        let reading = PackageReading(folder, manifest)
        guard reading.isWhole else {
            throw Unfit(reason: "\(path) cannot be read: \(reading.failures)")
        }
        content = reading.content
        publicRows = reading.publicRows
        self.page = page.bytes
    }

    /// What the rules said of the sample, as it lies in the package.
    var reports: [(path: String, bytes: [UInt8])] {
        ["validation-report.json", "validation-report.csv"].compactMap { path in
            folder.file(path).map { (path, $0.bytes) }
        }
    }
}
