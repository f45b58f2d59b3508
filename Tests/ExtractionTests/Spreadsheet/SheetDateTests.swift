import Testing

@testable import Extraction

struct SheetDateTests {
    @Test(arguments: [
        ("14", "43507", "2019-02-11"), ("15", "43507", "2019-02-11"), ("17", "43507", "2019-02-11"),
        ("18", "0.0625", "01:30"), ("20", "0.5625", "13:30"),
        ("21", "0.5625115740740741", "13:30:01"),
        ("22", "43507.5625", "2019-02-11 13:30"), ("45", "0.0625", "01:30"),
        ("46", "1.25", "30:00"), ("47", "0.5", "12:00"), ("13", "43507", "43507"),
        ("23", "43507", "43507"), ("49", "43507", "43507"),
    ])
    func `built-in formats make days and times`(
        format: String, number: String, text: String
    ) throws {
        #expect(try cell(number, format) == text)
    }

    @Test(arguments: [
        ("dd\\.mm\\.yyyy\\.", CellFormat.date), ("dd.mm.yyyy;@", .date), ("mm/dd/yy", .date),
        ("yyyy\". gada \"d. mmmm", .date), ("[$-426]dddd, yyyy\". gada \"d. mmmm", .date),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("YYYY-MM-DD", .date), ("mmm", .date),
        ("mm", .date), ("yyyymmdd", .date), ("[Red]d.m.yy", .date), ("e", .date),
        ("hh:mm", .time), ("h:mm AM/PM", .time), ("h:mm a/p", .time), ("mm:ss", .time),
        ("mm:ss.000", .time), ("h\" h \"mm\" min\"", .time), ("[$-F400]h:mm:ss\\ AM/PM", .time),
        ("ss", .time), ("hhmm", .time),
        ("dd.mm.yyyy hh:mm", .dateAndTime), ("yyyy-mm-dd\\Thh:mm:ss", .dateAndTime),
        ("m/d/yy h:mm", .dateAndTime), ("h:mm d.m.yy", .dateAndTime),
        ("[h]:mm", .duration), ("[hh]:mm:ss", .duration), ("[mm]:ss", .duration),
        ("[s]", .duration), ("[H]\" st.\"", .duration),
        ("General", .number), ("GENERAL", .number), ("@", .number), ("0.00", .number),
        ("#,##0", .number), ("0.00E+00", .number), ("##0.0E-0", .number), ("0%", .number),
        ("# ?/?", .number), ("[$€-426]\\ #,##0.00", .number), ("0.0\" stundas\"", .number),
        ("\"dd.mm.yyyy\"0", .number), ("0\\d\\y", .number), ("[Red]0;[Blue]-0", .number),
        ("_-* #,##0.00_-", .number), ("Standard", .number), ("[<1]0;d.m.yy", .number),
        ("", .number),
        ("\"", .number), ("[", .number), ("\\", .number), ("_", .number), ("a/", .number),
    ])
    func `a format code is understood`(code: String, format: CellFormat) {
        #expect(CellFormat(code: code) == format)
    }

    @Test(arguments: [
        ("0", "1900-01-00"), ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"),
        ("61", "1900-03-01"), ("366", "1900-12-31"), ("367", "1901-01-01"), ("36585", "2000-02-29"),
        ("36586", "2000-03-01"), ("43465", "2018-12-31"), ("43466", "2019-01-01"),
        ("43890", "2020-02-29"), ("73051", "2100-01-01"), ("73110", "2100-03-01"),
        ("2958465", "9999-12-31"), ("2958466", "2958466"), ("-1", "-1"), ("99999999", "99999999"),
        ("1E+99", "1E+99"), ("x", "x"),
    ])
    func `days are counted from 1900 as Excel counts them`(number: String, text: String) throws {
        #expect(try cell(number, "14") == text)
    }

    @Test(arguments: [
        ("0", "1904-01-01"), ("42045", "2019-02-11"), ("2957003", "9999-12-31"),
        ("2957004", "2957004"),
    ])
    func `days may be counted from 1904`(number: String, text: String) throws {
        #expect(try cell(number, "14", properties: "date1904='1'") == text)
    }

    @Test(arguments: [
        ("43507.999999999", "2019-02-12"), ("43506.99999", "2019-02-10 23:59:59"),
        ("43507.54166666666424", "2019-02-11 13:00"), ("43507", "2019-02-11"),
        ("4.350754E+4", "2019-02-11 12:57:36"),
    ])
    func `a time is rounded to the second`(number: String, text: String) throws {
        #expect(try cell(number, "22") == text)
    }

    @Test(arguments: [
        ("2019-02-11", "2019-02-11"), ("2019-02-11T00:00:00", "2019-02-11"),
        ("2019-02-11T13:30:00.000", "2019-02-11 13:30"),
        ("2019-02-11T13:30:05", "2019-02-11 13:30:05"),
        ("2019-02-11T13:30", "2019-02-11 13:30"), ("2019-02-11T13:30:00Z", "2019-02-11T13:30:00Z"),
        ("13:30:00", "13:30:00"),
    ])
    func `a day as ISO 8601 is read`(value: String, text: String) throws {
        #expect(try cellText("<c t='d'><v>\(value)</v></c>") == text)
    }

    @Test func `a text in the format of a day stays text`() throws {
        #expect(
            try cellText("<c t='str' s='1'><v>11.02.2019.</v></c>", formats: ["14"])
                == "11.02.2019.")
    }

    @Test(arguments: ["7", "x", "-1"])
    func `a style that is not there changes nothing`(style: String) throws {
        #expect(try cellText("<c s='\(style)'><v>43507</v></c>", formats: ["14"]) == "43507")
    }

    @Test func `the styles of names are not those of cells`() throws {
        #expect(try cellText("<c s='0'><v>43507</v></c>", formats: ["15"]) == "43507")
    }

    private func cell(
        _ number: String, _ format: String, properties: String = ""
    ) throws -> String {
        try cellText(
            "<c s='1'><v>\(number)</v></c>", formats: [format], properties: properties)
    }
}
