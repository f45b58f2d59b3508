import Foundation
import Glibc

/// A folder that grows beside its place, and gets its name when it is whole.
///
/// It is locked while it grows, so that the next one tells what a killed process left from what another
/// process is writing.
public final class GrowingFolder {
    /// Where it grows; only its owner can look into it.
    public let path: String
    private let place: String
    private let descriptor: Int32

    private static let prefix = ".pumpurs-backup-"

    /// Begins a folder, and removes what killed processes left beside its place.
    ///
    /// - Throws: ``StoreError/cannotWrite(path:reason:)``
    public init(growingInto place: String) throws(StoreError) {
        let trimmed = place.count > 1 && place.hasSuffix("/") ? String(place.dropLast()) : place
        let parent = PathParts.folder(of: trimmed)
        let folder = parent.isEmpty ? "." : parent
        self.place = trimmed
        path = parent.isEmpty ? "\(Self.prefix)\(getpid())" : "\(parent)/\(Self.prefix)\(getpid())"
        if !parent.isEmpty { try FileCopy.makeFolder(parent) }
        Self.removeLeftovers(in: folder)
        guard mkdir(path, 0o700) == 0 else { throw Self.unwritten(path) }
        TemporaryPaths.begin(path)
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor >= 0 { flock(descriptor, LOCK_EX | LOCK_NB) }
    }

    deinit {
        // What got its name is not there any more.
        try? FileManager.default.removeItem(atPath: path)
        TemporaryPaths.end(path)
        if descriptor >= 0 { close(descriptor) }
    }

    /// Gives the folder its name.
    ///
    /// - Throws: ``StoreError/cannotWrite(path:reason:)``
    public func finish() throws(StoreError) {
        if descriptor >= 0 { fsync(descriptor) }
        guard rename(path, place) == 0 else { throw Self.unwritten(place) }
    }

    private static func unwritten(_ path: String) -> StoreError {
        .cannotWrite(path: path, reason: .system(errno))
    }

    private static func removeLeftovers(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let left = "\(folder)/\(name)"
            let descriptor = open(left, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
            try? FileManager.default.removeItem(atPath: left)
        }
    }
}
