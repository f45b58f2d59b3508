import Diagnostics
import Foundation
import Glibc
import SupportStore

extension PackageShelf {
    /// The register as it was read.
    public struct Register: Sendable {
        /// Its lines, oldest first.
        public let entries: [Entry]
        /// How many lines say nothing that can be understood.
        public let tornLines: Int
    }

    /// Reads the register.
    ///
    /// - Throws: ``SubmissionError`` when it is there and cannot be read: that is not an empty one.
    public func register() throws(SubmissionError) -> Register {
        var status = stat()
        guard lstat(registerPath, &status) == 0 else {
            guard errno == ENOENT else { throw unreadable(.system(errno)) }
            return Register(entries: [], tornLines: 0)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let reason = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
            throw unreadable(.system(reason))
        }
        let data: Data
        do { data = try Data(contentsOf: URL(fileURLWithPath: registerPath)) } catch {
            throw unreadable(.system(errno))
        }
        let lines = data.split(separator: 0x0A)
        let entries = entries()
        return Register(entries: entries, tornLines: lines.count - entries.count)
    }

    private func unreadable(_ reason: MessageText) -> SubmissionError {
        .registerUnreadable(path: ShownPath.text(of: registerPath), reason: reason)
    }

    /// Returns what became of each package, for somebody who asks.
    ///
    /// - Throws: ``SubmissionError`` when there is no folder, or packages without a register.
    public func status() throws(SubmissionError) -> Register {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw .noFolder(path: ShownPath.text(of: path)) }
        do { _ = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            throw .unreadable(
                path: ShownPath.text(of: path), reason: .system(errno))
        }
        let register = try register()
        if register.entries.isEmpty, register.tornLines == 0, !packages.isEmpty {
            throw .noRegister(path: ShownPath.text(of: path), packages: packages.count)
        }
        return register
    }

    /// Makes sure that every line of the register was understood.
    ///
    /// - Throws: ``SubmissionError``, once the lines that were have been told.
    public func checkIsWhole(_ register: Register) throws(SubmissionError) {
        guard register.tornLines > 0 else { return }
        throw .registerTorn(path: ShownPath.text(of: registerPath), lines: register.tornLines)
    }
}
