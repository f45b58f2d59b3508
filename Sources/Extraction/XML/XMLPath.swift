/// The name of an element or attribute: a namespace, if it has one, and a local name.
public struct XMLName: Hashable, Sendable {
    /// The namespace, or `nil` for none.
    public let namespace: String?
    /// The local name.
    public let local: String

    /// Creates a name.
    public init(namespace: String?, local: String) {
        self.namespace = namespace
        self.local = local
    }
}

/// A path from a record's element to a value: upwards to attributes of ancestors, or downwards within
/// the record's own subtree.
public struct XMLFieldPath: Hashable, Sendable {
    /// The number of steps to an ancestor; attributes only.
    public let up: Int
    /// The names of the elements downwards.
    public let steps: [XMLName]
    /// The attribute at the end, or `nil` for the element's own text.
    public let attribute: XMLName?

    /// Creates a path.
    ///
    /// - Parameters:
    ///   - up: The number of steps to an ancestor; then there are no others.
    ///   - steps: The names of the elements downwards.
    ///   - attribute: The attribute at the end, or `nil` for the element's own text.
    public init(up: Int = 0, steps: [XMLName] = [], attribute: XMLName? = nil) {
        self.up = up
        self.steps = steps
        self.attribute = attribute
    }

    /// Parses a path such as `datums`, `@pk`, `../@pk`, `a/b/@c` or `.`.
    ///
    /// - Parameters:
    ///   - text: The path.
    ///   - namespaces: The namespace that each prefix stands for.
    /// - Returns: `nil` when the path is malformed or uses an unknown prefix.
    public init?(_ text: String, namespaces: [String: String]) {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var up = 0
        while parts.first == ".." {
            up += 1
            parts.removeFirst()
        }
        var attribute: XMLName?
        if let last = parts.last, last.hasPrefix("@") {
            guard let name = XMLName(last.dropFirst(), namespaces: namespaces) else { return nil }
            attribute = name
            parts.removeLast()
        } else if parts == ["."], up == 0 {
            parts = []
        } else if parts.isEmpty {
            return nil
        }
        guard up == 0 || (attribute != nil && parts.isEmpty) else { return nil }
        var steps: [XMLName] = []
        for part in parts {
            guard let name = XMLName(part[...], namespaces: namespaces) else { return nil }
            steps.append(name)
        }
        self.up = up
        self.steps = steps
        self.attribute = attribute
    }
}

extension XMLFieldPath {
    /// The path with the names as a file without prefixes has them.
    var text: String {
        let parts =
            Array(repeating: "..", count: up) + steps.map(\.local)
            + (attribute.map { ["@\($0.local)"] } ?? [])
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
}

extension XMLName {
    /// Parses a name with an optional prefix; `nil` when it is empty or its prefix is unknown.
    public init?(_ text: some StringProtocol, namespaces: [String: String]) {
        let parts = String(text).split(
            separator: ":" as Character, omittingEmptySubsequences: false
        )
        .map(String.init)
        guard (1...2).contains(parts.count), parts.allSatisfy(Self.isName) else { return nil }
        if parts.count == 2 {
            guard let namespace = namespaces[parts[0]] else { return nil }
            self.init(namespace: namespace, local: parts[1])
        } else {
            self.init(namespace: nil, local: parts[0])
        }
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return (first.properties.isAlphabetic || first == "_")
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "_-.".unicodeScalars.contains($0)
            }
    }
}

/// A table of an XML file: one record for each element at a path.
public struct XMLTable: Hashable, Sendable {
    /// The names of the elements from the root to the record's element.
    public let path: [XMLName]
    /// The paths of the columns.
    public let columns: [XMLFieldPath]

    /// Creates a table.
    public init(path: [XMLName], columns: [XMLFieldPath]) {
        self.path = path
        self.columns = columns
    }
}
