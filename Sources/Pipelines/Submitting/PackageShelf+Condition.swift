import Glibc
import PupilSupport
import Submission
import SupportStore

extension PackageShelf {
    /// How a package lies in the folder.
    enum Condition: Hashable, Sendable {
        /// As it was sealed: by its own lists, and by the register where that names it.
        case sound
        /// Nothing of that name is there.
        case gone
        /// Its folder is there and no file in it.
        case emptied
        /// Something else lies there.
        case altered
    }

    /// A package that was looked at.
    struct Look {
        let condition: Condition
        /// What lies there; `nil` unless it is sound.
        let folder: PackageFolder?
        /// The fingerprint of its manifest: the register's, or else that of what lies there.
        let manifest: String?
    }

    /// Returns the fingerprint that the register has of a package's manifest.
    func registered(_ name: String) -> String? {
        knownEntries().last { $0.package == name && $0.state == .sealed }?.manifest
    }

    /// Looks at a package as it lies.
    func look(at name: String) -> Look {
        let registered = registered(name)
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0 else {
            // What cannot be looked at is not told to be gone.
            return Look(
                condition: errno == ENOENT || errno == ENOTDIR ? .gone : .altered, folder: nil,
                manifest: registered)
        }
        guard let folder = package(name) else {
            return Look(condition: .altered, folder: nil, manifest: registered)
        }
        guard !folder.isEmptied else {
            return Look(condition: .emptied, folder: nil, manifest: registered)
        }
        let lying = folder.file("manifest.json").map { PackageFile.fingerprint(of: $0.bytes) }
        let isSound = folder.isAsSealed && (registered ?? lying) == lying
        return Look(
            condition: isSound ? .sound : .altered, folder: isSound ? folder : nil,
            manifest: registered ?? lying)
    }

    /// Returns a package that was sealed and lies there as it was.
    ///
    /// - Throws: ``SubmissionError`` when it was never sealed, or is not as it was.
    func sealedPackage(
        _ name: String, for purpose: UnsoundPackage.Purpose
    ) throws(SubmissionError) -> PackageFolder {
        let isRegistered = try register().entries.contains {
            $0.package == name && $0.state == .sealed
        }
        guard PackageName(name) != nil || YearName(name) != nil else { throw .noPackage(name) }
        let look = look(at: name)
        guard let folder = look.folder else {
            if look.condition == .gone, !isRegistered { throw .noPackage(name) }
            throw .unsound(
                UnsoundPackage(package: name, condition: look.condition, purpose: purpose))
        }
        return folder
    }

    /// Enters sound packages that lie there without a line of the register, as one that was killed between
    /// the two leaves them; nobody could hand them in else.
    func enterUnnamed(_ names: [String], at moment: String) throws(OutputError) {
        for name in names
        where !entries().contains(where: { $0.package == name && $0.state == .sealed }) {
            let look = look(at: name)
            guard look.condition == .sound else { continue }
            try add(Entry(package: name, state: .sealed, at: moment, manifest: look.manifest))
        }
    }
}
