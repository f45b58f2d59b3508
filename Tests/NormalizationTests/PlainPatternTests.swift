import Testing

@testable import Normalization

struct PlainPatternTests {
    private static let texts = [
        "", "0", "1", "a", "ab", "A", "-", "010119-12345", "0101191-2345", "010119-1234",
        "010119-123456", "010119 12345", "4503901234", "45039O1234", "450390123", "5.a", "a.5",
        "aa", "aaa", "0\u{301}10119-12345", "٠١٠١١٩-12345", "x-y", "2018/2019", "\r\n", "é",
    ]

    @Test(
        arguments: [
            "[0-9]{6}-[0-9]{5}", "[0-9]{10}", "a", "a{2}", "[a-z]{3}", "[A-Za-z0-9]", "[abc]{2}",
            "[0-9]\\.[a-z]", "x-y", "[0-9]{4}/[0-9]{4}", "a{0}", "[0-9]{6}\\-[0-9]{5}",
        ])
    func `a plain pattern matches what the regular expression matches`(pattern: String) throws {
        let plain = try #require(PlainPattern(pattern))
        let regex = try Regex(pattern)
        for text in Self.texts {
            let isMatch = try regex.wholeMatch(in: text) != nil
            #expect(plain.matches(text) == isMatch, "\(text.debugDescription)")
        }
    }

    @Test(
        arguments: [
            "(1[0-2]|[1-9])\\.[a-z]", "a*", "a+", "a?", ".", "^a$", "[^0-9]", "\\d{3}", "a{2,3}",
            "a{2,}",
            "a|b", "[a", "a{", "a{x}", "[]", "[z-a]", "[\\d]", "ā", "a\\", "[0-9]{201}", "(?i)a",
            "[a-z&&b]", "[[a]b]",
        ])
    func `every other pattern is left to the regular expression`(pattern: String) {
        #expect(PlainPattern(pattern) == nil)
    }
}
