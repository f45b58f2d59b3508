/// What one pass over a file's bytes tells before it is read as records.
public struct FileSurvey: Sendable, Hashable {
    /// The number of bytes.
    public private(set) var count = 0
    /// The byte order mark at the start, if there is one.
    public let byteOrderMark: ByteOrderMark?
    /// In which encoding the file seems to be; in none when it is a workbook.
    public let finding: EncodingFinding
    /// Whether the file begins as a workbook does, be it of today or of the old format.
    public let isWorkbook: Bool
    /// Whether any byte is outside ASCII.
    public var hasBytesAboveASCII: Bool { !bytes.isEmpty }
    /// Whether any byte is zero, as UTF-16 has in Latin text.
    public let hasZeroBytes: Bool
    /// The offset of the first byte that is not UTF-8, or `nil` when the whole file is UTF-8.
    public var firstByteOutsideUTF8: Int? { faultsInUTF8?.first }

    private let faultsInUTF8: ByteOccurrences?
    private let bytes: ByteTally

    /// Surveys a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - observe: Receives every block, so that a fingerprint needs no pass of its own.
    /// - Throws: ``FileError`` when the file cannot be read.
    public init(path: String, observe: (UnsafeRawBufferPointer) -> Void = { _ in }) throws {
        let blocks = try FileBlocks(path: path)
        var block: [UInt8] = []
        var evidence = EncodingEvidence()
        var isWorkbook = false
        while true {
            block.removeAll(keepingCapacity: true)
            let added: Int
            do { added = try blocks.read(upTo: 1 << 20, into: &block) } catch {
                throw FileError(path: path, code: error.code)
            }
            if added == 0 { break }
            if count == 0 {
                isWorkbook = WorkbookSignature(start: Array(block.prefix(64))).isWorkbook
            }
            // The bytes of a workbook are packed, so letters are looked for in vain.
            if !isWorkbook { block.withUnsafeBufferPointer { evidence.observe($0) } }
            block.withUnsafeBytes(observe)
            count += added
        }
        evidence.finish()
        byteOrderMark = evidence.byteOrderMark
        faultsInUTF8 = evidence.utf8.faults
        bytes = evidence.bytes
        hasZeroBytes = evidence.utf16.zerosAtEven + evidence.utf16.zerosAtOdd > 0
        self.isWorkbook = isWorkbook
        finding =
            isWorkbook
            ? EncodingFinding(nil, because: .binary, margin: 1)
            : EncodingDetector.finding(from: evidence)
    }

    /// Returns why the bytes cannot be in an encoding, or `nil` when they may be.
    public func contradiction(to encoding: TextEncoding) -> EncodingContradiction? {
        switch encoding {
        case .utf8:
            if let mark = byteOrderMark, mark != .utf8 { return .otherByteOrderMark(mark) }
            return firstByteOutsideUTF8.map(EncodingContradiction.byteOutsideUTF8)
                ?? likelier(than: encoding)
        case .utf16LittleEndian, .utf16BigEndian:
            if let mark = byteOrderMark {
                let isSame = mark.encoding == encoding
                return isSame ? nil : .otherByteOrderMark(mark)
            }
            if count % 2 == 1 { return .oddLength }
            return hasZeroBytes ? nil : .notUTF16
        default:
            if let mark = byteOrderMark { return .otherByteOrderMark(mark) }
            if hasBytesAboveASCII, finding.encoding == .utf8 { return .isUTF8 }
            return likelier(than: encoding)
        }
    }

    /// Returns the encoding proposed when that is all but certain and other letters would be read.
    private func likelier(than encoding: TextEncoding) -> EncodingContradiction? {
        guard finding.margin >= 0.95, let proposed = finding.encoding, proposed != encoding else {
            return nil
        }
        let isOther =
            proposed.isUTF16
            || CodePage.all[proposed]?.hasOtherLetters(than: encoding, bytes) == true
        return isOther ? .looksLike(proposed, finding.reason) : nil
    }

    /// Returns the bytes that have no meaning in a code page, or the broken sequences in UTF-8.
    public func undefinedBytes(in encoding: TextEncoding) -> ByteOccurrences? {
        switch encoding {
        case .utf8: faultsInUTF8
        case .utf16LittleEndian, .utf16BigEndian:
            finding.encoding == encoding ? finding.undefinedBytes : nil
        default: CodePage.all[encoding].flatMap { bytes.undefined(in: $0) }
        }
    }
}
