import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct People: ParsableCommand {
    static let configuration = CommandConfiguration(
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
        for (option, text, limit) in [("--author", author, 80), ("--reason", reason, 400)] {
            guard let problem = Self.problem(of: text, limit: limit) else { continue }
            throw ValidationError(
                MessageLanguageOption.said == .lv
                    ? "\(option) \(problem.lv)" : "\(option) \(problem.en)")
        }
    }

    /// What is wrong with a text that is kept and shown for ever.
    private static func problem(of text: String, limit: Int) -> MessageText? {
        let digits = text.split { !($0.isNumber || $0 == "-" || $0 == " ") }
            .map { $0.count(where: \.isNumber) }
        if text.allSatisfy(\.isWhitespace) {
            return .init(lv: "ir tukšs; ierakstiet to", en: "is empty; say it")
        }
        if text.count > limit {
            return .init(
                lv: "ir garāks par \(limit) rakstzīmēm; saīsiniet to",
                en: "is longer than \(limit) characters; shorten it")
        }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return .init(
                lv: "satur vadības rakstzīmi; rakstiet vienā rindā",
                en: "holds a control character; write it on one line")
        }
        if digits.contains(where: { $0 >= 9 }) {
            return .init(
                lv: "var saturēt personas kodu, un to te nedrīkst glabāt; rakstiet bez tā",
                en: "may hold a personal code, which must not be kept here; write it without")
        }
        return nil
    }

    var signature: PeopleDecision.Signature {
        .init(author: author, reason: reason, moment: Moment.now)
    }
}
