import ArgumentParser
import Pipelines

struct PackageStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "List what became of each package.")

    @OptionGroup var options: SubmissionOptions

    func run() throws {
        let text = SubmissionText(language: options.shared.language)
        try Terminal.standardOutput.write(text.text(of: options.shelf.entries()))
    }
}
