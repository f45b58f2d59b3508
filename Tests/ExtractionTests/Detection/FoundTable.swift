import Testing

@testable import Extraction

/// The table that the detector finds in a text, read as it says.
struct FoundTable: Equatable {
    var columns: [String] = []
    var records: [[String]] = []
    /// The lines of rows that are held back.
    var heldBack: [Int] = []

    /// Reads the largest table of a text, or one by its place; its totals and what is left out are no records.
    init(of text: String) throws {
        let file = try TemporaryFile(text)
        let found = try DelimitedInspector.inspect(path: FilePath(file.path), encoding: .utf8)
        let table = found.tables[try #require(found.mainTable)]
        let read = try readDelimited(file.path, options: table.options)
        columns = read.columns
        let leftOut = table.totalLines.union(table.leftOutLines)
        for record in read.records where !leftOut.contains(record.line) {
            if record.fault != nil {
                heldBack.append(record.line)
            } else {
                records.append(record.cells.map { $0 ?? "" })
            }
        }
    }

    /// Reads the largest table of lines.
    init(_ lines: String...) throws { try self.init(of: lines.joined(separator: "\n") + "\n") }
}
