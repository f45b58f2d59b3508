import Extraction
import Normalization

/// Holds a file against what the definition pins that it was made for.
struct PinCheck {
    let recognizer: Recognizer
    let survey: FileSurvey

    /// Returns the match as the file is to be read: as pinned, or as found where the definition adapts.
    ///
    /// - Throws: ``FileRefusal`` with both readings when the file contradicts its pin.
    func settled(
        _ match: Recognizer.Match, _ content: inout FileContent
    ) throws(FileRefusal) -> Recognizer.Match {
        if case .workbook = match.file.format { return match }
        guard let contradiction = survey.contradiction(to: match.file.encoding) else {
            return match
        }
        let other = match.file.adapts ? inFoundEncoding(match, &content) : nil
        if let other, other.departure?.isSure == true { return other }
        throw survey.finding.refusal(
            pinned: match.file.encoding, contradiction: contradiction, isInDoubt: other != nil)
    }

    /// Looks for the definition that would recognise a file but for its encoding or its dialect.
    ///
    /// - Returns: The match as the file is to be read where the definition adapts, or `nil` when there is
    ///   no such definition.
    /// - Throws: ``FileRefusal`` with both readings where it does not, or when several fit.
    func departing(
        _ file: Inbox.File, _ content: inout FileContent
    ) throws -> Recognizer.Match? {
        guard !content.isWorkbook, content.root == nil else { return nil }
        var matches = recognizer.candidates.compactMap { inFoundEncoding($0, &content) }
        if matches.isEmpty { matches = try inFoundDialect(file, &content) }
        guard let match = try Recognizer.single(of: matches, name: file.name),
            let departure = match.departure
        else { return nil }
        guard match.file.adapts, departure.isSure else {
            throw refusal(of: match, departure)
        }
        return match
    }

    private func refusal(of match: Recognizer.Match, _ departure: PinDeparture) -> FileRefusal {
        let pinned = match.pinned ?? match.file
        if pinned.format == match.file.format {
            return survey.finding.refusal(
                pinned: pinned.encoding,
                contradiction: survey.contradiction(to: pinned.encoding),
                isInDoubt: match.file.adapts)
        }
        var details = match.file.adapts ? departure.detailsOfDoubt : departure.details
        details["kind"] = "\(match.source.code)/\(match.file.kind)"
        return FileRefusal(FileRules.otherDialect, details: details)
    }

    // MARK: - Other readings

    private func inFoundEncoding(
        _ match: Recognizer.Match, _ content: inout FileContent
    ) -> Recognizer.Match? {
        guard let encoding = survey.finding.encoding, encoding != match.file.encoding else {
            return nil
        }
        var file = match.file
        file.encoding = encoding
        guard recognizer.recognises(file, &content) else { return nil }
        return departed(match, to: file, dialect: nil)
    }

    private func inFoundDialect(
        _ file: Inbox.File, _ content: inout FileContent
    ) throws -> [Recognizer.Match] {
        guard let encoding = survey.finding.encoding else { return [] }
        let inspection = try DelimitedInspector.inspect(path: file.path, encoding: encoding)
        guard let table = inspection.mainTable else { return [] }
        let found = inspection.tables[table].options
        return recognizer.candidates.compactMap { match in
            guard case .delimited(let pinned) = match.file.format else { return nil }
            var file = match.file
            if survey.contradiction(to: file.encoding) != nil { file.encoding = encoding }
            for options in Self.readings(from: pinned, to: found) {
                file.format = .delimited(options)
                if recognizer.recognises(file, &content) {
                    return departed(match, to: file, dialect: inspection.dialect)
                }
            }
            return nil
        }
    }

    /// The readings between the pinned and the found one, those that change least first.
    ///
    /// What the definition wants done with rows is not the file's to say.
    private static func readings(
        from pinned: DelimitedOptions, to found: DelimitedOptions
    ) -> [DelimitedOptions] {
        var options = pinned
        options.delimiter = found.delimiter
        var readings = [options]
        options.quote = found.quote
        options.escape = found.escape
        readings.append(options)
        options.headerRows = found.headerRows
        options.linesBeforeHeader = found.linesBeforeHeader
        readings.append(options)
        return readings.filter { $0 != pinned }
    }

    private func departed(
        _ match: Recognizer.Match, to file: FileDefinition, dialect: DialectFinding?
    ) -> Recognizer.Match {
        var other = match
        other.pinned = match.file
        other.file = file
        other.departure = PinDeparture(
            from: match.file, to: file, encoding: survey.finding, dialect: dialect)
        return other
    }
}
