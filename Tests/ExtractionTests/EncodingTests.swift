import Testing

@testable import Extraction

struct DelimitedEncodingTests {
    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func `UTF-16 is read with bytes as sent`(encoding: TextEncoding) throws {
        let bytes = try #require(encoding.encoded("ā;b\nšķ;\"𝄞;x\"\n3;4\n"))
        let file = try TemporaryFile(bytes)
        for size in blockSizes {
            let read = try readDelimited(
                file.path, encoding: encoding, options: .init(delimiter: 0x3B), blockSize: size)
            #expect(read.columns == ["ā", "b"])
            #expect(read.records.map(\.cells) == [["šķ", "𝄞;x"], ["3", "4"]])
            #expect(read.records.map(\.byte) == [10, 30])
            #expect(read.records.map(\.length) == [18, 6])
            #expect(read.records.map(\.cellBytes) == [[10, 18], [30, 34]])
        }
    }

    @Test(arguments: latvianCodePages)
    func `a code page of one byte is read with bytes as sent`(encoding: TextEncoding) throws {
        let bytes = try #require(encoding.encoded("ā;b\nšķ;ž\n"))
        let file = try TemporaryFile(bytes)
        for size in blockSizes {
            let read = try readDelimited(
                file.path, encoding: encoding, options: .init(delimiter: 0x3B), blockSize: size)
            #expect(read.columns == ["ā", "b"])
            #expect(read.records.map(\.cells) == [["šķ", "ž"]])
            #expect(read.records.map(\.cellBytes) == [[4, 7]])
        }
    }

    @Test func `half a character at the end of UTF-16 refuses the file`() throws {
        let bytes = try #require(TextEncoding.utf16LittleEndian.encoded("a\n1\n"))
        let file = try TemporaryFile(bytes + [0x31])
        #expect(
            refusal { _ = try readDelimited(file.path, encoding: .utf16LittleEndian) }
                == FileRefusal(
                    ExtractionRules.wrongEncoding, byte: 10,
                    details: ["expected": "UTF-16", "found": "0x31"]))
    }

    @Test func `the records before a byte without meaning in UTF-16 are handed out`() throws {
        let bytes = try #require(TextEncoding.utf16LittleEndian.encoded("a\n1\n2\n"))
        let file = try TemporaryFile(bytes + [0x00, 0xDC] + bytes)
        for size in blockSizes {
            var reader = try DelimitedReader(
                path: FilePath(file.path), encoding: .utf16LittleEndian, options: .init(),
                blockSize: size)
            var lines: [Int] = []
            var refusal: FileRefusal?
            do {
                while let batch = try reader.nextBatch() { lines += batch.records.map(\.line) }
            } catch { refusal = error as? FileRefusal }
            #expect(lines == [2, 3])
            #expect(refusal?.byte == 14)
        }
    }

    @Test func `a byte without meaning in the header refuses the file`() throws {
        let file = try TemporaryFile([0x61, 0xA1, 0x0A])
        #expect(
            refusal { _ = try readDelimited(file.path, encoding: .windows1257) }
                == FileRefusal(
                    ExtractionRules.wrongEncoding, line: 1, byte: 1,
                    details: ["expected": "WINDOWS-1257", "found": "0xa1"]))
    }
}

struct TextDecoderTests {
    @Test func `a byte without meaning is told with its place`() {
        #expect(throws: UndefinedByte(offset: 2, byte: 0xA1)) {
            try text([0x61, 0x62, 0xA1], .windows1257)
        }
    }

    @Test func `a place behind doubled quotes counts both quotes`() {
        #expect(throws: UndefinedByte(offset: 5, byte: 0xA1)) {
            try text([0x61, 0x22, 0x22, 0x62, 0x63, 0xA1], .windows1257, quote: 0x22)
        }
    }

    @Test func `doubled quotes become single ones`() throws {
        #expect(try text(Array("a\"\"b\"\"\"\"".utf8), .utf8, quote: 0x22) == "a\"b\"\"")
    }

    @Test func `a character that an earlier program lost is told`() {
        #expect(throws: UndefinedByte(offset: 2, byte: 0xEF, isLostCharacter: true)) {
            try text(Array("ab\u{FFFD}".utf8), .utf8)
        }
    }

    @Test(arguments: latvianCodePages)
    func `every letter of the Latvian alphabet has its byte`(encoding: TextEncoding) throws {
        let letters = "aābcčdeēfgģhiījkķlļmnņoprsštuūvzžAĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽ"
        #expect(try text(try #require(encoding.encoded(letters)), encoding) == letters)
    }

    @Test func `a character that a code page lacks has no bytes`() {
        #expect(TextEncoding.windows1257.encoded("ʤ") == nil)
    }

    @discardableResult
    private func text(
        _ bytes: [UInt8], _ encoding: TextEncoding, quote: UInt8? = nil
    ) throws -> String {
        try bytes.withUnsafeBufferPointer {
            try TextDecoder(encoding).text(
                of: $0, unescaping: quote.map { CellEscapes(quote: $0, escape: .doubled) })
        }
    }
}

struct TranscoderTests {
    @Test(arguments: latvianCodePages + [.utf16LittleEndian, .utf16BigEndian])
    func `borders of blocks do not matter`(encoding: TextEncoding) throws {
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        let text = isWide ? "āb𝄞šķ€ž" : "ābšķž"
        let bytes = try #require(encoding.encoded(text))
        for size in 1...bytes.count {
            var transcoder = try made(from: encoding)
            var output: [UInt8] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                try transcoder.append(Array(rest.prefix(size)), to: &output)
                rest = rest.dropFirst(size)
            }
            try transcoder.finish()
            #expect(String(decoding: output, as: UTF8.self) == (isWide ? "\u{FEFF}" : "") + text)
        }
    }

    @Test func `more text than fits a piece is turned whole`() throws {
        let bytes = [UInt8](repeating: 0xE2, count: 100_000)
        var transcoder = try made(from: .windows1257)
        var output: [UInt8] = []
        try transcoder.append(bytes, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == String(repeating: "ā", count: 100_000))
    }

    @Test func `a byte without meaning is told from the first byte ever given`() throws {
        var transcoder = try made(from: .windows1257)
        var output: [UInt8] = []
        try transcoder.append([0x61, 0x62], to: &output)
        var failure: UndefinedByte?
        do { try transcoder.append([0x63, 0xA1], to: &output) } catch { failure = error }
        #expect(failure == UndefinedByte(offset: 3, byte: 0xA1))
    }

    @Test func `a byte that an ISO standard leaves to control characters has no meaning`() throws {
        var transcoder = try made(from: .iso8859Part13)
        var output: [UInt8] = []
        var failure: UndefinedByte?
        do { try transcoder.append([0x61, 0xE2, 0x84], to: &output) } catch { failure = error }
        #expect(failure == UndefinedByte(offset: 2, byte: 0x84))
        #expect(output == Array("aā".utf8))
    }

    @Test func `half a pair of surrogates is left over at the end`() throws {
        var transcoder = try made(from: .utf16LittleEndian)
        var output: [UInt8] = []
        try transcoder.append([0x61, 0x00, 0x34, 0xD8], to: &output)
        var failure: UndefinedByte?
        do { try transcoder.finish() } catch { failure = error }
        #expect(failure == UndefinedByte(offset: 2, byte: 0x34))
    }

    @Test func `UTF-8 needs no transcoder`() {
        var isNeeded = true
        if Transcoder(from: .utf8) == nil { isNeeded = false }
        #expect(!isNeeded)
    }

    /// `#require` cannot unwrap what cannot be copied.
    private func made(from encoding: TextEncoding) throws -> Transcoder {
        guard let transcoder = Transcoder(from: encoding) else { throw NoTranscoder() }
        return transcoder
    }

    private struct NoTranscoder: Error {}
}
