import ArgumentParser
import Diagnostics
import Glibc
import Logging
import Pipelines
import PupilSupport
import Rollup
import SupportStore

/// A language of messages on the terminal.
enum MessageLanguageOption: String, ExpressibleByArgument, CaseIterable {
    case lv, en

    var messages: MessageLanguage { self == .lv ? .latvian : .english }
    var names: Language { self == .lv ? .latvian : .english }
}

/// Options that every command has.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the definitions.", valueName: "folder"))
    var pipelines = "pipelines"

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func validate() throws { try FolderOption.check(("--pipelines", pipelines)) }

    /// Prints findings about the definitions.
    func say(_ findings: [Diagnostic]) {
        for finding in findings {
            Terminal.say(finding.rendered(in: language.messages) + "\n")
        }
    }

    /// Loads the definitions but for the indicators, as ``loadDefinitions()`` does.
    func loadDefinitionsAlone() throws -> Definitions {
        let (definitions, problems) = DefinitionLoader(
            folder: pipelines, knownRuleCodes: RuleCatalogue.codes
        ).load()
        say(problems)
        guard let definitions else { throw Exit.wrongDefinitions }
        return definitions
    }

    /// Loads the definitions, or prints everything that is wrong with them and ends with code 78.
    func loadDefinitions() throws -> (Definitions, IndicatorSet) {
        let (definitions, indicators, findings) = DefinitionLoader(
            folder: pipelines, knownRuleCodes: RuleCatalogue.codes
        ).loadWithIndicators()
        say(findings)
        guard let definitions, let indicators else { throw Exit.wrongDefinitions }
        return (definitions, indicators)
    }
}

extension SharedOptions {
    private static let usualFolder = "pipelines"

    /// Whether the folder of the definitions is not the usual one.
    var isFolderNamed: Bool { pipelines != Self.usualFolder }

    /// Loads the definitions as ``loadDefinitions()`` does, or returns `nil` where nobody named a folder
    /// and there is none in the usual place.
    func loadDefinitionsIfAny() throws -> Definitions? {
        guard isFolderNamed || access(Self.usualFolder, F_OK) == 0 else { return nil }
        return try loadDefinitions().0
    }

    /// The definitions of the usual place, or `nil` when there are none that are right.
    var definitionsInUsualPlace: Definitions? {
        guard access(Self.usualFolder, F_OK) == 0 else { return nil }
        return DefinitionLoader(folder: Self.usualFolder, knownRuleCodes: RuleCatalogue.codes)
            .load().0
    }
}

/// Where data come from.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the exports.", valueName: "folder"))
    var inbox = "sample-data"

    func validate() throws { try FolderOption.check(("--inbox", inbox)) }
}
