import Diagnostics
import SupportStore

/// The rows of a query, folded into groups that no indicator needs to tell apart.
///
/// A pupil with twenty sessions of one kind becomes one group with a count and sums. So the store is
/// read once, and every breakdown is then made from few groups.
struct EvidenceTable {
    /// What stands for an empty value.
    static let empty = Int.min
    /// The largest number, in either direction, that is summed: sums and shares of many then fit.
    static let largest = 1_000_000_000

    let layout: EvidenceLayout
    private let query: String
    private(set) var groups: TupleTable
    private(set) var counts: ContiguousArray<Int> = []
    private(set) var sums: [ContiguousArray<Int>]
    private(set) var codes: [TextCodes]
    /// The groups by the values of each of the layout's keys.
    private(set) var orders: [KeyOrder] = []

    /// Reads the rows of a query.
    ///
    /// - Parameters:
    ///   - countingContributors: Whether people are to be told apart though no indicator counts them.
    ///   - observe: Receives each row with the number of its group, for whoever must know which rows
    ///     a figure was made from.
    init(
        reading query: String, sql: String, layout: EvidenceLayout, arguments: [String: Int],
        limits: QueryLimits, countingContributors: Bool = false, in snapshot: StoreSnapshot,
        observe: ((StoredRow, _ group: Int) throws -> Void)? = nil
    ) throws {
        let rows = try snapshot.rows(of: sql, arguments: arguments, keeping: true)
        let names = rows.columnNames
        var layout = layout
        if countingContributors { layout.addContributors(of: names) }
        self.layout = layout
        self.query = query
        let width = layout.groupColumns.count
        var groups = TupleTable(width: width)
        var counts: ContiguousArray<Int> = []
        var sums = layout.sumColumns.map { _ in ContiguousArray<Int>() }
        var codes = layout.groupColumns.map { _ in TextCodes() }

        func column(named name: String) throws -> Int {
            guard let place = names.firstIndex(of: name) else {
                throw EvidenceProblem.missingColumn(name, query: query)
            }
            return place
        }
        func integer(_ row: StoredRow, _ place: Int) throws -> Int? {
            if let value = row.integer(place) { return value }
            guard row.isEmpty(place) else {
                throw EvidenceProblem.notAnInteger(column: names[place], query: query)
            }
            return nil
        }
        let groupPlaces = try layout.groupColumns.map { try column(named: $0.name) }
        let holdsText = layout.groupColumns.map(\.holdsText)
        let sumPlaces = try layout.sumColumns.map { try column(named: $0) }

        try withUnsafeTemporaryAllocation(of: Int.self, capacity: max(width, 1)) { tuple in
            tuple.initialize(repeating: 0)
            func take(_ row: StoredRow) throws {
                for place in 0..<width {
                    let source = groupPlaces[place]
                    tuple[place] =
                        holdsText[place]
                        ? row.withText(source) { text in
                            text.map { codes[place].number(of: $0) } ?? Self.empty
                        } : try integer(row, source) ?? Self.empty
                }
                let (number, isNew) = groups.insert(
                    UnsafeBufferPointer(rebasing: tuple[..<width]))
                if isNew {
                    counts.append(0)
                    for sum in sums.indices { sums[sum].append(0) }
                }
                counts[number] += 1
                for sum in sums.indices {
                    let value = try integer(row, sumPlaces[sum]) ?? 0
                    guard (-Self.largest...Self.largest).contains(value) else {
                        throw EvidenceProblem.tooLarge(
                            column: layout.sumColumns[sum], query: query)
                    }
                    sums[sum][number] += value
                }
                try observe?(row, number)
            }
            do { try rows.forEach(within: limits, take) } catch let failure as QueryFailure {
                throw EvidenceProblem.failed(failure, query: query)
            }
        }
        self.groups = groups
        self.counts = counts
        self.sums = sums
        self.codes = codes
        orders = layout.keys.map { KeyOrder(of: $0.compactMap(layout.place), in: groups) }
    }

    /// Returns why a column of the query cannot be summed.
    func tooLarge(_ column: String) -> EvidenceProblem {
        .tooLarge(column: column, query: query)
    }

    /// Returns why a code cannot be counted.
    func unknownCode(_ code: String, _ dimension: DimensionName) -> EvidenceProblem {
        .unknownCode(ShownText(code, knowing: .ordinary), dimension: dimension, query: query)
    }

    /// Returns the value of a column in a group.
    func value(_ group: Int, _ column: Int) -> Int { groups.values[group * groups.width + column] }
}
