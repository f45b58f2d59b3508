import Testing

@testable import Extraction

struct DelimitedRecoveryTests {
    @Test func `a quote lost by one row does not take the next rows with it`() throws {
        let file = try readText("a,b\n1,\"x\n3,4\n5,\"6\"\n7,8\n")
        #expect(file.records.map(\.cells) == [[nil, nil], ["3", "4"], ["5", "6"], ["7", "8"]])
        #expect(
            file.records[0].fault
                == .init(code: "CSV-003", byte: 6, column: 2, details: ["resumed": "3"]))
        #expect(file.records.map(\.line) == [2, 3, 4, 5])
        #expect(file.records.map(\.byte) == [4, 9, 13, 19])
        #expect(file.records[0].length == 5)
    }

    @Test func `lines between an open quote and the next whole row are held back with it`() throws {
        let file = try readText("a,b\n1,\"x\nnote\n3,\"4\"\n")
        #expect(file.records.map(\.line) == [2, 4])
        #expect(file.records[0].fault?.details == ["resumed": "4"])
    }

    @Test func `a cell over several lines is no lost quote`() throws {
        let file = try readText("a,b\n1,\"x\n3,4\ny\"\n5,6\n")
        #expect(file.records.map(\.cells) == [["1", "x\n3,4\ny"], ["5", "6"]])
    }

    @Test func `a stray quote within a cell holds its row back where it is not kept`() throws {
        let file = try readText("a,b\n\"5\" disk\",x\n3,4\n")
        #expect(file.records.map(\.fault?.code) == ["CSV-004", nil])
    }

    @Test func `a stray quote is text where it is kept`() throws {
        let file = try readText(
            "a,b\n\"5\" disk\",\"x\"\n3,4\n", options: .init(strayQuotes: .keep))
        #expect(file.records.map(\.cells) == [["5\" disk", "x"], ["3", "4"]])
    }

    @Test func `a quote that spoils a row of the right width is text where it is kept`() throws {
        let file = try readText("a,b\n\"5\" disk,x\n3,\"4\"\n", options: .init(strayQuotes: .keep))
        #expect(file.records.map(\.cells) == [["\"5\" disk", "x"], ["3", "4"]])
    }

    @Test func `blanks before a quote are no text where stray quotes are kept`() throws {
        let file = try readText("a, \"b\"\n1, \"2,3\"\n", options: .init(strayQuotes: .keep))
        #expect(file.columns == ["a", "b"])
        #expect(file.records.map(\.cells) == [["1", "2,3"]])
    }

    @Test func `a delimiter behind a backslash is text outside quotes too`() throws {
        let file = try readText(
            #"a,b"# + "\n" + #"1\,2,\"x"# + "\n", options: .init(escape: .backslash))
        #expect(file.records.map(\.cells) == [["1,2", "\"x"]])
    }

    @Test func `a blank behind a quote is the delimiter where blanks are`() throws {
        let options = DelimitedOptions(delimiter: 0x20, strayQuotes: .keep)
        let file = try readText("\"a\" b\n\"1\" \"2\"\n3 4\n", options: options)
        #expect(file.columns == ["a", "b"])
        #expect(file.records.map(\.cells) == [["1", "2"], ["3", "4"]])
    }

    @Test func `blanks between a quote and the delimiter are no text`() throws {
        #expect(try readText("a,b\n\"1\" ,2\n").records.map(\.cells) == [["1", "2"]])
    }

    @Test func `a quote behind a backslash is text`() throws {
        let file = try readText(
            #"a,b"# + "\n" + #""x\"y","\\""# + "\n", options: .init(escape: .backslash))
        #expect(file.records.map(\.cells) == [["x\"y", #"\"#]])
    }

    @Test func `a line beyond the limit is held back once and the next is read`() throws {
        let options = DelimitedOptions(limits: ReadingLimits(recordBytes: 100))
        let long = String(repeating: "x", count: 5000)
        let file = try readText("a,b\n1,\(long)\n3,4\n", options: options)
        #expect(file.records.map(\.cells) == [[nil, nil], ["3", "4"]])
        #expect(
            file.records[0].fault
                == .init(code: "CSV-009", byte: 4, column: nil, details: ["allowed": "100"]))
        #expect(file.records.map(\.line) == [2, 3])
        #expect(file.records[1].byte == 4 + 2 + 5000 + 1)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a line of as many bytes as allowed is read`(lineEnd: String) throws {
        let options = DelimitedOptions(limits: ReadingLimits(recordBytes: 5))
        let text = ["a,b", "1,234", "1,2345", "6,7"].joined(separator: lineEnd) + lineEnd
        let file = try readText(text, options: options)
        #expect(file.records.map(\.cells) == [["1", "234"], [nil, nil], ["6", "7"]])
    }

    @Test func `a line beyond the limit behind the table is no record`() throws {
        let options = DelimitedOptions(end: .line(3), limits: ReadingLimits(recordBytes: 5))
        let file = try readText("a,b\n1,2\nlonger\n3,4\n", options: options)
        #expect(file.records.map(\.cells) == [["1", "2"]])
        #expect(file.ignored == ["CSV-013 line 3 byte 8", "CSV-013 line 4 byte 15"])
    }

    @Test(arguments: [1, 64, 1 << 16, 1 << 19, 1 << 20])
    func `a header beyond its limit refuses the file`(blockSize: Int) throws {
        let file = try TemporaryFile("a,\(String(repeating: "x", count: 1 << 18))\n1,2\n")
        let refused = refusal { _ = try readDelimited(file.path, blockSize: blockSize) }
        #expect(refused == FileRefusal(ExtractionRules.noHeader, line: 1))
    }

    @Test func `a row of more cells than allowed is held back`() throws {
        let options = DelimitedOptions(limits: ReadingLimits(cells: 3))
        let file = try readText("a,b\n1,2,3,4\n5,6\n", options: options)
        #expect(file.records.map(\.fault?.code) == ["CSV-012", nil])
    }

    @Test func `more records than allowed refuse the file`() throws {
        let file = try TemporaryFile("a\n1\n2\n3\n4\n")
        let options = DelimitedOptions(limits: ReadingLimits(records: 2))
        for size in blockSizes {
            let refused = refusal {
                _ = try readDelimited(file.path, options: options, blockSize: size)
            }
            #expect(refused?.rule == ExtractionRules.tooLarge)
            #expect(refused?.line == 5)
        }
    }
}

struct LeftOutRowTests {
    private let header = DelimitedOptions(leftOut: [.repeatedHeader])
    private let texts = DelimitedOptions(leftOut: [.textRow])

    @Test func `the header once more is left out`() throws {
        let file = try readText("a,b\n1,2\na,b\n3,4\n", options: header)
        #expect(file.records.map(\.cells) == [["1", "2"], ["3", "4"]])
        #expect(file.ignored == ["CSV-010 line 3 byte 8"])
    }

    @Test func `the title of a group and a note are left out`() throws {
        let file = try readText("a,b\n5.a,\n1,2\nPiezīme\n", options: texts)
        #expect(file.records.map(\.cells) == [["1", "2"]])
        #expect(file.ignored == ["CSV-011 line 2 byte 4", "CSV-011 line 4 byte 13"])
    }

    @Test func `without the policy both are rows`() throws {
        let file = try readText("a,b\na,b\n5.a,\n")
        #expect(file.records.map(\.cells) == [["a", "b"], ["5.a", ""]])
    }

    @Test func `a table may end at a blank row`() throws {
        let file = try readText("a,b\n1,2\n\nx,y\n", options: .init(end: .blankRow))
        #expect(file.records.map(\.cells) == [["1", "2"]])
        #expect(file.ignored == ["CSV-006 line 3 byte 8", "CSV-013 line 4 byte 9"])
    }

    @Test func `a table may end before a line`() throws {
        let file = try readText("a,b\n1,2\nx,y\n", options: .init(end: .line(3)))
        #expect(file.records.map(\.cells) == [["1", "2"]])
        #expect(file.ignored == ["CSV-013 line 3 byte 8"])
    }

    @Test func `without a header the columns have numbers for names`() throws {
        let file = try readText("1,2\n3,4\n", options: .init(headerRows: 0))
        #expect(file.columns == ["column_1", "column_2"])
        #expect(file.records.map(\.line) == [1, 2])
    }
}
