import ArgumentParser
import Diagnostics
import Pipelines

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the worked examples beside the sources.",
        discussion: """
            EXAMPLES
              pumpurs test
              pumpurs test --pipelines my-town/pipelines

            An example gives a few lines of an export and says what records or findings must come \
            of them.
            """)

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language) { try test() }
    }

    private func test() throws {
        let (definitions, _) = try shared.loadDefinitions()
        let run = ExampleRun(definitions: definitions)
        let results = run.run()
        var failed = 0
        for result in results where !result.differences.isEmpty {
            failed += 1
            try Terminal.standardOutput.write("\(result.position): \(result.name)\n")
            for difference in result.differences {
                try Terminal.standardOutput.write("  \(difference)\n")
            }
        }
        try Terminal.standardOutput.write("\(results.count - failed) passed, \(failed) failed\n")
        let without = run.sourcesWithoutExamples
        if !without.isEmpty {
            try Terminal.standardOutput.write(
                "no examples: \(without.joined(separator: ", "))\n")
        }
        if failed > 0 { throw Exit.wrongDefinitions }
    }
}
