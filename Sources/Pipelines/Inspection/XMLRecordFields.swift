import Diagnostics
import Extraction

/// The elements of an XML file that are records, and the paths from each to its values.
struct XMLRecordFields {
    /// A value of a record.
    struct Field {
        /// The path from the record.
        let place: XMLFieldPath
        /// The same as a definition writes it.
        let path: String
        /// The local name of the element that holds the value.
        let element: String
        /// The local name of the attribute that holds it, or `nil` when it is the element's text.
        let attribute: String?
        let values: XMLOutline.Values
    }

    /// An element that is a record.
    struct Record {
        /// The place among the elements of the outline.
        let place: Int
        /// The path from the root, as a definition writes it.
        let path: String
        /// The local name.
        let name: String
        let count: Int
        let fields: [Field]
    }

    /// The namespaces by the prefixes of the paths, in the order of the file.
    let namespaces: [(prefix: String, uri: String)]
    /// The records, in the order of the file.
    private(set) var records: [Record] = []
    /// The elements of which no parent has two, but the file has many, with values of their own.
    private(set) var singles: [Record] = []
    private let outline: XMLOutline
    private let children: [[Int]]

    init(_ outline: XMLOutline) {
        self.outline = outline
        namespaces = Self.namespaces(of: outline)
        var children = [[Int]](repeating: [], count: outline.elements.count)
        for place in outline.elements.indices {
            if let parent = outline.elements[place].parent { children[parent].append(place) }
        }
        self.children = children
        records = outline.records.map(record(at:))
        singles = outline.elements.indices.filter(isSingle).map(record(at:))
    }

    /// The records, and the elements within them that are called as a kind of record is.
    ///
    /// One plan of a pupil is a record though no pupil has two. What stands in a record within another is
    /// no value of the outer.
    var recordsOfModel: [Record] {
        let found = outline.elements.indices.compactMap(recordOfModel(at:))
        return found.map { outer in
            let inner = found.filter { $0.path.hasPrefix(outer.path + "/") }
                .map { $0.path.dropFirst(outer.path.count + 1) + "/" }
            let fields = outer.fields.filter { field in
                !inner.contains { field.path.hasPrefix($0) }
            }
            return Record(
                place: outer.place, path: outer.path, name: outer.name, count: outer.count,
                fields: fields)
        }
    }

    /// Whether an element stands once in each of many parents and is more than a text.
    private func isSingle(_ place: Int) -> Bool {
        let element = outline.elements[place]
        return !element.isRepeated && element.count > 1
            && !(element.attributes.isEmpty && children[place].isEmpty)
    }

    private func recordOfModel(at place: Int) -> Record? {
        let element = outline.elements[place]
        if element.isRepeated { return records.first { $0.place == place } }
        let isWithin = outline.ancestry(of: place).contains { outline.elements[$0].isRepeated }
        guard isWithin, !element.attributes.isEmpty,
            XMLRecordMatch.kind(named: element.name.local) != nil
        else { return nil }
        let record = record(at: place)
        let match = XMLRecordMatch(record)
        let own = match.fields.count { !$0.path.hasPrefix("..") }
        return own > 1 || (own == 1 && match.missing.isEmpty) ? record : nil
    }

    private func record(at place: Int) -> Record {
        Record(
            place: place, path: steps(outline.ancestry(of: place)),
            name: outline.elements[place].name.local, count: outline.elements[place].count,
            fields: fields(of: place))
    }

    /// The records of which there are most, or `nil` when no element is repeated.
    var main: Record? { records.max { ($0.count, -$0.place) < ($1.count, -$1.place) } }

    /// Returns the records that a path names: all of it or its end, with prefixes or without.
    func records(named path: String) -> [Record] {
        let wanted = path.split(separator: "/").map { $0.split(separator: ":").last ?? $0 }
        let whole = (records + singles).filter { $0.path == path }
        guard whole.isEmpty, !wanted.isEmpty else { return whole }
        for found in [records, singles] {
            let named = found.filter { record in
                let local = outline.ancestry(of: record.place).map {
                    outline.elements[$0].name.local
                }
                return local.suffix(wanted.count).elementsEqual(wanted) { $0 == $1 }
            }
            if !named.isEmpty { return named }
        }
        return []
    }

    /// Returns the table that reads a record.
    func table(of record: Record) -> XMLTable {
        XMLTable(
            path: outline.ancestry(of: record.place).map { outline.elements[$0].name },
            columns: record.fields.map(\.place))
    }

    // MARK: - Paths

    /// The values of a record: its own, those below it down to the next record, and the attributes above.
    private func fields(of place: Int) -> [Field] {
        let element = outline.elements[place]
        var fields = attributes(of: place)
        if element.text.filled > 0 { fields.append(field(XMLFieldPath(), element.text, of: place)) }
        addBelow(place, steps: [], to: &fields)
        for (steps, above) in outline.ancestry(of: place).dropLast().reversed().enumerated() {
            fields += attributes(of: above, up: steps + 1)
        }
        return fields
    }

    private func addBelow(_ place: Int, steps: [XMLName], to fields: inout [Field]) {
        for child in children[place] where !outline.elements[child].isRepeated {
            let element = outline.elements[child]
            let steps = steps + [element.name]
            if element.text.filled > 0 {
                fields.append(field(XMLFieldPath(steps: steps), element.text, of: child))
            }
            fields += attributes(of: child, steps: steps)
            addBelow(child, steps: steps, to: &fields)
        }
    }

    private func attributes(of place: Int, up: Int = 0, steps: [XMLName] = []) -> [Field] {
        outline.elements[place].attributes.map { name, values in
            field(XMLFieldPath(up: up, steps: steps, attribute: name), values, of: place)
        }
    }

    private func field(
        _ path: XMLFieldPath, _ values: XMLOutline.Values, of place: Int
    ) -> Field {
        let parts =
            [String](repeating: "..", count: path.up) + path.steps.map(step)
            + (path.attribute.map { ["@" + step($0)] } ?? [])
        return Field(
            place: path, path: parts.isEmpty ? "." : parts.joined(separator: "/"),
            element: outline.elements[place].name.local, attribute: path.attribute?.local,
            values: values)
    }

    private func steps(_ places: [Int]) -> String {
        places.map { step(outline.elements[$0].name) }.joined(separator: "/")
    }

    private func step(_ name: XMLName) -> String {
        // A name that may hold a personal code is shown nowhere.
        let shown = ShownText(name.local, knowing: KnownWords(trusting: [name.local]))
        let local = shown.hidesDigits ? "…" : name.local
        guard let uri = name.namespace,
            let prefix = namespaces.first(where: { $0.uri == uri })?.prefix
        else { return local }
        return "\(prefix):\(local)"
    }

    /// The namespaces that names use; what the file declares without a prefix gets one.
    private static func namespaces(of outline: XMLOutline) -> [(prefix: String, uri: String)] {
        let names = outline.elements.flatMap { [$0.name] + $0.attributes.map(\.name) }
        let used = Set(names.compactMap(\.namespace))
        var result: [(prefix: String, uri: String)] = []
        // The prefix `xml` is declared by XML itself.
        let declared = outline.namespaces + [("xml", "http://www.w3.org/XML/1998/namespace")]
        for (prefix, uri) in declared where used.contains(uri) {
            guard !result.contains(where: { $0.uri == uri }) else { continue }
            var chosen = prefix.isEmpty ? "p" : prefix
            var number = 1
            while result.contains(where: { $0.prefix == chosen }) {
                number += 1
                chosen = "\(prefix.isEmpty ? "p" : prefix)\(number)"
            }
            result.append((chosen, uri))
        }
        return result
    }
}
