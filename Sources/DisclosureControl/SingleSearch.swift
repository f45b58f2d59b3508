extension RangeSearch {
    /// Two cells of which the contributor to the one can work out the other.
    struct Telling: Hashable {
        var single: Int
        var told: Int
    }

    /// The cells that a single contributor could work out, who knows the value of their own cell.
    ///
    /// A cell that differs from the contributor's own by a published amount is their own once more.
    func told(to single: Int, among columns: [Int]) -> [Telling] {
        let own = pool.singles[single].column
        return unmoved(of: columns, holding: single).filter { !isSame(own, $0) }
            .map { Telling(single: own, told: $0) }
    }

    /// Whether a single contributor to a cell, whose value they know, can work out another; with those unknowns with
    /// which it stays so whatever bounds they are given, where anybody knows.
    func isTold(_ telling: Telling, value: Int, known: Int) -> (isSo: Bool, idle: [Bool]) {
        let (own, told) = (telling.single, telling.told)
        let (low, high) = (system.lowest[own], system.highest[own])
        setBounds(own, value, value)
        defer { setBounds(own, low, high) }
        let top = push([(told, 1)], maximize: true, relaxedOnly: true).limit
        if pool.highest[told] > known { return (false, []) }
        let above = top == known ? polytope.isIdle() : []
        let bottom = push([(told, 1)], maximize: false, relaxedOnly: true).limit
        if pool.lowest[told] < known { return (false, []) }
        let below = bottom == known ? polytope.isIdle() : []
        if let top, top > known { seek(told, known + 1, top) }
        if let bottom, bottom < known { seek(told, bottom, known - 1) }
        let isSo = pool.highest[told] == known && pool.lowest[told] == known
        return (isSo, zip(above, below).map { $0 && $1 })
    }

    /// The cells for which no other value is found while a single contributor's own keeps its value.
    func unmoved(of columns: [Int], holding single: Int) -> [Int] {
        let (own, value) = (pool.singles[single].column, pool.singles[single].value)
        func isOpen(_ column: Int) -> Bool {
            column != own && !pool.singles[single].moved.contains(column)
        }
        guard columns.contains(where: isOpen) else { return [] }
        let (low, high) = (system.lowest[own], system.highest[own])
        guard low <= value, value <= high else { return [] }
        setBounds(own, value, value)
        if pool.singles[single].start == nil { _ = findAny() }
        for column in columns where isOpen(column) {
            guard let known = pool.singles[single].start?[column] else { break }
            let most = push([(column, 1)], maximize: true, relaxedOnly: true).limit ?? known
            guard isOpen(column) else { continue }
            let least = push([(column, 1)], maximize: false, relaxedOnly: true).limit ?? known
            if isOpen(column), most > known { seek(column, known + 1, most) }
            if isOpen(column), least < known { seek(column, least, known - 1) }
        }
        setBounds(own, low, high)
        return columns.filter(isOpen)
    }

    /// Whether everybody knows by how much two unknowns differ.
    private func isSame(_ one: Int, _ other: Int) -> Bool {
        let terms = [(column: other, coefficient: 1), (column: one, coefficient: -1)]
        guard let most = push(terms, maximize: true).limit,
            let least = push(terms, maximize: false).limit
        else { return false }
        return most == least
    }
}
