import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup

struct Trace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Say which figures a line of a file touches.",
        discussion: """
            EXAMPLES
              pumpurs trace vaivari/2018-2019-2/konsultacijas.csv:14
              pumpurs trace sloka/2018-2019-2/atbalsts.xml:34 --format json

            The file is named as it lies below the inbox, or as messages show it. Of each record that \
            begins on the line, or the innermost one that spans it, it says what became of it and what \
            was found, which figures count it, and which figures would change, from what to what, if \
            it did not count, or, of one held back, if it did. Nothing is changed: the store is only \
            read.
            """)

    @Argument(help: ArgumentHelp("A line of a file, or a row of a sheet.", valueName: "file:line"))
    var place: String

    @OptionGroup var output: ExplanationOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language, state: output.state) {
            let shown = ShownPath.text(of: place)
            guard let line = SourceLine(shown) else {
                throw Exit.wrongUsage(
                    lv: "'\(shown)' nav faila rinda; rakstiet FAILS:RINDA, piemēram, "
                        + "vaivari/2018-2019-2/konsultacijas.csv:14",
                    en: "'\(shown)' is no line of a file; write FILE:LINE, for example "
                        + "vaivari/2018-2019-2/konsultacijas.csv:14", in: shared.language)
            }
            let (definitions, indicators) = try shared.loadDefinitions()
            let run = try ExplanationRun(
                state: output.state, key: output.key.place, definitions: definitions,
                indicators: indicators)
            do {
                try output.print(try run.trace(line)) { $0.text(in: shared.language.names) }
            } catch let problem as TraceProblem {
                let message = problem.message
                Terminal.say("pumpurs: \(shared.language == .lv ? message.lv : message.en)\n")
                throw Exit.noInput
            } catch let problem as EvidenceProblem {
                throw ExplanationOptions.wrong(problem, shared, definitions)
            }
        }
    }
}
