/// An XML element under construction.
struct Element {
    let name: String
    var attributes: [(name: String, value: String)]
    var children: [Element] = []
    var text: String?
    var findings: [PlannedFinding] = []

    init(
        _ name: String, _ attributes: [(String, String?)] = [], _ children: [Element] = [],
        text: String? = nil
    ) {
        self.name = name
        self.attributes = attributes.compactMap { pair in
            pair.1.map { (name: pair.0, value: $0) }
        }
        self.children = children
        self.text = text
    }

    /// Returns the element with an attribute changed, or taken away, and a finding.
    func with(_ attribute: String, _ value: String?, _ findings: PlannedFinding...) -> Element {
        var element = self
        if let place = attributes.firstIndex(where: { $0.name == attribute }) {
            if let value {
                element.attributes[place].value = value
            } else {
                element.attributes.remove(at: place)
            }
        } else if let value {
            element.attributes.append((name: attribute, value: value))
        }
        element.findings += findings
        return element
    }

    /// Returns the element with findings.
    func with(_ findings: PlannedFinding...) -> Element {
        var element = self
        element.findings += findings
        return element
    }
}

/// Writes elements as an indented document and notes on which lines they start.
struct DocumentWriter {
    let file: String
    private(set) var text: String
    private(set) var findings: [LocatedFinding] = []
    private var line = 2

    init(file: String, encoding: String) {
        self.file = file
        text = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n"
    }

    /// Writes an element and everything in it.
    mutating func write(_ element: Element, depth: Int = 0) {
        findings += element.findings.map { LocatedFinding(file: file, line: line, finding: $0) }
        text += String(repeating: "  ", count: depth) + "<" + element.name
        for attribute in element.attributes {
            text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
        }
        if let content = element.text {
            text += ">\(Self.escaped(content))</\(element.name)>\n"
            line += 1 + content.unicodeScalars.count { $0 == "\n" }
        } else if element.children.isEmpty {
            text += "/>\n"
            line += 1
        } else {
            text += ">\n"
            line += 1
            for child in element.children { write(child, depth: depth + 1) }
            text += String(repeating: "  ", count: depth) + "</\(element.name)>\n"
            line += 1
        }
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}
