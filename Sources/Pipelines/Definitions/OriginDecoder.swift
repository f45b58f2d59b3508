import Diagnostics
import Normalization
import PupilSupport

/// Decodes where the value of a field comes from.
struct OriginDecoder {
    /// What is known of the record.
    let field: FieldDecoder
    /// The name of the field, as written.
    let name: String
    /// The field of the model, or `nil` when there is no such field.
    let model: ModelField?

    /// Returns the origin, or `nil` when it could not be read.
    func decode(_ mapping: DefinitionMapping) -> FieldSource? {
        let given = FieldDecoder.originKeys.filter { mapping[$0] != nil }
        guard given.count == 1, let key = given.first, let value = mapping[key] else {
            let none = MessageText(lv: "neviena", en: "none")
            let found = "\(given.count): \(given.joined(separator: ", "))"
            mapping.value.report(
                DefinitionRules.fieldSource,
                [
                    "field": name,
                    "allowed": FieldDecoder.originKeys.joined(separator: ", "),
                ], phrases: ["found": given.isEmpty ? none : MessageText(lv: found, en: found)])
            return nil
        }
        switch key {
        case "column":
            if field.format == .xml { mapping.refuse("column", in: .xml, instead: "path") }
            return value.text().map(FieldSource.column)
        case "path":
            refuseInTables(key, mapping)
            return path(value).map { .paths([$0]) }
        case "first_of":
            refuseInTables(key, mapping)
            guard let values = value.list() else { return nil }
            let paths = values.compactMap(path(_:))
            return paths.count == values.count ? .paths(paths) : nil
        case "value":
            return constant(value).map(FieldSource.constant)
        case "semester_of":
            return semesterOf(value).map { .semesterOfDate(field: $0) }
        default:
            return unpivoted(mapping, value)
        }
    }

    private func refuseInTables(_ key: String, _ mapping: DefinitionMapping) {
        guard let format = field.format, format.isTable else { return }
        mapping.refuse(key, in: format, instead: "column")
    }

    private func path(_ value: DefinitionValue) -> String? {
        guard field.format?.isTable != true else { return value.text() }
        guard let path = value.path(namespaces: field.namespaces) else { return nil }
        value.checkDepth(path, below: field.depth)
        return value.plainText
    }

    private func unpivoted(_ mapping: DefinitionMapping, _ value: DefinitionValue) -> FieldSource? {
        if field.format == .xml {
            mapping.refuse("unpivoted", in: .xml, instead: "path")
        } else if !field.hasUnpivot {
            mapping.report(DefinitionRules.noUnpivot, at: "unpivoted", ["field": name])
        }
        return value.choice(among: ["name", "value"]).map { part in
            part == "name" ? .unpivotedName : .unpivotedValue
        }
    }

    private func semesterOf(_ value: DefinitionValue) -> String? {
        guard let text = value.text() else { return nil }
        guard let record = field.record else { return text }
        let dates = record.fields.filter { $0.type == .date && field.mapped.contains($0.name) }
            .map(\.name)
        guard dates.contains(text) else {
            let none = MessageText(lv: "nav", en: "none")
            let allowed = dates.joined(separator: ", ")
            value.report(
                DefinitionRules.noDateForSemester, ["field": text, "record": record.rawValue],
                phrases: [
                    "hint": Hint.near(text, among: dates),
                    "allowed": dates.isEmpty ? none : MessageText(lv: allowed, en: allowed),
                ])
            return nil
        }
        return text
    }

    /// Reads a text that is the same for every record, and which the field must be able to hold.
    private func constant(_ value: DefinitionValue) -> String? {
        guard let text = value.text(), let model else { return nil }
        if model.type == .school { return names.school(value) }
        let expected: MessageText? =
            switch model.type {
            case .semester:
                Semester(code: text) == nil
                    ? .init(lv: "semestris", en: "a semester such as 2018-2019-2") : nil
            case .date:
                CivilDate(iso: text) == nil
                    ? .init(lv: "diena", en: "a day such as 2019-05-31") : nil
            case .minutes, .count:
                Int(text) == nil ? .init(lv: "vesels skaitlis", en: "a whole number") : nil
            case .term(let vocabulary): term(text, of: vocabulary)
            default: nil
            }
        guard let expected else { return text }
        value.report(
            DefinitionRules.unsuitableConstant, ["value": text, "field": model.name],
            phrases: ["expected": expected, "hint": hint(text, model.type)])
        return nil
    }

    private var names: DefinitionNames { field.names }

    private func term(_ text: String, of name: VocabularyName) -> MessageText? {
        guard let vocabulary = names.vocabularies[name] else { return nil }
        let wanted = SpellingRegister.folded(text)
        let isKnown = vocabulary.terms.contains { term in
            ([term.code, term.name.lv, term.name.en] + term.aliases).contains { spelling in
                SpellingRegister.folded(spelling) == wanted
            }
        }
        guard !isKnown else { return nil }
        return MessageText(
            lv: "vārdnīcas '\(name.rawValue)' termins",
            en: "a term of the vocabulary '\(name.rawValue)'")
    }

    private func hint(_ text: String, _ type: FieldType) -> MessageText {
        guard case .term(let name) = type, let vocabulary = names.vocabularies[name]
        else { return MessageText(lv: "", en: "") }
        return Hint.near(text, among: vocabulary.terms.map(\.code))
    }
}
