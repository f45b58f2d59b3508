import Testing

@testable import Extraction

struct DelimitedReaderTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `all line ends separate rows`(lineEnd: String) throws {
        let file = try readText(["a,b", "1,2", "3,4", ""].joined(separator: lineEnd))
        #expect(file.columns == ["a", "b"])
        #expect(file.records.map(\.cells) == [["1", "2"], ["3", "4"]])
        #expect(file.records.map(\.line) == [2, 3])
        let step = 3 + lineEnd.utf8.count
        #expect(file.records.map(\.byte) == [step, 2 * step])
        #expect(file.records.map(\.length) == [3, 3])
    }

    @Test func `a file may mix line ends`() throws {
        let file = try readText("a\r\n1\n2\r3\r\n4")
        #expect(file.records.map(\.cells) == [["1"], ["2"], ["3"], ["4"]])
        #expect(file.records.map(\.line) == [2, 3, 4, 5])
    }

    @Test func `the last row needs no line end`() throws {
        #expect(try readText("a,b\n1,2").records.map(\.cells) == [["1", "2"]])
    }

    @Test func `a lone carriage return at the end closes the last row`() throws {
        #expect(try readText("a,b\r1,2\r").records.map(\.cells) == [["1", "2"]])
    }

    @Test func `quotes hold delimiters, line ends and doubled quotes`() throws {
        let file = try readText("a,b\n\"x,\"\"y\"\"\nz\",2\n")
        #expect(file.records.map(\.cells) == [["x,\"y\"\nz", "2"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `the line behind a cell of several lines is the physical one`(lineEnd: String) throws {
        let text = ["a,b", "\"x", "", "y\",2", "3,4"].joined(separator: lineEnd)
        #expect(try readText(text).records.map(\.line) == [2, 5])
    }

    @Test func `cells know the bytes at which their text begins`() throws {
        let file = try readText("a,b,c\nā,\"b\nb\",c\n,\"\",d\n")
        #expect(file.records.map(\.byte) == [6, 17])
        #expect(file.records.map(\.cellBytes) == [[6, 10, 15], [17, 19, 21]])
        #expect(file.records.map(\.length) == [10, 5])
    }

    @Test func `a record ends before its line end`() throws {
        #expect(try readText("a,b\r\n1,\"2\"\r\n").records.map(\.length) == [5])
    }

    @Test func `a mark at the start is no part of the first name`() throws {
        let file = try readText("\u{FEFF}a,b\n1,2\n")
        #expect(file.columns == ["a", "b"])
        #expect(file.records.map(\.byte) == [7])
    }

    @Test func `a quoted empty cell is empty and not absent`() throws {
        #expect(try readText("a,b\n\"\",\"\"\n").records.map(\.cells) == [["", ""]])
    }

    @Test func `rows without a value are left out and told`() throws {
        let file = try readText("a,b\n\n1,2\n,\n\n3,4\n")
        #expect(file.records.map(\.cells) == [["1", "2"], ["3", "4"]])
        #expect(file.records.map(\.line) == [3, 6])
        #expect(
            file.ignored == [
                "CSV-006 line 2 byte 4", "CSV-006 line 4 byte 9", "CSV-006 line 5 byte 11",
            ])
    }

    @Test func `another delimiter and another quote are obeyed`() throws {
        let options = DelimitedOptions(delimiter: 0x3B, quote: 0x27)
        let file = try readText("a;b\n'x;y';\"z\n", options: options)
        #expect(file.records.map(\.cells) == [["x;y", "\"z"]])
    }

    @Test func `without a quote all quotes are text`() throws {
        let file = try readText("a\tb\n\"x\t\"\"\n", options: .init(delimiter: 9, quote: nil))
        #expect(file.records.map(\.cells) == [["\"x", "\"\""]])
    }

    @Test func `a quote within bare text is text`() throws {
        #expect(
            try readText("a,b\n5\" disks,x\n").records.map(\.cells) == [["5\" disks", "x"]])
    }

    @Test func `text stays as it stands`() throws {
        #expect(
            try readText("a,b\n 05 ,010107-21234\n").records.map(\.cells)
                == [[" 05 ", "010107-21234"]])
    }

    @Test func `a header alone has no records`() throws {
        let file = try readText("a,b\n")
        #expect(file == ReadFile(columns: ["a", "b"]))
    }
}

struct DelimitedFaultTests {
    @Test func `a short row is held back and counts its cells`() throws {
        let file = try readText("a,b,c\n1,2\n4,5,6\n")
        #expect(
            file.records[0]
                == ReadRecord(
                    line: 2, byte: 6, length: 3, cells: [nil, nil, nil], cellBytes: [6, 6, 6],
                    fault: .init(
                        code: "CSV-001", byte: 6, column: 3,
                        details: ["found": "2", "expected": "3"])))
        #expect(file.records[1].cells == ["4", "5", "6"])
    }

    @Test func `a long row is held back and counts its cells`() throws {
        let file = try readText("a,b\n1,2,3\n4,5\n")
        #expect(
            file.records[0].fault
                == .init(
                    code: "CSV-002", byte: 4, column: 3, details: ["found": "3", "expected": "2"]))
        #expect(file.records[1].cells == ["4", "5"])
    }

    @Test(arguments: [RaggedRowPolicy.pad, .trimEmpty])
    func `a short row may be filled up`(policy: RaggedRowPolicy) throws {
        let file = try readText("a,b,c\n1,2\n", options: .init(raggedRows: policy))
        #expect(file.records.map(\.cells) == [["1", "2", nil]])
        #expect(file.records[0].fault == nil)
    }

    @Test func `filling up does not make a long row fit`() throws {
        let file = try readText("a,b\n1,2,\n", options: .init(raggedRows: .pad))
        #expect(file.records.map(\.fault?.code) == ["CSV-002"])
    }

    @Test func `empty cells beyond the header may be dropped`() throws {
        let file = try readText("a,b\n1,2,,\n", options: .init(raggedRows: .trimEmpty))
        #expect(file.records.map(\.cells) == [["1", "2"]])
    }

    @Test func `a filled cell beyond the header is never dropped`() throws {
        let file = try readText("a,b\n1,2,,x\n", options: .init(raggedRows: .trimEmpty))
        #expect(file.records.map(\.fault?.code) == ["CSV-002"])
    }

    @Test func `text after a closing quote holds the row back`() throws {
        let file = try readText("a,b\n1,\"x\"y\n3,4\n")
        #expect(
            file.records.map(\.fault)
                == [.init(code: "CSV-004", byte: 9, column: 2, details: [:]), nil])
        #expect(file.records[1].cells == ["3", "4"])
        #expect(file.records[1].line == 3)
    }

    @Test func `a quote that never closes costs one line`() throws {
        let file = try readText("a,b\n1,2\n3,\"x\n5,6\n7,8\n")
        #expect(
            file.records.map(\.fault)
                == [
                    nil,
                    .init(code: "CSV-003", byte: 10, column: 2, details: ["resumed": "4"]), nil,
                    nil,
                ])
        #expect(file.records.map(\.line) == [2, 3, 4, 5])
        #expect(file.records.map(\.byte) == [4, 8, 13, 17])
        #expect(file.records[3].cells == ["7", "8"])
    }

    @Test func `a quote that never closes on the last line is told`() throws {
        let file = try readText("a,b\r\n1,\"2\r\n")
        #expect(file.records.map(\.fault?.code) == ["CSV-003"])
        #expect(file.records.map(\.length) == [4])
    }
}

struct DelimitedHeaderTests {
    @Test func `names are trimmed and their blanks made single`() throws {
        #expect(try readText(" a ,\"b\n  c\"\n1,2\n").columns == ["a", "b c"])
    }

    @Test func `lines above the header are passed over`() throws {
        let file = try readText(
            "Eksports\n2019\na,b\n1,2\n", options: .init(linesBeforeHeader: 2))
        #expect(file.columns == ["a", "b"])
        #expect(file.records.map(\.line) == [4])
    }

    @Test func `blank lines above the header are no header`() throws {
        let file = try readText("\n\na,b\n1,2\n")
        #expect(file.columns == ["a", "b"])
        #expect(file.records.map(\.line) == [4])
        #expect(file.records.map(\.byte) == [6])
    }

    @Test func `upper cells of a header reach to the right`() throws {
        let file = try readText(
            "Skolēns,,Plāns,\nKods,Klase,Numurs,Sākums\n1,2,3,4\n", options: .init(headerRows: 2))
        #expect(
            file.columns
                == ["Skolēns / Kods", "Skolēns / Klase", "Plāns / Numurs", "Plāns / Sākums"])
        #expect(file.records.map(\.line) == [3])
    }

    @Test func `an upper cell without a lower one names the column alone`() throws {
        let file = try readText(
            "Nr.,Plāns,\n,Numurs,Sākums\n1,2,3\n", options: .init(headerRows: 2))
        #expect(file.columns == ["Nr.", "Plāns / Numurs", "Plāns / Sākums"])
    }

    @Test func `a name that stands twice refuses the file`() throws {
        let file = try TemporaryFile("a,b,a\n1,2,3\n")
        #expect(
            refusal { _ = try readDelimited(file.path) }
                == FileRefusal(
                    ExtractionRules.repeatedColumn, line: 1, columnName: "a",
                    details: ["name": "a"]))
    }

    @Test func `columns without a name may be several`() throws {
        #expect(try readText("a,,\n1,2,3\n").columns == ["a", "", ""])
    }

    @Test(arguments: ["", "\n\n", "\u{FEFF}"])
    func `a file without a header is empty`(text: String) throws {
        let file = try TemporaryFile(text)
        for size in blockSizes {
            #expect(
                refusal { _ = try readDelimited(file.path, blockSize: size) }
                    == FileRefusal(ExtractionRules.emptyFile))
        }
    }

    @Test func `a header that does not end refuses the file`() throws {
        let file = try TemporaryFile(String(repeating: "a", count: 1 << 20))
        #expect(
            refusal { _ = try readDelimited(file.path, blockSize: 1 << 16) }
                == FileRefusal(ExtractionRules.noHeader, line: 1))
    }

    @Test func `a quote that never closes in the header refuses the file`() throws {
        let file = try TemporaryFile("a,\"b\n1,2\n")
        #expect(
            refusal { _ = try readDelimited(file.path) }
                == FileRefusal(
                    ExtractionRules.openQuote, line: 1, byte: 2, details: ["resumed": "2"]))
    }

    @Test func `a file that is not there cannot be opened`() {
        #expect(throws: FileError.self) { _ = try readDelimited("/nowhere/at/all.csv") }
    }

    @Test func `a folder cannot be read`() {
        #expect(throws: FileError.self) { _ = try readDelimited("/") }
    }
}
