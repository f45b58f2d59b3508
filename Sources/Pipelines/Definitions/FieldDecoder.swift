import Diagnostics
import Normalization
import PupilSupport

/// Decodes where a field of the model comes from and how its text is read.
struct FieldDecoder {
    static let originKeys = ["column", "path", "first_of", "value", "semester_of", "unpivoted"]
    private static let readingKeys = [
        "required", "split_by", "identified_by", "minutes_per_unit", "at_least", "at_most",
        "pattern",
    ]

    /// A field, with the places that later checks need.
    struct Field {
        /// The field's mapping.
        let mapping: FieldMapping
        /// The value of `split_by`.
        let splitValue: DefinitionValue?
    }

    /// The names that other definitions give.
    let names: DefinitionNames
    /// The format, or `nil` when it could not be read.
    let format: SourceFormat?
    /// The namespaces by prefix.
    let namespaces: [String: String]
    /// The kind of record, or `nil` when it could not be read.
    let record: RecordKind?
    /// How deep the record's element lies, or `nil` when that is not known.
    let depth: Int?
    /// Whether the record is unpivoted.
    let hasUnpivot: Bool
    /// The names of the fields that the record maps.
    let mapped: [String]

    /// Returns the field, or `nil` when it could not be read.
    func decode(_ entry: DefinitionEntry, in fields: DefinitionValue) -> Field? {
        let value = fields.value(of: entry)
        let model = modelField(entry, problems: fields.problems)
        guard let mapping = value.mapping(keys: Self.originKeys + Self.readingKeys)
        else { return nil }
        let origin = OriginDecoder(field: self, name: entry.key, model: model).decode(mapping)
        let isRequired = required(mapping["required"], model)
        let splitBy = mapping["split_by"].flatMap { separator($0) }
        let identifiedBy = mapping["identified_by"]?.choice(TeacherIdentifier.self)
        let minutesPerUnit = mapping["minutes_per_unit"]?.integer(1...1440)
        let atLeast = mapping["at_least"]?.integer(0...1_000_000)
        let atMost = mapping["at_most"]?.integer(0...1_000_000)
        let pattern = mapping["pattern"].flatMap(self.pattern(_:))
        if let atLeast, let atMost, atLeast > atMost {
            mapping["at_least"]?.report(
                DefinitionRules.boundsOutOfOrder,
                [
                    "first": "at_least", "low": "\(atLeast)", "second": "at_most",
                    "high": "\(atMost)",
                ])
        }
        if let model { checkSuitability(mapping, model) }
        guard let model, let origin else { return nil }
        let field = FieldMapping(
            field: model.name, source: origin, isRequired: isRequired, splitBy: splitBy,
            identifiedBy: identifiedBy ?? .personalCode, minutesPerUnit: minutesPerUnit ?? 1,
            atLeast: atLeast, atMost: atMost, pattern: pattern)
        return Field(mapping: field, splitValue: mapping["split_by"])
    }

    private func modelField(_ entry: DefinitionEntry, problems: DefinitionProblems) -> ModelField? {
        guard let record else { return nil }
        if let field = record.fields.first(where: { $0.name == entry.key }) { return field }
        let allowed = record.fields.map(\.name)
        problems.report(
            DefinitionRules.unknownField, at: entry.keyPosition,
            [
                "record": record.rawValue, "field": entry.key,
                "allowed": allowed.joined(separator: ", "),
            ],
            phrases: ["hint": Hint.near(entry.key, among: allowed)])
        return nil
    }

    private func required(_ value: DefinitionValue?, _ model: ModelField?) -> Bool {
        let isDemanded = model?.isRequired ?? false
        guard let value, let isRequired = value.boolean() else { return isDemanded }
        if let model, model.isRequired, !isRequired {
            value.report(DefinitionRules.requiredRelaxed, ["field": model.name])
        }
        return isRequired || isDemanded
    }

    /// Reads the text between values, which may be a blank.
    private func separator(_ value: DefinitionValue) -> String? {
        guard let text = value.textOrNothing() else { return nil }
        guard !text.isEmpty else {
            value.reportType(.init(lv: "teksts", en: "text"))
            return nil
        }
        return text
    }

    private func pattern(_ value: DefinitionValue) -> String? {
        guard let text = value.text() else { return nil }
        guard (try? Regex(text)) != nil else {
            value.report(DefinitionRules.invalidPattern, ["pattern": text])
            return nil
        }
        return text
    }

    /// Reports keys that say nothing for what the field holds.
    private func checkSuitability(_ mapping: DefinitionMapping, _ model: ModelField) {
        if model.type != .teacher {
            refuse("identified_by", mapping, model, .init(lv: "skolotājs", en: "teachers"))
        }
        if model.type != .minutes {
            refuse("minutes_per_unit", mapping, model, .init(lv: "minūtes", en: "minutes"))
        }
        if model.type != .minutes, model.type != .count {
            let suitable = MessageText(lv: "minūtes un skaits", en: "minutes and counts")
            refuse("at_least", mapping, model, suitable)
            refuse("at_most", mapping, model, suitable)
        }
        if model.type != .semester {
            refuse("semester_of", mapping, model, .init(lv: "semestris", en: "semesters"))
        }
        if mapping["value"] != nil || mapping["semester_of"] != nil
            || mapping["unpivoted"]?.plainText == "name"
        {
            let suitable = MessageText(
                lv: "failā rakstīts teksts", en: "text of a cell or an element")
            refuse("split_by", mapping, model, suitable)
        }
    }

    private func refuse(
        _ key: String, _ mapping: DefinitionMapping, _ model: ModelField, _ suitable: MessageText
    ) {
        guard mapping[key] != nil else { return }
        mapping.report(
            DefinitionRules.unsuitableKey, at: key, ["key": key, "field": model.name],
            phrases: ["suitable": suitable])
    }
}
