import DisclosureControl
import Testing

/// Small tables whose hidden cells have known ranges.
///
/// The counts and patterns of T1 and T2 are facts from sdcTable (its `problemdata` and `microdata1`, and the patterns
/// of its tests), the layout of T3 is after the linked example of GaussSuppression, the patterns of T6 were chosen by
/// tau-Argus's optimal method for tables of our own. All ranges were worked out anew with another solver (HiGHS).
struct Vector: CustomTestStringConvertible, Sendable {
    /// What adds up.
    enum Shape {
        case table(rows: String, columns: String, inner: [[Int]])
        case sums(cells: [String: Int], [String: [String]], [String: [String]] = [:])
    }

    var name: String
    /// The threshold of the rule, or where the source gives a pattern only, one for which its unsafe cells are unsafe.
    var threshold: Int
    var shape: Shape
    var bounds: [String: ClosedRange<Int>]

    var hidden: Set<String> { Set(bounds.keys) }
    var testDescription: String { name }

    func tables(
        isUnsafe: (Int) -> Bool, cost: (Int) -> Int = { _ in 1 }
    ) throws -> LinkedTables {
        func cell(_ name: String, _ value: Int) -> Cell {
            Cell(name, value: value, isUnsafe: isUnsafe(value), cost: cost(value))
        }
        switch shape {
        case .table(let rows, let columns, let inner):
            let rows = rows.split(separator: " ").map(String.init)
            let columns = columns.split(separator: " ").map(String.init)
            let dimensions = [
                TableDimension(rows, total: "Total"), TableDimension(columns, total: "Total"),
            ]
            return try LinkedTables.empty.adding(table: dimensions) { place in
                let values = zip(rows, inner).filter { place[0] == "Total" || $0.0 == place[0] }
                    .flatMap { zip(columns, $0.1) }
                    .filter { place[1] == "Total" || $0.0 == place[1] }
                return cell(place.joined(separator: "|"), values.reduce(0) { $0 + $1.1 })
            }
        case .sums(let cells, let first, let second):
            return try LinkedTables(
                cells: cells.map { cell($0.key, $0.value) },
                relations: (Array(first) + Array(second)).sorted { $0.key < $1.key }
                    .map { .sum(of: $0.value, is: $0.key) })
        }
    }

    static let all: [Vector] = [
        Vector(
            name: "T1a", threshold: 10,
            shape: .table(
                rows: "w x y z", columns: "a b c d",
                inner: [
                    [30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685],
                ]),
            bounds: [
                "w|a": 25...94, "w|b": 47...47, "w|c": 0...69, "x|a": 26...95,
                "x|c": 0...69, "y|b": 0...185, "y|d": 0...185, "z|b": 906...1091,
                "z|d": 585...770,
            ]),
        Vector(
            name: "T1b", threshold: 10,
            shape: .table(
                rows: "w x y z", columns: "a b c d",
                inner: [
                    [30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685],
                ]),
            bounds: [
                "w|a": 0...120, "w|b": 0...78, "w|c": 0...69, "x|a": 0...120, "x|c": 0...69,
                "x|d": 0...78, "y|b": 0...185, "y|d": 0...185, "z|b": 875...1138,
                "z|d": 538...801,
            ]),
        Vector(
            name: "T1c", threshold: 10,
            shape: .table(
                rows: "w x y z", columns: "a b c d",
                inner: [
                    [30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685],
                ]),
            bounds: [
                "w|a": 0...120, "w|b": 0...141, "w|c": 0...69, "x|a": 0...120,
                "x|b": 30...171, "x|c": 0...69, "y|b": 0...185, "y|d": 0...185,
                "z|b": 906...1091, "z|d": 585...770,
            ]),
        Vector(
            name: "T2a", threshold: 3,
            shape: .table(
                rows: "A B C D", columns: "male female",
                inner: [[18, 2], [14, 19], [12, 10], [11, 14]]),
            bounds: [
                "A|female": 2...2
            ]),
        Vector(
            name: "T2b", threshold: 3,
            shape: .table(
                rows: "A B C D", columns: "male female",
                inner: [[18, 2], [14, 19], [12, 10], [11, 14]]),
            bounds: [
                "A|male": 8...20, "A|female": 0...12, "C|male": 10...22, "C|female": 0...12,
            ]),
        Vector(
            name: "T2c", threshold: 3,
            shape: .table(
                rows: "A B C D", columns: "male female",
                inner: [[18, 2], [14, 19], [12, 10], [11, 14]]),
            bounds: [
                "A|male": 4...20, "A|female": 0...16, "D|male": 9...25, "D|female": 0...16,
            ]),
        Vector(
            name: "T6A5", threshold: 5,
            shape: .table(
                rows: "JVS SPS VPS", columns: "impr same worse",
                inner: [[8, 4, 1], [5, 3, 2], [6, 4, 2]]),
            bounds: [
                "JVS|impr": 2...13, "JVS|same": 0...11, "JVS|worse": 0...5,
                "SPS|same": 0...5, "SPS|worse": 0...5, "VPS|impr": 1...12,
                "VPS|same": 0...11, "VPS|worse": 0...5,
            ]),
        Vector(
            name: "T6A3", threshold: 3,
            shape: .table(
                rows: "JVS SPS VPS", columns: "impr same worse",
                inner: [[8, 4, 1], [5, 3, 2], [6, 4, 2]]),
            bounds: [
                "JVS|same": 0...5, "JVS|worse": 0...5, "SPS|same": 0...5,
                "SPS|worse": 0...5, "VPS|same": 1...6, "VPS|worse": 0...5,
            ]),
        Vector(
            name: "T6B5", threshold: 5,
            shape: .table(
                rows: "JVS SPS VPS", columns: "impr same worse",
                inner: [[9, 2, 0], [7, 5, 1], [8, 3, 0]]),
            bounds: [
                "JVS|impr": 6...11, "JVS|same": 0...5, "SPS|same": 0...6,
                "SPS|worse": 0...6, "VPS|impr": 6...11, "VPS|same": 0...5,
                "Total|same": 5...11, "Total|worse": 0...6,
            ]),
        Vector(
            name: "T6B3", threshold: 3,
            shape: .table(
                rows: "JVS SPS VPS", columns: "impr same worse",
                inner: [[9, 2, 0], [7, 5, 1], [8, 3, 0]]),
            bounds: [
                "JVS|impr": 8...11, "JVS|same": 0...3, "SPS|impr": 5...8,
                "SPS|worse": 0...3, "Total|same": 8...11, "Total|worse": 0...3,
            ]),
        Vector(
            name: "T6C5", threshold: 5,
            shape: .table(
                rows: "JVS SPS VPS", columns: "impr same worse",
                inner: [[14, 6, 5], [11, 7, 4], [9, 5, 4]]),
            bounds: [
                "JVS|same": 0...11, "JVS|worse": 0...11, "SPS|impr": 2...20,
                "SPS|same": 0...18, "SPS|worse": 0...13, "VPS|impr": 0...18,
                "VPS|same": 0...18, "VPS|worse": 0...13,
            ]),
        Vector(
            name: "T3a county view alone", threshold: 4,
            shape: .sums(cells: regions, counties),
            bounds: [
                "A": 0...4, "B": 0...4, "K": 0...9, "L": 0...9, "M": 0...9,
            ]),
        Vector(
            name: "T3b group view alone", threshold: 4,
            shape: .sums(cells: regions, sizes),
            bounds: [
                "A": 0...7, "B": 0...7, "K": 0...7, "L": 0...6, "M": 0...6,
            ]),
        Vector(
            name: "T3c both views together", threshold: 4,
            shape: .sums(cells: regions, counties, sizes),
            bounds: [
                "A": 0...4, "B": 0...4, "K": 3...3, "L": 0...6, "M": 0...6,
            ]),
        Vector(
            name: "T3d both, N added", threshold: 4,
            shape: .sums(cells: regions, counties, sizes),
            bounds: [
                "A": 0...4, "B": 0...4, "K": 0...10, "L": 0...6, "M": 0...6, "N": 0...10,
            ]),
    ]

    private static let regions = [
        "A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7,
        "c1": 20, "c2": 16, "big": 6, "small": 30, "Total": 36,
    ]
    private static let counties = [
        "c1": ["A", "B", "I", "J"], "c2": ["K", "L", "M", "N"], "Total": ["c1", "c2"],
    ]
    private static let sizes = [
        "big": ["L", "M"], "small": ["A", "B", "I", "J", "K", "N"], "Total": ["big", "small"],
    ]
}
