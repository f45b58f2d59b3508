import CLibXML2

/// What all users of libxml2's parsers share.
enum XMLContext {
    /// Whether a parser gave up, which it does without an event when it cannot convert bytes: what
    /// follows must not be lost without a word.
    ///
    /// - Parameter isFinal: Whether no bytes follow.
    static func hasGivenUp(_ context: xmlParserCtxtPtr, isFinal: Bool) -> Bool {
        isFinal ? context.pointee.wellFormed == 0 : context.pointee.instate == XML_PARSER_EOF
    }

    /// Frees a parser, with the document that it makes for itself when a file declares entities.
    static func free(_ context: xmlParserCtxtPtr?) {
        guard let context else { return }
        let document = context.pointee.myDoc
        xmlFreeParserCtxt(context)
        if let document { xmlFreeDoc(document) }
    }
}
