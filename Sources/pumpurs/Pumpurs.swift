import ArgumentParser

@main
struct Pumpurs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pumpurs",
        abstract: "Turns the exports of schools into semester summaries of pupil support.",
        subcommands: [Import.self])
}
