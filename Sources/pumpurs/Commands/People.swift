import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct People: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Say who is who: link and part people, and see what was decided.",
        discussion: """
            People match by personal code alone. A record without a good code is held back; people \
            list shows whom it may mean, and nothing is merged until somebody decides it.

            EXAMPLES
              pumpurs people list
              pumpurs people link P-3f9a2c1e07b4 U-81c0d5a2f6e3 --author "A. Kalniņa" --reason "lieta"
              pumpurs people part P-3f9a2c1e07b4 P-04d1a9b2c7f5 --author "A. Kalniņa" --reason "dvīņi"
              pumpurs people undo 3 --author "A. Kalniņa" --reason "kļūda"
              pumpurs people history
            """,
        subcommands: [
            PeopleList.self, PeopleLink.self, PeoplePart.self, PeopleUndo.self, PeopleHistory.self,
        ])
}

/// Who decides something, and why.
struct SignatureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who decides it.", valueName: "name"))
    var author: String

    @Option(
        help: ArgumentHelp("Why, without names and codes of those concerned.", valueName: "text"))
    var reason: String

    func validate() throws {
        try KeptText.check(("--author", author, 80), ("--reason", reason, 400))
    }

    var signature: PeopleDecision.Signature {
        .init(author: author, reason: reason, moment: Moment.now)
    }
}
