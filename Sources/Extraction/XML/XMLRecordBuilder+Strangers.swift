import CLibXML2
import Diagnostics

extension XMLRecordBuilder {
    /// Counts an element that is neither on the way to a record nor a field, so that no record is lost
    /// because a file writes it otherwise.
    ///
    /// What bears the name of a record is one that stands in the wrong place; what stands directly among
    /// records is at least left out by name. Within a record elements that nothing maps are no matter.
    ///
    /// - Parameters:
    ///   - name: The element's local name.
    ///   - parent: The tables on whose path the element around it lies.
    mutating func noteStranger(_ name: Name?, parent: UInt64) {
        guard let name, !tables.isEmpty else { return }
        let table = lookalike(of: name)
        if table >= 0 {
            let place = tagStart()
            let record = batches[table].records.count
            batches[table].records.append(
                RecordPlace(line: place.line, byte: place.byte, length: 0, start: 0))
            for _ in 0..<batches[table].columnCount {
                batches[table].cells.append(.absent)
                batches[table].cellOffsets.append(place.byte)
            }
            let expected = sources[table].path.map(\.local).joined(separator: "/")
            batches[table].faults.append(
                RecordFault(
                    record: record, rule: ExtractionRules.misplacedRecord, column: nil,
                    byte: place.byte,
                    details: ["name": shown(String(cString: name)), "expected": expected]))
        } else if parent != 0, frames.isEmpty {
            let place = tagStart()
            batches[0].ignored.append(
                IgnoredRow(
                    line: place.line, byte: place.byte, rule: ExtractionRules.unknownElement,
                    details: ["name": shown(String(cString: name))]))
        }
    }

    /// Returns the table whose records are called like an element but for capitals, or -1.
    private mutating func lookalike(of name: Name) -> Int {
        if let known = lookalikes[name] { return known }
        let text = String(cString: name).lowercased()
        let table = sources.firstIndex { $0.path.last?.local.lowercased() == text } ?? -1
        // The parser keeps one copy of each name, and few names.
        lookalikes[name] = table
        return table
    }
}
