import CLibXML2
import Diagnostics

/// Builds records from the events of the parser.
///
/// Names are compared as pointers: libxml2 keeps one copy of each name of a document in its dictionary,
/// and so does this builder of each name of its tables.
///
/// A value, so that an event costs one exclusive access and not one for each property touched.
struct XMLRecordBuilder {
    private typealias Name = UnsafePointer<xmlChar>

    private struct BoundName {
        let local: Name?
        let namespace: Name?
    }

    private struct BoundField {
        let up: Int
        let steps: [BoundName]
        let attribute: BoundName?
    }

    private struct BoundTable {
        let path: [BoundName]
        let fields: [BoundField]
    }

    /// A record whose element is open.
    private struct Frame {
        let table: Int
        let depth: Int
        let line: Int
        let byte: Int
        var text: [UInt8] = []
        var cells: [CellSlice]
        var offsets: [Int]
        /// The text of the elements being read; attributes that come between do not mix with it.
        var openText: [UInt8] = []
        /// The fields whose text is being read, the depth of their elements, and where it begins.
        var captured: [(field: Int, depth: Int, start: Int)] = []
    }

    private struct Element {
        let local: Name?
        let namespace: Name?
        /// The tables whose path leads through this element.
        let tables: UInt64
        /// Where the element's attributes begin among the attributes kept.
        let firstAttribute: Int
        /// The number of attribute bytes before the element.
        let firstByte: Int
        /// Where the element begins in the file.
        let byte: Int
    }

    private struct KeptAttribute {
        let local: Name?
        let namespace: Name?
        let start: Int
        let end: Int
    }

    private let sources: [XMLTable]
    private let scale: OffsetScale
    private var tables: [BoundTable] = []
    private var context: xmlParserCtxtPtr?
    private var elements: [Element] = []
    private var attributes: [KeptAttribute] = []
    private var attributeBytes: [UInt8] = []
    private var frames: [Frame] = []
    private var batches: [RecordBatch]
    private var sentOffsets: SentOffsets
    /// Whether a refusal or a tear ended the reading; asked at every event, so it is kept as a bit.
    private var isOver = false
    /// Whether any record waits for text.
    private var isCapturing = false
    private(set) var refusal: FileRefusal?
    private(set) var tear: (line: Int, byte: Int, reason: String)?

    private static let recordsPerBatch = 4096
    private static let maximumDepth = 64

    init(tables: [XMLTable], scale: OffsetScale) {
        sources = tables
        self.scale = scale
        sentOffsets = SentOffsets(scale: scale)
        batches = tables.enumerated().map { index, table in
            RecordBatch(
                table: index, columnCount: table.columns.count, bytes: [], scale: scale)
        }
    }

    /// Looks the names of the tables up in the parser's own dictionary.
    mutating func attach(to context: xmlParserCtxtPtr) {
        self.context = context
        func bound(_ name: XMLName) -> BoundName {
            BoundName(
                local: xmlDictLookup(context.pointee.dict, name.local, -1),
                namespace: name.namespace.flatMap { xmlDictLookup(context.pointee.dict, $0, -1) })
        }
        tables = sources.map { table in
            BoundTable(
                path: table.path.map(bound),
                fields: table.columns.map { column in
                    BoundField(
                        up: column.up, steps: column.steps.map(bound),
                        attribute: column.attribute.map(bound))
                })
        }
    }

    /// Learns the text that the parser gets next.
    mutating func willParse(_ text: [UInt8]) { sentOffsets.append(text) }

    // MARK: - Events

    mutating func startElement(
        local: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
        attributes raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        guard !isOver else { return }
        let depth = elements.count
        guard depth < Self.maximumDepth else {
            refuse(
                ExtractionRules.limit,
                details: ["limit": "depth", "allowed": "\(Self.maximumDepth)"])
            return
        }
        var onPath: UInt64 = 0
        let parent = elements.last?.tables ?? ~0
        if parent != 0 {
            for index in tables.indices where parent & (1 << UInt64(index)) != 0 {
                let path = tables[index].path
                if depth < path.count, path[depth].local == local,
                    path[depth].namespace == namespace
                {
                    onPath |= 1 << UInt64(index)
                }
            }
        }
        let place: (line: Int, byte: Int)
        if onPath != 0 || !frames.isEmpty { place = tagStart() } else { place = (0, 0) }
        elements.append(
            Element(
                local: local, namespace: namespace, tables: onPath,
                firstAttribute: attributes.count, firstByte: attributeBytes.count,
                byte: place.byte))
        if onPath != 0 { keepAttributes(raw, count: count) }
        if !frames.isEmpty {
            beginField(local: local, namespace: namespace, raw, count, at: place.byte)
        }
        guard onPath != 0 else { return }
        for index in tables.indices
        where onPath & (1 << UInt64(index)) != 0 && tables[index].path.count == depth + 1 {
            beginRecord(table: index, at: place)
        }
    }

    mutating func endElement() {
        guard !isOver, let element = elements.popLast() else { return }
        let depth = elements.count
        for index in frames.indices.reversed() {
            guard let captured = frames[index].captured.last, captured.depth == depth else {
                continue
            }
            let start = frames[index].text.count
            frames[index].text.append(contentsOf: frames[index].openText[captured.start...])
            frames[index].cells[captured.field] = CellSlice(
                start: start, end: frames[index].text.count)
            frames[index].captured.removeLast()
            if frames[index].captured.isEmpty {
                frames[index].openText.removeAll(keepingCapacity: true)
                isCapturing = frames.contains { !$0.captured.isEmpty }
            }
        }
        while let frame = frames.last, frame.depth == depth {
            frames.removeLast()
            append(frame)
        }
        attributes.removeSubrange(element.firstAttribute...)
        attributeBytes.removeSubrange(element.firstByte...)
    }

    mutating func appendText(_ text: UnsafePointer<xmlChar>?, count: Int) {
        guard let text, isCapturing, !isOver else { return }
        for index in frames.indices where !frames[index].captured.isEmpty {
            frames[index].openText.append(
                contentsOf: UnsafeBufferPointer(start: text, count: count))
        }
    }

    mutating func refuse(_ rule: Rule, details: [String: String] = [:]) {
        guard refusal == nil else { return }
        let place = position()
        isOver = true
        refusal = FileRefusal(rule, line: place.line, byte: place.byte, details: details)
        xmlStopParser(context)
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
        guard let tear, !batches.isEmpty else { return }
        let index = batches[0].records.count
        batches[0].records.append(
            RecordPlace(line: tear.line, byte: tear.byte, length: 0, start: 0))
        for _ in 0..<batches[0].columnCount {
            batches[0].cells.append(.absent)
            batches[0].cellOffsets.append(tear.byte)
        }
        batches[0].faults.append(
            RecordFault(
                record: index, rule: ExtractionRules.tornXML, column: nil, byte: tear.byte,
                details: ["reason": tear.reason]))
    }

    /// Returns a batch that is full, or at the end one that is not empty.
    mutating func takeBatch(isFinal: Bool) -> RecordBatch? {
        guard refusal == nil else { return nil }
        let limit = isFinal ? 1 : Self.recordsPerBatch
        guard let index = batches.indices.first(where: { batches[$0].records.count >= limit })
        else { return nil }
        let full = batches[index]
        batches[index] = RecordBatch(
            table: index, columnCount: full.columnCount, bytes: [], scale: scale)
        return full
    }

    // MARK: - Records and fields

    private mutating func beginRecord(table: Int, at place: (line: Int, byte: Int)) {
        let fields = tables[table].fields
        var frame = Frame(
            table: table, depth: elements.count - 1, line: place.line, byte: place.byte,
            cells: [CellSlice](repeating: .absent, count: fields.count),
            offsets: [Int](repeating: place.byte, count: fields.count))
        for (index, field) in fields.enumerated() {
            if let attribute = field.attribute, field.steps.isEmpty {
                let depth = elements.count - 1 - field.up
                guard depth >= 0 else { continue }
                let end =
                    depth + 1 < elements.count
                    ? elements[depth + 1].firstAttribute : attributes.count
                for kept in attributes[elements[depth].firstAttribute..<end]
                where kept.local == attribute.local && kept.namespace == attribute.namespace {
                    let start = frame.text.count
                    frame.text.append(contentsOf: attributeBytes[kept.start..<kept.end])
                    frame.cells[index] = CellSlice(start: start, end: frame.text.count)
                    frame.offsets[index] = elements[depth].byte
                }
            } else if field.attribute == nil, field.steps.isEmpty {
                frame.captured.append((index, elements.count - 1, 0))
                isCapturing = true
            }
        }
        frames.append(frame)
    }

    private mutating func beginField(
        local: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
        _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int, at byte: Int
    ) {
        let depth = elements.count - 1
        for index in frames.indices {
            let below = depth - frames[index].depth
            let fields = tables[frames[index].table].fields
            for (number, field) in fields.enumerated() where field.steps.count == below && below > 0
            {
                guard field.steps[below - 1].local == local,
                    field.steps[below - 1].namespace == namespace,
                    below == 1 || isBelow(field.steps, frame: frames[index])
                else { continue }
                frames[index].offsets[number] = byte
                guard let attribute = field.attribute else {
                    frames[index].captured.append((number, depth, frames[index].openText.count))
                    isCapturing = true
                    continue
                }
                let start = frames[index].text.count
                Self.forEachAttribute(raw, count) { name, uri, value in
                    guard name == attribute.local, uri == attribute.namespace else { return }
                    Self.appendAttribute(value, to: &frames[index].text)
                    frames[index].cells[number] = CellSlice(
                        start: start, end: frames[index].text.count)
                }
            }
        }
    }

    /// Whether the open elements between a record and the current element are those of a path.
    private func isBelow(_ steps: [BoundName], frame: Frame) -> Bool {
        zip(steps.dropLast(), elements[(frame.depth + 1)...]).allSatisfy { step, element in
            element.local == step.local && element.namespace == step.namespace
        }
    }

    private mutating func keepAttributes(
        _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        Self.forEachAttribute(raw, count) { name, uri, value in
            let start = attributeBytes.count
            Self.appendAttribute(value, to: &attributeBytes)
            attributes.append(
                KeptAttribute(
                    local: name, namespace: uri, start: start, end: attributeBytes.count))
        }
    }

    private static func forEachAttribute(
        _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int,
        _ body: (
            UnsafePointer<xmlChar>?, UnsafePointer<xmlChar>?, UnsafeBufferPointer<xmlChar>
        ) -> Void
    ) {
        guard let raw else { return }
        for index in 0..<count {
            let attribute = raw + index * 5
            guard let start = attribute[3], let end = attribute[4] else { continue }
            body(attribute[0], attribute[2], UnsafeBufferPointer(start: start, count: end - start))
        }
    }

    /// Appends the value of an attribute, in which libxml2 hands every ampersand out as `&#38;` when it
    /// is told to replace no entities.
    private static func appendAttribute(
        _ value: UnsafeBufferPointer<xmlChar>, to text: inout [UInt8]
    ) {
        guard value.contains(0x26) else {
            text.append(contentsOf: value)
            return
        }
        var index = 0
        while index < value.count {
            text.append(value[index])
            index += value[index...].starts(with: "&#38;".utf8) ? 5 : 1
        }
    }

    private mutating func append(_ frame: Frame) {
        let base = batches[frame.table].bytes.count
        let end = position()
        batches[frame.table].bytes.append(contentsOf: frame.text)
        for cell in frame.cells {
            batches[frame.table].cells.append(
                cell.isAbsent
                    ? .absent
                    : CellSlice(start: base + cell.start, end: base + cell.start + cell.count))
        }
        batches[frame.table].cellOffsets.append(contentsOf: frame.offsets)
        batches[frame.table].records.append(
            RecordPlace(
                line: frame.line, byte: frame.byte, length: end.byte - frame.byte, start: base))
    }

    // MARK: - Places

    /// Returns the line and the byte of the `<` that begins the tag just read.
    ///
    /// A `<` cannot stand within a well-formed tag, so the nearest one backwards is the tag's own.
    private mutating func tagStart() -> (line: Int, byte: Int) {
        guard let input = context?.pointee.input, let base = input.pointee.base,
            let current = input.pointee.cur
        else { return (0, 0) }
        var start = current
        var lines = 0
        while start > base, start.pointee != 0x3C {
            start -= 1
            if start.pointee == 0x0A { lines += 1 }
        }
        let behind = UnsafeBufferPointer(start: start, count: current - start)
        let here = position()
        return (
            here.line - lines, here.byte - scale.length(of: behind, count: behind.count)
        )
    }

    /// Returns the line and the byte that the parser has reached.
    private mutating func position() -> (line: Int, byte: Int) {
        guard let input = context?.pointee.input, let base = input.pointee.base,
            let current = input.pointee.cur
        else { return (0, 0) }
        let parsed = Int(input.pointee.consumed) + (current - base)
        return (Int(input.pointee.line), sentOffsets.offset(at: parsed))
    }
}
