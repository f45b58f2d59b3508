import Foundation
import Glibc
import Submission

/// The files that an encryption begins in the folder of its result, and those of runs that were killed.
enum EncryptionLeftovers {
    private static let prefix = ".pumpurs-encrypted-"

    /// Where this process writes before the result is whole.
    static func path(in folder: String) -> String { "\(folder)/\(prefix)\(getpid())" }

    /// Removes what killed runs left; also the clear tars that versions before this one put there.
    static func remove(from folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let process = process(of: name), process == getpid() || isGone(process) else {
                continue
            }
            unlink("\(folder)/\(name)")
        }
    }

    private static func isGone(_ process: Int32) -> Bool {
        kill(process, 0) != 0 && errno == ESRCH
    }

    /// Returns the number of the process that a leftover names, or `nil` for the file of somebody else.
    private static func process(of name: String) -> Int32? {
        if name.hasPrefix(prefix) { return Int32(name.dropFirst(prefix.count)) }
        guard name.hasPrefix("."), name.hasSuffix(".tar"), let hyphen = name.lastIndex(of: "-")
        else { return nil }
        let package = String(name[..<hyphen].dropFirst())
        guard PackageName(package) != nil || YearName(package) != nil else { return nil }
        return Int32(name[name.index(after: hyphen)...].dropLast(4))
    }
}
