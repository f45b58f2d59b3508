import Diagnostics
public import PupilSupport
import Rollup

extension TraceDocument {
    /// Returns the document as text for a terminal.
    public func text(in language: Language) -> String {
        var writer = TraceText(language: language)
        writer.write(self)
        return writer.lines.joined(separator: "\n") + "\n"
    }
}

private struct TraceText {
    let language: Language
    private(set) var lines: [String] = []

    init(language: Language) { self.language = language }

    mutating func write(_ document: TraceDocument) {
        for record in document.records {
            if !lines.isEmpty { lines.append("") }
            write(record, of: document)
        }
        for finding in document.findings { write(finding) }
    }

    private mutating func write(_ record: TracedRecord, of document: TraceDocument) {
        var place = "\(document.file):\(record.cell ?? "\(record.line)")"
        if let byte = record.byte { place += say(", baits \(byte)", ", byte \(byte)") }
        place += say(
            ", piegāde \(record.delivery) (\(record.sha256))",
            ", delivery \(record.delivery) (\(record.sha256))")
        lines.append("\(place): \(state(of: record))")
        for finding in record.findings { write(finding) }
        if record.state == .loaded {
            lines.append(
                say(
                    "  skaitļi, kuros tas ieskaitīts: \(record.figures.count)",
                    "  figures that count it: \(record.figures.count)"))
            lines += record.figures.map { "    \($0)" }
        }
        guard !record.kinds.isEmpty, record.state != .superseded else { return }
        let count = record.changes.count
        lines.append(
            record.state == .heldBack
                ? say(
                    "  ja tas netiktu aizturēts, mainītos skaitļi: \(count)",
                    "  figures that would change if it were not held back: \(count)")
                : say(
                    "  bez tā mainītos skaitļi: \(count)",
                    "  figures that would change without it: \(count)"))
        lines += record.changes.map { change in
            "    \(change.address): \(number(change.exact.now)) → \(number(change.exact.otherwise))"
        }
    }

    private mutating func write(_ finding: TracedFinding) {
        let severity = Severity(rawValue: finding.severity)
            .map { $0.label(in: language == .latvian ? .latvian : .english) }
        let column = finding.column.map { "\($0): " } ?? ""
        lines += [
            "  \(severity ?? finding.severity): \(column)\(finding.message[language]) "
                + "[\(finding.rule)]",
            "    \(say("padoms", "help")): \(finding.advice[language])",
        ]
    }

    private func state(of record: TracedRecord) -> String {
        let kinds = record.kinds.compactMap { RecordKind(rawValue: $0)?.shownName[language] }
            .joined(separator: ", ")
        switch record.state {
        case .loaded: return say("ielādēts (\(kinds))", "loaded (\(kinds))")
        case .heldBack: return say("aizturēts", "held back")
        case .ignored: return say("izlaists pēc noteikumiem", "ignored by rule")
        case .superseded:
            let successor = record.successor.map(String.init) ?? "?"
            return say(
                "nav spēkā: to aizstāja piegāde \(successor)",
                "not in force: delivery \(successor) took its place")
        }
    }

    private func number(_ value: FigureValue?) -> String {
        value.map { $0.text(decimalMark: language == .latvian ? "," : ".") } ?? "–"
    }

    private func say(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }
}
