import Testing

@testable import Submission

struct YearNameTests {
    private static let text = "pumpurs_8.3.4.0-16-I-001_JURMALA_2019_r01"

    @Test(arguments: [text, text + "_preliminary"])
    func `a name is read as it is written`(text: String) throws {
        let name = try #require(YearName(text))
        #expect(name.description == text)
        #expect(name.year == 2019)
        #expect(name.revision == 1)
        #expect(name.isPreliminary == text.hasSuffix("_preliminary"))
    }

    @Test(arguments: [
        "pumpurs_8.3.4.0-16-I-001_JURMALA_2018-2019-S2_r01", text + "_draft", text + "_",
        "pumpurs_8.3.4.0-16-I-001_JURMALA_19_r01", "pumpurs_8.3.4.0-16-I-001_JURMALA_2019_r1",
        "pumpurs_8.3.4.0-16-I-001_JURMALA_2019_r00",
    ])
    func `another name is none`(text: String) {
        #expect(YearName(text) == nil)
    }

    @Test func `a preliminary report is a revision of the same one`() throws {
        let first = try #require(YearName(Self.text + "_preliminary"))
        let second = try #require(YearName(Self.text))
        #expect(first.isSameReport(as: second))
    }

    @Test func `the report of a year is due by 30 January of the next`() {
        #expect(YearManifest.dueDay(of: 2019) == "2020-01-30")
    }
}
