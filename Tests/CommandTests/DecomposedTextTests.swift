import Foundation
import Testing

@Suite struct `Letters and marks apart` {
    private static let folders = ["vaivari", "sloka"]

    @Test func `names, plans, terms and headers with marks apart are those with letters whole`()
        throws
    {
        let workplace = try Preparation.reported.copy()
        let table = "reports/2018-2019-2/internal/participants.csv"
        let figures = try workplace.bytes(table)
        let rules = try foundRules(in: workplace)
        var changed = 0
        for name in try FileManager.default.subpathsOfDirectory(
            atPath: workplace.path("inbox").path)
        where Self.folders.contains(where: name.hasPrefix) && name.contains(".") {
            let path = "inbox/\(name)"
            guard let text = String(bytes: try workplace.bytes(path), encoding: .utf8) else {
                continue
            }
            let apart = text.decomposedStringWithCanonicalMapping
            changed += apart.utf8.count - text.utf8.count
            try workplace.write(apart, to: path)
        }
        #expect(changed > 1000)
        // The store knows the people and plans by their whole letters.
        let outcome = try workplace.report()
        #expect(outcome.errors == "")
        #expect(try workplace.bytes(table) == figures)
        #expect(try foundRules(in: workplace) == rules)
    }

    private func foundRules(in workplace: borrowing Workplace) throws -> [String] {
        rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .compactMap { row in row["rule"].map { "\(row["file"] ?? "") \($0)" } }.sorted()
    }
}
