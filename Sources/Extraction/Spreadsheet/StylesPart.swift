import Diagnostics

/// Reads from the part of the styles what the format of each style makes of a number.
struct StylesPart: PartEvents {
    private enum Place {
        static let styles: UInt8 = 1
        static let formats: UInt8 = 2
        static let cellStyles: UInt8 = 3
    }

    /// The format of each style that a cell may name.
    var formats: [CellFormat] {
        var known: [Int: CellFormat] = [:]
        return identifiers.map { identifier in
            if let format = known[identifier] { return format }
            let format =
                codes[identifier].map { CellFormat(code: $0) } ?? CellFormat(builtIn: identifier)
            known[identifier] = format
            return format
        }
    }

    private let part: String
    private let limit: Int
    private var codes: [Int: String] = [:]
    private var identifiers: [Int] = []
    private var elements: [PartNamePointer?] = []
    private var identifierName: PartNamePointer?
    private var codeName: PartNamePointer?

    init(part: String, limit: Int) {
        self.part = part
        self.limit = limit
    }

    mutating func bind(_ names: PartNames) {
        elements = ["styleSheet", "numFmts", "numFmt", "cellXfs", "xf"].map { names[$0] }
        identifierName = names["numFmtId"]
        codeName = names["formatCode"]
    }

    mutating func enter(
        _ name: PartNamePointer?, inside parent: UInt8, attributes: PartAttributes
    ) throws(FileRefusal) -> UInt8 {
        switch parent {
        case Self.document:
            guard name == elements[0] else {
                throw .unexpectedRoot(part)
            }
            return Place.styles
        case Place.styles where name == elements[1]: return Place.formats
        case Place.styles where name == elements[3]: return Place.cellStyles
        case Place.formats where name == elements[2]:
            let identifier = attributes.text(of: identifierName).flatMap { Int($0) }
            if let identifier, let code = attributes.text(of: codeName) { codes[identifier] = code }
        case Place.cellStyles where name == elements[4]:
            identifiers.append(attributes.text(of: identifierName).flatMap { Int($0) } ?? 0)
        default: return 0
        }
        guard codes.count <= limit, identifiers.count <= limit else {
            throw .workbookLimit(lv: "šūnu stili", en: "styles of cells", allowed: "\(limit)")
        }
        return 0
    }
}
