import Diagnostics

/// What declares something: how the document is written, namespaces, entities.
extension XMLScan {
    /// Fewer digits are no personal code, mistyped ones included.
    private static var digitsOfCode: Int { 9 }

    // MARK: - The XML declaration

    /// The declaration of XML: what says how to read the document stays, all else is text.
    mutating func xmlDeclaration(_ content: Range<Int>) {
        let end = place
        place = content.lowerBound
        while place < content.upperBound {
            let start = place
            if isBlank(text[place]) {
                place += 1
            } else if !passesWayOfReading(before: content.upperBound) {
                place = max(place, start + 1)
                emit(start..<place)
            }
        }
        place = end
    }

    /// Passes a name with its value, and returns whether they say how to read the document.
    private mutating func passesWayOfReading(before end: Int) -> Bool {
        let name = name()
        let behind = place
        skipBlanks(before: end)
        guard place < end, text[place] == 0x3D else {
            place = behind
            return false
        }
        place += 1
        skipBlanks(before: end)
        guard place < end, text[place] == 0x22 || text[place] == 0x27 else { return false }
        let quote = text[place]
        let start = place + 1
        guard let close = text[start..<end].firstIndex(of: quote) else {
            place = end
            return false
        }
        place = close + 1
        let value = String(decoding: text[start..<close], as: UTF8.self)
        switch String(decoding: text[name], as: UTF8.self) {
        case "version": return ["1.0", "1.1"].contains(value)
        case "standalone": return ["yes", "no"].contains(value)
        case "encoding": return isEncoding(value)
        default: return false
        }
    }

    private func isEncoding(_ name: String) -> Bool {
        if TextEncoding(rawValue: name.lowercased()) != nil { return true }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
            && name.count(where: \.isNumber) < Self.digitsOfCode
            && name.split { !$0.isLetter }.allSatisfy { KnownWords.ordinary.contains(String($0)) }
    }

    private mutating func skipBlanks(before end: Int) {
        while place < end, isBlank(text[place]) { place += 1 }
    }

    // MARK: - Namespaces

    /// Whether a value is a namespace as people who write formats name them, and so tells of nobody.
    func isNamespace(_ value: Range<Int>) -> Bool {
        let uri = text[value]
        return ["urn:", "http:", "https:"].contains { uri.starts(with: $0.utf8) }
            && uri.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x26 && $0 != 0x40 }
            && uri.count { (0x30...0x39).contains($0) } < Self.digitsOfCode
    }

    // MARK: - DOCTYPE

    /// A DOCTYPE or what stands in one: its signs stay, its names are names, what stands in quotes is text.
    mutating func declaration() {
        while place < text.count, text[place] != 0x3E, text[place] != 0x5B {
            let isName = beginsName(place)
            let name = name()
            guard name.isEmpty else {
                emit(name, isName ? .otherName : .text)
                continue
            }
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

    /// Whether a name may begin at a place.
    func beginsName(_ place: Int) -> Bool {
        guard place < text.count else { return false }
        switch text[place] {
        case 0x3A, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: return true
        default: return false
        }
    }
}
