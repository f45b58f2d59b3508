import CLibXML2
import Diagnostics

/// Builds records from the events of the parser.
///
/// Names are compared as pointers: libxml2 keeps one copy of each name of a document in its dictionary,
/// and so does this builder of each name of its tables. What an element is to the tables is found out once
/// for its path; an event looks it up.
///
/// A value that lies at a fixed place, so that an event asks for no exclusive access and counts no references.
struct XMLRecordBuilder: ~Copyable {
    typealias Name = UnsafePointer<xmlChar>

    /// An element that is open.
    struct Element {
        /// Its place among the plans.
        let plan: Int
        /// The number of bytes that the elements around it lend to records.
        let lentBytes: Int
        /// Where the element begins in the file, where that is asked for.
        let line: Int
        let byte: Int
    }

    let sources: [XMLTable]
    let scale: OffsetScale
    var plans: XMLElementPlans
    var context: xmlParserCtxtPtr?
    /// The open elements, as many as the depth says.
    let elements: UnsafeMutablePointer<Element>
    var depth = 0
    /// The values of attributes that open elements lend to the records within.
    var lent = XMLTextBuffer()
    /// The rows of each table.
    let rows: UnsafeMutablePointer<XMLTableRows>
    var sentOffsets: SentOffsets
    /// Whether a refusal or a tear ended the reading; asked at every event, so it is kept as a bit.
    var isOver = false
    /// The tables whose open records wait for text.
    var reading: UInt64 = 0
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

    /// Whether the place of every element is asked for, and not only those of records and their fields.
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
        plans = XMLElementPlans(tables)
        elements = .allocate(capacity: limits.depth)
        rows = .allocate(capacity: tables.count)
        for (number, table) in tables.enumerated() {
            (rows + number).initialize(to: XMLTableRows(number, table, scale: scale))
        }
    }

    deinit {
        elements.deallocate()
        rows.deinitialize(count: sources.count)
        rows.deallocate()
    }

    /// Looks the names of the tables up in the parser's own dictionary.
    mutating func attach(to context: xmlParserCtxtPtr) {
        self.context = context
        plans.bind { name in
            BoundName(
                local: xmlDictLookup(context.pointee.dict, name.local, -1),
                namespace: name.namespace.flatMap { xmlDictLookup(context.pointee.dict, $0, -1) })
        }
    }

    /// Learns the text that the parser gets next.
    mutating func willParse(_ text: [UInt8]) { sentOffsets.append(text) }

    // MARK: - Events

    mutating func startElement(
        local: Name?, namespace: Name?, attributes raw: UnsafeMutablePointer<Name?>?, count: Int
    ) {
        guard !isOver else { return }
        textBytes = 0
        guard depth < limits.depth else {
            refuse(ExtractionRules.limit, details: limits.depthDetails)
            return
        }
        let around = depth > 0 ? elements[depth - 1].plan : XMLElementPlans.file
        let number = plans.plan(within: around, local: local, namespace: namespace)
        let plan = plans.plan(at: number)
        var place = (line: 0, byte: 0)
        if plan.pointee.isAsked || hasSchema {
            place = tagStart(nameLength: plan.pointee.nameLength)
        }
        elements[depth] = Element(
            plan: number, lentBytes: lent.count, line: place.line, byte: place.byte)
        depth += 1
        if plan.pointee.isAsked {
            begin(plan, raw, count, at: place)
        } else {
            switch plan.pointee.stranger {
            case .none: break
            case .misplaced, .unknown: note(plan.pointee.stranger, name: local)
            }
        }
    }

    mutating func endElement() {
        guard !isOver, depth > 0 else { return }
        textBytes = 0
        depth -= 1
        let element = elements[depth]
        let plan = plans.plan(at: element.plan)
        if plan.pointee.isAsked {
            for index in plan.pointee.texts {
                let task = plans.task(index)
                if rows[task.table].endText(task.column) { reading &= ~(1 << UInt64(task.table)) }
            }
            if plan.pointee.records != 0 { endRecords(of: plan.pointee.records) }
            lent.cut(at: element.lentBytes)
        }
        plans.end(element.plan)
    }

    mutating func appendText(_ text: Name?, count: Int) {
        guard let text, !isOver else { return }
        textBytes += count
        var longest = textBytes
        var waiting = reading
        while waiting != 0 {
            let read = rows[waiting.trailingZeroBitCount].appendText(text, count: count)
            longest = max(longest, read)
            waiting &= waiting - 1
        }
        if longest > limits.textBytes {
            refuse(ExtractionRules.limit, details: limits.textDetails)
        }
    }
}
