import Diagnostics

/// The relations that lead from one part of a workbook to others.
struct PartRelations: PartEvents {
    struct Relation {
        let identifier: String
        /// The last word of the type, such as `worksheet`.
        let kind: String
        /// The name of the part, or `nil` when it does not lie within the archive.
        let part: String?
    }

    private(set) var relations: [Relation] = []
    private let source: String
    private let limit: Int
    private var root: PartNamePointer?
    private var relation: PartNamePointer?
    private var names: (id: PartNamePointer?, type: PartNamePointer?, target: PartNamePointer?)
    private var mode: PartNamePointer?

    private init(of source: String, limit: Int) {
        self.source = source
        self.limit = limit
        names = (nil, nil, nil)
    }

    /// Reads the relations of a part, or those of the whole archive for an empty name.
    static func read(
        of source: String, in archive: ZipArchive
    ) throws(FileRefusal) -> [Relation] {
        try archive.parse(
            PartName.relations(of: source), namespaces: SheetNamespaces.relations,
            with: PartRelations(of: source, limit: archive.limits.entries)
        ).relations
    }

    mutating func bind(_ pool: PartNames) {
        root = pool["Relationships"]
        relation = pool["Relationship"]
        names = (pool["Id"], pool["Type"], pool["Target"])
        mode = pool["TargetMode"]
    }

    mutating func enter(
        _ name: PartNamePointer?, inside parent: UInt8, attributes: PartAttributes
    ) throws(FileRefusal) -> UInt8 {
        guard parent != Self.document else {
            guard name == root else {
                throw .unexpectedRoot(PartName.relations(of: source))
            }
            return 1
        }
        guard parent == 1, name == relation, let type = attributes.text(of: names.type),
            let identifier = attributes.text(of: names.id),
            let target = attributes.text(of: names.target)
        else { return 0 }
        guard relations.count < limit else {
            throw .workbookLimit(
                lv: "darbgrāmatas daļu saišu skaits", en: "relations between parts",
                allowed: "\(limit)")
        }
        let isExternal = attributes.text(of: mode) == "External"
        relations.append(
            Relation(
                identifier: identifier,
                kind: type.split(separator: "/").last.map(String.init) ?? "",
                part: isExternal ? nil : PartName.resolve(target, from: source)))
        return 0
    }
}
