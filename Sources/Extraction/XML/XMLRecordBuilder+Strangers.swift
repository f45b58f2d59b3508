import CLibXML2
import Diagnostics

extension XMLRecordBuilder {
    /// Counts an element that is neither on the way to a record nor a field, so that no record is lost
    /// because a file writes it otherwise.
    ///
    /// What bears the name of a record is one that stands in the wrong place; what stands directly among
    /// records is at least left out by name. Within a record elements that nothing maps are no matter.
    mutating func note(_ stranger: XMLElementPlan.Stranger, name: Name?) {
        guard let name else { return }
        let place = tagStart()
        let shown = shown(String(cString: name))
        switch stranger {
        case .none: return
        case .misplaced(let table):
            let expected = sources[table].path.map(\.local).joined(separator: "/")
            rows[table].addFaulty(
                line: place.line, byte: place.byte, rule: ExtractionRules.misplacedRecord,
                details: ["name": shown, "expected": expected])
        case .unknown:
            rows[0].batch.ignored.append(
                IgnoredRow(
                    line: place.line, byte: place.byte, rule: ExtractionRules.unknownElement,
                    details: ["name": shown]))
        }
    }
}
