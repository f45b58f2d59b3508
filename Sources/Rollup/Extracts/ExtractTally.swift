import SupportStore

/// Counts and sums the rows of a query for all tables of an extract, batch by batch.
///
/// Each step goes over a whole batch, so that what decides between tables and columns is asked once for
/// thousands of rows.
struct ExtractTally: Sendable {
    let plan: ExtractPlan
    /// The number of rows that were counted.
    var total = 0
    /// For each table, the base and the number of the rest of each of its rows; none where the base is all.
    var rows: [PairTable]
    /// For each table, the amounts of its rows, row by row.
    var amounts: [ContiguousArray<Int>]
    var bases: TupleTable
    var rests: [RestCodes]
    var members: [MemberCounts]

    init(_ plan: ExtractPlan) {
        self.plan = plan
        rows = plan.tables.map { _ in PairTable() }
        amounts = plan.tables.map { _ in [] }
        bases = TupleTable(width: plan.base.count)
        rests = plan.rests.map(RestCodes.init)
        members = plan.members.map { MemberCounts($0, tables: plan.tables) }
    }

    /// The numbers of a batch's rows: of their bases, of each rest, and of their rows in each table.
    private struct Numbers {
        let start: UnsafeMutablePointer<Int32>
        let rests: Int

        var bases: UnsafeMutablePointer<Int32> { start }

        func rest(_ rest: Int) -> UnsafeMutablePointer<Int32> {
            start + (1 + rest) * PouredRows.capacity
        }

        func table(_ table: Int) -> UnsafeMutablePointer<Int32> {
            start + (1 + rests + table) * PouredRows.capacity
        }
    }

    /// The number of rows that a table has.
    func rowCount(of table: Int) -> Int {
        plan.tables[table].rest == nil ? bases.count : rows[table].count
    }

    /// Returns the value of a key in a row of a table.
    func value(ofKey key: Int, row: Int, table: Int) -> Int {
        let rest = plan.tables[table].rest
        let (base, number) = rest == nil ? (row, 0) : rows[table][row]
        switch plan.tables[table].keys[key] {
        case .base(let position): return bases.values[base * bases.width + position]
        case .rest(let position): return rests[rest ?? 0].value(number, position)
        }
    }

    /// Returns an amount in a row of a table.
    func amount(_ amount: Int, row: Int, table: Int) -> Int {
        amounts[table][row * plan.tables[table].width + amount]
    }

    /// Counts and sums a batch.
    ///
    /// - Throws: ``ExtractProblem/Kind/tooLarge(column:)`` for a number that no sum can hold many of.
    mutating func add(_ rows: PouredRows) throws {
        total += rows.count
        let columns = 1 + rests.count + plan.tables.count
        try withUnsafeTemporaryAllocation(
            of: Int32.self, capacity: columns * PouredRows.capacity
        ) { memory in
            guard let start = memory.baseAddress else { return }
            let numbers = Numbers(start: start, rests: rests.count)
            numberBases(of: rows, into: numbers.bases)
            for rest in rests.indices { rests[rest].number(rows, into: numbers.rest(rest)) }
            for table in plan.tables.indices { try add(rows, to: table, numbers) }
            for member in members.indices { count(rows, member, numbers) }
        }
    }

    private mutating func numberBases(
        of rows: PouredRows, into numbers: UnsafeMutablePointer<Int32>
    ) {
        let columns = plan.base.map { rows[$0] }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: max(1, columns.count)) { memory in
            let tuple = UnsafeMutableBufferPointer(rebasing: memory[..<columns.count])
            for row in 0..<rows.count {
                // Neighbouring rows are mostly of one school and one semester.
                var isSame = row > 0
                for position in 0..<columns.count {
                    let value = columns[position][row]
                    if isSame, value == tuple[position] { continue }
                    isSame = false
                    tuple[position] = value
                }
                numbers[row] =
                    isSame
                    ? numbers[row - 1] : Int32(bases.insert(UnsafeBufferPointer(tuple)).number)
            }
        }
    }

    private mutating func add(
        _ rows: PouredRows, to number: Int, _ numbers: Numbers
    ) throws(ExtractProblem.Kind) {
        let table = plan.tables[number]
        let places = numbers.table(number)
        if let rest = table.rest {
            Self.number(
                rows.count, numbers.bases, numbers.rest(rest), in: &self.rows[number], into: places)
        } else {
            places.update(from: numbers.bases, count: rows.count)
        }
        extend(number, to: rowCount(of: number))
        let tooLarge = amounts[number].withUnsafeMutableBufferPointer {
            Self.add(rows, at: places, to: table, $0)
        }
        if let tooLarge { throw .tooLarge(column: plan.columns[tooLarge]) }
    }

    /// Makes amounts for so many rows of a table.
    mutating func extend(_ table: Int, to rows: Int) {
        let missing = rows * plan.tables[table].width - amounts[table].count
        if missing > 0 { amounts[table].append(contentsOf: repeatElement(0, count: missing)) }
    }

    private static func number(
        _ count: Int, _ bases: UnsafeMutablePointer<Int32>, _ rests: UnsafeMutablePointer<Int32>,
        in pairs: inout PairTable, into places: UnsafeMutablePointer<Int32>
    ) {
        for row in 0..<count {
            places[row] = Int32(pairs.insert(Int(bases[row]), Int(rests[row])).number)
        }
    }

    /// Adds what is counted and summed row by row; returns a column with a number that is too large.
    private static func add(
        _ rows: PouredRows, at places: UnsafeMutablePointer<Int32>, to table: ExtractPlan.Table,
        _ amounts: UnsafeMutableBufferPointer<Int>
    ) -> Int? {
        let (width, count) = (table.width, rows.count)
        for amount in table.counts {
            for row in 0..<count { amounts[Int(places[row]) * width + amount] += 1 }
        }
        for (amount, column) in table.flags {
            let values = rows[column]
            for row in 0..<count where values[row] == 1 {
                amounts[Int(places[row]) * width + amount] += 1
            }
        }
        let allowed = -EvidenceTable.largest...EvidenceTable.largest
        for (amount, column) in table.sums {
            let values = rows[column]
            for row in 0..<count {
                let value = values[row]
                guard allowed.contains(value) else {
                    if value == PouredRows.empty { continue }
                    return column
                }
                amounts[Int(places[row]) * width + amount] += value
            }
        }
        return nil
    }

    private mutating func count(_ rows: PouredRows, _ member: Int, _ numbers: Numbers) {
        Self.count(
            rows, &members[member], numbers, widths: plan.tables.map(\.width), in: &amounts)
    }

    private static func count(
        _ rows: PouredRows, _ member: inout MemberCounts, _ numbers: Numbers, widths: [Int],
        in amounts: inout [ContiguousArray<Int>]
    ) {
        // Of each use, where the row of the table lies.
        let uses = member.uses
        let places = uses.map { numbers.table($0.table) }
        member.count(
            rows, bases: numbers.bases, rests: (0..<numbers.rests).map(numbers.rest)
        ) { number, row in
            let use = uses[number]
            let place = Int(places[number][row]) * widths[use.table] + use.amount
            amounts[use.table][place] += 1
        }
    }
}
