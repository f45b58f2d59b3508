import PupilSupport
import Reports
import Testing

@Suite struct `Files for everybody` {
    private func report() throws -> SemesterReport {
        var report = try SampleReport.springSemester()
        report.audience = .public
        return report
    }

    @Test func `they are those of the Board without the findings`() throws {
        #expect(
            try report().files().map(\.name) == [
                "report.html", "report.en.html", "summary.json", "summary.xlsx", "participants.csv",
                "teachers.csv",
                "outcomes.csv", "participants.excel.csv", "teachers.excel.csv",
                "outcomes.excel.csv", "csv-metadata.json", "datapackage.json",
            ])
        #expect(
            Set(try SampleReport.springSemester().files().map(\.name)).subtracting(
                try report().files().map(\.name)) == ["quality.csv"])
    }

    @Test func `they name no file that was read and no finding`() throws {
        for file in try report().files() where !file.name.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for word in ["atbalsts.xml", "personals.xml", "REC-005", "quality.csv"] {
                #expect(!text.contains(word), "\(word) in \(file.name)")
            }
        }
    }

    @Test func `the summary says whom it is for and has no quality`() throws {
        let text = try report().text(of: "summary.json")
        #expect(text.contains("\"audience\": \"public\""))
        #expect(text.hasSuffix("  \"quality\": null\n}\n"))
    }

    @Test func `the notes of the workbook say that figures are protected`() throws {
        let notes = try cells(ofSheet: "Piezīmes", in: try report().bytes(of: "summary.xlsx"))
        #expect(
            notes.contains([
                "Lietošana",
                "Publiskots: mazi skaitļi nav rādīti",
            ]))
        #expect(!notes.joined().joined().contains("Iekšējai lietošanai"))
    }
}
