import Testing

@testable import Submission

/// The order of keys is that of their cells' bytes, one cell after the other.
struct RecordKeysTests {
    private func sheets(_ keys: [(String, String)]) -> [Timesheet] {
        keys.map { teacher, school in
            var sheet = Timesheet()
            sheet.teacher = teacher
            sheet.school = school
            return sheet
        }
    }

    @Test(arguments: [
        // What is shorter comes first, whatever the next cell begins with.
        [("a", "z"), ("ab", "a")],
        [("a", "z"), ("a\u{0}", "a")],
        [("a\u{0}", "a"), ("a\u{1}", "a")],
        [("a\u{0}\u{0}", ""), ("a\u{0}a", "")],
        [("a", "\u{0}"), ("a", "\u{0}\u{0}")],
        // Bytes, not a language: capitals before small letters, and those before letters with marks.
        [("Z", ""), ("a", "")],
        [("z", ""), ("ā", "")],
        [("", "z"), ("a", "")],
    ])
    func `a key comes before another`(keys: [(String, String)]) {
        let records = sheets(keys)
        #expect(RecordKeys(records).order == [0, 1])
        #expect(RecordKeys(records).firstMisplaced == nil)
        let turned = RecordKeys(Array(records.reversed()))
        #expect(turned.order == [1, 0])
        #expect(turned.firstMisplaced?.place == 1)
        #expect(turned.firstMisplaced?.isRepeated == false)
    }

    @Test func `records of one key keep their order, and the second is named`() {
        let keys = RecordKeys(sheets([("a", "x"), ("b", "x"), ("b", "x"), ("a", "x")]))
        #expect(keys.order == [0, 3, 1, 2])
        #expect(keys.firstMisplaced?.place == 2)
        #expect(keys.firstMisplaced?.isRepeated == true)
    }

    @Test func `nothing and one record are in order`() {
        #expect(RecordKeys([Timesheet]()).order == [])
        #expect(RecordKeys([Timesheet()]).firstMisplaced == nil)
    }
}
