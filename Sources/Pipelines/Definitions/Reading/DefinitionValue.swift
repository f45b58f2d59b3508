import Diagnostics
import PupilSupport

/// A value of a definition, to be read as what it should be.
///
/// Every reading returns `nil` when the value is something else, and has then reported it; a decoder
/// reads all that it needs first and gives up last, so that all problems are found in one go:
///
/// ```swift
/// guard let mapping = value.mapping(keys: ["code", "name", "levels"]) else { return nil }
/// let code = mapping.required("code")?.code()
/// let name = mapping.required("name")?.localizedText()
/// let levels = mapping["levels"]?.levels()
/// guard let code, let name else { return nil }
/// ```
struct DefinitionValue {
    /// The key under which the value stands, for messages.
    let key: String
    /// The node of the value.
    let node: DefinitionNode
    /// Where problems go.
    let problems: DefinitionProblems

    /// Where the value begins.
    var position: InputPosition { node.position }

    /// Reports a problem at the value.
    func report(
        _ rule: Rule, _ details: [String: String] = [:], phrases: [String: MessageText] = [:]
    ) {
        problems.report(rule, at: position, details, phrases: phrases)
    }

    /// Reads text with at least one character that is not a blank.
    func text() -> String? {
        guard let text = anyText(expected: .init(lv: "teksts", en: "text")) else { return nil }
        return text
    }

    /// Reads text that may be empty.
    func textOrNothing() -> String? {
        if case .text(let text, _) = node.content { return text }
        reportType(.init(lv: "teksts", en: "text"))
        return nil
    }

    /// Reads a whole number within bounds.
    func integer(_ bounds: ClosedRange<Int>) -> Int? {
        let expected = MessageText(lv: "vesels skaitlis", en: "a whole number")
        guard let text = anyText(expected: expected) else { return nil }
        guard let number = Int(text), text == "\(number)" else {
            reportType(expected)
            return nil
        }
        guard bounds.contains(number) else {
            report(
                DefinitionRules.outOfRange,
                [
                    "value": text, "key": key, "from": "\(bounds.lowerBound)",
                    "to": "\(bounds.upperBound)",
                ])
            return nil
        }
        return number
    }

    /// Reads `true` or `false`.
    func boolean() -> Bool? {
        let expected = MessageText(lv: "true vai false", en: "true or false")
        guard let text = anyText(expected: expected) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            reportType(expected)
            return nil
        }
    }

    /// Reads a day, `2019-05-31`.
    func date() -> CivilDate? {
        let expected = MessageText(
            lv: "diena, piemēram, 2019-05-31", en: "a day such as 2019-05-31")
        guard let text = anyText(expected: expected) else { return nil }
        guard let date = CivilDate(iso: text) else {
            reportType(expected)
            return nil
        }
        return date
    }

    /// Reads a semester, `2018-2019-2`.
    func semester() -> Semester? {
        let expected = MessageText(
            lv: "semestris, piemēram, 2018-2019-2", en: "a semester such as 2018-2019-2")
        guard let text = anyText(expected: expected) else { return nil }
        guard let semester = Semester(code: text), semester.code == text else {
            reportType(expected)
            return nil
        }
        return semester
    }

    /// Reads a code: lower-case words of a–z and 0–9, joined by the given signs.
    func code(joinedBy joiners: Set<Character> = ["-", "_"]) -> String? {
        guard let text = anyText(expected: .init(lv: "kods", en: "a code")) else { return nil }
        let words = text.split(omittingEmptySubsequences: false) { joiners.contains($0) }
        let isCode = words.allSatisfy { word in
            !word.isEmpty
                && word.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
        }
        guard isCode else {
            let signs = joiners.sorted()
            report(
                DefinitionRules.malformedCode, ["value": text],
                phrases: [
                    "joiners": .init(
                        lv: signs.map(String.init).joined(separator: " vai "),
                        en: signs.map(String.init).joined(separator: " or "))
                ])
            return nil
        }
        return text
    }

    /// Reads one of several texts.
    func choice(among allowed: [String]) -> String? {
        guard let text = anyText(expected: .init(lv: "teksts", en: "text")) else { return nil }
        guard allowed.contains(text) else {
            report(
                DefinitionRules.notAllowed,
                ["value": text, "key": key, "allowed": allowed.joined(separator: ", ")],
                phrases: ["hint": Hint.near(text, among: allowed)])
            return nil
        }
        return text
    }

    /// Reads one of the cases of a type, by raw value.
    func choice<Choice>(_ type: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        choice(among: type.allCases.map(\.rawValue)).flatMap(type.init(rawValue:))
    }

    /// Reports that the value is not what was expected.
    func reportType(_ expected: MessageText) {
        report(
            DefinitionRules.wrongType, phrases: ["expected": expected, "found": description])
    }

    private func anyText(expected: MessageText) -> String? {
        guard case .text(let text, _) = node.content,
            text.contains(where: { !$0.isWhitespace })
        else {
            reportType(expected)
            return nil
        }
        return text
    }

    /// What the value is, in words.
    private var description: MessageText {
        switch node.content {
        case .mapping: MessageText(lv: "kartējums", en: "a mapping")
        case .list: MessageText(lv: "saraksts", en: "a list")
        case .text("", isQuoted: false): MessageText(lv: "nekas", en: "nothing")
        case .text(let text, _): MessageText(lv: "'\(text)'", en: "'\(text)'")
        }
    }
}
