extension Diagnostic {
    /// Returns the diagnostic as text for a terminal: place, severity, what was found, how to mend it.
    ///
    /// ```text
    /// plani.csv:17: error: column 'Sākums' has no value [FLD-001]
    ///   help: fill the cell in and send the file again
    /// ```
    public func rendered(in language: MessageLanguage) -> String {
        "\(position): \(severity.label(in: language)): \(summary(in: language)) [\(rule.code)]\n"
            + "  \(language == .latvian ? "padoms" : "help"): \(advice(in: language))"
    }
}

extension Severity {
    /// Returns the word for the severity in a language.
    public func label(in language: MessageLanguage) -> String {
        guard language == .latvian else { return rawValue }
        return switch self {
        case .note: "piezīme"
        case .warning: "brīdinājums"
        case .error: "kļūda"
        case .fatal: "fails noraidīts"
        }
    }
}

extension InputPosition: CustomStringConvertible {
    /// The place as `file`, `file:line` or `file:line:column`; on a sheet as `file:sheet!cell`.
    public var description: String {
        if let sheet { return "\(file):\(SheetCell(sheet: sheet, row: line, column: column))" }
        guard line > 0 else { return file }
        guard let column else { return "\(file):\(line)" }
        return "\(file):\(line):\(column)"
    }
}
