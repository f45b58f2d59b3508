import CLibXML2

/// A name as the parser keeps it: one copy of each, so that names are compared as pointers.
struct BoundName: Equatable {
    let local: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>?
}

/// What a table asks of a file, sorted by where its values stand.
///
/// The lists hold plain values only, for they are walked at every element.
struct BoundXMLTable {
    /// One step of the path from the root to the record's element.
    struct PathStep {
        /// The bit of the table.
        let table: UInt64
        let depth: Int
        let name: BoundName
        let isLast: Bool
    }

    /// An attribute of the record's element, or of one around it.
    struct AncestorField {
        let column: Int
        let up: Int
        let attribute: BoundName
    }

    /// An element directly below the record's, or an attribute of it.
    struct ChildField {
        let column: Int
        let element: BoundName
        let attribute: BoundName?
    }

    /// An element farther below, or an attribute of it.
    struct DescendantField {
        let column: Int
        let steps: [BoundName]
        let attribute: BoundName?
    }

    let columnCount: Int
    private(set) var ancestors: [AncestorField] = []
    private(set) var children: [ChildField] = []
    private(set) var descendants: [DescendantField] = []
    /// The columns that take the text of the record's own element.
    private(set) var ownText: [Int] = []

    init(_ table: XMLTable, _ bound: (XMLName) -> BoundName) {
        columnCount = table.columns.count
        for (column, path) in table.columns.enumerated() {
            let attribute = path.attribute.map(bound)
            switch (path.steps.count, attribute) {
            case (0, let attribute?):
                ancestors.append(.init(column: column, up: path.up, attribute: attribute))
            case (0, nil): ownText.append(column)
            case (1, _):
                children.append(
                    .init(column: column, element: bound(path.steps[0]), attribute: attribute))
            default:
                descendants.append(
                    .init(column: column, steps: path.steps.map(bound), attribute: attribute))
            }
        }
    }
}
