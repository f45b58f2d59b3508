import Testing

@testable import Submission

struct ColumnValueTests {
    private func take<Record: PackageRecord>(
        _ column: String, _ text: String, into record: Record
    ) -> Record? {
        var record = record
        let column = Record.table.columns.first { $0.name == column }
        return column?.take(&record, text) == true ? record : nil
    }

    @Test(arguments: ["F", "M"])
    func `a code of the list is taken`(text: String) {
        #expect(take("sex", text, into: Participant())?.sex?.rawValue == text)
    }

    @Test(arguments: ["f", "X", "F "])
    func `another code is not taken`(text: String) {
        #expect(take("sex", text, into: Participant()) == nil)
    }

    @Test func `an empty cell of a column that may be empty is taken`() {
        #expect(take("sex", "", into: Participant())?.sex == nil)
        #expect(take("sex", "", into: Participant()) != nil)
    }

    @Test func `an empty cell of a column that may not be empty is not taken`() {
        #expect(take("entry_date", "", into: Participant()) == nil)
    }

    @Test(arguments: ["family", "family;learning"])
    func `codes in their order are taken`(text: String) {
        #expect(
            take("risk_codes", text, into: Participation())?.risks.joined(separator: ";") == text)
    }

    @Test(arguments: ["learning;family", "family;family", "family;", ";family"])
    func `codes in another order, twice or empty are not taken`(text: String) {
        #expect(take("risk_codes", text, into: Participation()) == nil)
    }

    @Test(arguments: ["2019-02-29", "29.02.2020.", "2019-2-1"])
    func `what is no day is not taken`(text: String) {
        #expect(take("plan_start", text, into: Participation()) == nil)
    }

    @Test(arguments: ["TRUE", "1", "yes", ""])
    func `what is neither true nor false is not taken`(text: String) {
        #expect(take("eligible", text, into: Consultation()) == nil)
    }

    @Test(arguments: ["12.50", "012", "1,5", "1e3"])
    func `an amount that is not written in the one way is not taken`(text: String) {
        #expect(take("value_eur", text, into: Claim()) == nil)
    }

    @Test(arguments: ["A", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
    func `what is no fingerprint is not taken`(text: String) {
        #expect(take("source_file_sha256", text, into: Participant()) == nil)
    }

    @Test(arguments: [
        ColumnType.text, .code(["a"]), .fingerprint, .pseudonym, .month, .date, .integer, .amount,
        .flag,
    ])
    func `no type has a value with a line break`(type: ColumnType) {
        #expect(!ColumnValue.isValid("a\nb", of: type))
    }
}
