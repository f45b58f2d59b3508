import Foundation
import Testing

/// What schools export of the documents that support rests on, from the file to the package: the day of a result, and
/// the head's order of a remote session.
@Suite struct `Documents that a school exports` {
    private static let semesters = ["2018-2019-1", "2018-2019-2", "2019-2020-1"]

    /// Adds a column to the files of Vaivari.
    private func addColumn(
        _ name: String, to file: String, of workplace: borrowing Workplace,
        _ value: (_ semester: String, _ row: String) -> String
    ) throws {
        for semester in Self.semesters {
            let path = "inbox/vaivari/\(semester)/\(file)"
            guard FileManager.default.fileExists(atPath: workplace.path(path).path) else {
                continue
            }
            var isHeader = true
            let lines = try workplace.text(path).components(separatedBy: "\r\n").map { line in
                guard !line.isEmpty else { return line }
                let isName = isHeader && (line.contains("IAP kods"))
                let cell = isName ? name : isHeader ? "" : value(semester, line)
                if isName { isHeader = false }
                return "\(line),\(cell)"
            }
            try workplace.write(lines.joined(separator: "\r\n"), to: path)
        }
    }

    private func map(
        _ field: String, in anchor: String, of workplace: borrowing Workplace
    ) throws {
        let path = "pipelines/sources/vaivari.yaml"
        let text = try workplace.text(path)
        #expect(text.contains(anchor))
        try workplace.write(
            text.replacingOccurrences(of: anchor, with: "\(field)\n          \(anchor)"), to: path)
    }

    /// Results of spring are recorded on the 28th day after the plans' end, those of one plan on the 29th.
    private func withDatedResults() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copySamples()
        try map(
            "recorded_on: {column: Rezultāts reģistrēts}",
            in: "continuation: {column: Turpmākā rīcība}", of: workplace)
        try addColumn("Rezultāts reģistrēts", to: "iap.csv", of: workplace) { semester, row in
            guard semester == "2018-2019-2" else { return "" }
            return row.contains("IAP1902006") ? "29.06.2019" : "28.06.2019"
        }
        _ = try workplace.report()
        return workplace
    }

    private func check(_ workplace: borrowing Workplace) throws -> [String] {
        try SubmissionWorkplace.submit(workplace, "--dry-run").output
            .split(separator: "\n").map(String.init)
    }

    @Test func `make a result of the 29th day late, and none of the 28th`() throws {
        let lines = try check(try withDatedResults())
        let late = lines.filter { $0.contains("days after leaving") && $0.contains("recorded 2") }
        #expect(
            late == [
                "  vaivari/2018-2019-2/iap.csv:8 (vaivari): recorded 29 days after leaving, 28 are allowed"
            ])
    }

    @Test func `leave undated only the results of the schools that date none`() throws {
        let lines = try check(try withDatedResults())
        let undated = lines.filter { $0.contains("results without a day") }
        #expect(undated.count == 2)
        #expect(undated.allSatisfy { !$0.contains("vaivari") })
    }

    /// All remote sessions name the head's order but the first.
    private func withOrders() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copySamples()
        try map(
            "order_number: {column: Piezīmes / Rīkojums}",
            in: "confirmed_on: {column: Atbalsts / Apliecināts}", of: workplace)
        var isFirst = true
        try addColumn("Rīkojums", to: "konsultacijas.csv", of: workplace) { semester, row in
            guard row.contains("tiešsaist") else { return "" }
            if semester == "2018-2019-2", isFirst {
                isFirst = false
                return ""
            }
            return "1-8/45"
        }
        return workplace
    }

    @Test func `hold a remote session back for which no order is named`() throws {
        let workplace = try withOrders()
        _ = try workplace.report()
        let list = try workplace.run("quarantine", "list", "--rule", "REC-012", "--language", "en")
        #expect(list.output.contains("a remote session on 30.01.2019. without the head's order"))
        #expect(list.output.contains("records: 1\n"))
    }

    @Test func `give the package the numbers of the orders, and no session without one`() throws {
        let workplace = try withOrders()
        try SubmissionWorkplace.correctApproval(workplace)
        _ = try workplace.report()
        for rule in SubmissionWorkplace.warnings {
            _ = try SubmissionWorkplace.acknowledge(rule, workplace)
        }
        #expect(try SubmissionWorkplace.submit(workplace).code == 0)
        let sessions = rows(
            of: try workplace.text("\(SubmissionWorkplace.package)/restricted/consultations.csv"))
        let remote = sessions.filter {
            $0["mode"] == "remote" && $0["iap_id"]?.hasPrefix("vaivari/2018-2019-2/") == true
        }
        #expect(
            remote.map { $0["date"] }.sorted { ($0 ?? "") < ($1 ?? "") } == [
                "2019-02-04", "2019-02-21", "2019-04-11",
            ])
        #expect(Set(remote.map { $0["order_ref"] }) == ["1-8/45"])
        #expect(try SubmissionWorkplace.verify(workplace).code == 0)
    }
}
