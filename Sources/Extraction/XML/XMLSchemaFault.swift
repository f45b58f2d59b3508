import CLibXML2

/// What a schema finds wrong at an element, in words of our own: those of libxml2 quote the file.
struct XMLSchemaFault: Hashable {
    /// The local name of the attribute that it concerns, or `nil` for the element itself.
    let attribute: String?
    private let problem: Problem

    /// What the parser met when the fault was found.
    enum Event {
        case start, end, text
    }

    /// Whether it concerns the element around the one that begins.
    var concernsParent: Bool { problem == .children }

    private enum Problem: Hashable {
        case unexpectedElement(allowed: String)
        case endsEarly(allowed: String)
        case unknownElement
        case unexpectedAttribute
        case missingAttribute
        case text
        case children
        case value(allowed: String)
        case key
        case other(code: Int32)
    }

    /// Reads an error of the validator.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - event: What the parser met.
    init(_ error: xmlError, at event: Event) {
        let message = error.message.map { String(cString: $0) } ?? ""
        let code = xmlParserErrors(UInt32(bitPattern: error.code))
        switch code {
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2,
            XML_SCHEMAV_CVC_TYPE_3_1_1:
            attribute = Self.text(error.str1)
            problem = .unexpectedAttribute
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
            attribute = Self.text(error.str1)
            problem = .missingAttribute
        case XML_SCHEMAV_ELEMENT_CONTENT:
            attribute = nil
            let allowed = Self.expected(in: message)
            problem =
                event == .end ? .endsEarly(allowed: allowed) : .unexpectedElement(allowed: allowed)
        case XML_SCHEMAV_CVC_ELT_1, XML_SCHEMAV_CVC_ELT_2:
            attribute = nil
            problem = .unknownElement
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2,
            XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, XML_SCHEMAV_CVC_TYPE_3_1_2:
            attribute = nil
            problem = event == .start ? .children : .text
        case XML_SCHEMAV_CVC_IDC:
            attribute = nil
            problem = .key
        default:
            attribute = Self.attribute(in: message)
            problem =
                Self.allowed(by: code, error, message).map { .value(allowed: $0) }
                ?? .other(code: error.code)
        }
    }

    /// Returns the details of the finding for an element, whose names come as a message may show them.
    func details(ofElement element: String, attribute: String) -> [String: String] {
        let (lv, en) = words(element, attribute)
        return ["problem.lv": lv, "problem.en": en]
    }

    private func words(_ element: String, _ name: String) -> (lv: String, en: String) {
        switch problem {
        case .unexpectedElement(let allowed) where allowed.isEmpty:
            return (
                "elements '\(element)' šeit nav paredzēts, vairāk elementu nedrīkst būt",
                "element '\(element)' is not expected here, no more elements are allowed"
            )
        case .unexpectedElement(let allowed):
            return (
                "elements '\(element)' šeit nav paredzēts, atļauts: \(allowed)",
                "element '\(element)' is not expected here, allowed: \(allowed)"
            )
        case .endsEarly(let allowed):
            return (
                "elements '\(element)' beidzas par agru, vēl jābūt: \(allowed)",
                "element '\(element)' ends too early, still to come: \(allowed)"
            )
        case .unknownElement:
            return (
                "elements '\(element)' shēmā nav zināms",
                "element '\(element)' is not known to the schema"
            )
        case .unexpectedAttribute:
            return (
                "elementam '\(element)' nav paredzēts atribūts '\(name)'",
                "element '\(element)' may not have the attribute '\(name)'"
            )
        case .missingAttribute:
            return (
                "elementam '\(element)' trūkst atribūta '\(name)'",
                "element '\(element)' lacks the attribute '\(name)'"
            )
        case .text:
            return (
                "elementā '\(element)' nedrīkst būt teksta",
                "element '\(element)' may not have text"
            )
        case .children:
            return (
                "elementā '\(element)' nedrīkst būt citu elementu",
                "element '\(element)' may not have other elements"
            )
        case .value(let allowed) where allowed.isEmpty:
            return attribute == nil
                ? (
                    "elementa '\(element)' vērtība neatbilst shēmas tipam",
                    "the value of element '\(element)' does not fit the schema's type"
                )
                : (
                    "atribūta '\(name)' vērtība neatbilst shēmas tipam",
                    "the value of attribute '\(name)' does not fit the schema's type"
                )
        case .value(let allowed):
            return attribute == nil
                ? (
                    "elementa '\(element)' vērtība neatbilst: \(allowed)",
                    "the value of element '\(element)' does not fit: \(allowed)"
                )
                : (
                    "atribūta '\(name)' vērtība neatbilst: \(allowed)",
                    "the value of attribute '\(name)' does not fit: \(allowed)"
                )
        case .key:
            return (
                "elementā '\(element)' atslēga trūkst, atkārtojas vai nekur neved",
                "a key in element '\(element)' is missing, repeated or refers to nothing"
            )
        case .other(let code):
            return (
                "elements '\(element)' (libxml2 \(code))", "element '\(element)' (libxml2 \(code))"
            )
        }
    }

    // MARK: - What libxml2 says

    private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    /// Returns the attribute that a message names first; no name holds a quote, so no value can stand
    /// in its place.
    private static func attribute(in message: String) -> String? {
        guard message.hasPrefix("Element '"),
            let end = message.dropFirst("Element '".count).firstIndex(of: "'")
        else { return nil }
        let rest = message[end...].dropFirst()
        guard rest.hasPrefix(", attribute '") else { return nil }
        return withoutNamespace(rest.dropFirst(", attribute '".count).prefix { $0 != "'" })
    }

    /// Returns the names that a content model would have taken; a message on content quotes no value.
    private static func expected(in message: String) -> String {
        guard let open = message.lastIndex(of: "("), let close = message.lastIndex(of: ")"),
            open < close
        else { return "" }
        return message[open..<close].dropFirst().split(separator: ",").map { name in
            withoutNamespace(name.drop { $0 == " " }).trimmingBlanks
        }.joined(separator: ", ")
    }

    private static func withoutNamespace(_ name: Substring) -> String {
        guard name.hasPrefix("{"), let end = name.firstIndex(of: "}") else { return String(name) }
        return String(name[end...].dropFirst())
    }

    /// Returns what the schema allows for a value, or `nil` when the error is of another kind.
    private static func allowed(
        by code: xmlParserErrors, _ error: xmlError, _ message: String
    ) -> String? {
        switch code {
        case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
            XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
            return typeName(in: message)
        case XML_SCHEMAV_CVC_AU, XML_SCHEMAV_CVC_ELT_5_2_2_2_1, XML_SCHEMAV_CVC_ELT_5_2_2_2_2:
            return "fixed \(text(error.str2))"
        default:
            return facets[code.rawValue].map { "\($0) \(text(error.str2))".trimmingBlanks }
        }
    }

    /// Returns the type that ends a message, or nothing for a type without a name; the value stands
    /// before it.
    private static func typeName(in message: String) -> String {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        guard parts.count > 2, parts[parts.count - 1].first == ".",
            parts[parts.count - 3].hasSuffix(" type ")
        else { return "" }
        return withoutNamespace(parts[parts.count - 2])
    }

    /// The facets by the codes of their errors, whose second text is the schema's.
    private static let facets: [UInt32: String] = [
        XML_SCHEMAV_CVC_LENGTH_VALID.rawValue: "length",
        XML_SCHEMAV_CVC_MINLENGTH_VALID.rawValue: "minLength",
        XML_SCHEMAV_CVC_MAXLENGTH_VALID.rawValue: "maxLength",
        XML_SCHEMAV_CVC_MININCLUSIVE_VALID.rawValue: "minInclusive",
        XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID.rawValue: "maxInclusive",
        XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID.rawValue: "minExclusive",
        XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID.rawValue: "maxExclusive",
        XML_SCHEMAV_CVC_TOTALDIGITS_VALID.rawValue: "totalDigits",
        XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID.rawValue: "fractionDigits",
        XML_SCHEMAV_CVC_PATTERN_VALID.rawValue: "pattern",
        XML_SCHEMAV_CVC_ENUMERATION_VALID.rawValue: "enumeration",
    ]
}

extension StringProtocol {
    fileprivate var trimmingBlanks: String {
        split(separator: " ").joined(separator: " ")
    }
}
