import Diagnostics
import Pipelines
import PupilSupport
import Rollup
import SupportStore

/// Figures that move, as the terminal shows them.
struct MoveText {
    let language: MessageLanguageOption

    /// Returns a line for each figure: its address, the value before and the value after.
    func text(of moves: [FigureMove], indent: String = "  ") -> String {
        moves.map { move in
            "\(indent)\(move.address)  \(word(move.from)) → \(word(move.to))\n"
        }.joined()
    }

    /// A value, or why there is none.
    private func word(_ value: String?) -> String {
        switch value {
        case nil, "": language == .lv ? "nav" : "none"
        case "z": language == .lv ? "nav ar ko dalīt" : "nothing to divide by"
        case "x": language == .lv ? "nav ar ko salīdzināt" : "nothing to compare with"
        case let value?: value
        }
    }
}

/// What an import would change, as the terminal shows it.
struct DryRunText {
    let language: MessageLanguageOption

    /// Prints it.
    ///
    /// - Throws: Exit code 66 when there is no inbox, 3 when a file would be refused or records held back.
    func show(_ dryRun: DryRun?, inbox: String) throws {
        guard let dryRun else {
            InboxImport.sayNoInbox(inbox, in: language)
            throw Exit.inputMissing
        }
        for finding in dryRun.results.compactMap(\.refusal) {
            Terminal.say(finding.rendered(in: language.messages) + "\n")
        }
        InboxImport.sayTears(of: dryRun.results, in: language)
        try Terminal.standardOutput.write(text(of: dryRun))
        // As the import itself ends.
        if dryRun.results.contains(where: \.hasTrouble) || !dryRun.heldBackElsewhere.isEmpty {
            throw Exit.heldBack
        }
    }

    private func text(of dryRun: DryRun) -> String {
        let isLatvian = language == .lv
        guard !dryRun.changes.isEmpty else {
            return isLatvian ? "nekas nemainītos\n" : "nothing would change\n"
        }
        var table = TextTable(
            columns: isLatvian
                ? ["fails", "jauni", "mainīti", "zuduši", "tie paši"]
                : ["file", "new", "changed", "gone", "the same"])
        for change in dryRun.changes {
            table.append(
                [change.file]
                    + [change.new, change.changed, change.gone, change.same].map(String.init))
        }
        var text = table.text + "\n\n" + heldBack(by: dryRun)
        let count = dryRun.moves.count
        text += isLatvian ? "mainītos skaitļi: \(count)\n" : "figures that would move: \(count)\n"
        text += MoveText(language: language).text(of: dryRun.moves)
        for (semester, revision) in dryRun.closed.sorted(by: { $0.key < $1.key }) {
            text +=
                isLatvian
                ? "\(semester) ir slēgts kā \(revision); tā pārskats nemainītos, kamēr to neslēdz no jauna\n"
                : "\(semester) is closed as \(revision); its report would not change until it is closed "
                    + "anew\n"
        }
        return text
    }

    /// Says of which files records would be held back, and for which rules.
    private func heldBack(by dryRun: DryRun) -> String {
        let (files, others) = (dryRun.heldBack, dryRun.heldBackElsewhere)
        guard !files.isEmpty || !others.isEmpty else { return "" }
        let records = files.reduce(0) { $0 + $1.count }
        var text =
            language == .lv
            ? "šajos failos aizturēti tiktu ieraksti: \(records); noteikumus izskaidro pumpurs rules\n"
            : "records of these files that would be held back: \(records); pumpurs rules explains the rules\n"
        for file in files {
            let rules = file.rules.map { "\($0.code): \($0.count)" }.joined(separator: ", ")
            text += "  \(file.name): \(file.count) (\(rules))\n"
        }
        for file in others { text += "  \(file.message[language.names])\n" }
        return text + "\n"
    }
}
