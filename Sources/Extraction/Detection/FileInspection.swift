import Diagnostics

/// What was found of a delimited file: how sure, and what comes next.
public struct DelimitedInspection: Sendable {
    /// The dialect and the next best.
    public let dialect: DialectFinding
    /// The tables, in the order of the file.
    public let tables: [TableFinding]
    /// What each line was taken for.
    public let runs: [LineRun]
    /// Whether the whole file was looked at for tables, or only its first ``DelimitedInspector/longestLook`` bytes
    /// and ``DelimitedInspector/mostLines`` lines.
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
    public static let longestLook = 2 << 20

    /// The number of lines that are looked at for tables.
    static let mostLines = 100_000

    /// Inspects a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - encoding: Its encoding.
    /// - Throws: ``FileError`` when it cannot be read, ``FileRefusal`` when its first line is longer than
    ///   a header may be.
    public static func inspect(path: FilePath, encoding: TextEncoding) throws -> DelimitedInspection
    {
        var text: [UInt8] = []
        var decoder = ShapeDecoder(encoding)
        let blocks = try FileBlocks(path: path)
        var isComplete = false
        while text.count < longestLook {
            var block: [UInt8] = []
            guard try blocks.read(upTo: 1 << 20, into: &block) > 0 else {
                isComplete = true
                break
            }
            decoder.append(block, to: &text)
        }
        var dialect = DialectDetector.detect(text)
        if FirstLine.isTooLong(text) {
            throw try FirstLine.refusal(path: path, encoding: encoding, dialect: dialect)
        }
        if !isComplete, var comparison = WholeFileComparison(dialect, start: text) {
            var block: [UInt8] = []
            while try blocks.read(upTo: 1 << 20, into: &block) > 0 {
                var piece: [UInt8] = []
                decoder.append(block, to: &piece)
                comparison.append(piece)
                block.removeAll(keepingCapacity: true)
            }
            dialect = comparison.finish()
        }
        cut(&text, isComplete: &isComplete)
        return inspect(
            text, isComplete: isComplete, dialect: dialect, countsRecords: false)
    }

    /// Inspects a sheet of a workbook.
    ///
    /// - Parameters:
    ///   - path: The path of the workbook.
    ///   - sheet: The name of the sheet, or `nil` for the first that is not hidden.
    /// - Throws: ``FileError`` or ``FileRefusal`` when the workbook cannot be read.
    public static func inspect(workbook path: FilePath, sheet: String?) throws
        -> DelimitedInspection
    {
        var input = try DelimitedInput(
            workbook: path, sheet: sheet, decimalMark: UInt8(ascii: "."), words: .ordinary,
            blockSize: 1 << 20)
        var text: [UInt8] = []
        while !input.isAtEnd, text.count < longestLook { try input.fill(&text) }
        var isComplete = input.isAtEnd
        cut(&text, isComplete: &isComplete)
        return inspect(
            text, isComplete: isComplete,
            dialect: DialectFinding(
                options: DelimitedOptions(), hasDelimiter: true, runnerUp: nil, margin: 1,
                commonSign: nil),
            countsRecords: true)
    }

    /// Inspects a text in UTF-8.
    ///
    /// - Parameters:
    ///   - text: The text, or its first part.
    ///   - isComplete: Whether it is the whole text.
    public static func inspect(_ text: [UInt8], isComplete: Bool) -> DelimitedInspection {
        inspect(
            text, isComplete: isComplete, dialect: DialectDetector.detect(text),
            countsRecords: false)
    }

    private static func inspect(
        _ text: [UInt8], isComplete: Bool, dialect: DialectFinding, countsRecords: Bool
    ) -> DelimitedInspection {
        var sample = SampleRows(text, options: dialect.options, countsRecords: countsRecords)
        if !countsRecords, sample.rows.contains(where: { $0.isFaulty || $0.lines > 1 }) {
            let widths = Dictionary(
                sample.rows.filter { $0.filled > 1 }.map { ($0.width, 1) }, uniquingKeysWith: +)
            let width = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
            sample = SampleRows(text, options: dialect.options, width: width)
        }
        let found = TableDetector(
            sample, hasDelimiter: dialect.hasDelimiter, isComplete: isComplete
        ).detect()
        return DelimitedInspection(
            dialect: dialect, tables: saysSomething(text) ? found.tables : [], runs: found.runs,
            isComplete: isComplete)
    }

    /// Whether a text has any letter or digit; delimiters and blanks alone are no table.
    private static func saysSomething(_ text: [UInt8]) -> Bool {
        text.contains { byte in
            byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        }
    }

    /// Takes away what is not looked at: the last line, which is cut, and lines beyond the most.
    private static func cut(_ text: inout [UInt8], isComplete: inout Bool) {
        var lines = 0
        for place in text.indices where text[place] == 0x0A {
            lines += 1
            guard lines == mostLines, place + 1 < text.count else { continue }
            text.removeSubrange((place + 1)...)
            isComplete = false
            return
        }
        guard !isComplete,
            let end = text.lastIndex(where: { $0 == 0x0A || $0 == 0x0D })
        else { return }
        text.removeSubrange((end + 1)...)
    }
}
