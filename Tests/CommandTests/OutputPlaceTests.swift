import Foundation
import Testing

/// Where outputs may go, and where they would write over what is not theirs.
@Suite struct `The place of an output` {
    @Test(arguments: [
        "quarantine export --output state/pumpurs.sqlite --state state",
        "letter --school sloka --output state --state state",
        "rollup --inbox inbox --output state/archive --state state",
        "backup --into state/inner --state state", "export-model --into state/inner --state state",
        "report --output state --state state",
    ])
    func `is not within the state`(arguments: String) throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let state = try workplace.files(in: "state")
        let outcome = try workplace.shell("\"$PUMPURS\" \(arguments) --language en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("is in the state folder; name a place outside it."))
        #expect(try workplace.files(in: "state") == state)
    }

    @Test func `is not the inbox`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.run(
            "rollup", "--inbox", "inbox", "--output", "inbox/reports", "--state", "state",
            "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("the next run would read it as files of schools"))
    }

    @Test(arguments: ["ln -s \"$PWD/mine\"", "cp mine/thesis.txt"])
    func `is a folder, and what a link leads to stays as it is`(command: String) throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        _ = try workplace.shell(
            "mkdir -p mine/more; echo t >mine/thesis.txt; echo u >mine/more/u; "
                + "rm -r reports/2018-2019-1/internal; \(command) reports/2018-2019-1/internal")
        let mine = try workplace.files(in: "mine")
        let outcome = try workplace.rollup(at: .october2019)
        #expect(outcome.code == 73)
        #expect(
            outcome.errors
                == "pumpurs: reports/2018-2019-1/internal: it is no folder but a link or a file, which is "
                + "not replaced; move it away, or name another folder\n")
        #expect(try workplace.files(in: "mine") == mine)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: workplace.path("reports/2018-2019-1").path)
        #expect(names.sorted() == ["internal", "public"])
    }
}
