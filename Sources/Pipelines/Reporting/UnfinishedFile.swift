import Foundation
import Glibc

/// Files that are begun beside the places that they are to have.
///
/// Their names are of a kind that nobody else gives, so what a run left that was killed is known by them.
enum UnfinishedFile {
    private static let prefix = ".pumpurs-"

    /// Begins a file in a folder, which nobody else can read yet.
    ///
    /// - Returns: Its path and its descriptor, or `nil` with the system's error in `errno`.
    static func open(in folder: String) -> (path: String, descriptor: Int32)? {
        removeLeftovers(in: folder)
        for number in 0... {
            let path = "\(folder)/\(prefix)\(getpid())-\(number)"
            let descriptor = Glibc.open(
                path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor >= 0 { return (path, descriptor) }
            guard errno == EEXIST else { return nil }
        }
        return nil
    }

    /// Returns a path for a link that is to take another's place.
    static func pathOfLink(in folder: String) -> String {
        "\(folder)/\(prefix)\(getpid())-link"
    }

    /// Removes what runs left that were killed.
    static func removeLeftovers(in folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard name.hasPrefix(prefix),
                let process = Int32(name.dropFirst(prefix.count).prefix { $0 != "-" }),
                process != getpid(), kill(process, 0) != 0
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }
}
