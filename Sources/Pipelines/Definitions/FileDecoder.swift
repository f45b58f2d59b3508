import Diagnostics
import Extraction
import Normalization
import PupilSupport

/// The formats of files, as definitions name them.
enum SourceFormat: String, CaseIterable {
    /// Rows of cells between delimiters.
    case csv
    /// Rows of cells on a sheet of a workbook.
    case xlsx
    /// Elements.
    case xml

    /// Whether the format has columns.
    var isTable: Bool { self != .xml }
}

/// Decodes one kind of file of a source.
struct FileDecoder {
    private static let keys = [
        "kind", "recognise", "encoding", "adapt", "format", "csv", "xlsx", "xml", "decimal_mark",
        "total_row", "records",
    ]

    /// The names that other definitions give.
    let names: DefinitionNames
    /// Whether the source says whose exports these are.
    let isSchoolKnown: Bool

    /// Returns the kind, as soon as that can be read, and the file's definition.
    func decode(
        _ value: DefinitionValue, kinds: inout CodeRegister
    ) -> (kind: String?, definition: FileDefinition?) {
        guard let file = value.mapping(keys: Self.keys) else { return (nil, nil) }
        let kind = file.required("kind")?.code()
        if let kind, let value = file["kind"] { kinds.add(kind, at: value) }
        let format = file.required("format")?.choice(SourceFormat.self)
        let encoding = encoding(of: file, format: format)
        let adapts = file["adapt"]?.boolean() ?? false
        let recognition = file.required("recognise").flatMap {
            self.recognition($0, format: format)
        }
        let options = format.flatMap { self.options(of: file, format: $0) }
        let decimalMark = file["decimal_mark"]?.choice(DecimalMark.self)
        let totalRow = file["total_row"].flatMap { self.totalRow($0, format: format) }
        let decoder = RecordDecoder(
            names: names, isSchoolKnown: isSchoolKnown, format: format,
            namespaces: options?.namespaces ?? [:], recognition: recognition,
            summedColumns: Set(totalRow?.sums ?? []))
        let values = file.required("records")?.list()
        let records = (values ?? []).compactMap { decoder.decode($0) }
        guard let kind, let encoding, let recognition, let options, let values,
            records.count == values.count
        else { return (kind, nil) }
        let definition = FileDefinition(
            kind: kind, recognition: recognition, encoding: encoding, adapts: adapts,
            format: options, totalRow: totalRow, decimalMark: decimalMark ?? .comma,
            records: records)
        return (kind, definition)
    }

    /// Reads the encoding, which a workbook has within itself.
    private func encoding(of file: DefinitionMapping, format: SourceFormat?) -> TextEncoding? {
        guard format == .xlsx else {
            return file.required("encoding")?.choice(TextEncoding.self)
        }
        file.refuse("encoding", in: .xlsx)
        file.refuse("adapt", in: .xlsx)
        return .utf8
    }

    private func recognition(_ value: DefinitionValue, format: SourceFormat?) -> Recognition? {
        guard let mapping = value.mapping(keys: ["columns", "root", "namespace", "file_name"])
        else { return nil }
        let fileName = mapping["file_name"]?.text()
        switch format {
        case .csv, .xlsx:
            for format in [format].compactMap(\.self) {
                mapping.refuse("root", in: format)
                mapping.refuse("namespace", in: format)
            }
            guard let values = mapping.required("columns")?.list() else { return nil }
            return Recognition(columns: ColumnList.texts(of: values), fileName: fileName)
        case .xml:
            mapping.refuse("columns", in: .xml)
            let namespace = mapping["namespace"]?.text()
            guard let value = mapping.required("root"), let root = value.text() else { return nil }
            guard ElementPath.isLocalName(root) else {
                value.reportMalformedPath(
                    root,
                    .init(
                        lv: "vajag nosaukumu bez prefiksa", en: "a name without a prefix is needed"),
                    examples: "atbalsts")
                return nil
            }
            return Recognition(root: root, namespace: namespace, fileName: fileName)
        case nil:
            return nil
        }
    }

    private func options(of file: DefinitionMapping, format: SourceFormat) -> FileFormat? {
        for other in SourceFormat.allCases where other != format {
            file.refuse(other.rawValue, in: format)
        }
        switch format {
        case .csv: return file.required("csv").flatMap { DelimitedDecoder().decode($0) }
        case .xlsx: return SpreadsheetDecoder().decode(file["xlsx"])
        case .xml:
            guard let value = file["xml"] else { return .xml(XMLOptions()) }
            return xml(value)
        }
    }

    private func xml(_ value: DefinitionValue) -> FileFormat? {
        guard let mapping = value.mapping(keys: ["namespaces", "schema", "doctype"]) else {
            return nil
        }
        var namespaces: [String: String] = [:]
        if let value = mapping["namespaces"] {
            for entry in value.entries() ?? [] {
                guard let name = value.value(of: entry).text() else { continue }
                namespaces[entry.key] = name
                guard !ElementPath.isLocalName(entry.key) else { continue }
                value.problems.report(
                    DefinitionRules.malformedPath, at: entry.keyPosition,
                    ["path": entry.key, "examples": "p"],
                    phrases: ["reason": PathFault.noName(entry.key).reason])
            }
        }
        let schema = mapping["schema"]
        let path = schema?.text()
        if let schema, let path, !names.files.contains(path) {
            schema.report(DefinitionRules.missingFile, ["file": path])
        }
        let documentType = mapping["doctype"]?.choice(DocumentTypePolicy.self) ?? .refuse
        return .xml(
            XMLOptions(namespaces: namespaces, schema: path, documentType: documentType))
    }

    private func totalRow(_ value: DefinitionValue, format: SourceFormat?) -> TotalRow? {
        guard format != .xml else {
            value.reportWrongFormat(.xml)
            return nil
        }
        guard let mapping = value.mapping(keys: ["column", "text", "sums"]) else { return nil }
        let column = mapping.required("column")?.text()
        let text = mapping.required("text")?.text()
        guard let values = mapping.required("sums")?.list() else { return nil }
        let sums = ColumnList.texts(of: values)
        if let column, let value = values.first(where: { ColumnList.isSame($0.plainText, column) })
        {
            value.reportContradiction(
                column,
                .init(lv: "iezīmē kopsummas rindu", en: "marks the total row"),
                .init(lv: "tiek summēta", en: "is summed"))
        }
        guard let column, let text else { return nil }
        return TotalRow(column: column, text: text, sums: sums)
    }
}

extension FileFormat {
    /// The namespaces by prefix; none in a delimited file.
    fileprivate var namespaces: [String: String] {
        if case .xml(let options) = self { options.namespaces } else { [:] }
    }
}
