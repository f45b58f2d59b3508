import CLibXML2
import Diagnostics

/// Builds records from the events of the parser.
///
/// Names are compared as pointers: libxml2 keeps one copy of each name of a document in its dictionary,
/// and so does this builder of each name of its tables.
///
/// A value, so that an event costs one exclusive access and not one for each property touched.
struct XMLRecordBuilder {
    typealias Name = UnsafePointer<xmlChar>

    /// A record whose element is open; one that is over is used again for the next.
    struct Frame {
        var table = 0
        var depth = 0
        var line = 0
        var byte = 0
        var text: [UInt8] = []
        var cells: [CellSlice] = []
        var offsets: [Int] = []
        /// The text of the elements being read; attributes that come between do not mix with it.
        var openText: [UInt8] = []
        /// The fields whose text is being read, the depth of their elements, and where it begins.
        var captured: [(field: Int, depth: Int, start: Int)] = []
        /// What the schema finds wrong in the record.
        var remarks: [RecordRemark] = []
    }

    struct Element {
        let local: Name?
        let namespace: Name?
        /// The tables whose path leads through this element.
        let tables: UInt64
        /// Where the element's attributes begin among the attributes kept.
        let firstAttribute: Int
        /// The number of attribute bytes before the element.
        let firstByte: Int
        /// Where the element begins in the file, where that is asked for.
        let line: Int
        let byte: Int
    }

    struct KeptAttribute {
        let name: BoundName
        let start: Int
        let end: Int
    }

    let sources: [XMLTable]
    let scale: OffsetScale
    var tables: [BoundXMLTable] = []
    /// What elements look like that are neither on the way to a record nor in one.
    var lookalikes: [Name: Int] = [:]
    /// The steps of all tables' paths.
    private var pathSteps: [BoundXMLTable.PathStep] = []
    var context: xmlParserCtxtPtr?
    var elements: [Element] = []
    var attributes: [KeptAttribute] = []
    var attributeBytes: [UInt8] = []
    var frames: [Frame] = []
    /// Frames of records that are over.
    var spareFrames: [Frame] = []
    var batches: [RecordBatch]
    var sentOffsets: SentOffsets
    /// Whether a refusal or a tear ended the reading; asked at every event, so it is kept as a bit.
    var isOver = false
    /// Whether any record waits for text.
    var isCapturing = false
    var refusal: FileRefusal?
    var tear: (line: Int, byte: Int, reason: String)?

    var lastFault: RecordRemark?
    /// The number of bytes of text since the last tag.
    var textBytes = 0

    static let recordsPerBatch = 4096
    let limits: XMLLimits
    /// The words of the file that messages may show.
    let words: KnownWords
    /// What messages show of paths met before, for a fault comes with every record or not at all.
    var shownPaths: [String: String] = [:]

    /// Whether the place of every element is asked for, and not only those of records.
    private let hasSchema: Bool

    init(
        tables: [XMLTable], scale: OffsetScale, limits: XMLLimits, words: KnownWords,
        hasSchema: Bool
    ) {
        self.hasSchema = hasSchema
        sources = tables
        self.scale = scale
        self.limits = limits
        self.words = words
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
        tables = sources.map { BoundXMLTable($0, bound) }
        pathSteps = sources.enumerated().flatMap { table, source in
            source.path.enumerated().map { depth, name in
                BoundXMLTable.PathStep(
                    table: 1 << UInt64(table), depth: depth, name: bound(name),
                    isLast: depth == source.path.count - 1)
            }
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
        textBytes = 0
        guard depth < limits.depth else {
            refuse(ExtractionRules.limit, details: limits.depthDetails)
            return
        }
        var onPath: UInt64 = 0
        var beginning: UInt64 = 0
        let parent = elements.last?.tables ?? ~0
        if parent != 0 {
            let name = BoundName(local: local, namespace: namespace)
            for step in pathSteps
            where step.depth == depth && parent & step.table != 0 && step.name == name {
                onPath |= step.table
                if step.isLast { beginning |= step.table }
            }
        }
        let place: (line: Int, byte: Int)
        let isPlaced = onPath != 0 || hasSchema || !frames.isEmpty
        if isPlaced { place = tagStart() } else { place = (0, 0) }
        elements.append(
            Element(
                local: local, namespace: namespace, tables: onPath,
                firstAttribute: attributes.count, firstByte: attributeBytes.count,
                line: place.line, byte: place.byte))
        if onPath != 0 { keepAttributes(raw, count: count) }
        let isField =
            !frames.isEmpty
            && beginField(
                BoundName(local: local, namespace: namespace), raw, count, at: place.byte)
        if onPath == 0, !isField { noteStranger(local, parent: depth > 0 ? parent : 0) }
        while beginning != 0 {
            beginRecord(table: beginning.trailingZeroBitCount, at: place)
            beginning &= beginning - 1
        }
    }

    mutating func endElement() {
        guard !isOver, let element = elements.popLast() else { return }
        textBytes = 0
        let depth = elements.count
        if isCapturing {
            for index in frames.indices.reversed() where frames[index].endCapture(at: depth) {
                isCapturing = frames.contains { !$0.captured.isEmpty }
            }
        }
        while let last = frames.indices.last, frames[last].depth == depth {
            let frame = frames.removeLast()
            append(frame)
            spareFrames.append(frame)
        }
        // Most elements have no attributes, and to remove nothing costs as much as to remove something.
        if attributes.count > element.firstAttribute {
            attributes.removeSubrange(element.firstAttribute...)
        }
        if attributeBytes.count > element.firstByte {
            attributeBytes.removeSubrange(element.firstByte...)
        }
    }

    mutating func appendText(_ text: UnsafePointer<xmlChar>?, count: Int) {
        guard let text, !isOver else { return }
        textBytes += count
        var longest = textBytes
        if isCapturing {
            for index in frames.indices where !frames[index].captured.isEmpty {
                frames[index].openText.append(
                    contentsOf: UnsafeBufferPointer(start: text, count: count))
                longest = max(longest, frames[index].openText.count)
            }
        }
        if longest > limits.textBytes {
            refuse(ExtractionRules.limit, details: limits.textDetails)
        }
    }
}
