/// A template of a page, taken apart: plain text, and between it what a view is asked for.
///
/// It is the part of Mustache that the pages use – values, sections, inverted sections and partials –, and what comes
/// out is what the library of that name makes of it, in a tenth of the time.
struct PageTemplate: Sendable {
    /// A piece of a template.
    indirect enum Piece: Sendable {
        case text([UInt8])
        case value(Path)
        case section(Path, [Piece])
        case inverted(Path, [Piece])
        case partial(String)
    }

    /// The names that lead to a value; none for what the section is about itself.
    typealias Path = [String]

    /// Why a text is no template.
    enum Fault: Error, Hashable {
        /// A tag has no end, or one that is not known here.
        case strangeTag(String)
        /// A section ends that did not begin, or the other way round.
        case unevenSections(String)
    }

    let pieces: [Piece]

    init(_ text: String) throws(Fault) {
        var parser = Parser(bytes: Array(text.utf8))
        pieces = try parser.pieces(of: nil, onNewLine: true)
    }
}

extension PageTemplate {
    private struct Parser {
        let bytes: [UInt8]
        var place = 0

        /// Reads the pieces of a section to its end, or of the whole text.
        ///
        /// A tag that stands on its line alone takes the line with it.
        mutating func pieces(
            of section: String?, onNewLine: Bool
        ) throws(Fault) -> [Piece] {
            var pieces: [Piece] = []
            var (onNewLine, indent) = (onNewLine, [UInt8]())
            while place < bytes.count {
                if onNewLine { indent = blanks() }
                let text = textToTag()
                if place < bytes.count, bytes[place] == UInt8(ascii: "\n") {
                    pieces.append(.text(indent + text + [UInt8(ascii: "\n")]))
                    place += 1
                    onNewLine = true
                    continue
                }
                if !text.isEmpty {
                    pieces.append(.text(indent + text))
                    (indent, onNewLine) = ([], false)
                }
                guard place < bytes.count else { break }
                let (kind, name) = try tag()
                let isAlone = kind != nil && onNewLine && endsLine()
                if !isAlone, !indent.isEmpty { pieces.append(.text(indent)) }
                if !isAlone { indent = [] }
                onNewLine = isAlone
                switch kind {
                case UInt8(ascii: "#"):
                    pieces.append(
                        .section(path(name), try self.pieces(of: name, onNewLine: isAlone)))
                case UInt8(ascii: "^"):
                    pieces.append(
                        .inverted(path(name), try self.pieces(of: name, onNewLine: isAlone)))
                case UInt8(ascii: "/"):
                    guard name == section else { throw .unevenSections(name) }
                    return pieces
                case UInt8(ascii: ">"): pieces.append(.partial(name))
                default: pieces.append(.value(path(name)))
                }
            }
            if let section { throw .unevenSections(section) }
            return pieces
        }

        private func path(_ name: String) -> Path {
            name.split(separator: ".").map(String.init)
        }

        private mutating func blanks() -> [UInt8] {
            let start = place
            while place < bytes.count,
                [UInt8(ascii: " "), UInt8(ascii: "\t")].contains(bytes[place])
            {
                place += 1
            }
            return Array(bytes[start..<place])
        }

        /// Reads on to the next tag or the end of the line.
        private mutating func textToTag() -> [UInt8] {
            let start = place
            while place < bytes.count, bytes[place] != UInt8(ascii: "\n"), !isAtTag { place += 1 }
            return Array(bytes[start..<place])
        }

        private var isAtTag: Bool {
            bytes[place] == UInt8(ascii: "{") && place + 1 < bytes.count
                && bytes[place + 1] == UInt8(ascii: "{")
        }

        private mutating func tag() throws(Fault) -> (kind: UInt8?, name: String) {
            place += 2
            let start = place
            while place < bytes.count, bytes[place] != UInt8(ascii: "}") { place += 1 }
            var inside = bytes[start..<place]
            let kind = inside.first.flatMap { Array("#^/>".utf8).contains($0) ? $0 : nil }
            if kind != nil { inside.removeFirst() }
            let name = String(decoding: inside, as: UTF8.self)
            guard bytes[place...].prefix(2).elementsEqual("}}".utf8), !name.isEmpty,
                name.utf8.allSatisfy(Self.isOfName)
            else { throw .strangeTag(name) }
            place += 2
            return (kind, name)
        }

        private static func isOfName(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
                true
            default: false
            }
        }

        /// Whether nothing else stands on the line, which is passed over then.
        private mutating func endsLine() -> Bool {
            guard place < bytes.count else { return true }
            let start = place
            _ = blanks()
            if place < bytes.count, bytes[place] == UInt8(ascii: "\n") {
                place += 1
                return true
            }
            place = start
            return false
        }
    }
}

/// Renders templates by name.
struct PageTemplateLibrary: Sendable {
    private let templates: [String: PageTemplate]

    init(_ templates: [String: PageTemplate]) { self.templates = templates }

    /// Returns what the template of a name makes of a view.
    func render(_ view: PageValue, as name: String) -> [UInt8] {
        var (page, stack) = ([UInt8](), [view])
        page.reserveCapacity(1 << 18)
        append(partial: name, of: &stack, to: &page)
        return page
    }

    private func append(
        partial name: String, of stack: inout [PageValue], to page: inout [UInt8]
    ) {
        append(templates[name]?.pieces ?? [], of: &stack, to: &page)
    }

    private func append(
        _ pieces: [PageTemplate.Piece], of stack: inout [PageValue], to page: inout [UInt8]
    ) {
        for piece in pieces {
            switch piece {
            case .text(let text): page.append(contentsOf: text)
            case .value(let path):
                switch value(at: path, in: stack) {
                case .words(let words): PageText.append(words, to: &page)
                case .flag(let isSo): PageText.append(isSo ? "true" : "false", to: &page)
                default: break
                }
            case .section(let path, let inside):
                append(inside, of: &stack, for: value(at: path, in: stack), to: &page)
            case .inverted(let path, let inside):
                switch value(at: path, in: stack) {
                case .list(let all) where all.isEmpty:
                    stack.append(.list(all))
                    append(inside, of: &stack, to: &page)
                    stack.removeLast()
                case .flag(false), .nothing, nil: append(inside, of: &stack, to: &page)
                default: break
                }
            case .partial(let name): append(partial: name, of: &stack, to: &page)
            }
        }
    }

    /// Appends a section for each of what it is about.
    private func append(
        _ pieces: [PageTemplate.Piece], of stack: inout [PageValue], for value: PageValue?,
        to page: inout [UInt8]
    ) {
        switch value {
        case .list(let all):
            for one in all {
                stack.append(one)
                append(pieces, of: &stack, to: &page)
                stack.removeLast()
            }
        case .flag(true): append(pieces, of: &stack, to: &page)
        case .words, .parts, .named:
            if let value { stack.append(value) }
            append(pieces, of: &stack, to: &page)
            stack.removeLast()
        case .flag(false), .nothing, nil: break
        }
    }

    /// Returns what names lead to: the first is looked for in all that the section is within, the others in what that is.
    private func value(at path: PageTemplate.Path, in stack: [PageValue]) -> PageValue? {
        guard let first = path.first else { return stack.last }
        var place = stack.count - 1
        while place >= 0 {
            if var found = stack[place][first] {
                for name in path.dropFirst() {
                    guard let next = found[name] else { return nil }
                    found = next
                }
                return found
            }
            place -= 1
        }
        return nil
    }
}
