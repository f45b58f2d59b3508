import Foundation
import Testing

/// A year that has not ended, or of which there is nothing.
@Suite struct `The report of a year that is not over` {
    @Test func `is refused before the year has ended`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run(
            at: .october2019, "submit", "year", "2019", "--language", "en")
        #expect(outcome.code == 4)
        #expect(
            outcome.errors
                == "pumpurs: the year 2019 has not ended; its report is due by 2020-01-30, "
                + "and is written before only with --preliminary\n")
        #expect(!FileManager.default.fileExists(atPath: workplace.path("submissions").path))
    }

    @Test func `is preliminary in its name and in every file when it is asked for before`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run(
            at: .october2019, "submit", "year", "2019", "--preliminary", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let name = "\(SubmissionWorkplace.yearName)_preliminary"
        let files = try workplace.files(in: "submissions/\(name)")
        #expect(files.count == 10)
        for (file, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("preliminary") || text.contains("PROVIZORISKS"), "\(file)")
        }
        let sums = try workplace.shell("cd submissions/\(name) && sha256sum -c SHA256SUMS")
        #expect(sums.code == 0, "\(sums.errors)")
        #expect(try SubmissionWorkplace.verify(workplace, "submissions/\(name)").code == 0)
    }

    @Test func `takes the place of the preliminary one as the next revision`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        _ = try workplace.run(at: .october2019, "submit", "year", "2019", "--preliminary")
        let outcome = try SubmissionWorkplace.submitYear(workplace)
        #expect(outcome.output.hasPrefix("pumpurs_8.3.4.0-16-I-001_JURMALA_2019_r02\n"))
    }

    @Test func `of a year without semesters is not made`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run("submit", "year", "2017", "--language", "en")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("nothing of the semesters of 2017"))
    }

    @Test func `of a year that has ended is not preliminary, whatever is asked for`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run(
            at: .spring2020, "submit", "year", "2019", "--preliminary", "--language", "en")
        #expect(outcome.code == 3)
        let made = try FileManager.default.contentsOfDirectory(
            atPath: workplace.path("submissions").path)
        #expect(made.contains(SubmissionWorkplace.yearName))
        #expect(!made.contains { $0.hasSuffix("_preliminary") })
    }

    @Test func `is not written among the reports that others are shown`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run(
            at: .spring2020, "submit", "year", "2019", "--packages", "reports/2018-2019-1/public/x",
            "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("--packages is in the folder that --output names"))
        #expect(
            !FileManager.default.fileExists(
                atPath: workplace.path("reports/2018-2019-1/public/x").path))
    }
}
