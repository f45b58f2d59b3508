import CLibXML2
import Diagnostics

/// A name of libxml2's dictionary; equal names of one document are one pointer.
typealias PartNamePointer = UnsafePointer<xmlChar>

/// Receives the elements of one part of a workbook.
///
/// An element is known by its place: the place of its parent and its name give it a number, 0 for
/// elements that mean nothing to the reader, within which nothing means anything.
protocol PartEvents {
    /// Learns the names that it will ask for.
    mutating func bind(_ names: PartNames)
    /// Returns the place of an element; its name is `nil` when it is of another namespace.
    mutating func enter(
        _ name: PartNamePointer?, inside parent: UInt8, attributes: PartAttributes
    ) throws(FileRefusal) -> UInt8
    /// Ends an element.
    ///
    /// - Returns: Whether nothing that follows matters.
    mutating func leave(_ place: UInt8) throws(FileRefusal) -> Bool
    /// Receives text within an element, in pieces.
    mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, inside place: UInt8
    ) throws(FileRefusal)
}

extension PartEvents {
    /// The number of the place above the root.
    static var document: UInt8 { PartNesting.document }
    mutating func leave(_ place: UInt8) throws(FileRefusal) -> Bool { false }
    mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, inside place: UInt8
    ) throws(FileRefusal) {}
}

/// Looks names up in the dictionary of a document.
struct PartNames {
    fileprivate let context: xmlParserCtxtPtr

    subscript(_ name: String) -> PartNamePointer? {
        xmlDictLookup(context.pointee.dict, name, -1)
    }
}

/// What the callbacks of libxml2 talk to.
class PartTarget {
    func start(
        local: PartNamePointer?, namespace: PartNamePointer?, namespaces: Int,
        attributes: PartAttributes
    ) {}
    func end() {}
    func append(_ text: UnsafeBufferPointer<UInt8>) {}
    func refuseUnsafe() {}
    func noteTear(_ code: Int32) {}
}

/// Feeds a part to libxml2 in the same strict manner as exports in XML: nothing is loaded or expanded,
/// a DOCTYPE and an entity refuse the workbook.
///
/// libxml2 compares each attribute of a tag with all before it, and its dictionary grows slow with
/// names, so some megabytes of either would keep it busy for minutes. What it holds back until a tag
/// ends and how many names it has met are therefore limited.
final class PartParser<Events: PartEvents>: PartTarget {
    private(set) var events: Events
    /// Whether nothing that follows matters.
    private(set) var isComplete = false
    private let part: String
    private var context: xmlParserCtxtPtr?
    private var nesting = PartNesting()
    private var refusal: FileRefusal?

    private static var longestTag: Int { 1 << 17 }
    private static var mostNames: Int { 10_000 }

    init(_ events: Events, part: String, namespaces: (String, String)) throws(FileRefusal) {
        self.events = events
        self.part = part
        super.init()
        clibxml2_check_version()
        var handler = partHandler
        guard
            let context = xmlCreatePushParserCtxt(
                &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        else { throw FileRefusal(ExtractionRules.unreadable, details: ["reason": "libxml2"]) }
        xmlCtxtUseOptions(
            context,
            Int32(
                XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
                    | XML_PARSE_NOCDATA.rawValue))
        self.context = context
        let names = PartNames(context: context)
        nesting.namespaces = (names[namespaces.0], names[namespaces.1])
        self.events.bind(names)
    }

    deinit { XMLContext.free(context) }

    /// Parses the next bytes, unless nothing that follows matters.
    func parse(_ bytes: UnsafeRawBufferPointer, isFinal: Bool) throws(FileRefusal) {
        guard let context, !isComplete else { return }
        LibXML.prepare()
        _ = xmlParseChunk(
            context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
            isFinal ? 1 : 0)
        if let refusal { throw refusal }
        guard let input = context.pointee.input, let current = input.pointee.cur,
            let end = input.pointee.end
        else { return }
        guard end - current <= Self.longestTag || isComplete else {
            throw limit(lv: "XML birkas garums", en: "length of a tag", Self.longestTag)
        }
        guard xmlDictSize(context.pointee.dict) <= Self.mostNames else {
            throw limit(lv: "dažādi XML vārdi", en: "different XML names", Self.mostNames)
        }
    }

    /// Changes what has been made of the part.
    func update(_ change: (inout Events) -> Void) { change(&events) }

    // MARK: - Events

    override func start(
        local: PartNamePointer?, namespace: PartNamePointer?, namespaces: Int,
        attributes: PartAttributes
    ) {
        switch nesting.open(
            namespace: namespace, declares: namespaces, attributes: attributes.count)
        {
        case .nothing: break
        case .element(let parent, let isKnown):
            do {
                let place = try events.enter(
                    isKnown ? local : nil, inside: parent, attributes: attributes)
                if place != 0 { nesting.place(place) }
            } catch { refuse(error) }
        case .tooDeep:
            refuse(limit(lv: "XML dziļums", en: "depth of XML", PartNesting.deepest))
        case .tooManyAttributes:
            refuse(
                limit(
                    lv: "XML atribūtu skaits", en: "XML attributes", PartNesting.mostAttributes))
        }
    }

    override func end() {
        guard let place = nesting.close() else { return }
        do { isComplete = try events.leave(place) } catch { refuse(error) }
        if isComplete { xmlStopParser(context) }
    }

    override func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let place = nesting.innermost else { return }
        do { try events.append(text, inside: place) } catch { refuse(error) }
    }

    override func refuseUnsafe() {
        refuse(
            FileRefusal(
                SpreadsheetRules.unsafeXML,
                details: ["part": ShownText(path: part, knowing: .ordinary).text]))
    }

    override func noteTear(_ code: Int32) {
        guard !isComplete else { return }
        // The parser's own words would quote the text; its number is enough to look it up.
        refuse(
            .damaged(
                part, lv: "tā nav pareizs XML (libxml2 \(code))",
                en: "it is not well-formed XML (libxml2 \(code))"))
    }

    private func limit(lv: String, en: String, _ allowed: Int) -> FileRefusal {
        .workbookLimit(lv: "\(part): \(lv)", en: "\(part): \(en)", allowed: "\(allowed)")
    }

    private func refuse(_ refusal: FileRefusal) {
        guard !nesting.isOver else { return }
        nesting.isOver = true
        self.refusal = refusal
        xmlStopParser(context)
    }
}

/// The handler of all parts; it holds no state, the parser comes as the user data.
private var partHandler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { data, local, _, uri, namespaces, _, count, _, attributes in
        target(data)?._withUnsafeGuaranteedRef {
            $0.start(
                local: local, namespace: uri, namespaces: Int(namespaces),
                attributes: PartAttributes(raw: attributes, count: Int(count)))
        }
    }
    handler.endElementNs = { data, _, _, _ in
        target(data)?._withUnsafeGuaranteedRef { $0.end() }
    }
    handler.characters = { data, text, length in
        target(data)?._withUnsafeGuaranteedRef {
            $0.append(UnsafeBufferPointer(start: text, count: Int(length)))
        }
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.internalSubset = { data, _, _, _ in
        target(data)?.takeUnretainedValue().refuseUnsafe()
    }
    handler.getEntity = { data, name in
        if let known = xmlGetPredefinedEntity(name) { return known }
        target(data)?.takeUnretainedValue().refuseUnsafe()
        return nil
    }
    handler.serror = { data, error in
        guard let error = error?.pointee, error.level == XML_ERR_FATAL else { return }
        target(data)?.takeUnretainedValue().noteTear(error.code)
    }
    return handler
}

/// Returns what is behind the user data of a callback.
@inline(__always)
private func target(_ data: UnsafeMutableRawPointer?) -> Unmanaged<PartTarget>? {
    data.map { Unmanaged<PartTarget>.fromOpaque($0) }
}
