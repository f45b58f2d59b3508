/// Where the texts of an XML document lie, well-formed or not: what stands between tags, the values of
/// attributes, comments and what else is no name of an element or attribute.
public struct XMLLayout: Sendable {
    /// A stretch of text.
    public struct Piece: Sendable {
        /// Its bytes.
        public let bytes: Range<Int>
        /// The bytes of the name of the element in which it stands; empty outside of all.
        public let element: Range<Int>
        /// The bytes of the name of the attribute of which it is the value; empty for text between tags.
        public let attribute: Range<Int>
        /// Whether it is text between tags or the value of an attribute, and so may be one of a few that
        /// come again and again.
        public let isValue: Bool
        /// Whether references such as `&amp;` in it stand for characters.
        public let hasReferences: Bool
    }

    private let text: [UInt8]

    /// Lays out the bytes of a ``LosslessText``.
    public init(_ text: [UInt8]) { self.text = text }

    /// Calls a function with each piece, in the order of the document.
    public func forEachPiece(_ body: (Piece) -> Void) {
        withoutActuallyEscaping(body) { body in
            var scan = XMLScan(text: text, body: body)
            scan.run()
        }
    }
}

/// Walks over a document once.
private struct XMLScan {
    let text: [UInt8]
    let body: (XMLLayout.Piece) -> Void
    private var place = 0
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
            emit(start..<place, element: open.last ?? 0..<0, isValue: true, hasReferences: true)
            guard place < text.count else { return }
            markup()
        }
    }

    private mutating func markup() {
        if skip("<!--") {
            emit(upTo("-->"))
        } else if skip("<![CDATA[") {
            emit(upTo("]]>"), element: open.last ?? 0..<0, isValue: true)
        } else if skip("<!") {
            declaration()
        } else if skip("<?") {
            let target = name()
            let content = upTo("?>")
            // The declaration says the encoding.
            if !text[target].elementsEqual("xml".utf8) { emit(content) }
        } else if skip("</") {
            _ = name()
            if !open.isEmpty { open.removeLast() }
            junk()
        } else {
            place += 1
            tag()
        }
    }

    // MARK: - Tags

    private mutating func tag() {
        let element = name()
        // A lone `<` is text.
        guard !element.isEmpty else { return }
        while place < text.count {
            switch text[place] {
            case 0x3E:
                place += 1
                open.append(element)
                return
            case 0x2F where place + 1 < text.count && text[place + 1] == 0x3E:
                place += 2
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
        // The namespaces say what the names mean.
        if !text[attribute].starts(with: "xmlns".utf8) {
            emit(
                start..<place, element: element, attribute: attribute, isValue: true,
                hasReferences: true)
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

    // MARK: - Declarations

    /// A DOCTYPE or what stands in one: names stay, what stands in quotes does not.
    private mutating func declaration() {
        while place < text.count, text[place] != 0x3E, text[place] != 0x5B {
            let byte = text[place]
            place += 1
            guard byte == 0x22 || byte == 0x27 else { continue }
            let start = place
            while place < text.count, text[place] != byte { place += 1 }
            emit(start..<place, hasReferences: true)
            place = min(place + 1, text.count)
        }
        place = min(place + 1, text.count)
    }

    // MARK: - Characters

    private func isBlank(_ byte: UInt8) -> Bool {
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

    private mutating func name() -> Range<Int> {
        let start = place
        while place < text.count {
            switch text[place] {
            case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: place += 1
            default: return start..<place
            }
        }
        return start..<place
    }

    private func emit(
        _ bytes: Range<Int>, element: Range<Int> = 0..<0, attribute: Range<Int> = 0..<0,
        isValue: Bool = false, hasReferences: Bool = false
    ) {
        guard !bytes.isEmpty else { return }
        body(
            XMLLayout.Piece(
                bytes: bytes, element: element, attribute: attribute, isValue: isValue,
                hasReferences: hasReferences))
    }
}
