import CLibXML2
import Diagnostics

/// Feeds blocks to libxml2 and hands its events to an ``XMLRecordBuilder``.
final class XMLPushParser {
    private let context: xmlParserCtxtPtr
    private let events: XMLEvents
    private var scanner: XMLTagScanner
    private var parsed = 0
    /// The first bytes, until there are enough of them for libxml2 to tell whether they are a document.
    private var held: [UInt8] = []
    private static let leastBytes = 4
    private(set) var isStopped = false

    init(
        tables: [XMLTable], scale: OffsetScale, schema: XMLSchema?, limits: XMLLimits,
        words: KnownWords, outline: XMLOutlineBuilder? = nil
    ) throws(FileRefusal) {
        LibXML.prepare()
        let validator = schema.flatMap(XMLSchemaValidator.init)
        guard schema == nil || validator != nil else {
            throw FileRefusal(ExtractionRules.unreadable, details: ["reason": "libxml2"])
        }
        let events = XMLEvents(
            XMLRecordBuilder(
                tables: tables, scale: scale, limits: limits, words: words,
                hasSchema: schema != nil),
            validator: validator, outline: outline)
        var handler = Self.handler
        if validator != nil { Self.validate(&handler) }
        if outline != nil { Self.outline(&handler) }
        guard
            let context = xmlCreatePushParserCtxt(
                &handler, Unmanaged.passUnretained(events).toOpaque(), nil, 0, nil)
        else { throw FileRefusal(ExtractionRules.unreadable, details: ["reason": "libxml2"]) }
        xmlCtxtUseOptions(
            context,
            Int32(
                XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
                    | XML_PARSE_NOCDATA.rawValue))
        self.context = context
        self.events = events
        scanner = XMLTagScanner(limits: limits)
        events.builder.attach(to: context)
    }

    deinit {
        // It knows the names of the parser.
        events.validator = nil
        XMLContext.free(context)
    }

    /// Parses the next block of UTF-8.
    ///
    /// - Throws: ``FileRefusal`` when the file must not be read on.
    func parse(_ block: [UInt8], isFinal: Bool) throws(FileRefusal) {
        guard !isStopped else { return }
        var text = block
        if parsed == 0 {
            held += block
            guard held.count >= Self.leastBytes || isFinal else { return }
            text = held
            held = []
        }
        // The reader may have moved to another thread.
        LibXML.prepare()
        events.builder.willParse(text)
        let excess = scanner.scan(text)
        // The parser sees where the excess begins, so that it can tell what stands before it, and no more.
        let whole =
            excess.map { min($0.offset + Self.leastBytes - parsed, text.count) } ?? text.count
        parsed += text.count
        let byte = excess.map { events.builder.sentOffset(ahead: $0.offset) }
        text.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            _ = xmlParseChunk(
                context, start, Int32(max(0, whole)), isFinal && excess == nil ? 1 : 0)
        }
        if let excess, let byte {
            if events.builder.tear == nil {
                // What the parser still holds back may be at fault as well.
                _ = xmlParseChunk(context, nil, 0, 1)
                events.builder.dropTear(from: byte)
            }
            events.builder.refuse(for: excess, byte: byte)
        } else {
            events.builder.checkNames()
        }
        if XMLContext.hasGivenUp(context, isFinal: isFinal) { events.builder.noteSilentTear() }
        if let refusal = events.builder.refusal { throw refusal }
        if events.builder.tear != nil {
            isStopped = true
            events.builder.closeTornFile()
        }
    }

    /// Where the file is torn, or `nil`.
    var tear: FileRefusal? {
        events.builder.tear.map { tear in
            FileRefusal(
                ExtractionRules.tornXML, line: tear.line, byte: tear.byte,
                details: ["reason": tear.reason])
        }
    }

    /// What elements were met, where that was asked for.
    func outline(declaredEncoding: String?) -> XMLOutline {
        events.outline?.outline(declaredEncoding: declaredEncoding)
            ?? XMLOutline(declaredEncoding: declaredEncoding, namespaces: [], elements: [])
    }

    /// Notes what concerns the file as a whole.
    func note(_ remark: RecordRemark) { events.builder.note(remark) }

    /// Returns records that are ready: large batches at any time, all that is left at the end.
    func takeBatch(isFinal: Bool) -> RecordBatch? {
        events.builder.takeBatch(isFinal: isFinal || isStopped)
    }

    /// The handler of all parsers; it holds no state, the builder comes as the user data.
    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { data, local, _, uri, _, _, count, _, attributes in
            withEvents(data) {
                $0.builder.startElement(
                    local: local, namespace: uri, attributes: attributes, count: Int(count))
            }
        }
        handler.endElementNs = { data, _, _, _ in withEvents(data) { $0.builder.endElement() } }
        handler.characters = { data, text, length in
            withEvents(data) { $0.builder.appendText(text, count: Int(length)) }
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { data, _, _, _ in
            withEvents(data) { events in
                guard events.builder.limits.documentType == .refuse else { return }
                events.builder.refuse(ExtractionRules.documentType)
            }
        }
        handler.getEntity = { data, name in
            if let known = xmlGetPredefinedEntity(name) { return known }
            withEvents(data) { $0.builder.refuse(ExtractionRules.entityReference) }
            return nil
        }
        handler.serror = { data, error in
            guard let error = error?.pointee, isFault(error) else { return }
            withEvents(data) { $0.builder.noteTear(error) }
        }
        return handler
    }

    /// Makes a handler hand its events to the outline too.
    private static func outline(_ handler: inout xmlSAXHandler) {
        handler.startElementNs = { data, local, _, uri, spaceCount, spaces, count, _, attributes in
            withEvents(data) { events in
                events.builder.startElement(
                    local: local, namespace: uri, attributes: attributes, count: Int(count))
                guard !events.builder.isOver else { return }
                events.outline?.declare(spaces, count: Int(spaceCount))
                events.outline?.startElement(
                    local: local, namespace: uri, attributes: attributes, count: Int(count))
                guard events.outline?.isTooWide == true else { return }
                events.builder.refuse(
                    ExtractionRules.limit, details: events.builder.limits.pathDetails)
            }
        }
        handler.endElementNs = { data, _, _, _ in
            withEvents(data) { events in
                guard !events.builder.isOver else { return }
                events.builder.endElement()
                events.outline?.endElement()
            }
        }
        handler.characters = { data, text, length in
            withEvents(data) { events in
                guard !events.builder.isOver else { return }
                events.builder.appendText(text, count: Int(length))
                events.outline?.appendText(text, count: Int(length))
            }
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
    }

    /// Makes a handler hand its events to the validator too; without a schema none of it costs anything.
    private static func validate(_ handler: inout xmlSAXHandler) {
        handler.startElementNs = {
            data, local, prefix, uri, spaceCount, spaces, count, defaulted, attributes in
            withEvents(data) { events in
                events.builder.startElement(
                    local: local, namespace: uri, attributes: attributes, count: Int(count))
                events.validate {
                    $0.startElement(
                        local, prefix, uri, spaceCount, spaces, count, defaulted, attributes)
                }
            }
        }
        handler.endElementNs = { data, local, prefix, uri in
            withEvents(data) { events in
                // What the end of an element lacks is its own fault, so it must still be open.
                events.validate { $0.endElement(local, prefix, uri) }
                events.builder.endElement()
            }
        }
        handler.characters = { data, text, length in
            withEvents(data) { events in
                events.builder.appendText(text, count: Int(length))
                events.validate { $0.appendText(text, count: length) }
            }
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
    }
}

/// What the callbacks of a parser share.
private final class XMLEvents {
    /// Behind a pointer, for as a property it would ask at every event whether somebody else is at it.
    private let place: UnsafeMutablePointer<XMLRecordBuilder>
    var validator: XMLSchemaValidator?
    var outline: XMLOutlineBuilder?

    init(
        _ builder: consuming XMLRecordBuilder, validator: XMLSchemaValidator?,
        outline: XMLOutlineBuilder?
    ) {
        place = .allocate(capacity: 1)
        place.initialize(to: builder)
        self.validator = validator
        self.outline = outline
    }

    deinit {
        place.deinitialize(count: 1)
        place.deallocate()
    }

    var builder: XMLRecordBuilder {
        @inline(__always) _read { yield place.pointee }
        @inline(__always) _modify { yield &place.pointee }
    }

    /// Hands an event to the validator and what it finds to the builder.
    func validate(_ event: (XMLSchemaValidator) -> Void) {
        guard let validator, !builder.isOver else { return }
        event(validator)
        for fault in validator.takeFaults() { builder.note(fault) }
    }
}

/// Whether an error makes the file no XML: a name whose prefix stands for nothing is no fatal error of
/// libxml2, but would be taken for a name without a namespace.
private func isFault(_ error: xmlError) -> Bool {
    error.level == XML_ERR_FATAL
        || error.level == XML_ERR_ERROR && error.domain == Int32(XML_FROM_NAMESPACE.rawValue)
}

/// Hands what is behind the user data of a callback to a function.
///
/// The parser owns it and outlives every callback, so it is not retained: that would cost as much as the
/// events themselves.
@inline(__always)
private func withEvents(_ data: UnsafeMutableRawPointer?, _ body: (XMLEvents) -> Void) {
    guard let data else { return }
    Unmanaged<XMLEvents>.fromOpaque(data)._withUnsafeGuaranteedRef(body)
}
