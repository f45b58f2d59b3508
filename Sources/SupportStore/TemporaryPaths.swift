import Foundation
import Glibc
import Synchronization

/// The files and folders that this process has begun beside their places.
public enum TemporaryPaths {
    private static let paths = Mutex<Set<String>>([])

    /// Notes one that is begun.
    public static func begin(_ path: String) { _ = paths.withLock { $0.insert(path) } }

    /// Notes one that has its place, or is gone.
    public static func end(_ path: String) { _ = paths.withLock { $0.remove(path) } }

    /// Removes all that are left, and ends the process.
    ///
    /// The lock is kept: nothing can be begun any more, and whoever finds gone what they were writing waits here for
    /// the end.
    public static func removeAll(andThen end: () -> Never) -> Never {
        paths.withLock { paths in
            for path in paths { remove(path) }
            end()
        }
    }

    /// Removes a file or a folder into which another thread may still be writing.
    ///
    /// It gets another name first, so that nothing can be made in it any more but what was being made just then.
    private static func remove(_ path: String) {
        let ended = "\(path).ended"
        for _ in 0..<1000 {
            let place = rename(path, ended) == 0 ? ended : path
            for place in [place, ended] { try? FileManager.default.removeItem(atPath: place) }
            guard access(path, F_OK) == 0 || access(ended, F_OK) == 0 else { return }
        }
    }
}
