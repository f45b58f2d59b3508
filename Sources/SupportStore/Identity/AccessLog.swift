import Crypto
import Foundation
import Glibc

/// The log of who opened the vault, for what, and of how many people: `access.log` of a state folder.
///
/// Each line is a JSON object that carries the hash of the line before, so that a line that was
/// changed, left out or put in shows (esf.md, GDPR-9). It holds nothing personal.
struct AccessLog: Sendable {
    /// The path of the log.
    let path: String

    /// What the first line carries in the place of a hash.
    static let beginning = String(repeating: "0", count: 64)

    /// Names the log of a state folder; it need not be there.
    init(stateFolder folder: String) { path = "\(folder)/access.log" }

    /// One opening of the vault, as a line of the log.
    struct Line: Codable, Hashable {
        /// When, in UTC.
        let time: String
        /// The name of the account that runs the program.
        let user: String
        /// The command.
        let command: String
        /// What it was done for.
        let purpose: String
        /// Of whom or what entries were opened.
        let subject: String
        /// The package for which it was done.
        let package: String?
        /// The number of entries.
        let rows: Int
        /// The hash of the line before.
        let previous: String
    }

    /// Where the log ends: the number of its lines, and the hash of the last one.
    struct Head: Hashable {
        let lines: Int
        let hash: String
    }

    /// Writes a line at the end of the log, and waits until it lies on the disk.
    ///
    /// Where the log has lost lines since, the new one carries on from the last that was noted, so that the gap shows
    /// for good.
    ///
    /// - Parameter head: Where the log ended when the vault was opened last, or `nil` when it never was.
    /// - Returns: Where the log ends now.
    /// - Throws: ``StoreError/accessLogUnwritable(path:reason:)``; the vault then stays shut.
    @discardableResult
    func append(
        _ purpose: VaultPurpose, subject: String, rows: Int, at moment: Int, after head: Head?
    ) throws(StoreError) -> Head {
        let descriptor = open(
            path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw unwritable(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard flock(descriptor, LOCK_EX) == 0, fstat(descriptor, &status) == 0 else {
            throw unwritable(errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw unwritable(EINVAL) }
        guard let bytes = Self.read(descriptor) else { throw unwritable(errno) }
        let lines = Self.lines(of: bytes)
        let line = Line(
            time: Self.text(of: moment), user: Self.user, command: purpose.command,
            purpose: purpose.purpose, subject: subject, package: purpose.package, rows: rows,
            previous: Self.previous(of: lines, after: head))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let text = try? encoder.encode(line) else { throw unwritable(EINVAL) }
        // A line that was cut off ends where the next begins; the check names it.
        let isTorn = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
        try write(
            (isTorn ? [UInt8(ascii: "\n")] : []) + Array(text) + [UInt8(ascii: "\n")],
            to: descriptor, keeping: bytes.count)
        return Head(lines: lines.count + 1, hash: Self.hash(Array(text)[...]))
    }

    private static func previous(of lines: [ArraySlice<UInt8>], after head: Head?) -> String {
        if let head, head.lines > 0,
            head.lines > lines.count || hash(lines[head.lines - 1]) != head.hash
        {
            return head.hash
        }
        return lines.last.map(hash) ?? beginning
    }

    /// Writes all of the bytes or none.
    ///
    /// - Parameter size: The size of the log before.
    private func write(
        _ bytes: [UInt8], to descriptor: Int32, keeping size: Int
    ) throws(StoreError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = count < 0 ? errno : ENOSPC
                ftruncate(descriptor, off_t(size))
                throw unwritable(code)
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw unwritable(errno) }
    }

    private func unwritable(_ code: Int32) -> StoreError {
        .accessLogUnwritable(path: path, reason: .system(code))
    }
}
