import Testing

@testable import Submission

struct TableFaultTests {
    private static let header = "teacher_id,school_code,month,project_minutes,all_minutes,dluv_no\n"
    private static let first = "\(SoundContent.teacher(1)),sloka,2019-02,45,,\n"
    private static let second = "\(SoundContent.teacher(2)),sloka,2019-02,90,9600,D-1\n"

    private func fault(_ text: String) -> TableFault? { fault(Array(text.utf8)) }

    private func fault(_ bytes: [UInt8]) -> TableFault? {
        do throws(TableFault) {
            _ = try TableText.records(bytes, of: Timesheet.self, withIdentifiers: false)
            return nil
        } catch {
            return error
        }
    }

    private func expected(
        _ kind: TableFault.Kind, line: Int, column: String = ""
    ) -> TableFault {
        TableFault(path: "restricted/timesheets.csv", line: line, column: column, kind: kind)
    }

    @Test func `a table as the program writes it has no fault`() {
        #expect(fault(Self.header + Self.first + Self.second) == nil)
    }

    @Test func `bytes that are no UTF-8 are a fault of their line`() {
        let bytes = Array((Self.header + Self.first).utf8)
        let torn = bytes.map { $0 == UInt8(ascii: "k") ? 0xFF : $0 }
        #expect(
            fault(Array(Self.header.utf8) + torn.dropFirst(Self.header.utf8.count))
                == expected(.encoding, line: 2))
    }

    @Test func `an empty file has no header`() {
        #expect(fault("") == expected(.header, line: 0))
    }

    @Test func `another header is a fault`() {
        #expect(
            fault(Self.header.replacing("month", with: "period") + Self.first)
                == expected(.header, line: 1))
    }

    @Test func `a mark before the header is a fault`() {
        #expect(fault([0xEF, 0xBB, 0xBF] + Self.header.utf8) == expected(.header, line: 1))
    }

    @Test func `a row with another number of cells is a fault`() {
        #expect(
            fault(Self.header + Self.first + "a,b,c\n")
                == expected(.cells(3, expected: 6), line: 3))
    }

    @Test func `an empty line is a row of one cell`() {
        #expect(
            fault(Self.header + Self.first + "\n") == expected(.cells(1, expected: 6), line: 3))
    }

    @Test(arguments: ["\"sloka", "slo\"ka", "\"sloka\"x"])
    func `a quote that is not closed or stands where none may is a fault`(cell: String) {
        #expect(
            fault(Self.header + Self.first.replacing("sloka", with: cell))
                == expected(.quote, line: 2))
    }

    @Test func `a last line that does not end is a fault`() {
        #expect(
            fault(Self.header + Self.first.dropLast()) == expected(.unended, line: 2))
    }

    @Test(arguments: [
        ("sloka", "", "school_code"), ("2019-02", "2019-13", "month"),
        ("2019-02", "2019-2", "month"), ("45", "045", "project_minutes"),
        ("45", "4,5", "project_minutes"), ("45", "", "project_minutes"),
        ("45", "+45", "project_minutes"), ("45", "forty", "project_minutes"),
        ("fff", "FFF", "teacher_id"), ("fff", "ff", "teacher_id"),
        ("sloka", "slo\rka", "school_code"),
    ])
    func `a cell that is none of its column's type is a fault`(
        old: String, new: String, column: String
    ) {
        let row = Self.first.replacing(old, with: new.contains(",") ? "\"\(new)\"" : new)
        #expect(fault(Self.header + row) == expected(.value, line: 2, column: column))
    }

    @Test func `rows in another order are a fault of the later`() {
        #expect(fault(Self.header + Self.second + Self.first) == expected(.order, line: 3))
    }

    @Test func `two rows of one key are a fault of the second`() {
        #expect(
            fault(Self.header + Self.first + Self.first.replacing("45", with: "46"))
                == expected(.repeatedKey, line: 3))
    }

    @Test(arguments: ["\"sloka\"", "\"2019-02\""])
    func `a quote that need not be is not the form of a package`(cell: String) {
        let bare = String(cell.dropFirst().dropLast())
        #expect(
            fault(Self.header + Self.first.replacing(bare, with: cell))
                == expected(.form, line: 0))
    }
}
