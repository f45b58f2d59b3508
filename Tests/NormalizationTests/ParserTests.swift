import PupilSupport
import Testing

@testable import Normalization

struct DateParserTests {
    @Test(arguments: [
        ("2019-05-31", "2019-05-31"), ("31.05.2019.", "2019-05-31"), ("31.5.2019", "2019-05-31"),
        ("1.5.2019.", "2019-05-01"), ("31.05.19.", "2019-05-31"), ("31.05.19", "2019-05-31"),
        ("2019.05.31.", "2019-05-31"), ("2019.5.1", "2019-05-01"), ("31. 05. 2019.", "2019-05-31"),
        ("2019. gada 31. maijs", "2019-05-31"), ("2018. gada 28. oktobrī", "2018-10-28"),
        ("2018.gada 3.septembrī", "2018-09-03"), ("2019. gada 7. JANVĀRIS", "2019-01-07"),
        ("2019. gada 1. martā", "2019-03-01"), ("2020. gada 29. februārī", "2020-02-29"),
    ])
    func `every spelling of a day is read`(text: String, day: String) {
        #expect(DateParser.read(text) == CivilDate(iso: day).map(DateParser.Reading.date))
    }

    @Test(arguments: [
        "31.02.2019.", "2019-13-01", "2019-02-29", "00.01.2019.", "31.06.19.",
        "2019. gada 31. aprīlī",
    ])
    func `a day that the calendar lacks is impossible`(text: String) {
        #expect(DateParser.read(text) == .impossible)
    }

    @Test(arguments: [
        "", "-", "maijs", "31.05.", "31/05/2019", "31.05-2019", "2019-5-31", "20190531",
        "31.05.2019 12:00", "2019-05-31T00:00", "31.05.119", "gada 31. maijs",
        "2019. gada 31. mai", "2019. g. 31. maijs", "2019. gada maijs", "43616",
    ])
    func `anything else is not a date`(text: String) {
        #expect(DateParser.read(text) == .notADate)
    }
}

struct SemesterParserTests {
    @Test(arguments: [
        ("2018-2019-2", "2018-2019-2"), ("2018./2019. mācību gada 2. semestris", "2018-2019-2"),
        ("2018/2019, II semestris", "2018-2019-2"), ("2018./19. m. g. 1. sem.", "2018-2019-1"),
        ("2018./2019. m.g. I semestrī", "2018-2019-1"), ("2018/19 1", "2018-2019-1"),
        ("2018./2019. MĀCĪBU GADA 1. SEMESTRIS", "2018-2019-1"),
    ])
    func `every spelling of a semester is read`(text: String, code: String) {
        #expect(SemesterParser.read(text)?.code == code)
    }

    @Test(arguments: [
        "", "2018", "2018/2019", "2018/2020 1", "2018/2019 3", "2018/2019 1 2", "18/19 1",
        "1. semestris", "2018/2019 III", "2018/2019 gada 1. ceturksnis",
    ])
    func `anything else is no semester`(text: String) {
        #expect(SemesterParser.read(text) == nil)
    }
}

struct ClassLabelParserTests {
    @Test(arguments: [
        ("5.a", "5.a"), ("5a", "5.a"), ("5.A", "5.a"), ("5. a", "5.a"), ("5.a.", "5.a"),
        ("5.A klase", "5.a"), ("5. klase", "5."), ("5", "5."), ("12.ž kl.", "12.ž"),
        ("05.b", "5.b"), ("7-c", "7.c"),
    ])
    func `every spelling of a class is read`(text: String, label: String) {
        #expect(ClassLabelParser.read(text)?.description == label)
    }

    @Test(arguments: ["", "a", "klase", "0.a", "13.a", "5.ab", "5.1", "123", "5.a/b", "V a"])
    func `anything else is no class`(text: String) {
        #expect(ClassLabelParser.read(text) == nil)
    }
}

struct NumberParserTests {
    @Test(arguments: [("0", 0), ("17", 17), ("007", 7), ("999999999", 999_999_999)])
    func `a whole number is read`(text: String, number: Int) {
        #expect(NumberParser.readCount(text) == .number(number))
    }

    @Test(arguments: ["", "-1", "+1", "1,0", "1 000", "1000000000", "abc", "１", "½"])
    func `anything else is no whole number`(text: String) {
        #expect(NumberParser.readCount(text) == .notANumber)
    }

    @Test(arguments: [
        ("40", 40), ("40 min", 40), ("40 min.", 40), ("40MIN", 40), ("40 minūtes", 40),
        ("1 minūte", 1), ("1:20", 80), ("01:05", 65), ("0:40", 40), ("1 h 20 min", 80),
        ("1h20", 80), ("1 h", 60), ("1,5 h", 90), ("2 st. 10 min", 130), ("2 stundas", 120),
        ("1 stunda 5 minūtes", 65), ("1 st.", 60), ("40,0", 40),
    ])
    func `a length of time is read as minutes`(text: String, minutes: Int) {
        #expect(
            NumberParser.readMinutes(text, decimalMark: ",", minutesPerUnit: 1)
                == .number(minutes))
    }

    @Test(arguments: [
        ("1", 60), ("1,5", 90), ("0,75", 45), ("1,25", 75), ("0,1", 6), ("40 min", 40),
        ("1:20", 80), ("1 h", 60),
    ])
    func `hours become minutes`(text: String, minutes: Int) {
        #expect(
            NumberParser.readMinutes(text, decimalMark: ",", minutesPerUnit: 60)
                == .number(minutes))
    }

    @Test func `the mark of the fraction is the pinned one`() {
        #expect(
            NumberParser.readMinutes("1.5", decimalMark: ".", minutesPerUnit: 60) == .number(90))
    }

    @Test(arguments: [
        "", "-40", "40,5", "1,5,5", "1.5", ",5", "1,", "1:60", "1:5", "1:20:30", ":20", "h",
        "20 sek", "20 s", "1 h x", "pusstunda", "40 min 10",
    ])
    func `a length that is no whole number of minutes is not read`(text: String) {
        #expect(
            NumberParser.readMinutes(text, decimalMark: ",", minutesPerUnit: 1) == .notANumber)
    }

    @Test(arguments: ["0,333", "0,01", "1,0000001"])
    func `hours that are no whole number of minutes are not read`(text: String) {
        #expect(
            NumberParser.readMinutes(text, decimalMark: ",", minutesPerUnit: 60) == .notANumber)
    }
}

struct FoldedTextTests {
    @Test(arguments: [" Psihologs ", "PSIHOLOGS", "psihologs.", "psihologs"])
    func `case, blanks at the ends and a final full stop do not matter`(text: String) {
        #expect(FoldedText(text) == FoldedText("psihologs"))
    }

    @Test func `repeated blanks count once`() {
        #expect(FoldedText("Latviešu \t valoda") == FoldedText("latviešu\u{A0}valoda"))
    }

    @Test func `composed and decomposed letters are the same`() {
        #expect(FoldedText("a\u{304}bols") == FoldedText("ābols"))
    }

    @Test func `letters with and without their marks differ`() {
        #expect(FoldedText("abols") != FoldedText("ābols"))
    }

    @Test func `a full stop alone stays`() {
        #expect(FoldedText(".").text == ".")
    }
}
