import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup

/// Where the store is, and how what is explained is printed.
struct ExplanationOptions: ParsableArguments {
    /// A form of the output.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: ArgumentHelp("The folder of the store.", valueName: "folder"))
    var state = "state"

    @OptionGroup var key: KeyOptions

    @Option(help: "How to print it: text or json.")
    var format: Form = .text

    func validate() throws { try FolderOption.check(("--state", state)) }

    /// Prints a document in the form that was asked for.
    func print<Document: Encodable>(_ document: Document, text: (Document) -> String) throws {
        try Terminal.standardOutput.write(
            format == .json ? document.jsonText : text(document))
    }

    /// Says which query is wrong, and returns the exit code for it.
    static func wrong(
        _ problem: EvidenceProblem, _ shared: SharedOptions, _ definitions: Definitions
    ) -> ExitCode {
        let loader = IndicatorLoader(folder: shared.pipelines, files: definitions.files)
        Terminal.say(loader.finding(of: problem).rendered(in: shared.language.messages) + "\n")
        return Exit.wrongDefinitions
    }
}
