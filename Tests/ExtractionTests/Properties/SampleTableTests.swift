import Testing

@testable import Extraction

/// One table in every encoding and in twelve dialects, with one expectation.
struct SampleTableTests {
    private static let header = ["Vārds", "Uzvārds", "Klase", "Stundas", "Piezīmes"]

    private static let rows = [
        ["Jānis", "Bērziņš", "5.a", "12", "darba lapa Nr. 2; mājās"],
        ["Žanete", "Ķīkule", "6.b", "7", "atkārtota tēma, \"daļas\""],
        ["Ģirts", "Šteins", "5.a", "3", ""],
        ["Līga", "Čakste", "7.c", "21", "runā 'lēni'\tun skaidri"],
        ["Ēriks", "Ūdris", "9.b", "4", "C:\\darbi | mape"],
        ["Ilze", "Ņikuļins", "8.a", "15", "divas\nrindas"],
    ]

    /// The dialects; those without a quote cannot hold what needs one.
    static let dialects = [
        WrittenDialect(delimiter: ",", lineEnd: "\r\n"),
        WrittenDialect(delimiter: ";", lineEnd: "\r\n"),
        WrittenDialect(delimiter: "\t"),
        WrittenDialect(delimiter: "|"),
        WrittenDialect(delimiter: " "),
        WrittenDialect(delimiter: "~", lineEnd: "\r\n"),
        WrittenDialect(delimiter: ",", quote: "'"),
        WrittenDialect(delimiter: ";", quote: "'", lineEnd: "\r", hasFinalLineEnd: false),
        WrittenDialect(delimiter: ",", escape: .backslash),
        WrittenDialect(delimiter: ";", escape: .backslash, lineEnd: "\r\n"),
        WrittenDialect(delimiter: "\t", quote: nil, lineEnd: "\r\n", hasFinalLineEnd: false),
        WrittenDialect(delimiter: ";", quote: nil, lineEnd: "\r"),
    ]

    @Test(arguments: SavedForm.allCases, dialects)
    func `the sample table is read alike in nine encodings and twelve dialects`(
        form: SavedForm, dialect: WrittenDialect
    ) throws {
        let (file, expected) = try Self.saved(dialect, form: form)
        for size in [1, 7, 64, 1 << 19] {
            let read = try readDelimited(
                file.path, encoding: form.encoding, options: dialect.options, blockSize: size)
            #expect(read.columns == Self.header)
            #expect(read.records.map(\.cells) == expected)
        }
    }

    @Test(arguments: SavedForm.allCases, dialects)
    func `what is found of the sample table reads it alike`(
        form: SavedForm, dialect: WrittenDialect
    ) throws {
        let (file, expected) = try Self.saved(dialect, form: form)
        let encoding = try #require(try FileSurvey(path: FilePath(file.path)).finding.encoding)
        let inspection = try DelimitedInspector.inspect(
            path: FilePath(file.path), encoding: encoding)
        #expect(inspection.tables.count == 1)
        let table = try #require(inspection.tables.first)
        let read = try readDelimited(file.path, encoding: encoding, options: table.options)
        #expect(read.columns == Self.header)
        #expect(read.records.map(\.cells) == expected)
    }

    private static func saved(
        _ dialect: WrittenDialect, form: SavedForm
    ) throws -> (file: TemporaryFile, expected: [[String?]]) {
        var dialect = dialect
        dialect.form = form
        let rows = rows.map { row in
            row.map { cell in
                guard dialect.quote == nil else { return cell }
                return cell.filter { !dialect.needsQuotes(String($0)) }
            }
        }
        let table = try WrittenTable(dialect, header: header, rows: rows)
        // Without a quote a cell loses what would need one; all else is one expectation.
        return (try TemporaryFile(table.bytes), rows)
    }
}
