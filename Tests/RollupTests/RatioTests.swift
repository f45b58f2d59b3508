import Testing

@testable import Rollup

@Suite struct `Rounding` {
    @Test(arguments: [
        (1, 8, "0.1"), (1, 20, "0.1"), (-1, 20, "-0.1"), (2, 3, "0.7"), (-2, 3, "-0.7"),
        (57229, 800, "71.5"), (0, 5, "0.0"), (1, 25, "0.0"),
    ])
    func `a quotient is rounded half away from zero`(
        numerator: Int, denominator: Int, expected: String
    ) {
        let ratio = Ratio(numerator, over: denominator)
        #expect(ratio?.rounded(decimals: 1).description == expected)
    }

    @Test func `a change is rounded once, from exact values`() throws {
        let third = try #require(Ratio(100, over: 3))
        let sixth = try #require(Ratio(100, over: 6))
        #expect(Ratio.difference(third, sixth, decimals: 1).description == "16.7")
    }

    @Test func `there is no quotient over nothing`() {
        #expect(Ratio(1, over: 0) == nil)
    }

    @Test func `large quotients do not overflow`() throws {
        let first = try #require(Ratio(Int.max, over: Int.max - 1))
        let second = try #require(Ratio(Int.max - 2, over: Int.max - 3))
        #expect(Ratio.difference(first, second, decimals: 1).description == "0.0")
    }
}
