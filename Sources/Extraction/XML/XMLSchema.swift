import CLibXML2

/// A schema (XSD) in one file that is known to be usable.
public struct XMLSchema: Sendable, Hashable {
    private let bytes: [UInt8]

    /// Checks a schema.
    ///
    /// - Throws: ``XMLSchemaProblem`` when it is no schema, or asks for other files, which are never loaded.
    public init(_ bytes: [UInt8]) throws(XMLSchemaProblem) {
        LibXML.prepare()
        if let problem = SchemaInspector.problem(in: bytes) { throw problem }
        self.bytes = bytes
        let (schema, problem) = Self.compiled(bytes)
        xmlSchemaFree(schema)
        guard schema != nil else {
            throw problem ?? XMLSchemaProblem(line: 0, words: "libxml2")
        }
    }

    /// Returns the schema as libxml2 uses it; the caller frees it.
    func compiled() -> xmlSchemaPtr? { Self.compiled(bytes).schema }

    private static func compiled(
        _ bytes: [UInt8]
    ) -> (schema: xmlSchemaPtr?, problem: XMLSchemaProblem?) {
        let catcher = ProblemCatcher()
        let schema = bytes.withUnsafeBytes { raw -> xmlSchemaPtr? in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let parser = xmlSchemaNewMemParserCtxt(start, Int32(raw.count)) else {
                return nil
            }
            defer { xmlSchemaFreeParserCtxt(parser) }
            xmlSchemaSetParserStructuredErrors(
                parser, { data, error in ProblemCatcher.behind(data)?.note(error) },
                Unmanaged.passUnretained(catcher).toOpaque())
            return xmlSchemaParse(parser)
        }
        return (schema, catcher.problem)
    }
}

/// What keeps a schema from being used.
public struct XMLSchemaProblem: Error, Hashable {
    /// The line, from 1; 0 when it is not known.
    public let line: Int
    /// The words of libxml2, or our own; a schema holds no personal data.
    public let words: String
}

/// Keeps the first problem that libxml2 tells of.
private class ProblemCatcher {
    var problem: XMLSchemaProblem?

    func note(_ error: xmlErrorPtr?) {
        guard problem == nil, let error = error?.pointee, error.level != XML_ERR_WARNING else {
            return
        }
        let words = error.message.map { String(cString: $0) } ?? "libxml2 \(error.code)"
        problem = XMLSchemaProblem(
            line: Int(error.line),
            words: words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    static func behind(_ data: UnsafeMutableRawPointer?) -> ProblemCatcher? {
        data.map { Unmanaged<ProblemCatcher>.fromOpaque($0).takeUnretainedValue() }
    }
}

private let schemaNamespace = "http://www.w3.org/2001/XMLSchema"

/// Looks whether a schema asks for other files or entities before libxml2 is asked to compile it.
private final class SchemaInspector: ProblemCatcher {
    private var context: xmlParserCtxtPtr?

    static func problem(in bytes: [UInt8]) -> XMLSchemaProblem? {
        let inspector = SchemaInspector()
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.serror = { data, error in ProblemCatcher.behind(data)?.note(error) }
        handler.internalSubset = { data, _, _, _ in
            inspectorBehind(data)?.refuse("a schema may not have a DOCTYPE")
        }
        handler.startElementNs = { data, local, _, uri, _, _, count, _, attributes in
            guard let local, let uri, let attributes, String(cString: uri) == schemaNamespace else {
                return
            }
            let names = (0..<Int(count)).compactMap {
                attributes[$0 * 5].map { String(cString: $0) }
            }
            guard names.contains("schemaLocation") else { return }
            inspectorBehind(data)?.refuse(
                "'\(String(cString: local))' asks for another file; a schema is one file")
        }
        inspector.context = xmlCreatePushParserCtxt(
            &handler, Unmanaged.passUnretained(inspector).toOpaque(), nil, 0, nil)
        defer { xmlFreeParserCtxt(inspector.context) }
        xmlCtxtUseOptions(inspector.context, Int32(XML_PARSE_NONET.rawValue))
        bytes.withUnsafeBytes { raw in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            _ = xmlParseChunk(inspector.context, start, Int32(raw.count), 1)
        }
        return inspector.problem
    }

    func refuse(_ words: String) {
        if problem == nil {
            problem = XMLSchemaProblem(
                line: Int(context?.pointee.input?.pointee.line ?? 0), words: words)
        }
        xmlStopParser(context)
    }
}

private func inspectorBehind(_ data: UnsafeMutableRawPointer?) -> SchemaInspector? {
    ProblemCatcher.behind(data) as? SchemaInspector
}
