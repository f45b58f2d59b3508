import PupilSupport
import Rollup
import Testing

@testable import Reports

@Suite struct `Numbers in words` {
    @Test(arguments: [
        (0, "0\u{A0}skolēnu"), (1, "1\u{A0}skolēns"), (2, "2\u{A0}skolēni"),
        (10, "10\u{A0}skolēnu"), (11, "11\u{A0}skolēnu"), (21, "21\u{A0}skolēns"),
        (35, "35\u{A0}skolēni"), (111, "111\u{A0}skolēnu"), (1001, "1\u{A0}001\u{A0}skolēns"),
    ])
    func `a Latvian word takes the form of its number`(number: Int, expected: String) {
        #expect(NumberText(language: .latvian).counted(number, .pupil) == expected)
    }

    @Test(arguments: [
        (0, 0, "0"), (12345, 0, "12\u{A0}345"), (-12345, 1, "\u{2212}1\u{A0}234,5"), (5, 1, "0,5"),
    ])
    func `a Latvian number has a decimal comma and blanks that do not break`(
        scaled: Int, decimals: Int, expected: String
    ) {
        let value = FigureValue(scaled: scaled, decimals: decimals)
        #expect(NumberText(language: .latvian).value(value) == expected)
    }

    @Test func `a change shows its sign`() {
        let numbers = NumberText(language: .latvian)
        #expect(numbers.change(FigureValue(scaled: 3, decimals: 0)) == "+3")
        #expect(numbers.change(FigureValue(scaled: -3, decimals: 0)) == "\u{2212}3")
        #expect(numbers.change(FigureValue(scaled: 0, decimals: 0)) == "0")
    }

    @Test(arguments: [
        ("a", "a"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("=1+1", "'=1+1"),
        ("a\nb", "\"a\nb\""), ("@x,", "\"'@x,\""),
    ])
    func `a cell is quoted where needed and never a formula`(words: String, expected: String) {
        #expect(DelimitedText.quoted(words) == expected)
    }

    @Test func `JSON keeps its order and knows no floating point`() {
        let json = JSONText.object([
            ("z", .value(FigureValue(scaled: -5, decimals: 1))), ("a", .list([.truth(true)])),
            ("q", .words("\"\\\u{1}\n")), ("e", .list([])),
        ])
        #expect(
            json.text == """
                {
                  "z": -0.5,
                  "a": [
                    true
                  ],
                  "q": "\\"\\\\\\u0001\\n",
                  "e": []
                }

                """)
    }
}
