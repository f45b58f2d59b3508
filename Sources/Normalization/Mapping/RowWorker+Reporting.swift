import Diagnostics
import Extraction
import PupilSupport

extension RowWorker {
    mutating func reportFault(_ reader: Int, row: Int, field: ModelField) {
        guard let fault = table.readers[reader].fault(codes[reader * rowCount + row]) else {
            return
        }
        let column = table.readers[reader].column(of: row, in: batch)
        var place = position(column: column, reader: reader, row: row)
        place.byte = place.byte.map {
            $0 + batch.sentLength(ofFirst: fault.offset, record: row, column: column)
        }
        add(
            Diagnostic(
                fault.rule, severity: severity(of: fault.rule), at: place, details: fault.details))
    }

    mutating func reportMissing(_ mapping: CompiledMapping, field: Int, row: Int) {
        let name = mapping.kind.fields[field].name
        guard case .reader(let reader) = mapping.slots[field] else {
            add(
                Diagnostic(
                    FieldRules.missing, at: recordPosition(row, column: nil, name: name),
                    details: ["column": name]))
            return
        }
        let column = table.readers[reader].column(of: row, in: batch)
        let place = position(column: column, reader: reader, row: row)
        add(
            Diagnostic(FieldRules.missing, at: place, details: ["column": place.columnName ?? name])
        )
    }

    mutating func report(
        _ rule: Rule, _ mapping: CompiledMapping, field: Int, row: Int, severity: Severity? = nil,
        details: [String: String]
    ) {
        add(
            Diagnostic(
                rule, severity: severity ?? self.severity(of: rule),
                at: position(ofField: field, mapping: mapping, row: row), details: details))
    }

    func severity(of rule: Rule) -> Severity? {
        // A cell without a value cannot be let through, whatever a definition says.
        guard rule.stage != .field else { return nil }
        return context.source.ruleSeverities[rule.code].flatMap { Severity(rawValue: $0.rawValue) }
    }

    mutating func add(_ finding: Diagnostic) {
        if finding.rule.stage != .field,
            context.source.ruleSeverities[finding.rule.code] == .off
        {
            return
        }
        let isKnown = findings.contains {
            $0.rule.code == finding.rule.code && $0.position == finding.position
        }
        if finding.severity >= .error { isHeldBack = true }
        if !isKnown { findings.append(finding) }
    }

    /// Notes that a record has the key of an earlier one but other contents.
    mutating func noteSameKey(_ kind: RecordKind, row: Int, line: Int) {
        let rule =
            kind == .mark ? AcrossRecordsRules.secondMark : AcrossRecordsRules.sameKeyOtherContents
        add(
            Diagnostic(
                rule, severity: severity(of: rule), at: recordPosition(row, column: nil, name: nil),
                details: ["line": "\(line)"]))
    }

    /// Returns the finding for a row that repeats an earlier one.
    func repetition(_ row: Int, firstLine: Int) -> Diagnostic {
        Diagnostic(
            AcrossRecordsRules.repeated, at: recordPosition(row, column: nil, name: nil),
            details: ["line": "\(firstLine)"])
    }

    /// Returns the finding for a remark, or `nil` when the source turns its rule off.
    ///
    /// - Parameter limit: How bad it is at most: what lies in no record holds none back.
    func finding(of remark: RecordRemark, atMost limit: Severity = .error) -> Diagnostic? {
        guard
            remark.rule.stage == .field
                || context.source.ruleSeverities[remark.rule.code] != .off
        else { return nil }
        return Diagnostic(
            remark.rule, severity: min(severity(of: remark.rule) ?? remark.rule.severity, limit),
            at: InputPosition(
                file: fileName, line: remark.line, byte: remark.byte,
                columnName: remark.columnName,
                record: remark.record.map { batch.records[$0].byte }),
            details: remark.details)
    }

    /// Returns the finding for a row that could not be read.
    func finding(of fault: RecordFault, place: RecordPlace) -> Diagnostic {
        let name = fault.column.flatMap { number in
            table.shownColumns.indices.contains(number - 1) ? table.shownColumns[number - 1] : nil
        }
        return Diagnostic(
            fault.rule,
            at: InputPosition(
                file: fileName, sheet: sheet, line: place.line, byte: fault.byte,
                column: fault.column, columnName: name, record: place.byte),
            details: fault.details)
    }
}
