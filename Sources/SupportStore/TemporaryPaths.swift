import Foundation
import Synchronization

/// The files and folders that this process has begun beside their places.
public enum TemporaryPaths {
    private static let paths = Mutex<Set<String>>([])

    /// Notes one that is begun.
    public static func begin(_ path: String) { _ = paths.withLock { $0.insert(path) } }

    /// Notes one that has its place, or is gone.
    public static func end(_ path: String) { _ = paths.withLock { $0.remove(path) } }

    /// Removes all that are left.
    ///
    /// The lock is kept: nothing can be begun any more, for the process is about to end.
    public static func removeAll() {
        paths.withLock { paths in
            for path in paths { try? FileManager.default.removeItem(atPath: path) }
        }
    }
}
