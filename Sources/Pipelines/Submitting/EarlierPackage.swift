import PupilSupport
import Submission

/// A package that a new one takes the place of, or follows.
struct EarlierPackage {
    /// Its name and the fingerprint of its manifest.
    let entry: PackageReference.SupersededPackage
    /// What it says, or `nil` when nothing is compared with it.
    let written: Written?

    /// What a package says.
    struct Written {
        let folder: PackageFolder
        let manifest: PackageManifest
        let claims: [Claim]
    }

    /// How a package is compared with an earlier one.
    enum Comparison {
        /// It must be.
        case must
        /// It is where the other is there, and as it was sealed.
        case whereItCan
        /// It is not.
        case never
    }

    /// Reads a package as it lies in the folder.
    ///
    /// - Throws: ``SubmissionError`` when it is not as it was sealed, and must be.
    init(
        _ name: PackageName, on shelf: PackageShelf, comparing comparison: Comparison,
        for purpose: UnsoundPackage.Purpose
    ) throws(SubmissionError) {
        let text = name.description
        let look = shelf.look(at: text)
        let written = look.folder.flatMap(Written.init)
        let refusal = SubmissionError.unsound(
            UnsoundPackage(package: text, condition: look.condition, purpose: purpose))
        if written == nil, comparison == .must { throw refusal }
        // Without a fingerprint the new one could not name what it takes the place of.
        guard let manifest = look.manifest else { throw refusal }
        entry = .init(package: text, manifest: manifest)
        self.written = comparison == .never ? nil : written
    }

    /// Takes what the very next revision says of this one, which need not be there any more.
    ///
    /// That revision holds the claims of this one unchanged, and marks its own corrections.
    init?(supersededBy next: Written, named name: PackageName) {
        guard let entry = next.manifest.supersedes else { return nil }
        self.entry = entry
        written =
            next.manifest.supersededNotCompared == true
            ? nil
            : Written(
                folder: next.folder, manifest: next.manifest,
                claims: next.claims.filter { !$0.reference.hasSuffix("@\(name.revisionText)") })
    }
}

extension EarlierPackage.Written {
    /// Reads a package that is sound, or returns `nil` when its records are in no form of ours.
    init?(_ folder: PackageFolder) {
        guard let manifest = folder.packageManifest, let claims = folder.claims else { return nil }
        self.init(folder: folder, manifest: manifest, claims: claims)
    }
}

/// What a package is made after.
struct EarlierPackages {
    /// The revision that it takes the place of.
    let superseded: EarlierPackage?
    /// The package that was sealed last of an earlier semester.
    let previous: EarlierPackage?

    /// Those that it could not be compared with.
    var notCompared: [String] {
        [superseded, previous].compactMap { $0 }.filter { $0.written == nil }
            .map(\.entry.package)
    }

    /// What the reference says of the package of the earlier semester.
    func previous(note: String) -> PackageReference.PreviousPackage? {
        guard let previous, let manifest = previous.written?.manifest else { return nil }
        return .init(
            package: previous.entry.package, manifest: previous.entry.manifest,
            semester: manifest.reference.semester, grandTotal: manifest.totals.grandTotal,
            correctionNote: note)
    }
}

extension PackageShelf {
    /// The package that was sealed last of the semesters before one, whether it is there or not.
    func lastPackage(before semester: Semester) -> PackageName? {
        let registered = knownEntries().filter { $0.state == .sealed }
            .compactMap { PackageName($0.package) }
        return (packages + registered).filter { $0.semester < semester }
            .max { ($0.semester, $0.revision) < ($1.semester, $1.revision) }
    }
}

extension PackageManifest {
    /// Says which earlier packages this one was not compared with.
    mutating func note(_ earlier: EarlierPackages) {
        if let superseded = earlier.superseded, superseded.written == nil {
            supersededNotCompared = true
        }
        if let previous = earlier.previous, previous.written == nil {
            previousNotCompared = previous.entry
        }
    }
}
