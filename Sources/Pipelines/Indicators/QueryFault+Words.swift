import Diagnostics
import SupportStore

extension QueryFault {
    /// The line of the query, from 1, where it is known.
    var line: Int? {
        switch self {
        case .refused(_, let line), .unknownArgument(_, let line): line
        case .notOneStatement, .notReading: nil
        }
    }

    /// What is wrong.
    var words: MessageText {
        switch self {
        case .refused(let words, _): MessageText(lv: words, en: words)
        case .notOneStatement:
            MessageText(
                lv: "failā jābūt tieši vienam SQL teikumam",
                en: "the file must hold exactly one statement")
        case .notReading:
            MessageText(lv: "teikums mainītu datus", en: "the statement would change data")
        case .unknownArgument(let name, _):
            MessageText(lv: "argumenta '\(name)' nav", en: "there is no argument '\(name)'")
        }
    }
}
