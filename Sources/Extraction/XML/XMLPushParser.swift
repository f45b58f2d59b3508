import CLibXML2
import Diagnostics

/// Feeds blocks to libxml2 and hands its events to an ``XMLRecordBuilder``.
final class XMLPushParser {
    private let context: xmlParserCtxtPtr
    private let events: XMLEvents
    private(set) var isStopped = false

    init(tables: [XMLTable], scale: OffsetScale) throws(FileRefusal) {
        clibxml2_check_version()
        let events = XMLEvents(XMLRecordBuilder(tables: tables, scale: scale))
        var handler = Self.handler
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
        events.builder.attach(to: context)
    }

    deinit { XMLContext.free(context) }

    /// Parses the next block of UTF-8.
    ///
    /// - Throws: ``FileRefusal`` when the file must not be read on.
    func parse(_ text: [UInt8], isFinal: Bool) throws(FileRefusal) {
        guard !isStopped else { return }
        events.builder.willParse(text)
        XMLContext.silence()
        text.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            _ = xmlParseChunk(context, start, Int32(bytes.count), isFinal ? 1 : 0)
        }
        if XMLContext.hasGivenUp(context, isFinal: isFinal) { events.builder.noteSilentTear() }
        if let refusal = events.builder.refusal { throw refusal }
        if events.builder.tear != nil {
            isStopped = true
            events.builder.closeTornFile()
        }
    }

    /// Returns records that are ready: large batches at any time, all that is left at the end.
    func takeBatch(isFinal: Bool) -> RecordBatch? {
        events.builder.takeBatch(isFinal: isFinal || isStopped)
    }

    /// The handler of all parsers; it holds no state, the builder comes as the user data.
    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { data, local, _, uri, _, _, count, _, attributes in
            eventsBehind(data)?.builder.startElement(
                local: local, namespace: uri, attributes: attributes, count: Int(count))
        }
        handler.endElementNs = { data, _, _, _ in eventsBehind(data)?.builder.endElement() }
        handler.characters = { data, text, length in
            eventsBehind(data)?.builder.appendText(text, count: Int(length))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { data, _, _, _ in
            eventsBehind(data)?.builder.refuse(ExtractionRules.documentType)
        }
        handler.getEntity = { data, name in
            if let known = xmlGetPredefinedEntity(name) { return known }
            eventsBehind(data)?.builder.refuse(ExtractionRules.entityReference)
            return nil
        }
        handler.serror = { data, error in
            guard let error = error?.pointee, error.level == XML_ERR_FATAL else { return }
            eventsBehind(data)?.builder.noteTear(error)
        }
        return handler
    }
}

/// What the callbacks of a parser share.
private final class XMLEvents {
    var builder: XMLRecordBuilder

    init(_ builder: XMLRecordBuilder) { self.builder = builder }
}

/// Returns what is behind the user data of a callback.
private func eventsBehind(_ data: UnsafeMutableRawPointer?) -> XMLEvents? {
    data.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
}
