import Diagnostics

/// What the part `workbook.xml` says: the sheets in their order and how days are counted.
struct WorkbookPart: PartEvents {
    struct Sheet {
        let name: String
        let isHidden: Bool
        /// The identifier of the relation that leads to its part.
        let relation: String
    }

    private(set) var sheets: [Sheet] = []
    private(set) var isDate1904 = false
    private let limit: Int
    private var elements: [PartNamePointer?] = []
    private var attributeNames: [PartNamePointer?] = []
    private var relationNamespaces: [PartNamePointer?] = []

    init(limit: Int) { self.limit = limit }

    mutating func bind(_ names: PartNames) {
        elements = ["workbook", "workbookPr", "sheets", "sheet"].map { names[$0] }
        attributeNames = ["date1904", "name", "state", "id"].map { names[$0] }
        relationNamespaces = SheetNamespaces.relationAttributes.map { names[$0] }
    }

    mutating func enter(
        _ name: PartNamePointer?, inside parent: UInt8, attributes: PartAttributes
    ) throws(FileRefusal) -> UInt8 {
        switch parent {
        case Self.document:
            guard name == elements[0] else {
                throw .zipWithoutWorkbook
            }
            return 1
        case 1 where name == elements[1]:
            isDate1904 = ["1", "true"].contains(attributes.text(of: attributeNames[0]))
            return 0
        case 1 where name == elements[2]: return 2
        case 2 where name == elements[3]:
            try appendSheet(attributes)
            return 0
        default: return 0
        }
    }

    private mutating func appendSheet(_ attributes: PartAttributes) throws(FileRefusal) {
        guard sheets.count < limit else {
            throw .workbookLimit(lv: "lapu skaits", en: "sheets", allowed: "\(limit)")
        }
        var relation: String?
        attributes.forEach { local, namespace, value in
            guard local == attributeNames[3], relationNamespaces.contains(namespace) else { return }
            relation = PartAttributes.text(value)
        }
        guard let name = attributes.text(of: attributeNames[1]), let relation else { return }
        let state = attributes.text(of: attributeNames[2])
        sheets.append(
            Sheet(
                name: name, isHidden: state == "hidden" || state == "veryHidden",
                relation: relation))
    }
}
