import Foundation
import Testing

@Suite struct `An output that takes nothing` {
    private static let full =
        "pumpurs: standard output cannot be written: No space left on device; free some space, or "
        + "let the program that reads it read all of it\n"

    /// Commands whose text is longer than a pipe holds, or of any length where the disk is full.
    private static let commands = [
        "inspect a.csv --language en", "inspect a.csv --as csv --language en",
        "inspect --all in --language en", "rules --language en", "lint --language en",
        "test --language en", "--help --language en", "report --help --language en",
        "--version --language en",
    ]

    @Test(arguments: commands)
    func `a full disk under standard output is told in one message and ends with code 73`(
        command: String
    ) throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try workplace.write("a;b\n1;2\n3;4\n", to: "a.csv")
        try workplace.write("a;b\n1;2\n3;4\n", to: "in/a.csv")
        let outcome = try workplace.shell("\"$PUMPURS\" \(command) >/dev/full")
        #expect(outcome.code == 73)
        #expect(outcome.errors == Self.full)
    }

    @Test func `a reader that leaves is told in one message and ends with code 73`() throws {
        let workplace = try Workplace()
        let outcome = try workplace.shell(
            "{ sleep 1; \"$PUMPURS\" rules --language en; echo $? >code; } | true")
        #expect(try workplace.text("code") == "73\n")
        #expect(
            outcome.errors
                == "pumpurs: the program that reads standard output has stopped, and not all was "
                + "written; if all is wanted, write it into a file\n")
    }

    @Test func `reports are written although the terminal takes nothing`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.shell(
            "\"$PUMPURS\" report --inbox inbox --language en >/dev/full")
        #expect(outcome.code == 73)
        #expect(outcome.errors == Self.full)
        let pages = try workplace.files(in: "reports").keys.filter {
            $0.hasSuffix("internal/report.html")
        }
        #expect(pages.count == 3)
    }

    @Test func `notes that somebody put beside a report stay when it is replaced`() throws {
        let workplace = try Preparation.reported.copy()
        let folder = "reports/2018-2019-2/internal"
        try workplace.write("mine", to: "\(folder)/notes.txt")
        try workplace.write("mine too", to: "\(folder)/more/notes.txt")
        _ = try workplace.shell("echo old >\"\(folder)/$(printf 'v\\347.txt')\"")
        try workplace.write("old", to: "\(folder)/report.html")
        #expect(try workplace.report().code == 3)
        #expect(try workplace.text("\(folder)/notes.txt") == "mine")
        #expect(try workplace.text("\(folder)/more/notes.txt") == "mine too")
        #expect(try workplace.shell("cat \(folder)/v?.txt").output == "old\n")
        #expect(try workplace.text("\(folder)/report.html") != "old")
        #expect(try workplace.shell("ls -A reports/2018-2019-2").output == "internal\npublic\n")
    }

    @Test func `notes that a killed run left in the old folder come back`() throws {
        let workplace = try Preparation.reported.copy()
        let semester = "reports/2018-2019-2"
        try workplace.write("mine", to: "\(semester)/.internal-999999999/notes.txt")
        try workplace.write("old", to: "\(semester)/.internal-999999999/report.html")
        #expect(try workplace.report().code == 3)
        #expect(try workplace.text("\(semester)/internal/notes.txt") == "mine")
        #expect(try workplace.shell("ls -A \(semester)").output == "internal\npublic\n")
    }

    @Test func `a terminal that is closed for errors too does not keep the run from ending`() throws
    {
        let workplace = try Workplace()
        let outcome = try workplace.shell("\"$PUMPURS\" rules >/dev/full 2>&1")
        #expect(outcome.code == 73)
        #expect(outcome.errors == "")
    }
}
