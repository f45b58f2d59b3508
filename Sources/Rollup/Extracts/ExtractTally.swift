import SupportStore

/// Counts and sums the rows of a query for all tables of an extract, batch by batch.
///
/// Each step goes over a whole batch, so that what decides between tables and columns is asked once for
/// thousands of rows.
struct ExtractTally {
    let plan: ExtractPlan
    /// For each table, the base and the number of the rest of each of its rows; none where the base is all.
    private var rows: [PairTable]
    /// For each table, the amounts of its rows.
    private let amounts: [AmountBuffer]
    private var bases: TupleTable
    private var rests: [RestCodes]
    private var members: [MemberCounts]
    private let scratch: Scratch

    init(_ plan: ExtractPlan) {
        self.plan = plan
        rows = plan.tables.map { _ in PairTable() }
        amounts = plan.tables.map { AmountBuffer(width: $0.width) }
        bases = TupleTable(width: plan.base.count)
        rests = plan.rests.map(RestCodes.init)
        members = plan.members.map { MemberCounts($0, tables: plan.tables) }
        scratch = Scratch(columns: 1 + plan.rests.count + plan.tables.count)
    }

    /// The numbers of a batch's rows: of their bases, of each rest, and of their rows in each table.
    private final class Scratch {
        private let numbers: UnsafeMutablePointer<Int32>

        init(columns: Int) {
            numbers = .allocate(capacity: columns * PouredRows.capacity)
            numbers.initialize(repeating: 0, count: columns * PouredRows.capacity)
        }

        deinit { numbers.deallocate() }

        subscript(column: Int) -> UnsafeMutablePointer<Int32> {
            numbers + column * PouredRows.capacity
        }
    }

    /// The number of rows that a table has.
    func rowCount(of table: Int) -> Int {
        plan.tables[table].rest == nil ? bases.count : rows[table].count
    }

    /// Returns the value of a key in a row of a table.
    func value(ofKey key: Int, row: Int, table: Int) -> Int {
        let (base, rest) =
            plan.tables[table].rest == nil ? (row, 0) : rows[table][row]
        switch plan.tables[table].keys[key] {
        case .base(let position): return bases.values[base * bases.width + position]
        case .rest(let position):
            return rests[plan.tables[table].rest ?? 0].value(rest, position)
        }
    }

    /// Returns an amount in a row of a table.
    func amount(_ amount: Int, row: Int, table: Int) -> Int {
        amounts[table].start[row * plan.tables[table].width + amount]
    }

    /// Counts and sums a batch.
    ///
    /// - Throws: ``ExtractProblem/Kind/tooLarge(column:)`` for a number that no sum can hold many of.
    mutating func add(_ rows: PouredRows) throws(ExtractProblem.Kind) {
        numberBases(of: rows)
        let restNumbers = rests.indices.map { scratch[1 + $0] }
        for rest in rests.indices { rests[rest].number(rows, into: restNumbers[rest]) }
        for table in plan.tables.indices { try add(rows, to: table, restNumbers) }
        for member in members.indices { count(rows, member, restNumbers) }
    }

    private mutating func numberBases(of rows: PouredRows) {
        let numbers = scratch[0]
        let columns = plan.base.map { rows[$0] }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: max(1, columns.count)) { tuple in
            let tuple = UnsafeMutableBufferPointer(rebasing: tuple[..<columns.count])
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
        _ rows: PouredRows, to number: Int, _ restNumbers: [UnsafeMutablePointer<Int32>]
    ) throws(ExtractProblem.Kind) {
        let table = plan.tables[number]
        let (width, count) = (table.width, rows.count)
        let places = place(rows, in: number, restNumbers)
        let amounts = amounts[number].start
        for amount in table.counts {
            for row in 0..<count { amounts[Int(places[row]) * width + amount] += 1 }
        }
        for (amount, column) in table.flags {
            let values = rows[column]
            for row in 0..<count where values[row] == 1 {
                amounts[Int(places[row]) * width + amount] += 1
            }
        }
        for (amount, column) in table.sums {
            let values = rows[column]
            let allowed = -EvidenceTable.largest...EvidenceTable.largest
            for row in 0..<count {
                let value = values[row]
                guard allowed.contains(value) else {
                    if value == PouredRows.empty { continue }
                    throw .tooLarge(column: plan.columns[column])
                }
                amounts[Int(places[row]) * width + amount] += value
            }
        }
    }

    /// Finds or makes the row of the table for each row of the batch.
    private mutating func place(
        _ rows: PouredRows, in number: Int, _ restNumbers: [UnsafeMutablePointer<Int32>]
    ) -> UnsafeMutablePointer<Int32> {
        var places = scratch[0]
        if let rest = plan.tables[number].rest {
            places = scratch[1 + restNumbers.count + number]
            Self.number(
                rows.count, scratch[0], restNumbers[rest], in: &self.rows[number], into: places)
        }
        amounts[number].extend(to: rowCount(of: number))
        return places
    }

    private static func number(
        _ count: Int, _ bases: UnsafeMutablePointer<Int32>, _ rests: UnsafeMutablePointer<Int32>,
        in pairs: inout PairTable, into places: UnsafeMutablePointer<Int32>
    ) {
        for row in 0..<count {
            places[row] = Int32(pairs.insert(Int(bases[row]), Int(rests[row])).number)
        }
    }

    private mutating func count(
        _ rows: PouredRows, _ member: Int, _ restNumbers: [UnsafeMutablePointer<Int32>]
    ) {
        // Of each use, where the row of the table and its amount lie.
        let uses = members[member].uses
        let places = uses.map { use in
            use.rest == nil ? scratch[0] : scratch[1 + restNumbers.count + use.table]
        }
        let amounts = uses.map { self.amounts[$0.table].start + $0.amount }
        let widths = uses.map { plan.tables[$0.table].width }
        members[member].count(rows, bases: scratch[0], rests: restNumbers) { use, row in
            amounts[use][Int(places[use][row]) * widths[use]] += 1
        }
    }
}
