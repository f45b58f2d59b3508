extension Suppression {
    /// The cells as a system to choose from, with earlier releases as constants.
    func choicePart(of tables: LinkedTables) throws(SuppressionFault) -> ChoicePart {
        // Every cell that can still be hidden is an unknown here.
        let names = Set(tables.cells.lazy.filter { $0.state == .open }.map(\.name))
        var published: PublishedSystem
        do { published = try PublishedSystem(tables.published(hiding: names)) } catch {
            throw .audit(error)
        }
        guard published.system.propagate() else {
            throw .audit(.contradictory(cells: tables.cells.map(\.name)))
        }
        let system = published.system
        let cells = tables.cells
        let lost = cells.indices.filter { column in
            let isFixed = system.lowest[column] == system.highest[column]
            switch cells[column].state {
            case .open, .publishedBefore: return cells[column].isUnsafe && isFixed
            case .hiddenBefore: return isFixed
            case .never: return false
            }
        }
        guard lost.isEmpty else { throw .cannotProtect(cells: lost.map { cells[$0].name }) }
        return ChoicePart(
            names: cells.map(\.name), system: system, truth: cells.map(\.value),
            cost: cells.map { max($0.cost, 0) },
            isDemanded: cells.map {
                $0.isUnsafe && $0.state == .open || $0.state == .hiddenBefore
            },
            mayHide: cells.map { $0.state == .open || $0.state == .hiddenBefore },
            isNever: cells.map { $0.state == .never },
            isSingle: cells.map { guardsAgainstSingles && $0.isSingle && $0.state != .never })
    }
}

extension ChoicePart {
    /// The part of a larger choice that hangs together.
    convenience init(_ whole: ChoicePart, _ part: SystemPart) {
        let columns = part.members
        self.init(
            names: columns.map { whole.names[$0] }, system: part.system,
            truth: columns.map { whole.truth[$0] }, cost: columns.map { whole.cost[$0] },
            isDemanded: columns.map { whole.isDemanded[$0] },
            mayHide: columns.map { whole.mayHide[$0] },
            isNever: columns.map { whole.isNever[$0] },
            isSingle: columns.map { whole.isSingle[$0] })
    }
}
