import Glibc
public import PupilSupport

/// A file with one personal code, which is neither an argument nor ever shown.
public struct CodeFile: Sendable {
    /// The code.
    public let code: PersonalCode
    /// Whether others than the owner can read the file.
    public let isOpenToOthers: Bool

    /// Why there is no code.
    public enum Problem: Error, Hashable, Sendable {
        /// The file cannot be read; the system's error number.
        case unreadable(Int32)
        /// What it holds is no personal code.
        case noCode
    }

    /// Reads a file.
    ///
    /// - Throws: ``Problem`` when it holds no code.
    public init(path: String) throws(Problem) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
        // A pipe is open to nobody.
        isOpenToOthers = status.st_mode & S_IFMT == S_IFREG && status.st_mode & 0o077 != 0
        var bytes = [UInt8](repeating: 0, count: Self.longest)
        var count = 0
        while count < bytes.count {
            let added = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            }
            if added < 0, errno == EINTR { continue }
            if added < 0, errno == EAGAIN {
                // A pipe whose other end says nothing must not keep the command for ever.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, 5000) > 0 else { throw .unreadable(ETIMEDOUT) }
                continue
            }
            guard added >= 0 else { throw .unreadable(errno) }
            if added == 0 { break }
            count += added
        }
        let text = String(decoding: bytes[..<count], as: UTF8.self)
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let code = PersonalCode(text.prefix { !$0.isWhitespace }),
            text.drop(while: { !$0.isWhitespace }).allSatisfy(\.isWhitespace)
        else { throw .noCode }
        self.code = code
    }

    /// A file with a code and blanks is short.
    private static let longest = 1024
}
