import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Import the inbox into the store.")
    @Option var inbox = "sample-data"
    @Option var pipelines = "pipelines"
    @Option var state = "state"

    func run() throws {
        let (definitions, problems) = DefinitionLoader(folder: pipelines, knownRuleCodes: RuleCatalogue.codes).load()
        for problem in problems { print(problem.rendered(in: .english)) }
        guard let definitions else { throw ExitCode(78) }
        let store = try SupportStore(folder: state)
        guard let run = ImportRun(store: store, definitions: definitions, inbox: inbox) else {
            throw ExitCode(65)
        }
        for result in try run.run(progress: { _ in }) {
            switch result.outcome {
            case .loaded(let counts):
                print(result.name, counts.read, counts.loaded, counts.heldBack, counts.ignored)
            case .refused(let finding): print(finding.rendered(in: .english))
            default: print(result.name, result.outcome)
            }
        }
    }
}
