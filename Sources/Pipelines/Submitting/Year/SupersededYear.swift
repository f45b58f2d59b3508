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
        let look = shelf.look(at: text)
        switch look.condition {
        case .gone: throw .gone(text)
        case .emptied: throw .emptied(text)
        case .altered, .sound: break
        }
        guard let folder = look.folder, let fingerprint = look.manifest,
            let manifest = YearReading.manifest(of: folder)
        else { throw .altered(text) }
        let reading = YearReading(folder)
        guard reading.isWhole else { throw .altered(text) }
        entry = .init(package: text, manifest: fingerprint)
        written = Written(manifest: manifest, figures: reading.content.figures)
    }

    /// Names a report with which nothing is compared, by the fingerprint that the register has of it.
    ///
    /// - Throws: ``SubmissionError`` when nobody knows the fingerprint of its manifest.
    init(unreadable name: YearName, on shelf: PackageShelf) throws(SubmissionError) {
        let text = name.description
        guard let fingerprint = shelf.look(at: text).manifest else { throw .gone(text) }
        entry = .init(package: text, manifest: fingerprint)
        written = nil
    }
}
