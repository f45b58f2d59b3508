import Diagnostics
import PupilSupport
import Rollup

/// Decodes a family of indicators.
struct IndicatorFamilyDecoder {
    /// The keys of the file.
    static let keys = ["family", "order", "name", "sources", "indicators"]

    /// The name of the file without its ending.
    let name: String
    /// Where each indicator stands.
    private(set) var positions: [String: InputPosition] = [:]

    init(name: String) {
        self.name = name
    }

    /// Returns the family, or `nil` when something in it cannot be read.
    mutating func decode(_ file: DefinitionMapping) -> IndicatorFamily? {
        if let value = file.required("family"), let text = value.text(), text != name {
            value.report(DefinitionRules.nameOfFile, ["value": text, "expected": name])
        }
        let order = file.required("order")?.integer(1...99)
        let title = file.required("name")?.localizedText()
        var sources: [String: LocalizedText] = [:]
        for entry in file["sources"]?.entries() ?? [] {
            sources[entry.key] = file.value.value(of: entry).localizedText()
        }
        guard let values = file.required("indicators")?.list() else { return nil }
        var codes = CodeRegister()
        var indicators: [IndicatorDefinition] = []
        for value in values {
            guard let indicator = indicator(value, codes: &codes) else { continue }
            positions[indicator.code] = value.position
            indicators.append(indicator)
        }
        guard let order, let title else { return nil }
        return IndicatorFamily(
            code: name, order: order, name: title, sources: sources, indicators: indicators)
    }

    private func indicator(_ value: DefinitionValue, codes: inout CodeRegister)
        -> IndicatorDefinition?
    {
        let general = ["code", "name", "definition", "unit", "counting_unit", "evidence"]
        let keys = general + ["aggregate"] + AggregateDecoder.keys + ["where", "breakdowns"]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let code = mapping.required("code")?.code(joinedBy: ["_"])
        let name = mapping.required("name")?.localizedText()
        let definition = mapping.required("definition")?.localizedText()
        let unit = mapping.required("unit")?.choice(IndicatorUnit.self)
        let countingUnit = mapping.required("counting_unit")?.choice(CountingUnit.self)
        let evidence = mapping["evidence"]?.text()
        let aggregate = AggregateDecoder().decode(mapping)
        let conditions = (mapping["where"]?.list() ?? []).compactMap(condition)
        let breakdowns = (mapping.required("breakdowns")?.list() ?? []).compactMap(breakdown)
        if let code, let codeValue = mapping["code"] { codes.add(code, at: codeValue) }
        guard let code, let name, let definition, let unit, let countingUnit, let aggregate
        else { return nil }
        return IndicatorDefinition(
            code: code, name: name, definition: definition, unit: unit,
            countingUnit: countingUnit, evidence: evidence, aggregate: aggregate,
            conditions: conditions, breakdowns: breakdowns)
    }

    private func condition(_ value: DefinitionValue) -> EvidenceCondition? {
        guard let mapping = value.mapping(keys: ["column", "equals", "attribute", "is"])
        else { return nil }
        let column = mapping.required("column")?.code(joinedBy: ["_"])
        guard mapping["equals"] == nil else {
            guard let number = mapping["equals"]?.integer(-1_000_000...1_000_000), let column
            else { return nil }
            return EvidenceCondition(column: column, .equals(number))
        }
        let attribute = mapping.required("attribute")?.text()
        let wanted = mapping.required("is")?.text()
        guard let column, let attribute, let wanted else { return nil }
        return EvidenceCondition(
            column: column, .hasAttribute(name: attribute, value: wanted))
    }

    private func breakdown(_ value: DefinitionValue) -> Breakdown? {
        guard let mapping = value.mapping(keys: ["by", "evidence"]),
            let names = mapping.required("by")?.listOrNothing()
        else { return nil }
        let dimensions = names.compactMap { $0.choice(DimensionName.self) }
        guard dimensions.count == names.count else { return nil }
        return Breakdown(dimensions, evidence: mapping["evidence"]?.text())
    }
}
