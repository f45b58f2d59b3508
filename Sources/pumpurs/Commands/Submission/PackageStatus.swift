import ArgumentParser
import Pipelines

struct PackageStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "List what became of each package.")

    @OptionGroup var options: SubmissionOptions

    func run() throws {
        let text = SubmissionText(language: options.shared.language)
        try Exit.guarded(in: options.shared.language) {
            let register = try options.shelf.status()
            if register.tornLines == 0 || !register.entries.isEmpty {
                try Terminal.standardOutput.write(text.text(of: register.entries))
            }
            try options.shelf.checkIsWhole(register)
        }
    }
}
