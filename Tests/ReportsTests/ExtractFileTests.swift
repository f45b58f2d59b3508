import Testing

@testable import Reports
@testable import Rollup

@Suite struct `The file of an extract` {
    private func text(
        _ cells: [ExtractedTable.Cell], _ values: [Int], divisor: Int = 1, decimals: Int = 0
    ) -> String {
        let table = ExtractedTable(
            file: "hours", rowCount: values.count,
            keys: [
                ExtractedTable.Key(
                    name: "school", cells: cells, places: values.indices.map { Int32($0) })
            ],
            amounts: [
                ExtractedTable.Amount(
                    name: "hours", divisor: divisor, decimals: decimals, values: values)
            ])
        return String(decoding: ExtractFile(of: table).bytes, as: UTF8.self)
    }

    @Test func `has a header, a line a row and the ends of RFC 4180`() {
        #expect(
            text([.words("a"), .number(7), .nothing], [1, 20, 300])
                == "school,hours\r\na,1\r\n7,20\r\n,300\r\n")
    }

    @Test func `quotes words, and shows no spreadsheet a formula`() {
        #expect(
            text([.words("a, \"b\""), .words("=1+1")], [1, 2])
                == "school,hours\r\n\"a, \"\"b\"\"\",1\r\n'=1+1,2\r\n")
    }

    static let amounts: [(value: Int, divisor: Int, decimals: Int, shown: String)] = [
        (0, 1, 0, "0"), (45, 60, 2, "0.75"), (60, 60, 2, "1.00"), (5, 60, 2, "0.08"),
        (3, 8, 2, "0.38"), (-3, 8, 2, "-0.38"), (1, 3, 0, "0"), (-1, 3, 0, "0"), (1, 2, 0, "1"),
        (-1, 2, 0, "-1"), (59_999, 60_000, 2, "1.00"), (-12, 1, 0, "-12"),
        (123_456_789_012_345, 100, 2, "1234567890123.45"),
        (.max, 1, 6, "9223372036854775807.000000"),
        (.min, 1, 6, "-9223372036854775808.000000"), (7, 1_000_000, 6, "0.000007"),
    ]

    @Test(arguments: amounts)
    func `shows an amount exactly, rounded once, half away from zero`(
        value: Int, divisor: Int, decimals: Int, shown: String
    ) {
        #expect(
            text([.words("a")], [value], divisor: divisor, decimals: decimals)
                == "school,hours\r\na,\(shown)\r\n")
    }
}
