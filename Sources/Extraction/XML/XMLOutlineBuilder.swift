import CLibXML2

/// Notes what elements a file has, from the events of the parser; memory grows with the number of
/// different paths only, and that is limited.
struct XMLOutlineBuilder {
    typealias Name = UnsafePointer<xmlChar>

    /// The names as libxml2 keeps them: one copy each.
    private struct Key: Hashable {
        let node: Int
        let local: Name?
        let namespace: Name?
    }

    private struct Node {
        let name: XMLName
        let parent: Int?
        var count = 0
        var isRepeated = false
        /// The number of the parent's element in which one was met last.
        var lastParent = -1
        var attributes: [(name: XMLName, values: ValueTally)] = []
        var text = ValueTally()
    }

    /// An element that is open.
    private struct Open {
        let node: Int
        let number: Int
        let textStart: Int
    }

    /// The number of bytes of a text that tell its shape.
    private static let longestText = 4096

    private var nodes: [Node] = []
    private var places: [Key: Int] = [:]
    private var attributePlaces: [Key: Int] = [:]
    private var namespaces: [(prefix: String, uri: String)] = []
    private var open: [Open] = []
    private var text: [UInt8] = []
    private var number = 0
    private let limit: Int

    init(limits: XMLLimits) { limit = limits.paths }

    /// Whether there are more different paths than an export can have.
    var isTooWide: Bool { nodes.count + attributePlaces.count > limit }

    mutating func startElement(
        local: Name?, namespace: Name?, attributes raw: UnsafeMutablePointer<Name?>?, count: Int
    ) {
        number += 1
        let parent = open.last
        let key = Key(node: parent?.node ?? -1, local: local, namespace: namespace)
        let place: Int
        if let known = places[key] {
            place = known
        } else {
            place = nodes.count
            places[key] = place
            nodes.append(Node(name: Self.name(local, namespace), parent: parent?.node))
        }
        nodes[place].count += 1
        let parentNumber = parent?.number ?? 0
        if nodes[place].lastParent == parentNumber { nodes[place].isRepeated = true }
        nodes[place].lastParent = parentNumber
        open.append(Open(node: place, number: number, textStart: text.count))
        XMLAttributeValues.forEach(raw, count) { local, namespace, value in
            let key = Key(node: place, local: local, namespace: namespace)
            let attribute: Int
            if let known = attributePlaces[key] {
                attribute = known
            } else {
                attribute = nodes[place].attributes.count
                attributePlaces[key] = attribute
                nodes[place].attributes.append((Self.name(local, namespace), ValueTally()))
            }
            nodes[place].attributes[attribute].values.add(
                UnsafeBufferPointer(rebasing: value.prefix(Self.longestText)))
        }
    }

    mutating func appendText(_ bytes: Name?, count: Int) {
        guard let bytes, let start = open.last?.textStart else { return }
        let room = min(count, Self.longestText - (text.count - start))
        if room > 0 { text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: room)) }
    }

    mutating func endElement() {
        guard let element = open.popLast() else { return }
        text.withUnsafeBufferPointer { all in
            nodes[element.node].text.add(UnsafeBufferPointer(rebasing: all[element.textStart...]))
        }
        text.removeSubrange(element.textStart...)
    }

    /// Notes the namespaces that an element declares, in pairs of prefix and address.
    mutating func declare(_ raw: UnsafeMutablePointer<Name?>?, count: Int) {
        guard let raw, namespaces.count < 100 else { return }
        for pair in 0..<count {
            let prefix = raw[2 * pair].map { String(cString: $0) } ?? ""
            let uri = raw[2 * pair + 1].map { String(cString: $0) } ?? ""
            if !namespaces.contains(where: { $0 == (prefix, uri) }) {
                namespaces.append((prefix, uri))
            }
        }
    }

    /// What was noted.
    func outline(declaredEncoding: String?) -> XMLOutline {
        XMLOutline(
            declaredEncoding: declaredEncoding, namespaces: namespaces,
            elements: nodes.map { node in
                XMLOutline.Element(
                    name: node.name, parent: node.parent, count: node.count,
                    isRepeated: node.isRepeated,
                    attributes: node.attributes.map { ($0.name, $0.values.values) },
                    text: node.text.values)
            })
    }

    private static func name(_ local: Name?, _ namespace: Name?) -> XMLName {
        XMLName(
            namespace: namespace.map { String(cString: $0) },
            local: local.map { String(cString: $0) } ?? "")
    }
}

/// How many values look like what.
private struct ValueTally {
    private var counts = [Int](repeating: 0, count: CellShape.allCases.count)

    private var personalCodes = 0
    private var numbers: NumberSpan?

    mutating func add(_ value: UnsafeBufferPointer<UInt8>) {
        if Self.isPersonalCode(value) { personalCodes += 1 }
        let kind = ColumnProfile.kind(CellShape(of: value))
        counts[Int(kind.rawValue)] += 1
        if kind == .integer {
            numbers = NumberSpan.adding(String(decoding: value, as: UTF8.self), to: numbers)
        }
    }

    var values: XMLOutline.Values {
        let filled = counts.dropFirst().reduce(0, +)
        guard filled > 0, let most = counts.dropFirst().max(),
            let shape = CellShape.allCases.dropFirst().first(where: {
                counts[Int($0.rawValue)] == most
            })
        else {
            return XMLOutline.Values(
                shape: .empty, share: 0, filled: 0, personalCodes: 0, numbers: nil)
        }
        return XMLOutline.Values(
            shape: shape, share: Double(most) / Double(filled), filled: filled,
            personalCodes: personalCodes, numbers: numbers)
    }

    /// Whether a value is six digits, a hyphen and five digits.
    private static func isPersonalCode(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.count == 12
            && value.indices.allSatisfy { place in
                place == 6
                    ? value[place] == UInt8(ascii: "-")
                    : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(value[place])
            }
    }
}
