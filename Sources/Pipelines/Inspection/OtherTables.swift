import Diagnostics
import Extraction

/// What a file holds beside the table that is printed when nobody chooses one.
struct OtherTables {
    /// Records of an XML file that are not among those printed.
    private(set) var records: [MessageText] = []
    /// Other tables of a delimited file or a sheet.
    private(set) var tables: [MessageText] = []
    /// Other sheets of a workbook that have a table.
    private(set) var sheets: [MessageText] = []

    /// The number of sheets that are looked at.
    private static let mostSheets = 64

    init(_ inspection: FileInspection) {
        switch inspection.content {
        case .xml(_, let outline): addRecords(of: outline, inspection.words)
        case .delimited(_, let found): addTables(of: found)
        case .workbook(let sheet, let names, let found):
            addTables(of: found)
            guard !inspection.isSheetChosen else { return }
            addSheets(names.filter { $0 != sheet }, of: inspection)
        case .unreadable: break
        }
    }

    /// Records whose values are not among those printed: not even as values above these.
    private mutating func addRecords(of outline: XMLOutline, _ words: KnownWords) {
        let found = XMLRecordFields(outline)
        let names = ShownElements(outline, knowing: words)
        for record in found.records where record.place != found.main?.place {
            guard
                record.fields.contains(where: { !$0.path.hasPrefix("..") && $0.values.filled > 0 })
            else { continue }
            let text = "\(names.text(ofPath: record.path)) (\(record.count))"
            records.append(MessageText(lv: text, en: text))
        }
    }

    private mutating func addTables(of found: DelimitedInspection) {
        for (place, table) in found.tables.enumerated()
        where place != found.mainTable && table.recordCount > 0 {
            tables.append(
                MessageText(
                    lv: "\(place + 1). tabula (ieraksti: \(table.recordCount))",
                    en: "table \(place + 1) (records: \(table.recordCount))"))
        }
    }

    private mutating func addSheets(_ names: [String], of inspection: FileInspection) {
        let workbook = try? SpreadsheetFile(path: inspection.place)
        let hidden = Set((workbook?.sheets ?? []).filter(\.isHidden).map(\.name))
        for name in names.prefix(Self.mostSheets) where !hidden.contains(name) {
            let found = try? DelimitedInspector.inspect(workbook: inspection.place, sheet: name)
            guard let found, let main = found.mainTable, found.tables[main].recordCount > 0 else {
                continue
            }
            let shown = ShownText(name, knowing: inspection.words).text
            let count = found.tables[main].recordCount
            sheets.append(
                MessageText(
                    lv: "'\(shown)' (ieraksti: \(count))", en: "'\(shown)' (records: \(count))"))
        }
    }
}
