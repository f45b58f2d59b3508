import Diagnostics
import Extraction
import Normalization
import Testing

@testable import Pipelines

struct `Sources of workbooks` {
    private static let csv = """
        encoding: windows-1257
        format: csv
        csv:
          delimiter: ";"
          quote: '"'
          header_rows: 1
          lines_before_header: 0
          ragged_rows: pad

        """

    /// The definitions with a workbook in the place of the consultations' CSV.
    private func folder(_ lines: String) throws -> DefinitionsFolder {
        let folder = try DefinitionsFolder()
        try folder.replace(
            Self.indented(Self.csv), with: Self.indented(lines), in: "sources/kapa.yaml")
        return folder
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.isEmpty ? "" : "    " + line
        }.joined(separator: "\n")
    }

    private func format(_ lines: String) throws -> FileFormat? {
        let (definitions, diagnostics) = try folder(lines).load()
        #expect(diagnostics.map { $0.rendered(in: .english) } == [])
        return definitions?.sources.first { $0.code == "kapa" }?.files.first?.format
    }

    @Test func `a workbook needs no more than its format`() throws {
        #expect(try format("format: xlsx\n") == .workbook(SpreadsheetOptions()))
    }

    @Test func `a workbook keeps its sheet and how its rows are read`() throws {
        let found = try format(
            """
            format: xlsx
            xlsx:
              sheet: Dati 2019
              header_rows: 2
              lines_before_header: 3
              leave_out: [text-row]
              ends_at: blank-row
              limits: {records: 1000}

            """)
        let expected = SpreadsheetOptions(
            sheet: "Dati 2019",
            table: DelimitedOptions(
                headerRows: 2, linesBeforeHeader: 3, leftOut: [.textRow], end: .blankRow,
                limits: ReadingLimits(records: 1000)))
        #expect(found == .workbook(expected))
    }

    @Test func `a workbook has no encoding to pin`() throws {
        let found = try folder("encoding: utf-8\nformat: xlsx\n").faults()
        let expected = [
            """
            pipelines/sources/kapa.yaml:12:5: error: 'encoding' does not apply to a file whose \
            format is xlsx [DEF-037]
              help: remove 'encoding'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a workbook has nothing to adapt to`() throws {
        let found = try folder("format: xlsx\nadapt: true\n").faults()
        let expected = [
            """
            pipelines/sources/kapa.yaml:13:5: error: 'adapt' does not apply to a file whose \
            format is xlsx [DEF-037]
              help: remove 'adapt'
            """
        ]
        #expect(found == expected)
    }

    @Test func `how cells are parted does not apply to a workbook`() throws {
        let found = try folder("format: xlsx\ncsv: {delimiter: \";\"}\n").faults()
        let expected = [
            """
            pipelines/sources/kapa.yaml:13:5: error: 'csv' does not apply to a file whose format \
            is xlsx [DEF-037]
              help: remove 'csv'
            """
        ]
        #expect(found == expected)
    }

    @Test func `the rows of a sheet are never ragged`() throws {
        let found = try folder("format: xlsx\nxlsx: {ragged_rows: pad}\n").faults()
        let expected = [
            """
            pipelines/sources/kapa.yaml:13:12: error: the key 'ragged_rows' is not known here \
            [DEF-008]
              help: allowed: sheet, header_rows, lines_before_header, leave_out, ends_at, limits
            """
        ]
        #expect(found == expected)
    }

    @Test func `the fields of a workbook come from columns`() throws {
        let folder = try folder("format: xlsx\n")
        try folder.replace(
            "date: {column: Datums}", with: "date: {path: b}", in: "sources/kapa.yaml")
        let expected = [
            """
            pipelines/sources/kapa.yaml:23:18: error: 'path' does not apply to a file whose \
            format is xlsx [DEF-037]
              help: remove 'path' and use 'column'
            """
        ]
        #expect(folder.faults() == expected)
    }

    @Test func `a workbook is recognised by columns and not by a root`() throws {
        let folder = try folder("format: xlsx\n")
        try folder.replace(
            "      file_name: \"*konsultacijas*\"", with: "      root: a", in: "sources/kapa.yaml")
        let expected = [
            """
            pipelines/sources/kapa.yaml:11:7: error: 'root' does not apply to a file whose format \
            is xlsx [DEF-037]
              help: remove 'root'
            """
        ]
        #expect(folder.faults() == expected)
    }

    @Test func `a sheet does not apply to csv`() throws {
        let found = try faults(
            "sources/kapa.yaml", "csv: {delimiter: tab, quote: none}",
            "csv: {delimiter: tab, quote: none}\n    xlsx: {sheet: Dati}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:37:5: error: 'xlsx' does not apply to a file whose format \
            is csv [DEF-037]
              help: remove 'xlsx'
            """
        ]
        #expect(found == expected)
    }
}
