/// What one pass over a file's bytes tells before it is read as records.
public struct FileSurvey: Sendable, Hashable {
    /// The number of bytes as sent.
    public let count: Int
    /// The number of bytes of the text; more than were sent when the file is compressed.
    public let textCount: Int
    /// Whether the file is sent as gzip; offsets then are those of the unpacked text.
    public let isGzip: Bool
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
    ///   - limits: How much a compressed file may unpack to.
    ///   - observe: Receives every block as sent, so that a fingerprint needs no pass of its own.
    /// - Throws: ``FileError`` when the file cannot be read, ``FileRefusal`` when it is compressed and
    ///   torn, damaged or too large.
    public init(
        path: FilePath, limits: UnpackingLimits = .init(),
        observe: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws {
        let blocks = try FileBlocks(path: path, limits: limits)
        isGzip = blocks.isGzip
        var block: [UInt8] = []
        var evidence = EncodingEvidence()
        var count = 0
        var isFirst = true
        var isWorkbook = false
        while true {
            block.removeAll(keepingCapacity: true)
            let added = try blocks.read(upTo: 1 << 20, into: &block) { bytes in
                count += bytes.count
                observe(bytes)
            }
            if added == 0 { break }
            if isFirst { isWorkbook = WorkbookSignature(start: Array(block.prefix(64))).isWorkbook }
            isFirst = false
            // The bytes of a workbook are packed, so letters are looked for in vain.
            if !isWorkbook { block.withUnsafeBufferPointer { evidence.observe($0) } }
        }
        self.count = count
        textCount = evidence.count
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
            if let byte = firstByteOutsideUTF8 { return .byteOutsideUTF8(at: byte) }
            return finding.reason == .encodedTwice ? .encodedTwice : likelier(than: encoding)
        case .utf16LittleEndian, .utf16BigEndian:
            if let mark = byteOrderMark {
                if finding.reason == .contradictedMark { return .notUTF16 }
                let isSame = mark.encoding == encoding
                return isSame ? nil : .otherByteOrderMark(mark)
            }
            if textCount % 2 == 1 { return .oddLength }
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
