import Extraction
import Foundation
import PupilSupport
import RollupTestSupport
import Testing

@testable import Reports
@testable import Rollup

extension SemesterReport {
    /// Returns the report with figures hidden, as disclosure control hands them over.
    func hiding(_ addresses: Set<String>) -> SemesterReport {
        let figures = cube.figures.map { figure in
            addresses.contains(figure.address.description)
                ? Figure(
                    address: figure.address, unit: figure.unit, value: figure.value,
                    status: .confidential, previous: figure.previous, change: figure.change)
                : figure
        }
        var report = self
        report.audience = .public
        report.cube = Cube(
            semester: cube.semester, previousSemester: cube.previousSemester,
            families: cube.families, dimensions: cube.dimensions, figures: figures,
            targets: cube.targets, comparing: [], schoolsBefore: [],
            silentBefore: cube.silentBefore)
        return report
    }

    func bytes(of name: String, in language: Language = .latvian) throws -> [UInt8] {
        try #require(try files(in: language).first { $0.name == name }).bytes
    }

    func text(of name: String, in language: Language = .latvian) throws -> String {
        String(decoding: try bytes(of: name, in: language), as: UTF8.self)
    }
}

/// Returns the rows of delimited text, by the names of their columns.
func rows(of text: String, delimiter: Character = ",") -> [[String: String]] {
    let rows = table(of: text, delimiter: delimiter)
    return rows.dropFirst().map { row in
        Dictionary(zip(rows[0], row), uniquingKeysWith: { first, _ in first })
    }
}

/// Returns the cells of delimited text.
func table(of text: String, delimiter: Character = ",") -> [[String]] {
    var (rows, row, cell, isQuoted) = ([[String]](), [String](), "", false)
    for character in text.replacing("\u{FEFF}", with: "") {
        switch character {
        case "\"": isQuoted.toggle()
        case delimiter where !isQuoted:
            row.append(cell)
            cell = ""
        case "\r\n" where !isQuoted:
            rows.append(row + [cell])
            (row, cell) = ([], "")
        default: cell.append(character)
        }
    }
    return rows
}

/// Returns the cells of a workbook's sheet, read by the program's own reader of schools' workbooks.
func cells(ofSheet name: String, in workbook: [UInt8]) throws -> [[String]] {
    let file = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID()).xlsx")
    try Data(workbook).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let book = try SpreadsheetFile(path: FilePath(file.path(percentEncoded: false)))
    var text = try SpreadsheetText(book, sheet: try book.sheet(named: name))
    var bytes: [UInt8] = []
    while try text.read(upTo: 1 << 16, into: &bytes) > 0 {}
    return table(of: String(decoding: bytes, as: UTF8.self))
}

/// Returns the rows of a workbook's sheet, by the names of their columns.
func rows(ofSheet name: String, in workbook: [UInt8]) throws -> [[String: String]] {
    let rows = try cells(ofSheet: name, in: workbook)
    return rows.dropFirst().map { row in
        Dictionary(zip(rows[0], row), uniquingKeysWith: { first, _ in first })
    }
}

let sheetNames = ["Atbalstītie skolēni", "Pedagogi un nodarbības", "Rezultāti"]
