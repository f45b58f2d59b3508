import ArgumentParser
import Pipelines

struct HandIn: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-in",
        abstract: "Enter that a sealed package was handed in: by whom, and with what receipt.",
        discussion: """
            EXAMPLES
              pumpurs submit hand-in submissions/PACKAGE --by "A. Kalniņa" --receipt 123

            A package has one receipt; another is refused (4) unless --correction says that the one before was \
            entered by mistake. Both stay in the register.
            """)

    @Argument(
        help: ArgumentHelp("The name of the package, or its folder.", valueName: "package"))
    var package: String

    @Option(help: "Who handed it in.")
    var by: String

    @Option(help: "The number of the receipt.")
    var receipt: String

    @Flag(help: "Enter it in the place of what was entered by mistake.")
    var correction = false

    @OptionGroup var options: SubmissionOptions

    func validate() throws { try KeptText.check(("--by", by, 80), ("--receipt", receipt, 80)) }

    func run() throws {
        try Exit.guarded(in: options.shared.language) {
            let shelf = options.shelf
            let entry = try shelf.handIn(
                shelf.name(of: package), by: by, receipt: receipt, correcting: correction)
            try Terminal.standardOutput.write(
                SubmissionText(language: options.shared.language).text(of: [entry]))
        }
    }
}
