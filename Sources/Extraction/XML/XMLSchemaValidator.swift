import CLibXML2

/// Validates the events of a parser against a schema while they come.
///
/// libxml2's own plug would take the place of the parser's handlers, those of errors among them; so it
/// is given none, and the events are handed to it.
final class XMLSchemaValidator {
    /// What was found since it was last taken.
    private(set) var faults: [XMLSchemaFault] = []

    private let schema: xmlSchemaPtr
    private let context: xmlSchemaValidCtxtPtr
    private let plug: xmlSchemaSAXPlugPtr
    /// Where the plug put its handlers and their data; it writes there again when it is pulled.
    private let handler: UnsafeMutablePointer<xmlSAXHandlerPtr?>
    private let data: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    private var event = XMLSchemaFault.Event.start

    /// Creates a validator, or returns `nil` when libxml2 has no memory for it.
    init?(_ schema: XMLSchema) {
        let handler = UnsafeMutablePointer<xmlSAXHandlerPtr?>.allocate(capacity: 1)
        let data = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 1)
        handler.initialize(to: nil)
        data.initialize(to: nil)
        let compiled = schema.compiled()
        let context = compiled.flatMap { xmlSchemaNewValidCtxt($0) }
        guard let compiled, let context, let plug = xmlSchemaSAXPlug(context, handler, data) else {
            if let context { xmlSchemaFreeValidCtxt(context) }
            if let compiled { xmlSchemaFree(compiled) }
            handler.deallocate()
            data.deallocate()
            return nil
        }
        self.schema = compiled
        self.context = context
        self.plug = plug
        self.handler = handler
        self.data = data
        xmlSchemaSetValidStructuredErrors(
            context,
            { data, error in
                guard let data, let error = error?.pointee else { return }
                Unmanaged<XMLSchemaValidator>.fromOpaque(data).takeUnretainedValue().note(error)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        xmlSchemaSAXUnplug(plug)
        xmlSchemaFreeValidCtxt(context)
        xmlSchemaFree(schema)
        handler.deallocate()
        data.deallocate()
    }

    func startElement(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
        _ uri: UnsafePointer<xmlChar>?, _ namespaceCount: Int32,
        _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributeCount: Int32,
        _ defaultedCount: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        event = .start
        handler.pointee?.pointee.startElementNs?(
            data.pointee, local, prefix, uri, namespaceCount, namespaces, attributeCount,
            defaultedCount, attributes)
    }

    func endElement(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
        _ uri: UnsafePointer<xmlChar>?
    ) {
        event = .end
        handler.pointee?.pointee.endElementNs?(data.pointee, local, prefix, uri)
    }

    func appendText(_ text: UnsafePointer<xmlChar>?, count: Int32) {
        event = .text
        handler.pointee?.pointee.characters?(data.pointee, text, count)
    }

    /// Hands out what was found and forgets it.
    func takeFaults() -> [XMLSchemaFault] {
        guard !faults.isEmpty else { return [] }
        defer { faults.removeAll() }
        return faults
    }

    private func note(_ error: xmlError) {
        faults.append(XMLSchemaFault(error, at: event))
    }
}
