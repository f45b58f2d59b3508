import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

struct PeopleHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List what was decided about people, with who, why and when.")

    @OptionGroup var place: StoreOptions

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func run() throws {
        try Exit.guarded(in: language, state: place.state) {
            let store = try place.open(existing: true, in: language)
            let text = PeopleText(language: language)
            let decisions = try store.peopleDecisions()
            let lines =
                decisions.isEmpty
                ? [language == .lv ? "nekas nav nolemts" : "nothing is decided"]
                : decisions.map(text.line)
            try Terminal.standardOutput.write(lines.joined(separator: "\n") + "\n")
        }
    }
}

/// Decisions about people as the terminal shows them.
struct PeopleText {
    let language: MessageLanguageOption

    /// Returns the line of a decision: its number, what it says, and who decided it, why and when.
    func line(of decision: PeopleDecision) -> String {
        let first = decision.firstReference
        let second = decision.secondReference
        let isLatvian = language == .lv
        let words =
            switch decision.kind {
            case .link: isLatvian ? "\(second) ir \(first)" : "\(second) is \(first)"
            case .part:
                isLatvian
                    ? "\(second) nekad nav \(first)" : "\(second) is never \(first)"
            }
        var text = "\(decision.id)  \(words); \(signed(decision.signature))"
        if let undone = decision.undone {
            text += isLatvian ? "; ATSAUKTS: " : "; TAKEN BACK: "
            text += signed(undone)
        }
        return text
    }

    private func signed(_ signature: PeopleDecision.Signature) -> String {
        "\(Moment.text(of: signature.moment)), \(signature.author): \(signature.reason)"
    }
}
