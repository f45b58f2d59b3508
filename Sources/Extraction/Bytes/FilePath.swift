import Glibc

/// The path of a file as the system keeps it: bytes, which need not be text.
public struct FilePath: Hashable, Sendable {
    /// The bytes, without the zero at their end.
    public let bytes: [UInt8]

    /// Creates a path from text.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// Creates a path from the bytes of the system.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// Returns the path of an entry of this folder.
    public func appending(_ name: [UInt8]) -> FilePath {
        FilePath(bytes: bytes.isEmpty ? name : bytes + [UInt8(ascii: "/")] + name)
    }

    /// Lends the path to a function of the system.
    public func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows
        -> Result
    {
        try (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { characters in
            guard let start = characters.baseAddress else { return try "".withCString(body) }
            return try body(start)
        }
    }
}

extension FilePath: Comparable {
    /// Whether a path comes before another, byte by byte.
    public static func < (first: FilePath, second: FilePath) -> Bool {
        first.bytes.lexicographicallyPrecedes(second.bytes)
    }
}

extension FilePath: CustomStringConvertible {
    /// The path as text that tells any two paths apart: bytes that are no UTF-8 and characters that
    /// act instead of being seen stand as `%FF`, and so does a `%` that would look like one of them.
    public var description: String {
        var text = ""
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var place = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                let next = place + encoded.count
                if Self.isSeen(scalar), scalar != "%" || !isHexadecimal(at: next) {
                    text.unicodeScalars.append(scalar)
                } else {
                    text += Self.escaped(bytes[place..<next])
                }
                place = next
            case .error(let length):
                text += Self.escaped(bytes[place..<(place + length)])
                place += length
            case .emptyInput:
                return text
            }
        }
    }

    /// A file's name must not move the cursor or turn the direction of the line that shows it.
    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    private func isHexadecimal(at place: Int) -> Bool {
        place + 2 <= bytes.count
            && bytes[place..<(place + 2)].allSatisfy {
                Unicode.Scalar($0).properties.isASCIIHexDigit
            }
    }

    private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
