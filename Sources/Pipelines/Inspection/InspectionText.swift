public import Diagnostics
import Extraction

/// Says in words what was found of a file.
public struct InspectionText {
    /// The number of columns that are listed.
    private static let mostColumns = 256

    private let inspection: FileInspection
    private let language: MessageLanguage

    /// Prepares the words in a language.
    public init(_ inspection: FileInspection, in language: MessageLanguage) {
        self.inspection = inspection
        self.language = language
    }

    /// What was found, line by line.
    public var text: String {
        switch inspection.content {
        case .unreadable(let reason): reason.rendered(in: language) + "\n"
        case .xml(let encoding, let outline):
            say("fails", "file") + inspection.shownPath + "\n" + say("formāts", "format") + "XML\n"
                + encodingText(encoding)
                + XMLOutlineText(
                    outline, encoding: outline.encoding(by: encoding), language: language,
                    words: inspection.words
                ).text
        case .workbook(let sheet, let sheets, let found):
            say("fails", "file") + inspection.shownPath + "\n" + say("formāts", "format") + "xlsx\n"
                + say("lapa", "sheet") + shown(sheet) + " ("
                + sheets.map(shown).joined(separator: ", ") + ")\n"
                + tables(found)
        case .delimited(let encoding, let found):
            say("fails", "file") + inspection.shownPath + "\n" + encodingText(encoding)
                + tableText(found)
        }
    }

    private func say(_ lv: String, _ en: String) -> String {
        Self.padded((language == .latvian ? lv : en) + ":", 18)
    }

    private func shown(_ sheet: String) -> String {
        ShownText(sheet, knowing: inspection.words).text
    }

    /// No row of data becomes a root element, and a definition needs its name.
    private func shownRoot(_ name: String) -> String {
        ShownText(name, knowing: KnownWords(trusting: [name])).text
    }

    private func word(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }

    // MARK: - Encoding

    private func encodingText(_ finding: EncodingFinding) -> String {
        var text = say("kodējums", "encoding") + (finding.encoding?.rawValue ?? "–")
        if finding.hasByteOrderMark { text += word(" ar BOM", " with a BOM") }
        text += " (\(finding.reason.words.text(in: language, details: [:])))\n"
        if finding.reason == .encodedTwice {
            text += word(
                "  burti ir sagrozīti: imports failu noraidīs ar FIL-003; eksportējiet to vēlreiz\n",
                "  the letters are garbled: an import refuses the file with FIL-003; export it again\n"
            )
        }
        if let runnerUp = finding.runnerUp {
            text +=
                say("  nākamais", "  runner-up") + "\(runnerUp.rawValue), "
                + word("pārsvars", "margin") + " \(percent(finding.margin))\n"
        }
        if !finding.sameText.isEmpty {
            text +=
                say("  tikpat labi", "  just as well")
                + finding.sameText.map(\.rawValue).joined(separator: ", ") + "\n"
        }
        if let undefined = finding.undefinedBytes {
            text += say("  bez nozīmes", "  no meaning") + bytes(undefined)
        }
        if let lost = finding.lostCharacters {
            text += say("  zudušas (U+FFFD)", "  lost (U+FFFD)") + bytes(lost)
        }
        return text
    }

    private func bytes(_ found: ByteOccurrences) -> String {
        word(
            "\(found.count), pirmā baitā \(found.first)\n",
            "\(found.count), the first at byte \(found.first)\n")
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    // MARK: - Dialect and tables

    private func tableText(_ found: DelimitedInspection) -> String {
        let dialect = found.dialect
        var text = say("atdalītājs", "delimiter")
        text +=
            dialect.hasDelimiter
            ? DialectWords.delimiter(dialect.options)
            : word("nav (viena aile)", "none (one column)")
        text += "\n" + say("pēdiņas", "quote") + DialectWords.quote(dialect.options) + "\n"
        if let runnerUp = dialect.runnerUp {
            text +=
                say("  nākamais", "  runner-up") + DialectWords.delimiter(runnerUp) + " "
                + DialectWords.quote(runnerUp) + ", " + word("pārsvars", "margin")
                + " \(percent(dialect.margin))\n"
        }
        if let sign = dialect.commonSign {
            let name = DialectWords.delimiter(DelimitedOptions(delimiter: sign))
            text += word(
                "  '\(name)' ir vairumā rindu, bet šūnu skaits tajās atšķiras: ja tas ir atdalītājs, norādiet "
                    + "to pats\n",
                "  '\(name)' stands in most lines, but cuts them into different numbers of cells: if it is "
                    + "the delimiter, pin it yourself\n")
        }
        if dialect.isThin {
            text += word(
                "  pārsvars ir pārāk mazs: abi lasījumi ir iespējami, norādiet dialektu pats\n",
                "  the margin is too thin: both readings are possible, pin the dialect yourself\n")
        }
        return text + tables(found)
    }

    private func tables(_ found: DelimitedInspection) -> String {
        var text = ""
        for (number, table) in found.tables.enumerated() {
            text += "\n" + self.text(of: table, number: number + 1, of: found)
        }
        if !found.isComplete {
            let last = found.runs.last?.lines.upperBound ?? 0
            text += word(
                "tabulas meklētas tikai faila sākumā, rindās 1–\(last); skaiti ir par to, bet tabulu lasa visu "
                    + "un dialekts ir salīdzināts visā failā\n",
                "tables were looked for at the start of the file only, lines 1–\(last), which are counted "
                    + "here; a table is read whole, and the dialect was compared over the whole file\n"
            )
        }
        text += DialectWords.legend(found.tables.flatMap { $0.columns.map(\.shape) }, language)
        text += "\n" + word("rindas", "lines") + ":\n"
        for run in found.runs.prefix(60) {
            let lines =
                run.lines.count == 1
                ? "\(run.lines.lowerBound)" : "\(run.lines.lowerBound)–\(run.lines.upperBound)"
            text += "  " + pad(lines, 16) + DialectWords.role(run.role, language) + "\n"
        }
        if found.runs.count > 60 {
            text +=
                "  … " + word("vēl \(found.runs.count - 60)", "\(found.runs.count - 60) more")
                + "\n"
        }
        return text
    }

    private func text(
        of table: TableFinding, number: Int, of found: DelimitedInspection
    ) -> String {
        let isMain = found.mainTable == number - 1
        var text =
            word("tabula", "table") + " \(number)"
            + (isMain && found.tables.count > 1 ? word(" (lielākā)", " (the largest)") : "") + ": "
            + word(
                "rindas \(table.lines.lowerBound)–\(table.lines.upperBound), ieraksti: \(table.recordCount), virsraksta rindas: \(table.headerRows)",
                "lines \(table.lines.lowerBound)–\(table.lines.upperBound), records: \(table.recordCount), header rows: \(table.headerRows)"
            ) + "\n"
        let names = ShownHeader(of: table, knowing: inspection.words).names
        for (index, column) in table.columns.prefix(Self.mostColumns).enumerated() {
            let name = names[index].isEmpty ? "column_\(index + 1)" : names[index]
            text +=
                "  " + pad("\(index + 1)", 4) + pad(name, 36)
                + (column.isPersonalCode
                    ? word("personas kods", "personal code")
                    : DialectWords.shape(column.shape, language)) + " \(percent(column.share))\n"
        }
        for name in ShownHeader(of: table, knowing: inspection.words).repeated {
            text += word(
                "  divas ailes '\(name)': importā failu noraidīs CSV-007; dodiet katrai savu nosaukumu\n",
                "  two columns '\(name)': an import refuses the file with CSV-007; give each a name of its "
                    + "own\n")
        }
        if table.columns.count > Self.mostColumns {
            let rest = table.columns.count - Self.mostColumns
            text += "  … " + word("vēl ailes: \(rest)", "\(rest) more columns") + "\n"
        }
        if !table.shortRows.isEmpty {
            text += say("  īsas rindas", "  short rows") + lines(table.shortRows)
        }
        if !table.longRows.isEmpty {
            text += say("  garas rindas", "  long rows") + lines(table.longRows)
        }
        return text
    }

    private func lines(_ numbers: [Int]) -> String {
        numbers.prefix(12).map(String.init).joined(separator: ", ")
            + (numbers.count > 12 ? " … (\(numbers.count))" : "") + "\n"
    }

    private func pad(_ text: String, _ width: Int) -> String {
        Self.padded(text, width)
    }

    /// Returns a text with blanks up to a width, one at least.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
