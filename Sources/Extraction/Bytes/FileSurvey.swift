/// What one pass over a file's bytes tells before it is read as records.
public struct FileSurvey: Sendable, Hashable {
    /// The number of bytes.
    public private(set) var count = 0
    /// The byte order mark at the start, if there is one.
    public private(set) var byteOrderMark: ByteOrderMark?
    /// Whether any byte is outside ASCII.
    public private(set) var hasBytesAboveASCII = false
    /// Whether any byte is zero, as UTF-16 has in Latin text.
    public private(set) var hasZeroBytes = false
    /// The offset of the first byte that is not UTF-8, or `nil` when the whole file is UTF-8.
    public private(set) var firstByteOutsideUTF8: Int?

    /// Surveys a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - observe: Receives every block, so that a fingerprint needs no pass of its own.
    /// - Throws: ``FileError`` when the file cannot be read.
    public init(path: String, observe: (UnsafeRawBufferPointer) -> Void = { _ in }) throws {
        let blocks = try FileBlocks(path: path)
        var block: [UInt8] = []
        var validator = UTF8Validator()
        while true {
            block.removeAll(keepingCapacity: true)
            let added: Int
            do { added = try blocks.read(upTo: 1 << 20, into: &block) } catch {
                throw FileError(path: path, code: error.code)
            }
            if added == 0 { break }
            block.withUnsafeBufferPointer { bytes in
                if count == 0 { byteOrderMark = ByteOrderMark(start: bytes) }
                validator.validate(bytes)
            }
            block.withUnsafeBytes(observe)
            count += added
        }
        validator.finish()
        firstByteOutsideUTF8 = validator.firstFault
        hasBytesAboveASCII = validator.hasBytesAboveASCII
        hasZeroBytes = validator.hasZeroBytes
    }

    /// Returns why the bytes cannot be in an encoding, or `nil` when they may be.
    public func contradiction(to encoding: TextEncoding) -> EncodingContradiction? {
        switch encoding {
        case .utf8:
            if let mark = byteOrderMark, mark != .utf8 { return .otherByteOrderMark(mark) }
            return firstByteOutsideUTF8.map(EncodingContradiction.byteOutsideUTF8)
        case .utf16LittleEndian, .utf16BigEndian:
            if let mark = byteOrderMark {
                let isSame = mark.encoding == encoding
                return isSame ? nil : .otherByteOrderMark(mark)
            }
            if count % 2 == 1 { return .oddLength }
            return hasZeroBytes ? nil : .notUTF16
        case .windows1257, .iso8859Part13:
            if let mark = byteOrderMark { return .otherByteOrderMark(mark) }
            return firstByteOutsideUTF8 == nil && hasBytesAboveASCII ? .isUTF8 : nil
        }
    }
}

/// A mark at the start of a file that tells its encoding.
public enum ByteOrderMark: Sendable, Hashable {
    /// EF BB BF.
    case utf8
    /// FF FE.
    case utf16LittleEndian
    /// FE FF.
    case utf16BigEndian

    init?(start bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            self = .utf8
        } else if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE {
            self = .utf16LittleEndian
        } else if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF {
            self = .utf16BigEndian
        } else {
            return nil
        }
    }

    /// The encoding that the mark tells.
    public var encoding: TextEncoding {
        switch self {
        case .utf8: .utf8
        case .utf16LittleEndian: .utf16LittleEndian
        case .utf16BigEndian: .utf16BigEndian
        }
    }

    /// The length of the mark in bytes.
    public var length: Int { self == .utf8 ? 3 : 2 }
}

/// Why bytes cannot be in the encoding that a definition pins.
public enum EncodingContradiction: Sendable, Hashable {
    /// The byte at an offset does not belong to UTF-8.
    case byteOutsideUTF8(at: Int)
    /// The file begins with the mark of another encoding.
    case otherByteOrderMark(ByteOrderMark)
    /// UTF-16 has an even number of bytes.
    case oddLength
    /// Latin text in UTF-16 has zero bytes; this file has none.
    case notUTF16
    /// The file is UTF-8 with letters outside ASCII, which the pinned code page would garble.
    case isUTF8
}
