import Mustache

/// A table of findings.
struct FindingsView {
    let caption: String
    let placeLabel: String
    let columnLabel: String
    let ruleLabel: String
    let messageLabel: String
    let rows: [FindingView]
}

extension FindingsView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "columnLabel": ShownWords(columnLabel)
        case "ruleLabel": ShownWords(ruleLabel)
        case "messageLabel": ShownWords(messageLabel)
        case "placeLabel": ShownWords(placeLabel)
        case "caption": ShownWords(caption)
        case "rows": rows
        default: nil
        }
    }
}

/// A finding.
struct FindingView {
    let place: String
    let column: String
    let rule: String
    let message: String
}

extension FindingView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "place": ShownWords(place)
        case "column": ShownWords(column)
        case "rule": ShownWords(rule)
        case "message": ShownWords(message)
        default: nil
        }
    }
}
