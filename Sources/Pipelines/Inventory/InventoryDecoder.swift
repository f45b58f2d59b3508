import PupilSupport

/// Decodes `privacy/inventory.yaml`, and sees that every column of the schema stands in it once.
struct InventoryDecoder {
    /// The keys of the file.
    static let keys = ["bases", "recipients", "retentions", "uses", "tables"]

    let definitions: Definitions
    /// The tables of each area, as the schema has them.
    let schema: [InventoryArea: [InventoryTable]]

    /// Returns the inventory, or `nil` when anything is wrong; problems are reported.
    func decode(_ document: DefinitionMapping) -> DataInventory? {
        let bases = texts(document.required("bases"))
        let recipients = texts(document.required("recipients"))
        let retentions = texts(document.required("retentions"))
        let uses = uses(document.required("uses"), bases, recipients, retentions)
        let areas = document.required("tables")?
            .mapping(keys: InventoryArea.allCases.map(\.rawValue))
        guard let areas else { return nil }
        let rows = InventoryArea.allCases.map { area in
            areas.required(area.rawValue).flatMap { self.rows(of: area, $0, uses) }
        }
        guard !rows.contains(where: { $0 == nil }) else { return nil }
        return DataInventory(
            controller: definitions.municipality.board, rows: rows.compactMap { $0 }.flatMap { $0 })
    }

    // MARK: - Words

    /// Reads texts by code; one may take a fact from the other definitions.
    private func texts(_ value: DefinitionValue?) -> [String: LocalizedText] {
        var register = CodeRegister()
        var texts: [String: LocalizedText] = [:]
        for item in value?.list() ?? [] {
            guard let mapping = item.mapping(keys: ["code", "name", "fact"]) else { continue }
            let code = mapping.required("code")?.code()
            let name = mapping.required("name")?.localizedText()
            let fact = mapping["fact"]?.choice(InventoryFact.self)
            guard let code, let name, let place = mapping["code"], register.add(code, at: place)
            else { continue }
            texts[code] = fact.map { name.followed(by: $0.words(in: definitions)) } ?? name
        }
        return texts
    }

    private func uses(
        _ value: DefinitionValue?, _ bases: [String: LocalizedText],
        _ recipients: [String: LocalizedText], _ retentions: [String: LocalizedText]
    ) -> [String: InventoryUse] {
        let keys = ["code", "data", "content", "purpose", "bases", "recipients", "retention"]
        var register = CodeRegister()
        var uses: [String: InventoryUse] = [:]
        for item in value?.list() ?? [] {
            guard let mapping = item.mapping(keys: keys) else { continue }
            let code = mapping.required("code")?.code()
            let data = mapping.required("data")?.choice(DataClass.self)
            let content = mapping.required("content")?.localizedText()
            let purpose = mapping.required("purpose")?.localizedText()
            // What says nothing of anybody needs no basis; all else must name one.
            let named = data == DataClass.none ? mapping["bases"] : mapping.required("bases")
            let own = chosen(named, among: bases)
            let readers = chosen(mapping.required("recipients"), among: recipients)
            let retention = mapping.required("retention")?.choice(among: retentions.keys.sorted())
                .flatMap { retentions[$0] }
            guard let code, let place = mapping["code"], register.add(code, at: place) else {
                continue
            }
            guard let data, let content, let purpose, let retention else { continue }
            uses[code] = InventoryUse(
                data: data, content: content, purpose: purpose, bases: own, recipients: readers,
                retention: retention)
        }
        return uses
    }

    private func chosen(
        _ value: DefinitionValue?, among texts: [String: LocalizedText]
    ) -> [LocalizedText] {
        (value?.list() ?? []).compactMap { item in
            item.choice(among: texts.keys.sorted()).flatMap { texts[$0] }
        }
    }

    // MARK: - Tables

    private func rows(
        of area: InventoryArea, _ value: DefinitionValue, _ uses: [String: InventoryUse]
    ) -> [DataInventory.Row]? {
        let tables = schema[area] ?? []
        guard let mapping = value.mapping(keys: tables.map(\.name)) else { return nil }
        let rows = tables.map { table in
            mapping.required(table.name).flatMap { self.rows(of: table, in: area, $0, uses) }
        }
        guard !rows.contains(where: { $0 == nil }) else { return nil }
        return rows.compactMap { $0 }.flatMap { $0 }
    }

    private func rows(
        of table: InventoryTable, in area: InventoryArea, _ value: DefinitionValue,
        _ uses: [String: InventoryUse]
    ) -> [DataInventory.Row]? {
        let codes = uses.keys.sorted()
        guard let mapping = value.mapping(keys: codes) else { return nil }
        var register = CodeRegister()
        var found: [String: InventoryUse] = [:]
        for code in codes {
            guard let use = uses[code], let list = mapping[code]?.list() else { continue }
            for item in list {
                guard let column = item.choice(among: table.columns),
                    register.add(column, at: item)
                else { continue }
                found[column] = use
                if table.identifying.contains(column),
                    use.data != .identifying, use.data != .sensitive
                {
                    item.report(DefinitionRules.useTooMild, ["column": column, "use": code])
                }
            }
        }
        let missing = table.columns.filter { found[$0] == nil }
        guard missing.isEmpty else {
            value.report(
                DefinitionRules.columnWithoutUse,
                ["table": table.name, "columns": missing.joined(separator: ", ")])
            return nil
        }
        return table.columns.compactMap { column in
            found[column]?.row(area, table.name, column)
        }
    }
}

extension LocalizedText {
    /// Puts another text behind it.
    fileprivate func followed(by text: LocalizedText) -> LocalizedText {
        LocalizedText(lv: "\(lv): \(text.lv)", en: "\(en): \(text.en)")
    }
}
