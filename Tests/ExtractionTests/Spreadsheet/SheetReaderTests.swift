import Diagnostics
import Testing

@testable import Extraction

/// Reads a sheet whole and expects the same at every size of blocks.
private func readSheet(
    _ workbook: TestWorkbook, _ options: SpreadsheetOptions = .init(),
    decimalMark: UInt8 = UInt8(ascii: ","), blockSizes: [Int] = blockSizes,
    at place: Testing.SourceLocation = #_sourceLocation
) throws -> ReadFile {
    let file = try workbook.file()
    return try withExtendedLifetime(file) {
        var whole: ReadFile?
        for size in blockSizes {
            var reader = try DelimitedReader(
                workbook: FilePath(file.path), options: options, decimalMark: decimalMark,
                blockSize: size)
            var read = ReadFile(columns: reader.columns)
            while let batch = try reader.nextBatch() {
                try read.append(
                    batch, decoder: TextDecoder(.utf8), escapes: CellEscapes(options.table))
            }
            if let whole { #expect(read == whole, "blocks of \(size)", sourceLocation: place) }
            whole = read
        }
        return try #require(whole, sourceLocation: place)
    }
}

/// A row of texts; `nil` for a cell that is not there.
private func row(_ number: Int, _ cells: String?...) -> String {
    let texts = cells.enumerated().map { index, text in
        guard let text else { return "" }
        let reference = "\(Character(Unicode.Scalar(UInt8(65 + index))))\(number)"
        return "<c r='\(reference)' t='inlineStr'><is><t>\(text)</t></is></c>"
    }
    return "<row r='\(number)'>\(texts.joined())</row>"
}

@Suite struct `Reading the rows of a sheet` {
    private let twoLines = "first&#10;second"

    @Test func `a record's line is the row of the sheet, however many lines its cells hold`()
        throws
    {
        let file = try readSheet(
            TestWorkbook(row(1, "a", "b") + row(2, twoLines, "1") + row(3, "x", "2")))
        #expect(file.records.map(\.line) == [2, 3])
        #expect(file.records.map(\.cells) == [["first\nsecond", "1"], ["x", "2"]])
    }

    @Test func `a header cell of two lines is one row`() throws {
        let file = try readSheet(TestWorkbook(row(1, twoLines, "b") + row(2, "1", "2")))
        #expect(file.columns == ["first second", "b"])
        #expect(file.records.map(\.line) == [2])
    }

    @Test func `lines before the header are rows`() throws {
        let file = try readSheet(
            TestWorkbook(row(1, twoLines) + row(3, "a", "b") + row(4, "1", "2")),
            .init(table: .init(linesBeforeHeader: 2)))
        #expect(file.columns == ["a", "b"])
        #expect(file.records.map(\.line) == [4])
    }

    @Test func `merged cells of an upper header row are joined to the lower ones`() throws {
        let file = try readSheet(
            TestWorkbook(
                row(1, "Pupil", nil, "Mark") + row(2, "Code", "Class", "Now")
                    + row(3, "1", "2", "3")),
            .init(table: .init(headerRows: 2)))
        #expect(file.columns == ["Pupil / Code", "Pupil / Class", "Mark / Now"])
    }

    @Test func `columns to the right of the header have no name`() throws {
        let file = try readSheet(
            TestWorkbook(
                row(1, "Mark") + row(2, "Before", "After")
                    + row(3, "1", "2", nil, nil, "a note")),
            .init(table: .init(headerRows: 2)))
        #expect(file.columns == ["Mark / Before", "Mark / After", "", "", ""])
        #expect(file.records.map(\.cells) == [["1", "2", "", "", "a note"]])
    }

    @Test func `the sheet that is named is read, though the case of its name differs`() throws {
        let workbook = TestWorkbook(sheets: [
            ("Apraksts", row(1, "x")), ("Dati", row(1, "a") + row(2, "1")),
        ])
        let file = try workbook.file()
        try withExtendedLifetime(file) {
            let reader = try DelimitedReader(
                workbook: FilePath(file.path), options: .init(sheet: "dati"), decimalMark: 0x2C)
            #expect(reader.columns == ["a"])
            #expect(reader.sheet == "Dati")
        }
    }

    @Test func `a fraction has the decimal mark that is asked for`() throws {
        let workbook = TestWorkbook(row(1, "a") + "<row r='2'><c r='A2'><v>0.75</v></c></row>")
        #expect(try readSheet(workbook).records.map(\.cells) == [["0,75"]])
        #expect(
            try readSheet(workbook, decimalMark: UInt8(ascii: ".")).records.map(\.cells)
                == [["0.75"]])
    }

    @Test func `the header once more and the title of a group are left out by row`() throws {
        let file = try readSheet(
            TestWorkbook(
                row(1, "a", "b") + row(2, twoLines) + row(3, "1", "2")
                    + row(4, "a", "b") + row(5, "3", "4")),
            .init(table: .init(leftOut: [.repeatedHeader, .textRow])))
        #expect(file.records.map(\.line) == [3, 5])
        #expect(
            file.ignored.map { $0.split(separator: " byte")[0] }
                == ["CSV-011 line 2", "CSV-010 line 4"])
    }
}

@Suite struct `Blank rows of a sheet` {
    private func gaps(_ workbook: TestWorkbook, sizes: [Int] = blockSizes) throws -> [IgnoredRow] {
        let file = try workbook.file()
        return try withExtendedLifetime(file) {
            var found: [[IgnoredRow]] = []
            for size in sizes {
                var reader = try DelimitedReader(
                    workbook: FilePath(file.path), options: .init(), decimalMark: 0x2C,
                    blockSize: size)
                var rows: [IgnoredRow] = []
                while let batch = try reader.nextBatch() { rows += batch.ignored }
                found.append(rows)
            }
            #expect(Set(found).count == 1)
            return found[0]
        }
    }

    @Test func `one blank row is noted as in any other table`() throws {
        let found = try gaps(TestWorkbook(row(1, "a", "b") + row(2, "1", "2") + row(4, "3", "4")))
        #expect(found.map(\.rule.code) == ["CSV-006"])
        #expect(found.map(\.line) == [3])
        #expect(found.map(\.count) == [1])
    }

    @Test func `blank rows below one another are one note with their number`() throws {
        let found = try gaps(
            TestWorkbook(row(1, "a", "b") + row(2, "1", "2") + row(90, "3", "4") + row(92, "5")))
        #expect(
            found.map { $0.rule.summary.text(in: .english, details: $0.details) }
                == ["87 blank rows up to row 89, ignored", "a blank row, ignored"])
        #expect(found.map(\.line) == [3, 91])
        #expect(found.map(\.count) == [87, 1])
    }

    @Test(.timeLimit(.minutes(1)))
    func `a lone value in the last row of a sheet makes one note and not a million`() throws {
        let workbook = TestWorkbook(row(1, "a", "b") + row(2, "1", "2") + row(1_048_576, "x"))
        let found = try gaps(workbook, sizes: [1 << 14, 1 << 19])
        #expect(found.map(\.rule.code) == ["XLS-012"])
        #expect(found.map(\.count) == [1_048_573])
        let file = try readSheet(workbook, blockSizes: [1 << 19])
        #expect(file.records.map(\.line) == [2, 1_048_576])
    }

    @Test func `what follows the first blank row is no record where the table ends there`() throws {
        let file = try readSheet(
            TestWorkbook(row(1, "a", "b") + row(2, "1", "2") + row(5, "note") + row(9, "note")),
            .init(table: .init(end: .blankRow)))
        #expect(file.records.map(\.line) == [2])
        #expect(
            file.ignored.map { $0.split(separator: " byte")[0] }
                == ["XLS-012 line 3", "CSV-013 line 5", "XLS-012 line 6", "CSV-013 line 9"])
    }
}

@Suite struct `Refusing a sheet` {
    private func refused(
        _ workbook: TestWorkbook, _ options: SpreadsheetOptions = .init()
    ) throws -> FileRefusal? {
        refusal { _ = try readSheet(workbook, options, blockSizes: [1 << 19]) }
    }

    @Test func `two columns of one name are refused with the row of the header`() throws {
        let found = try #require(try refused(TestWorkbook(row(2, "a", "a") + row(3, "1", "2"))))
        #expect(found.rule == ExtractionRules.repeatedColumn)
        #expect(found.sheet == "Lapa1")
        #expect(found.line == 2)
        #expect(found.byte == nil)
    }

    @Test func `a fault of a cell is refused with its row and sheet`() throws {
        let found = try #require(
            try refused(TestWorkbook(row(1, "a") + "<row r='2'><c r='A2'><f>B1</f></c></row>")))
        #expect(found.rule == SpreadsheetRules.noFormulaValue)
        #expect(found.sheet == "Lapa1")
        #expect(found.line == 2)
    }

    @Test func `a row beyond the limit is held back and the next is read`() throws {
        let long = String(repeating: "x&#10;", count: 100)
        let file = try readSheet(
            TestWorkbook(row(1, "a", "b") + row(2, long, "1") + row(3, "3", "4")),
            .init(table: .init(limits: ReadingLimits(recordBytes: 100))))
        #expect(file.records.map(\.line) == [2, 3])
        #expect(file.records.map(\.fault?.code) == ["CSV-009", nil])
    }
}
