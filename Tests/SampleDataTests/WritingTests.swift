import Testing

@testable import SampleData

@Suite struct WritingTests {
    @Test func `a cell with a line end, a quotation mark or the delimiter is quoted`() {
        var table = Table(columns: ["a", "b"], delimiter: ";")
        table.append(["x;y", "say \"no\"\nor yes"])
        #expect(
            table.rendered(as: "t.csv").text == "a;b\r\n\"x;y\";\"say \"\"no\"\"\nor yes\"\r\n")
    }

    @Test func `a finding after a cell of two lines stands on the physical line`() {
        var table = Table(columns: ["a"], delimiter: ";")
        table.append(["one\ntwo"])
        table.append(["three"], PlannedFinding("FLD-001", "a", ""))
        #expect(table.rendered(as: "t.csv").findings.map(\.line) == [4])
    }

    @Test func `a finding in an element stands on the line of its start tag`() {
        var writer = DocumentWriter(file: "t.xml", encoding: "UTF-8")
        let late = Element("c").with(PlannedFinding("FLD-001", "@x", ""))
        writer.write(Element("a", [], [Element("b", text: "one\ntwo"), late]))
        #expect(writer.findings.map(\.line) == [5])
    }

    @Test func `Latvian letters and quotation marks become one byte in Windows-1257`() {
        #expect(Windows1257.encode("āŠ„“–") == [0xE2, 0xD0, 0x84, 0x93, 0x96])
    }

    @Test(arguments: [(45, "0,75"), (30, "0,5"), (60, "1"), (90, "1,5"), (810, "13,5")])
    func `hours have a decimal comma and no needless zeros`(minutes: Int, text: String) {
        #expect(Wording.hours(minutes) == text)
    }

    @Test func `the random numbers are those of the reference implementation`() {
        var random = SplitMix64(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
    }

    @Test func `a day is counted across a leap day`() {
        #expect((Day(2020, 2, 28) + 2).iso == "2020-03-01")
        #expect(Day(2019, 4, 6).weekday == 6)
    }

    @Test func `a new personal code has another than the right check digit`() {
        var random = SplitMix64(seed: 1)
        var codes = PersonalCodes()
        for _ in 0..<200 {
            let code = codes.next(born: Day(2007, 1, 1), century: 2, &random)
            let right = PersonalCodes.checkDigit(of: String(code.prefix(10)))
            #expect(right != nil && code.last != right.map(String.init)?.first)
        }
    }
}
