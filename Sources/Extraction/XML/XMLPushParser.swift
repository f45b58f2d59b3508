import CLibXML2
import Diagnostics

/// Feeds blocks to libxml2 and hands its events to an ``XMLRecordBuilder``.
final class XMLPushParser {
    private let context: xmlParserCtxtPtr
    private let builder: XMLRecordBuilder
    private(set) var isStopped = false

    init(tables: [XMLTable], scale: OffsetScale) throws(FileRefusal) {
        clibxml2_check_version()
        let builder = XMLRecordBuilder(tables: tables, scale: scale)
        var handler = Self.handler
        guard
            let context = xmlCreatePushParserCtxt(
                &handler, Unmanaged.passUnretained(builder).toOpaque(), nil, 0, nil)
        else { throw FileRefusal(ExtractionRules.unreadable, details: ["reason": "libxml2"]) }
        xmlCtxtUseOptions(
            context,
            Int32(
                XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
                    | XML_PARSE_NOCDATA.rawValue))
        self.context = context
        self.builder = builder
        builder.attach(to: context)
    }

    deinit { xmlFreeParserCtxt(context) }

    /// Parses the next block of UTF-8.
    ///
    /// - Throws: ``FileRefusal`` when the file must not be read on.
    func parse(_ text: [UInt8], isFinal: Bool) throws(FileRefusal) {
        guard !isStopped else { return }
        builder.willParse(text)
        text.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            _ = xmlParseChunk(context, start, Int32(bytes.count), isFinal ? 1 : 0)
        }
        if let refusal = builder.refusal { throw refusal }
        if builder.tear != nil {
            isStopped = true
            builder.closeTornFile()
        }
    }

    /// Returns records that are ready: large batches at any time, all that is left at the end.
    func takeBatch(isFinal: Bool) -> RecordBatch? {
        builder.takeBatch(isFinal: isFinal || isStopped)
    }

    /// The handler of all parsers; it holds no state, the builder comes as the user data.
    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { data, local, _, uri, _, _, count, _, attributes in
            recordBuilder(data)?.startElement(
                local: local, namespace: uri, attributes: attributes, count: Int(count))
        }
        handler.endElementNs = { data, _, _, _ in recordBuilder(data)?.endElement() }
        handler.characters = { data, text, length in
            recordBuilder(data)?.appendText(text, count: Int(length))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { data, _, _, _ in
            recordBuilder(data)?.refuse(ExtractionRules.documentType)
        }
        handler.getEntity = { data, name in
            if let known = xmlGetPredefinedEntity(name) { return known }
            recordBuilder(data)?.refuse(ExtractionRules.entityReference)
            return nil
        }
        handler.serror = { data, error in
            guard let error = error?.pointee, error.level == XML_ERR_FATAL else { return }
            recordBuilder(data)?.noteTear(error)
        }
        return handler
    }
}

/// Returns the builder behind the user data of a callback.
private func recordBuilder(_ data: UnsafeMutableRawPointer?) -> XMLRecordBuilder? {
    data.map { Unmanaged<XMLRecordBuilder>.fromOpaque($0).takeUnretainedValue() }
}
