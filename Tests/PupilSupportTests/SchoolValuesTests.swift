import Testing

@testable import PupilSupport

struct SchoolClassTests {
    @Test func `a class is stored as level and place of the letter`() {
        #expect(SchoolClass(level: 5, parallel: "a")?.storedValue == 501)
    }

    @Test func `a class without a parallel is stored with zero`() {
        #expect(SchoolClass(level: 12, parallel: nil)?.storedValue == 1200)
    }

    @Test func `every class survives its stored value`() {
        for level in 1...12 {
            for parallel in [nil] + SchoolClass.letters.map(Optional.some) {
                let original = SchoolClass(level: level, parallel: parallel)
                #expect(original != nil)
                #expect(original.flatMap { SchoolClass(storedValue: $0.storedValue) } == original)
            }
        }
    }

    @Test func `Latvian and plain letters are different parallels`() {
        #expect(
            SchoolClass(level: 7, parallel: "ā")?.storedValue
                != SchoolClass(level: 7, parallel: "a")?.storedValue)
    }

    @Test(arguments: [Int.min, -501, -1, 0, 1, 99, 1300, 599])
    func `an integer that names no class is refused`(storedValue: Int) {
        #expect(SchoolClass(storedValue: storedValue) == nil)
    }

    @Test(arguments: [(0, "a"), (13, "a"), (5, "1"), (5, "A")] as [(Int, Character)])
    func `a class that no school has is refused`(level: Int, parallel: Character) {
        #expect(SchoolClass(level: level, parallel: parallel) == nil)
    }

    @Test func `a class is written as schools do`() {
        #expect(SchoolClass(level: 5, parallel: "a")?.description == "5.a")
    }

    @Test func `a class without a parallel is written with its full stop`() {
        #expect(SchoolClass(level: 5, parallel: nil)?.description == "5.")
    }
}

struct MarkTests {
    @Test(arguments: [("1", 1), ("10", 10), ("nv", 21), ("i", 31), ("ni", 32)])
    func `a mark has a code and a stored value`(code: String, storedValue: Int) {
        #expect(Mark(code: code)?.storedValue == storedValue)
        #expect(Mark(storedValue: storedValue)?.code == code)
    }

    @Test(arguments: ["", "0", "11", "-1", "NV", "n", "4,5"])
    func `another code is no mark`(code: String) {
        #expect(Mark(code: code) == nil)
    }

    @Test(arguments: [Int.min, -1, 0, 11, 20, 22, 30, 33])
    func `another integer is no mark`(storedValue: Int) {
        #expect(Mark(storedValue: storedValue) == nil)
    }
}

struct PersonalCodeTests {
    @Test func `the hyphen is left out`() {
        #expect(PersonalCode("161175-19997")?.digits == "16117519997")
    }

    @Test func `eleven digits need no hyphen`() {
        #expect(PersonalCode("16117519997") == PersonalCode("161175-19997"))
    }

    @Test func `the published example has a valid check digit`() {
        #expect(PersonalCode("161175-19997")?.hasValidCheckDigit == true)
    }

    @Test(arguments: ["0", "1", "2", "3", "4", "5", "6", "8", "9"])
    func `any other last digit is wrong`(digit: String) {
        #expect(PersonalCode("161175-1999\(digit)")?.hasValidCheckDigit == false)
    }

    @Test(arguments: [
        ("161175-19997", "1975-11-16"), ("010107-21234", "2007-01-01"),
        ("311299-01234", "1899-12-31"), ("290200-20000", "2000-02-29"),
    ])
    func `an old code begins with the birth date`(text: String, date: String) throws {
        #expect(try PersonalCode(text)?.birthDate == day(date))
    }

    @Test(arguments: ["32000000001", "39999999999", "320000-00001"])
    func `a code of the new kind tells no birth date`(text: String) throws {
        let code = try #require(PersonalCode(text))
        #expect(code.isNewKind)
        #expect(code.birthDate == nil)
    }

    @Test func `a birth on the thirty-first is no new code`() {
        #expect(PersonalCode("311299-01234")?.isNewKind == false)
    }

    @Test(arguments: ["300219-11234", "290219-21234", "011307-21234", "000107-21234"])
    func `an old code with a day that the calendar lacks is refused`(text: String) {
        #expect(PersonalCode(text) == nil)
    }

    @Test func `a century that does not exist is refused`() {
        #expect(PersonalCode("010107-31234") == nil)
    }

    @Test(arguments: [
        "", "161175", "161175-1999", "161175-199970", "16117-519997", "161175 19997",
        "161175--9997", "161175-1999x", "１61175-19997",
    ])
    func `text of another form is no code`(text: String) {
        #expect(PersonalCode(text) == nil)
    }
}
