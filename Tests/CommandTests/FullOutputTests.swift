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
                == "pumpurs: standard output cannot be written: Broken pipe; free some space, or "
                + "let the program that reads it read all of it\n")
    }

    @Test func `reports are written although the terminal takes nothing`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.shell(
            "\"$PUMPURS\" report --inbox inbox --language en >/dev/full")
        #expect(outcome.code == 73)
        #expect(outcome.errors == Self.full)
        let pages = try workplace.files(in: "reports").keys.filter { $0.hasSuffix("report.html") }
        #expect(pages.count == 3)
    }

    @Test func `a terminal that is closed for errors too does not keep the run from ending`() throws
    {
        let workplace = try Workplace()
        let outcome = try workplace.shell("\"$PUMPURS\" rules >/dev/full 2>&1")
        #expect(outcome.code == 73)
        #expect(outcome.errors == "")
    }
}
