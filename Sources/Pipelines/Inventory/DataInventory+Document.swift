public import PupilSupport

extension DataInventory {
    /// Returns the inventory as a document (Markdown): how the data flow, then a line for each column.
    public func document(in language: Language) -> String {
        var text = heading(in: language)
        text += "\n```\n\(DataFlow.diagram[language])```\n"
        for area in InventoryArea.allCases {
            let own = rows.filter { $0.area == area }
            text += "\n## \(area.title[language])\n"
            var last = ""
            for row in own {
                if row.table != last { text += Self.header(of: row.table, in: language) }
                last = row.table
                let cells = ["`\(row.column)`"] + row.words(in: language)
                text += "| \(cells.map(Self.escaped).joined(separator: " | ")) |\n"
            }
        }
        return text
    }

    private func heading(in language: Language) -> String {
        let tables = Set(rows.map { [$0.area.rawValue, $0.table] }).count
        return LocalizedText(
            lv: """
                # Personas datu inventārs

                Pielikums novērtējumam par ietekmi uz datu aizsardzību. Izveidots no programmas shēmas un \
                `pipelines/privacy/inventory.yaml`
                ar `pumpurs inventory --format markdown`; tests salīdzina abus, tāpēc tas nenoveco. Tabulas: \
                \(tables), ailes: \(rows.count).
                Pārzinis: \(controller.lv). Kur rakstīts “jānosauc pārzinim”, pārzinis to vēl nav teicis, un \
                programma neko neizdomā.

                """,
            en: """
                # Inventory of personal data

                An annex of a data protection impact assessment. Made from the program's schema and \
                `pipelines/privacy/inventory.yaml`
                by `pumpurs inventory --format markdown`; a test compares the two, so it cannot rot. Tables: \
                \(tables), columns: \(rows.count).
                Controller: \(controller.en). Where it says “to be named by the controller”, the controller has not \
                said it yet, and the program invents nothing.

                """)[language]
    }

    private static func header(of table: String, in language: Language) -> String {
        let names = LocalizedText(
            lv: "aile | dati | saturs | nolūks | tiesiskais pamats | saņēmēji | glabāšana",
            en: "column | data | content | purpose | legal basis | recipients | retention")
        return "\n### `\(table)`\n\n| \(names[language]) |\n|---|---|---|---|---|---|---|\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("|", with: "\\|")
    }
}
