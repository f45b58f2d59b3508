/// Gives each address one place on the page: a figure may stand in several tables.
struct AnchorPlaces {
    private var taken: Set<String> = []

    /// Takes the anchors away that stand further up.
    mutating func settle(_ sections: [SectionView]) -> [SectionView] {
        var sections = sections
        for section in sections.indices {
            for table in sections[section].tables.indices {
                settle(&sections[section].tables[table].rows)
            }
        }
        return sections
    }

    /// Gives a place to the key figures that stand in no table.
    mutating func settle(_ keyFigures: [KeyFigureView]) -> [KeyFigureView] {
        keyFigures.map { figure in
            var figure = figure
            figure.number.anchor = figure.number.link
            settle(&figure.number.anchor)
            return figure
        }
    }

    private mutating func settle(_ rows: inout [RowView]) {
        for row in rows.indices {
            for cell in rows[row].cells.indices { settle(&rows[row].cells[cell].anchor) }
        }
    }

    private mutating func settle(_ anchor: inout String?) {
        if let address = anchor, !taken.insert(address).inserted { anchor = nil }
    }
}
