import Diagnostics
import Normalization
import PupilSupport

/// Decodes what a record of a file becomes in the model.
struct RecordDecoder {
    private static let keys = ["record", "at", "when_present", "unpivot", "fields", "legal_basis"]

    /// The names that other definitions give.
    let names: DefinitionNames
    /// Whether the source says whose exports these are.
    let isSchoolKnown: Bool
    /// The format, or `nil` when it could not be read.
    let format: SourceFormat?
    /// The namespaces by prefix.
    let namespaces: [String: String]
    /// By what the file is recognised, or `nil` when that could not be read.
    let recognition: Recognition?
    /// The columns that the total row sums up.
    let summedColumns: Set<String>

    /// Returns the mapping, or `nil` when a part could not be read.
    func decode(_ value: DefinitionValue) -> RecordMapping? {
        guard let mapping = value.mapping(keys: Self.keys) else { return nil }
        let kind = mapping.required("record")?.choice(RecordKind.self)
        let element = place(mapping)
        let whenPresent = mapping["when_present"].flatMap { cell($0, below: element) }
        let unpivotColumns = columns(mapping["unpivot"])
        let unpivot = mapping["unpivot"].flatMap { self.unpivot($0, columns: unpivotColumns) }
        guard let fieldsValue = mapping.required("fields"), let entries = fieldsValue.entries()
        else { return nil }
        let decoder = FieldDecoder(
            names: names, format: format, namespaces: namespaces, record: kind,
            depth: element?.elements.count, hasUnpivot: mapping["unpivot"] != nil,
            mapped: entries.map(\.key))
        let fields = entries.compactMap { entry in
            decoder.decode(entry, in: fieldsValue)
        }
        if let kind { reportUnmapped(entries, of: kind, in: fieldsValue) }
        let legalBasis = mapping["legal_basis"]?.localizedText()
        if kind == .sensitiveAnswers, mapping["legal_basis"] == nil {
            fieldsValue.report(
                DefinitionRules.noLegalBasis, ["record": RecordKind.sensitiveAnswers.rawValue])
        }
        if kind == .sensitiveAnswers, names.vocabularies[.answers] == nil {
            let file = "vocabularies/\(VocabularyName.answers.rawValue).yaml"
            fieldsValue.report(DefinitionRules.missingFile, ["file": file])
        }
        let check = DivisionCheck(
            fields: fields, summedColumns: summedColumns,
            unpivot: format == .xml ? nil : mapping["unpivot"],
            unpivotColumns: unpivotColumns)
        check.run()
        guard let kind, format?.isTable == true || element != nil, fields.count == entries.count
        else { return nil }
        return RecordMapping(
            kind: kind, at: format == .xml ? mapping["at"]?.plainText : nil,
            fields: fields.map(\.mapping), unpivot: unpivot, whenPresent: whenPresent,
            legalBasis: legalBasis)
    }

    /// Reads `at`, which records of XML files need and others must not have.
    private func place(_ mapping: DefinitionMapping) -> ElementPath? {
        if let format, format.isTable { mapping.refuse("at", in: format) }
        guard format == .xml, let value = mapping.required("at"),
            let path = value.path(namespaces: namespaces), let text = value.plainText
        else { return nil }
        guard path.levelsUp == 0, path.attribute == nil, let root = path.elements.first else {
            let reason = MessageText(
                lv: "'at' nosauc elementus, sākot ar sakni", en: "'at' names elements from the root"
            )
            value.reportMalformedPath(text, reason, examples: "p:eksports/p:skolens")
            return nil
        }
        if let expected = recognition?.root,
            root.prefix == nil || namespaces[root.prefix ?? ""] != nil
        {
            let namespace = root.prefix.flatMap { namespaces[$0] }
            if root.local != expected || namespace != recognition?.namespace {
                let known = recognition?.namespace.map { "{\($0)}" } ?? ""
                value.report(DefinitionRules.otherRoot, ["path": text, "root": known + expected])
            }
        }
        return path
    }

    /// Reads the name of a column or a path.
    private func cell(_ value: DefinitionValue, below element: ElementPath?) -> String? {
        guard format == .xml else { return value.text() }
        guard let path = value.path(namespaces: namespaces) else { return nil }
        value.checkDepth(path, below: element?.elements.count)
        return value.plainText
    }

    private func columns(_ value: DefinitionValue?) -> [DefinitionValue] {
        guard let value, case .mapping(let entries) = value.node.content,
            let entry = entries.first(where: { $0.key == "columns" }),
            case .list(let items) = entry.node.content
        else { return [] }
        return items.map { DefinitionValue(key: "columns", node: $0, problems: value.problems) }
    }

    private func unpivot(_ value: DefinitionValue, columns: [DefinitionValue]) -> Unpivot? {
        guard format != .xml else {
            value.reportWrongFormat(.xml)
            return nil
        }
        guard let mapping = value.mapping(keys: ["columns", "skip_blanks"]),
            mapping.required("columns")?.list() != nil
        else { return nil }
        let skipsBlanks = mapping["skip_blanks"]?.boolean() ?? false
        return Unpivot(columns: ColumnList.texts(of: columns), skipsBlanks: skipsBlanks)
    }

    private func reportUnmapped(
        _ entries: [DefinitionEntry], of kind: RecordKind, in value: DefinitionValue
    ) {
        let fieldNames = kind.fields.map(\.name)
        let given = Set(entries.map(\.key))
        // A misspelt field has been reported with the field that it probably stands for.
        let meant = Set(
            given.subtracting(fieldNames).flatMap {
                Suggestions.nearest(to: $0, among: fieldNames, limit: 1)
            })
        for field in kind.fields where field.isRequired && !given.contains(field.name) {
            guard !meant.contains(field.name), field.name != "school" || !isSchoolKnown
            else { continue }
            value.report(
                DefinitionRules.unmappedField, ["record": kind.rawValue, "field": field.name])
        }
    }
}

extension DefinitionValue {
    /// Reports a path that goes above the root from an element so deep.
    func checkDepth(_ path: ElementPath, below depth: Int?) {
        guard let depth, let text = plainText, path.levelsUp >= depth else { return }
        let reason = MessageText(lv: "tas ved virs saknes", en: "it leads above the root")
        reportMalformedPath(text, reason, examples: "datums, @pk, ../@pk, a/b/@c, .")
    }
}
