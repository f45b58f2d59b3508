import ArgumentParser
import Diagnostics

/// Texts of the command line that the store keeps for ever and shows to others.
enum KeptText {
    /// Refuses a text that is empty, long, acts on a terminal or may hold a personal code.
    static func check(_ options: (name: String, text: String, limit: Int)...) throws {
        for option in options {
            guard let problem = problem(of: option.text, limit: option.limit) else { continue }
            throw ValidationError(
                MessageLanguageOption.said == .lv
                    ? "\(option.name) \(problem.lv)" : "\(option.name) \(problem.en)")
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
}
