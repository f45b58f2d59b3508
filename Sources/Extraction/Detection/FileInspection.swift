/// What was found of a delimited file: how sure, and what comes next.
public struct DelimitedInspection: Sendable {
    /// The dialect and the next best.
    public let dialect: DialectFinding
    /// The tables, in the order of the file.
    public let tables: [TableFinding]
    /// What each line was taken for.
    public let runs: [LineRun]
    /// Whether the whole file was looked at, or only its first ``DelimitedInspector/longestLook`` bytes
    /// for tables and a sample for the dialect.
    public let isComplete: Bool

    /// The place of the table with the most records, or `nil` when there is none.
    public var mainTable: Int? {
        tables.indices.max {
            (tables[$0].recordCount * tables[$0].columns.count, -$0)
                < (tables[$1].recordCount * tables[$1].columns.count, -$1)
        }
    }
}

/// Finds dialect, header and tables of a delimited file.
public struct DelimitedInspector {
    /// The number of bytes that are looked at for tables.
    public static let longestLook = 8 << 20

    /// Inspects a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - encoding: Its encoding.
    /// - Throws: ``FileError`` when it cannot be read.
    public static func inspect(path: String, encoding: TextEncoding) throws -> DelimitedInspection {
        var text: [UInt8] = []
        // For what is found only the shape of the text counts; the reader tells of lost bytes.
        var transcoder = Transcoder(from: encoding, isLenient: true)
        let blocks = try FileBlocks(path: path)
        var isComplete = false
        while text.count < longestLook {
            var block: [UInt8] = []
            let added: Int
            do { added = try blocks.read(upTo: 1 << 20, into: &block) } catch {
                throw FileError(path: path, code: error.code)
            }
            guard added > 0 else {
                isComplete = true
                break
            }
            if transcoder == nil {
                text += block
            } else {
                try transcoder?.append(block, to: &text)
            }
        }
        if !isComplete { cut(&text) }
        return inspect(text, isComplete: isComplete)
    }

    /// Inspects a text in UTF-8.
    ///
    /// - Parameters:
    ///   - text: The text, or its first part.
    ///   - isComplete: Whether it is the whole text.
    public static func inspect(_ text: [UInt8], isComplete: Bool) -> DelimitedInspection {
        let dialect = DialectDetector.detect(text)
        let sample = SampleRows(text, options: dialect.options)
        let found = TableDetector(
            sample, hasDelimiter: dialect.hasDelimiter, isComplete: isComplete
        ).detect()
        return DelimitedInspection(
            dialect: dialect, tables: found.tables, runs: found.runs, isComplete: isComplete)
    }

    /// Takes the last line away, which is cut.
    private static func cut(_ text: inout [UInt8]) {
        guard let end = text.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return }
        text.removeSubrange((end + 1)...)
    }
}
