import ArgumentParser
import Pipelines

struct HandIn: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Enter that a sealed package was handed in: by whom, and with what receipt.")

    @Argument(help: ArgumentHelp("The name of the package.", valueName: "package"))
    var package: String

    @Option(help: "Who handed it in.")
    var by: String

    @Option(help: "The number of the receipt.")
    var receipt: String

    @OptionGroup var options: SubmissionOptions

    func validate() throws { try KeptText.check(("--by", by, 80), ("--receipt", receipt, 80)) }

    func run() throws {
        try Exit.guarded(in: options.shared.language) {
            try options.shelf.handIn(package, by: by, receipt: receipt)
        }
    }
}
