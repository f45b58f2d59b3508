import Submission

/// The report of a year that a new one takes the place of.
struct SupersededYear {
    /// Its name and the fingerprint of its manifest.
    let entry: PackageReference.SupersededPackage
    /// What it says, or `nil` when nothing is compared with it.
    let written: Written?

    /// What a report says.
    struct Written {
        let manifest: YearManifest
        let figures: YearFigures
    }

    /// Reads a report as it lies in the folder.
    ///
    /// - Throws: ``SubmissionError`` when it is not there, or is not as it was written: what changed since
    ///   cannot be said then.
    init(_ name: YearName, on shelf: PackageShelf) throws(SubmissionError) {
        let text = name.description
        guard let folder = shelf.package(text), let file = folder.file("manifest.json") else {
            throw .gone(text)
        }
        guard let manifest = YearReading.manifest(of: folder) else { throw .altered(text) }
        let fingerprint = PackageFile.fingerprint(of: file.bytes)
        let registered = Self.registered(text, on: shelf)
        let reading = YearReading(folder)
        let isUntouched = manifest.files.allSatisfy { known in
            folder.file(known.path).map { PackageFile.fingerprint(of: $0.bytes) } == known.sha256
        }
        guard reading.isWhole, isUntouched, registered.map({ $0 == fingerprint }) ?? true else {
            throw .altered(text)
        }
        entry = .init(package: text, manifest: fingerprint)
        written = Written(manifest: manifest, figures: reading.content.figures)
    }

    /// Names a report with which nothing is compared, by the fingerprint that the register has of it.
    ///
    /// - Throws: ``SubmissionError`` when nobody knows the fingerprint of its manifest.
    init(unreadable name: YearName, on shelf: PackageShelf) throws(SubmissionError) {
        let text = name.description
        let lying = shelf.package(text)?.file("manifest.json").map {
            PackageFile.fingerprint(of: $0.bytes)
        }
        guard let fingerprint = Self.registered(text, on: shelf) ?? lying else {
            throw .gone(text)
        }
        entry = .init(package: text, manifest: fingerprint)
        written = nil
    }

    private static func registered(_ name: String, on shelf: PackageShelf) -> String? {
        shelf.entries().last { $0.package == name && $0.state == .sealed }?.manifest
    }
}
