import Foundation
import Testing

/// Where packages may lie, and what of them is no file.
@Suite struct `The place of the packages` {
    @Test(arguments: ["submit 2018-2019-2", "submit year 2019", "submit status"])
    func `is not in the inbox that is named`(command: String) throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.shell(
            "\"$PUMPURS\" \(command) --packages inbox/packages --inbox inbox --language en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("--packages is in the inbox"))
        #expect(!FileManager.default.fileExists(atPath: workplace.path("inbox/packages").path))
    }

    @Test(arguments: ["submit 2018-2019-2", "submit year 2019"])
    func `is not in the inbox that the last import read`(command: String) throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.shell(
            "\"$PUMPURS\" \(command) --packages inbox/packages --language en")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("is in the inbox inbox, and the next run would read it"))
        #expect(!FileManager.default.fileExists(atPath: workplace.path("inbox/packages").path))
    }

    @Test(arguments: ["open", "open/deep/er"])
    func `is below no folder that everybody may write`(place: String) throws {
        let workplace = try SubmissionWorkplace.withSamples()
        _ = try workplace.shell("mkdir -p open/deep; chmod 0777 open")
        let outcome = try workplace.run(
            "submit", "2018-2019-2", "--packages", place, "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("everybody may write in the folder '"))
        #expect(outcome.errors.contains("/open'; so") || outcome.errors.contains("/open', so"))
    }

    @Test(arguments: ["02019", "019", "+2019", "20190", "２０１９"])
    func `of a year is named by four digits`(year: String) throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run("submit", "year", year, "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("is no calendar year; write one such as 2019."))
    }

    @Test(arguments: ["manifest.json", "restricted/participants.csv", "SHA256SUMS"])
    func `has a link in the place of a file, and the verification says so`(file: String) throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let place = "\(SubmissionWorkplace.package)/\(file)"
        _ = try workplace.shell("mv \(place) kept; ln -s \"$PWD/kept\" \(place)")
        let outcome = try SubmissionWorkplace.verify(workplace)
        #expect(outcome.code == 4)
        #expect(outcome.output.contains("a symbolic link is there and no file"))
        #expect(!outcome.output.contains("the file is not there"))
    }

    @Test func `may be led to by a link, which is not verified in its place`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell("ln -s \(SubmissionWorkplace.package) link")
        let outcome = try SubmissionWorkplace.verify(workplace, "link")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "pumpurs: link is a symbolic link; name the folder of the package that it leads to\n"
        )
    }
}
