import Crypto
public import Diagnostics
import Foundation
import Glibc

/// What is wrong with the access log.
public enum AccessLogFault: Hashable, Sendable {
    /// A line is not one that the program wrote, or does not follow the one before; from 1.
    case broken(line: Int)
    /// Lines are missing at the end: so many were written.
    case shortened(lines: Int)
    /// It cannot be read; in the system's words.
    case unreadable(reason: MessageText)
}

extension AccessLog {
    /// Compares every line with the one before, and the end with what the vault noted of it.
    ///
    /// - Parameter head: Where the log ended when the vault was opened last, or `nil` when it never was.
    /// - Returns: What is wrong first, or `nil` when nothing is.
    func fault(head: Head?) -> AccessLogFault? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return head.map { .shortened(lines: $0.lines) } }
            return .unreadable(reason: .system(errno))
        }
        defer { close(descriptor) }
        guard let bytes = Self.read(descriptor) else {
            return .unreadable(reason: .system(errno))
        }
        let lines = Self.lines(of: bytes)
        var previous = Self.beginning
        for (index, line) in lines.enumerated() {
            let known = try? JSONDecoder().decode(Line.self, from: Data(line))
            guard known?.previous == previous else { return .broken(line: index + 1) }
            previous = Self.hash(line)
            if let head, head.lines == index + 1, head.hash != previous {
                return .broken(line: index + 1)
            }
        }
        guard let head, head.lines > lines.count else { return nil }
        return .shortened(lines: head.lines)
    }

    static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n"))
    }

    static func hash(_ line: ArraySlice<UInt8>) -> String {
        Hexadecimal.text(SHA256.hash(data: Array(line)))
    }

    /// Returns all bytes of an open file from its start; `nil` when it cannot be read.
    static func read(_ descriptor: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &block, block.count, off_t(bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    /// The name of the account that runs the program, or its number where it has no name.
    static var user: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else {
            return String(geteuid())
        }
        return String(cString: name)
    }

    /// Returns a moment as text in universal time, `2019-10-07T06:00:00Z`.
    static func text(of moment: Int) -> String {
        var seconds = time_t(moment)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 40)
        let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
