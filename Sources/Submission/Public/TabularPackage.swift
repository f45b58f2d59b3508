import PupilSupport

/// Writes `datapackage.json` (Frictionless, version 2) for tables of a folder.
enum TabularPackage {
    struct Document: Codable {
        struct Resource: Codable {
            var name: String
            var title: String
            var path: String
            var mediatype: String
            var encoding: String
            var type: String
            var hash: String
            var bytes: Int
            var schema: Schema
        }
        struct Schema: Codable {
            var fields: [Field]
            var primaryKey: [String]
            var foreignKeys: [ForeignKey]?
            var missingValues: [String]
        }
        struct Field: Codable {
            var name: String
            var title: String
            var type: String
            var format: String?
            var constraints: Constraints
        }
        struct Constraints: Codable {
            var required: Bool
            var `enum`: [String]?
            var pattern: String?
        }
        struct ForeignKey: Codable {
            struct Target: Codable {
                var resource: String
                var fields: [String]
            }
            var fields: [String]
            var reference: Target
        }
        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case name, title, resources, protection
        }
        var schema = "https://datapackage.org/profiles/2.0/datapackage.json"
        var name: String
        var title: String
        var resources: [Resource]
        var protection: PublicSummary.Protection?
    }

    static func bytes(
        name: String, title: String, tables: [(TableDescription, PackageFile)],
        withIdentifiers: Bool, methodNote: PublicSummary.Protection? = nil
    ) throws -> [UInt8] {
        let present = Set(tables.map(\.0.name))
        let resources = tables.map { table, file in
            Document.Resource(
                name: table.name, title: table.title.lv,
                path: String(file.path.drop { $0 != "/" }.dropFirst()), mediatype: "text/csv",
                encoding: "utf-8", type: "table", hash: "sha256:\(file.fingerprint)",
                bytes: file.bytes.count,
                schema: schema(of: table, among: present, withIdentifiers: withIdentifiers))
        }
        return try PackageJSON.bytes(
            of: Document(name: name, title: title, resources: resources, protection: methodNote))
    }

    private static func schema(
        of table: TableDescription, among present: Set<String>, withIdentifiers: Bool
    ) -> Document.Schema {
        // Frictionless knows only keys without gaps, and references to a whole key.
        let isKeyed = table.key.allSatisfy { name in
            table.columns.first { $0.name == name }?.isRequired == true
        }
        let references = table.references.filter { reference in
            present.contains(reference.table)
                && table.columns.first { $0.name == reference.column }?.isRequired == true
                && reference.target == "iap_id"
        }
        return Document.Schema(
            fields: table.columns.filter { withIdentifiers || !$0.isIdentifier }.map(field),
            primaryKey: isKeyed ? table.key : [],
            foreignKeys: references.isEmpty
                ? nil
                : references.map {
                    .init(
                        fields: [$0.column],
                        reference: .init(resource: $0.table, fields: [$0.target]))
                }, missingValues: [""])
    }

    private static func field(_ column: ColumnDescription) -> Document.Field {
        var field = Document.Field(
            name: column.name, title: column.title.lv, type: "string", format: nil,
            constraints: .init(required: column.isRequired))
        switch column.type {
        case .integer: field.type = "integer"
        case .amount: field.type = "number"
        case .date: field.type = "date"
        case .month: field.type = "yearmonth"
        case .flag: field.type = "boolean"
        case .code(let codes): field.constraints.enum = codes
        case .fingerprint: field.constraints.pattern = "[0-9a-f]{64}"
        case .pseudonym: field.constraints.pattern = "[0-9a-f]{32}"
        case .text, .codes: break
        }
        return field
    }
}
