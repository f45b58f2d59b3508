import Testing

@testable import Extraction

struct CellTextTests {
    // MARK: - Texts

    @Test func `a shared text is read`() throws {
        #expect(
            try cellText("<c t='s'><v>1</v></c>", strings: ["<t>a</t>", "<t>ābols</t>"]) == "ābols")
    }

    @Test func `the runs of a rich text are one text`() throws {
        let text = "<r><rPr><b/></rPr><t>Jānis</t></r><r><t xml:space='preserve'> B.</t></r>"
        #expect(try cellText("<c t='s'><v>0</v></c>", strings: [text]) == "Jānis B.")
    }

    @Test func `a reading is no part of a text`() throws {
        let text = "<t>a</t><rPh sb='0' eb='1'><t>lasījums</t></rPh><phoneticPr fontId='1'/>"
        #expect(try cellText("<c t='s'><v>0</v></c>", strings: [text]) == "a")
    }

    @Test func `a text of the cell itself is read`() throws {
        let cell = "<c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>"
        #expect(try cellText(cell) == "ab")
    }

    @Test func `the text of a formula is its last value`() throws {
        #expect(try cellText("<c t='str'><f>A1&amp;\"x\"</f><v>ax</v></c>") == "ax")
    }

    @Test func `the number of a formula is its last value`() throws {
        #expect(try cellText("<c><f>SUM(A2:A9)</f><v>42</v></c>") == "42")
    }

    @Test func `an empty text of a formula is an empty cell`() throws {
        #expect(
            try rowTexts("<row><c t='str'><f>A2</f><v></v></c><c><v>1</v></c></row>") == [",1"])
    }

    @Test(arguments: ["<c><f>A2</f></c>", "<c><f>A2</f><v/></c>", "<c t='str'><f>A2</f></c>"])
    func `a formula that no program has computed is refused`(cell: String) throws {
        #expect(
            try workbookRefusal(TestWorkbook("<row r='4'><c/>\(cell)</row>"))
                == "XLS-011 Lapa1!B4 is a formula of which the file does not keep the value")
    }

    @Test func `an error is its name`() throws {
        #expect(try cellText("<c t='e'><v>#N/A</v></c>") == "#N/A")
    }

    @Test(arguments: [("1", "TRUE"), ("0", "FALSE"), ("true", "TRUE"), ("2", "2")])
    func `a truth is a word`(value: String, text: String) throws {
        #expect(try cellText("<c t='b'><v>\(value)</v></c>") == text)
    }

    @Test func `a value of a kind unknown is text`() throws {
        #expect(try cellText("<c t='x'><v>abc</v></c>") == "abc")
    }

    @Test(arguments: [
        ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a;b", "a;b"),
        (" a ", " a "), ("_x000D_b", "\"\rb\""),
    ])
    func `a text is quoted where RFC 4180 wants it`(text: String, cell: String) throws {
        #expect(try cellText("<c t='inlineStr'><is><t>\(text)</t></is></c>") == cell)
        #expect(try cellText("<c t='s'><v>0</v></c>", strings: ["<t>\(text)</t>"]) == cell)
    }

    @Test(arguments: [
        ("_x0101_bols", "ābols"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"),
        ("_xD83D_", "_xD83D_"), ("_x0000_", "_x0000_"), ("_x00e4_", "ä"), ("_x12_", "_x12_"),
        ("a_x0041", "a_x0041"), ("_xFFFF_", "_xFFFF_"), ("_x+041_", "_x+041_"),
    ])
    func `escapes of workbooks are the characters they stand for`(
        text: String, cell: String
    ) throws {
        #expect(try cellText("<c t='str'><v>\(text)</v></c>") == cell)
        #expect(try cellText("<c t='s'><v>0</v></c>", strings: ["<t>\(text)</t>"]) == cell)
    }

    @Test func `CDATA and character references are text`() throws {
        #expect(
            try cellText("<c t='str'><v>&#257;<![CDATA[<b>]]>&amp;&#x101;</v></c>") == "ā<b>&ā")
    }

    // MARK: - Numbers

    @Test(arguments: [
        "0", "5", "-5", "0.75", "1.50", "11010326239", "123456789012345", "0.000001",
        "12345678901234567890",
    ])
    func `a number stands as its file writes it`(number: String) throws {
        #expect(try cellText("<c><v>\(number)</v></c>") == number)
    }

    @Test(arguments: [
        ("0.30000000000000004", "0.3"), ("39.999999999999993", "40"), ("40.000000000000007", "40"),
        ("-1.1000000000000001", "-1.1"), ("9.9999999999999995E-2", "0.1"),
        ("99999999999999.999", "100000000000000"), ("1.1010326239E10", "11010326239"),
        ("1E+3", "1000"), ("2.5E-3", "0.0025"), ("1.2345678901234568E+16", "12345678901234600"),
        ("1E400", "1E400"), ("1E-300", "1E-300"), ("0.0", "0.0"), ("-0.0E0", "0"), ("+7", "7"),
        ("007", "007"), (".5", "0.5"), ("5.", "5"),
        ("00.0000000000000000001", "0.0000000000000000001"),
    ])
    func `noise and exponents are cleaned away`(number: String, text: String) throws {
        #expect(try cellText("<c t='n'><v>\(number)</v></c>") == text)
    }

    @Test(arguments: [
        "abc", "1,5", "1.2.3", "1E", "1E+", "--1", "-", ".", "NaN", "INF", "E5", "1E1E1",
    ])
    func `what is no number stands as it is`(text: String) throws {
        let cell = text.contains(",") ? "\"\(text)\"" : text
        #expect(try cellText("<c><v>\(text)</v></c>") == cell)
    }

    @Test func `blanks around a number are not part of it`() throws {
        #expect(try cellText("<c><v>\n 5 \n</v></c>") == "5")
    }

    @Test func `the decimal mark may be a comma`() throws {
        let file = try TestWorkbook("<row><c><v>0.75</v></c><c><v>-3</v></c></row>").file()
        let text = try withExtendedLifetime(file) {
            try sheetText(file.path, decimalMark: UInt8(ascii: ","))
        }
        #expect(text == "\"0,75\",-3\r\n")
    }

    // MARK: - Codes

    @Test(arguments: [
        ("00000000000", "1010112345", "01010112345"),
        ("000000\\-00000", "1010112345", "010101-12345"),
        ("000000-00000", "11010326239", "110103-26239"), ("000", "1234", "1234"),
        ("\"LV-\"0000", "15", "LV-0015"), ("[$-426]00", "5", "05"), ("00", "5.5", "5.5"),
        ("00", "-5", "-5"), ("0", "5", "5"), ("00.00", "5", "5"), ("00%", "5", "5"),
        ("00-0", "123456", "12345-6"), ("[<100]00;000", "5", "5"),
    ])
    func `digits in fixed places keep their zeros`(
        code: String, number: String, text: String
    ) throws {
        #expect(try cellText("<c s='1'><v>\(number)</v></c>", formats: [code]) == text)
    }
}
