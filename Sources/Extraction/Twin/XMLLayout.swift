/// Where the texts of an XML document lie, well-formed or not: what stands between tags, the values of
/// attributes, comments, names and what else is no sign of XML.
public struct XMLLayout: Sendable {
    /// A stretch of text.
    public struct Piece: Sendable {
        /// Its bytes.
        public let bytes: Range<Int>
        /// The bytes of the name of the element in which it stands; empty outside of all.
        public let element: Range<Int>
        /// The bytes of the name of the attribute of which it is the value; empty for text between tags.
        public let attribute: Range<Int>
        /// What it is.
        public let kind: Kind
        /// Whether references such as `&amp;` in it stand for characters.
        public let hasReferences: Bool

        /// Whether it is text between tags or the value of an attribute, and so may be one of a few that
        /// come again and again.
        public var isValue: Bool { kind == .value }
    }

    /// What a stretch of text is.
    public enum Kind: Sendable {
        /// Text between tags or the value of an attribute.
        case value
        /// The name of an attribute with a value, or of an element in a tag that ends it.
        case name
        /// The name of an element where it begins, and any name that may be none: of a tag that is torn
        /// or never ends, of an instruction, in a declaration.
        case otherName
        /// All else.
        case text
    }

    private let text: [UInt8]

    /// Lays out the bytes of a ``LosslessText``.
    public init(_ text: [UInt8]) { self.text = text }

    /// Calls a function with each piece, in the order of the document but for the names of elements, each of
    /// which comes behind its attributes; no two pieces overlap.
    public func forEachPiece(_ body: (Piece) -> Void) {
        withoutActuallyEscaping(body) { body in
            var scan = XMLScan(text: text, body: body)
            scan.run()
        }
    }
}

/// Walks over a document once.
struct XMLScan {
    let text: [UInt8]
    let body: (XMLLayout.Piece) -> Void
    var place = 0
    private var open: [Range<Int>] = []

    init(text: [UInt8], body: @escaping (XMLLayout.Piece) -> Void) {
        self.text = text
        self.body = body
    }

    mutating func run() {
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        while place < text.count {
            let start = place
            while place < text.count, text[place] != 0x3C { place += 1 }
            emit(start..<place, .value, element: open.last ?? 0..<0, hasReferences: true)
            guard place < text.count else { return }
            markup()
        }
    }

    private mutating func markup() {
        if skip("<!--") {
            emit(upTo("-->"))
        } else if skip("<![CDATA[") {
            emit(upTo("]]>"), .value, element: open.last ?? 0..<0)
        } else if skip("<!") {
            declaration()
        } else if skip("<?") {
            let target = name()
            let content = upTo("?>")
            if text[target].elementsEqual("xml".utf8) {
                xmlDeclaration(content)
            } else {
                emit(target, .otherName)
                emit(content)
            }
        } else if skip("</") {
            let element = name()
            emit(element, close(element) ? .name : .otherName)
            junk()
        } else {
            place += 1
            tag()
        }
    }

    // MARK: - Tags

    /// The elements around a place among which an end tag looks for its own.
    private static let mostAround = 64

    /// Leaves an element and those within it that never end, such as a `<word>` of a remark.
    private mutating func close(_ element: Range<Int>) -> Bool {
        let around = open.suffix(Self.mostAround)
        guard let place = around.lastIndex(where: { text[$0] == text[element] }) else {
            return false
        }
        open.removeSubrange(place...)
        return true
    }

    private mutating func tag() {
        // A lone `<` is text, and so is one before a digit.
        guard beginsName(place) else { return }
        let element = name()
        var kind = XMLLayout.Kind.otherName
        defer { emit(element, kind) }
        while place < text.count {
            switch text[place] {
            case 0x3E:
                place += 1
                open.append(element)
                return
            case 0x2F where place + 1 < text.count && text[place + 1] == 0x3E:
                place += 2
                kind = .name
                return
            case 0x3C: return
            case 0x09, 0x0A, 0x0D, 0x20: place += 1
            default: attribute(of: element)
            }
        }
    }

    private mutating func attribute(of element: Range<Int>) {
        let attribute = name()
        while place < text.count, isBlank(text[place]) { place += 1 }
        guard !attribute.isEmpty, place < text.count, text[place] == 0x3D else {
            // No attribute: whatever it is, it is not a name that says what something means.
            emit(attribute)
            junk(stopsAtBlank: true)
            return
        }
        emit(attribute, .name)
        place += 1
        while place < text.count, isBlank(text[place]) { place += 1 }
        guard place < text.count, text[place] == 0x22 || text[place] == 0x27 else {
            junk(stopsAtBlank: true)
            return
        }
        let quote = text[place]
        place += 1
        let start = place
        while place < text.count, text[place] != quote { place += 1 }
        let name = text[attribute]
        if !name.elementsEqual("xmlns".utf8), !name.starts(with: "xmlns:".utf8) {
            emit(
                start..<place, .value, element: element, attribute: attribute, hasReferences: true)
        } else if !isNamespace(start..<place) {
            emit(start..<place, hasReferences: true)
        }
        place = min(place + 1, text.count)
    }

    /// Passes what belongs to no tag up to its end, as text.
    private mutating func junk(stopsAtBlank: Bool = false) {
        let start = place
        while place < text.count, text[place] != 0x3E, text[place] != 0x3C {
            if stopsAtBlank, isBlank(text[place]) { break }
            // A slash before the end closes the tag.
            if text[place] == 0x2F, place + 1 < text.count, text[place + 1] == 0x3E { break }
            place += 1
        }
        emit(start..<place, hasReferences: true)
        if !stopsAtBlank, place < text.count, text[place] == 0x3E { place += 1 }
    }

    // MARK: - Characters

    func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= self.text.count else { return false }
        let isHere = (0..<count).allSatisfy { self.text[place + $0] == text.utf8Start[$0] }
        if isHere { place += count }
        return isHere
    }

    private mutating func upTo(_ end: StaticString) -> Range<Int> {
        let start = place
        while place < text.count {
            let here = place
            if skip(end) { return start..<here }
            place += 1
        }
        return start..<place
    }

    mutating func name() -> Range<Int> {
        let start = place
        while place < text.count {
            switch text[place] {
            case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: place += 1
            default: return start..<place
            }
        }
        return start..<place
    }

    func emit(
        _ bytes: Range<Int>, _ kind: XMLLayout.Kind = .text, element: Range<Int> = 0..<0,
        attribute: Range<Int> = 0..<0,
        hasReferences: Bool = false
    ) {
        guard !bytes.isEmpty else { return }
        body(
            XMLLayout.Piece(
                bytes: bytes, element: element, attribute: attribute, kind: kind,
                hasReferences: hasReferences))
    }
}
