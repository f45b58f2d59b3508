import CLibXML2
import Diagnostics

extension XMLRecordBuilder {
    /// Refuses the file where the parser is.
    mutating func refuse(_ rule: Rule, details: [String: String] = [:]) {
        let place = position()
        refuse(rule, line: place.line, byte: place.byte, details: details)
    }

    /// Returns the offset in the file as sent of a place that the parser has not reached.
    func sentOffset(ahead place: Int) -> Int { sentOffsets.offset(ahead: place) }

    /// Refuses the file for what the scanner found, unless the parser found a fault before.
    ///
    /// - Parameters:
    ///   - excess: What the scanner found; the parser was given what stands before it.
    ///   - byte: Its offset in the file as sent.
    mutating func refuse(for excess: XMLTagScanner.Excess, byte: Int) {
        if let found = tear, found.byte <= byte { return }
        tear = nil
        refuse(excess.rule, line: excess.line, byte: byte, details: excess.details)
    }

    /// Forgets a tear that lies at a place or behind it: there the file was cut off on purpose.
    mutating func dropTear(from byte: Int) {
        guard let found = tear, found.byte >= byte else { return }
        tear = nil
    }

    /// Refuses the file when it has more different names than an export can have.
    mutating func checkNames() {
        guard let context, Int(xmlDictSize(context.pointee.dict)) > limits.names else { return }
        // Which name is one too many depends on the blocks, so none is named.
        refuse(ExtractionRules.limit, line: 0, byte: nil, details: limits.nameDetails)
    }

    mutating func refuse(
        _ rule: Rule, line: Int, byte: Int?, details: [String: String]
    ) {
        guard refusal == nil, tear == nil else { return }
        isOver = true
        refusal = FileRefusal(rule, line: line, byte: byte, details: details)
        xmlStopParser(context)
    }

    /// Notes what the schema finds wrong at the innermost open element: it concerns the innermost record.
    mutating func note(_ fault: XMLSchemaFault) {
        let count = fault.concernsParent ? depth - 1 : depth
        guard !isOver, count > 0 else { return }
        let element = elements[count - 1]
        let names = (0..<count).map { index in
            plans.plan(at: elements[index].plan).pointee.name.local
                .map { String(cString: $0) } ?? ""
        }
        let attribute = fault.attribute.map { "/@\($0)" } ?? ""
        let remark = RecordRemark(
            rule: ExtractionRules.schema, line: element.line, byte: element.byte,
            columnName: shown(names.joined(separator: "/") + attribute),
            details: fault.details(
                ofElement: shown(names.last ?? ""), attribute: shown(fault.attribute ?? "")))
        // Text that comes in pieces is one fault.
        guard remark != lastFault else { return }
        lastFault = remark
        guard let record = innermostRecord(within: count) else { return note(remark) }
        guard rows[record].remarks.count < limits.schemaFaults else {
            return refuse(ExtractionRules.limit, details: limits.schemaFaultDetails)
        }
        rows[record].remarks.append(remark)
    }

    /// Returns the table of the innermost open record that one of the outermost elements is.
    private func innermostRecord(within count: Int) -> Int? {
        for index in (0..<count).reversed() {
            let records = plans.plan(at: elements[index].plan).pointee.records
            // Of the records that begin with one element the last table's is the innermost.
            if records != 0 { return UInt64.bitWidth - 1 - records.leadingZeroBitCount }
        }
        return nil
    }

    /// Returns what a message may show of a path or a name.
    mutating func shown(_ path: String) -> String {
        if let known = shownPaths[path] { return known }
        let shown = ShownText(path: path, knowing: words).text
        if shownPaths.count < 1000 { shownPaths[path] = shown }
        return shown
    }

    /// Notes what concerns the file as a whole.
    mutating func note(_ remark: RecordRemark) {
        guard !sources.isEmpty else { return }
        rows[0].batch.add(remark)
    }

    mutating func noteTear(_ error: xmlError) {
        guard tear == nil, refusal == nil else { return }
        isOver = true
        // The parser's own words would quote the text; its number is enough to look it up.
        tear = (Int(error.line), position().byte, "libxml2 \(error.code)")
    }

    /// Notes a tear that the parser did not tell of.
    mutating func noteSilentTear() {
        guard tear == nil, refusal == nil else { return }
        isOver = true
        let place = position()
        tear = (place.line, place.byte, "libxml2 \(context?.pointee.errNo ?? 0)")
    }

    /// Adds the remainder behind a tear as one record that cannot be used.
    mutating func closeTornFile() {
        guard let tear, !sources.isEmpty else { return }
        rows[0].addFaulty(
            line: tear.line, byte: tear.byte, rule: ExtractionRules.tornXML,
            details: ["reason": tear.reason])
    }

    /// Returns a batch that is full, or at the end one that is not empty.
    mutating func takeBatch(isFinal: Bool) -> RecordBatch? {
        guard refusal == nil else { return nil }
        let limit = isFinal ? 1 : Self.recordsPerBatch
        guard let index = sources.indices.first(where: { rows[$0].holds(limit) }) else {
            return nil
        }
        return rows[index].takeBatch(lent)
    }
}
