import Foundation
import Testing

@Suite struct `When every record is held back` {
    private static let semester = "2018-2019-2"

    @Test func `the report is written without the figures that nothing tells, and says why`() throws
    {
        let workplace = try Workplace()
        try Self.fill(workplace, ["konsultacijas.csv"])
        try Self.demandTrueCheckDigits(workplace)
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.hasSuffix("reports/\(Self.semester)/internal/report.html\n"))
        let summary = try Summary(workplace, Self.semester)
        #expect(summary.state == "incomplete")
        #expect(summary.keyFigure("participants") == nil)
        #expect(summary.keyFigure("sessions") == nil)
        #expect(
            summary.reasons.contains(
                "jaundubulti/\(Self.semester)/konsultacijas.csv: all 199 records are held back"))
        let quality = rows(
            of: try workplace.text("reports/\(Self.semester)/internal/quality.csv"))
        let files = quality.filter { $0["entry"] == "file" }
        #expect(files.map { $0["records_held_back"] } == ["199"])
        #expect(files.map { $0["records_loaded"] } == ["0"])
        #expect(quality.contains { $0["rule"] == "FLD-006" })
    }

    @Test func `a second run says the same`() throws {
        let workplace = try Workplace()
        try Self.fill(workplace, ["konsultacijas.csv"])
        try Self.demandTrueCheckDigits(workplace)
        let first = try workplace.report()
        let files = try workplace.files(in: "reports")
        let second = try workplace.report()
        #expect(second.code == 3)
        #expect(second.output == first.output)
        #expect(try workplace.files(in: "reports") == files)
    }

    @Test func `a file that has not come is not delivered, not refused`() throws {
        let workplace = try Workplace()
        try Self.fill(workplace, ["konsultacijas.csv"])
        _ = try workplace.report()
        let quality = rows(
            of: try workplace.text("reports/\(Self.semester)/internal/quality.csv"))
        let missing = quality.filter { $0["rule"] == "FIL-009" }
        #expect(Set(missing.map { $0["disposition"] }) == ["not_delivered"])
    }

    @Test func `a file that was sent is not said to be missing`() throws {
        let workplace = try Workplace()
        try Self.fill(workplace, ["konsultacijas.csv"])
        try Self.demandTrueCheckDigits(workplace)
        _ = try workplace.report()
        let reasons = try Summary(workplace, Self.semester).reasons
        let missing = reasons.filter { $0.contains("Jaundubulti") && $0.contains("has not sent") }
        #expect(missing.contains { $0.hasSuffix(": plans") })
        #expect(!missing.contains { $0.hasSuffix(": consultations") })
    }

    @Test func `sessions without their plans make a report of their semester`() throws {
        let workplace = try Workplace()
        try Self.fill(workplace, ["konsultacijas.csv"])
        #expect(try workplace.report().code == 3)
        #expect(try Summary(workplace, Self.semester).keyFigure("sessions") == 0)
    }

    @Test func `records that name no semester stand in the newest report that is owed`() throws {
        let workplace = try Workplace()
        try Self.fill(workplace, ["konsultacijas.csv"]) { $0.replacing("m.g.", with: "m.x.") }
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        let quality = rows(of: try workplace.text("reports/2019-2020-1/internal/quality.csv"))
        #expect(quality.contains { $0["rule"] == "FLD-011" })
        #expect(
            try workplace.run("report", "--inbox", "inbox", "--semester", Self.semester).code == 3)
        #expect(try Summary(workplace, Self.semester).keyFigure("participants") == nil)
    }

    @Test func `the corrected file takes the place of the one held back`() throws {
        let workplace = try Preparation.reported.copy()
        let good = try workplace.files(in: "reports")
        let other = try Workplace()
        try Self.fill(other, ["konsultacijas.csv"])
        try Self.demandTrueCheckDigits(other)
        _ = try other.report()
        try FileManager.default.removeItem(at: other.path("inbox"))
        try FileManager.default.removeItem(at: other.path("pipelines"))
        try other.copySamples()
        try FileManager.default.removeItem(at: other.path("reports"))
        _ = try other.report()
        #expect(try other.files(in: "reports") == good)
    }

    @Test func `an inbox of headers alone still has no data`() throws {
        let workplace = try Workplace()
        try Self.fill(workplace, ["konsultacijas.csv"]) {
            String($0.prefix { !$0.isNewline }) + "\r\n"
        }
        let outcome = try workplace.report()
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "there are no data of any semester; put exports with records into 'inbox', or "
                + "check --semester\n")
    }

    /// Puts files of one school and semester, changed as they are wished, into the inbox.
    private static func fill(
        _ workplace: borrowing Workplace, _ names: [String],
        changed: (String) -> String = { $0 }
    ) throws {
        try workplace.copyDefinitions()
        for name in names {
            let path = "jaundubulti/\(semester)/\(name)"
            let sample = Workplace.repository.appending(path: "sample-data/\(path)")
            // Letters of windows-1257 are kept as the bytes that they are.
            let text = String(
                try Data(contentsOf: sample).map { Character(Unicode.Scalar($0)) })
            let bytes = changed(text).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            try workplace.write(bytes, to: "inbox/\(path)")
        }
    }

    /// Personal codes of the samples are wrong on purpose.
    private static func demandTrueCheckDigits(_ workplace: borrowing Workplace) throws {
        let name = "pipelines/sources/jaundubulti.yaml"
        let text = try workplace.text(name)
        try workplace.write(
            text.replacing("check_digit: synthetic", with: "check_digit: verify"), to: name)
    }
}
