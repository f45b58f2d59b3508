import Extraction
public import PupilSupport
import Rollup

extension ExplanationDocument {
    /// Returns the explanation as text for a terminal.
    public func text(in language: Language) -> String {
        var writer = ExplanationText(language: language)
        writer.write(figure, depth: 0)
        return writer.text
    }
}

/// Writes explanations as text.
struct ExplanationText {
    let language: Language
    private(set) var text = ""

    init(language: Language) { self.language = language }

    mutating func write(_ figure: ExplainedFigure, depth: Int) {
        let indent = String(repeating: "  ", count: depth)
        line(indent + figure.address)
        line("\(indent)  \(figure.name[language]): \(value(of: figure))")
        line("\(indent)  \(figure.definition[language])")
        var making = say("iegūts", "made as") + ": \(figure.aggregate[language])"
        if !figure.conditions.isEmpty {
            making +=
                "; " + say("nosacījumi", "conditions") + ": "
                + figure.conditions.joined(separator: ", ")
        }
        line("\(indent)  \(making)")
        if let target = figure.target {
            line(
                "\(indent)  "
                    + say(
                        "mērķis: vairāk nekā \(target.moreThan), līdz \(target.by)",
                        "target: more than \(target.moreThan), by \(target.by)")
                    + " (\(target.source[language]))")
        }
        if let evidence = figure.evidence { write(evidence, of: figure, indent: indent + "  ") }
        for operand in figure.operands {
            line("")
            write(operand, depth: depth + 1)
        }
    }

    private mutating func write(
        _ evidence: ExplainedEvidence, of figure: ExplainedFigure, indent: String
    ) {
        let source = evidence.source.map { " (\($0[language]))" } ?? ""
        line(
            indent
                + say(
                    "pierādījumi: \(evidence.query)\(source), rindas: \(evidence.rows.count), "
                        + "saskaitīts: \(evidence.things)",
                    "evidence: \(evidence.query)\(source), rows: \(evidence.rows.count), "
                        + "things counted: \(evidence.things)"))
        guard !evidence.rows.isEmpty else { return }
        let places = [
            say("vieta", "place"), say("baits", "byte"), say("piegāde", "delivery"), "sha256",
        ]
        let cells =
            [evidence.columns + places]
            + evidence.rows.map { row in
                row.values.map(\.text) + [
                    "\(row.file):\(row.cell ?? "\(row.line)")", row.byte.map(String.init) ?? "–",
                    "\(row.delivery)", row.sha256,
                ]
            }
        let widths = cells[0].indices.map { column in
            cells.map { $0[column].count }.max() ?? 0
        }
        for (number, row) in cells.enumerated() {
            let padded = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            line("\(indent)\(padded.joined(separator: "  "))")
            if number > 0 { writeSource(of: evidence.rows[number - 1], indent: indent) }
        }
    }

    /// Characters that act instead of being seen stand as `%1B`: the text is that of a file.
    private mutating func writeSource(of row: ExplainedRow, indent: String) {
        if let problem = row.problem { line("\(indent)  ! \(problem[language])") }
        guard let source = row.text else { return }
        for part in source.split(whereSeparator: \.isNewline) {
            line("\(indent)  | \(ShownPath.text(of: String(part)))")
        }
    }

    private func value(of figure: ExplainedFigure) -> String {
        if let exact = figure.exact {
            let number = exact.text(decimalMark: language == .latvian ? "," : ".")
            return "\(number) \(figure.unitName[language])"
        }
        return figure.status == ValueStatus.missing.rawValue
            ? say(
                "nav: par iepriekšējo semestri nekas nav zināms",
                "none: nothing is known of the semester before")
            : say(
                "nav: nav, ar ko dalīt, vai nav mērķa", "none: nothing to divide by, or no target")
    }

    /// Adds a line, without blanks at its end.
    mutating func line(_ line: String) {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        text += line + "\n"
    }

    func say(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }
}
