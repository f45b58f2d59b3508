/// What elements an XML file has, and what they hold.
public struct XMLOutline: Sendable {
    /// The encoding that the file declares, or `nil` when it declares none.
    public let declaredEncoding: String?
    /// The namespaces that the file declares, in the order of the file; an empty prefix is the default.
    public let namespaces: [(prefix: String, uri: String)]
    /// All elements that have a path of their own, the root first, each behind its parent.
    public let elements: [Element]

    /// The elements at one path.
    public struct Element: Sendable {
        /// The name.
        public let name: XMLName
        /// The place of the parent among the elements, or `nil` for the root.
        public let parent: Int?
        /// How many there are.
        public let count: Int
        /// Whether any parent has more than one of them: then they are records.
        public let isRepeated: Bool
        /// The attributes, in the order in which they were met.
        public let attributes: [(name: XMLName, values: Values)]
        /// The texts that stand in the elements themselves.
        public let text: Values
    }

    /// What the values of an attribute or an element look like.
    public struct Values: Sendable {
        /// What most of those that are not blank look like.
        public let shape: CellShape
        /// The share of them that look like that.
        public let share: Double
        /// How many are not blank.
        public let filled: Int
        /// How many are written like a personal code, `ddmmyy-nnnnn`.
        public let personalCodes: Int
        /// What the numbers among them have in common; `nil` when there are none.
        public let numbers: NumberSpan?
    }

    /// The places of the elements that are records.
    public var records: [Int] { elements.indices.filter { elements[$0].isRepeated } }

    /// Whether the file declares an encoding.
    public func declares(_ encoding: TextEncoding) -> Bool {
        declaredEncoding.map { XMLDeclaration.names($0, encoding) } ?? false
    }

    /// Returns the encoding to read the file in: the one declared, where its bytes read the same in it.
    public func encoding(by finding: EncodingFinding) -> TextEncoding? {
        finding.sameText.first(where: declares) ?? finding.encoding
    }

    /// Returns the places of the elements from the root to one.
    public func ancestry(of element: Int) -> [Int] {
        var result = [element]
        while let parent = result.first.flatMap({ elements[$0].parent }) {
            result.insert(parent, at: 0)
        }
        return result
    }
}
