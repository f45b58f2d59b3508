import Diagnostics
import Extraction
import PupilSupport

/// Builds the records of the model that one row after another makes, and gathers what is wrong with it.
struct RowWorker {
    /// A record made of the row: its mapping, and where its values begin.
    struct Produced {
        let mapping: Int
        let kind: RecordKind
        let start: Int
        let width: Int
    }

    private(set) var produced: [Produced] = []
    private(set) var findings: [Diagnostic] = []
    private(set) var isHeldBack = false

    private let batch: RecordBatch
    private var table: CompiledTable
    private let values: [Int]
    private let codes: [Int32]
    private let context: NormalizationContext
    private let fileName: String
    private let rowCount: Int
    private var scratch: [Int] = []
    private let roles: [Int]
    private var lastDate = ModelBatch.missing
    private var lastSemester = ModelBatch.missing

    init(
        batch: RecordBatch, table: CompiledTable, values: [Int], codes: [Int32],
        context: NormalizationContext, fileName: String
    ) {
        self.batch = batch
        self.table = table
        self.values = values
        self.codes = codes
        self.context = context
        self.fileName = fileName
        rowCount = batch.records.count
        roles = context.vocabularies[.measures]?.terms.indices.map(context.role(ofMeasure:)) ?? []
    }

    /// The table with the sums that the rows added to.
    consuming func finished() -> CompiledTable { table }

    /// The values of a record made of the row.
    func record(_ index: Int) -> ArraySlice<Int> {
        let start = produced[index].start
        return scratch[start..<(start + produced[index].width)]
    }

    /// The mapping that made a record of the row.
    func mapping(of index: Int) -> CompiledMapping { table.mappings[produced[index].mapping] }

    /// The semester that a record of the row names, or `nil`.
    func semester(of index: Int) -> Int? {
        guard let field = mapping(of: index).semesterField else { return nil }
        let value = scratch[produced[index].start + field]
        return value <= ValueReader.none ? nil : value
    }

    // MARK: - Building

    /// Builds the records of a row.
    mutating func build(_ row: Int, registries: inout DeliveryRegistries) {
        produced.removeAll(keepingCapacity: true)
        findings.removeAll(keepingCapacity: true)
        scratch.removeAll(keepingCapacity: true)
        isHeldBack = false
        for index in table.mappings.indices {
            let presence = table.mappings[index].presence
            if let presence, values[presence * rowCount + row] == ModelBatch.missing { continue }
            build(table.mappings[index], number: index, row: row, registries: &registries)
        }
    }

    private mutating func build(
        _ mapping: CompiledMapping, number: Int, row: Int, registries: inout DeliveryRegistries
    ) {
        let start = scratch.count
        let width = mapping.slots.count
        var hasFault = false
        var saysNone = false
        for field in 0..<width {
            var value = ModelBatch.missing
            switch mapping.slots[field] {
            case .reader(let reader):
                value = values[reader * rowCount + row]
                if value == ValueReader.faulty {
                    reportFault(reader, row: row, field: mapping.kind.fields[field])
                    hasFault = true
                } else if value == ValueReader.none {
                    value = ModelBatch.missing
                    if mapping.isRequired[field] { saysNone = true }
                } else if table.readers[reader].hasValidity {
                    checkValidity(reader, row: row, mapping: mapping)
                }
            case .constant(let constant): value = constant
            case .semesterOf, .empty: break
            }
            scratch.append(value)
        }
        resolveSemester(mapping, start: start, row: row)
        resolvePlan(mapping, start: start, registries: &registries)
        if let role = mapping.roleField, let measure = mapping.measureField,
            scratch[start + role] == ModelBatch.missing, scratch[start + measure] >= 0
        {
            scratch[start + role] = roles[scratch[start + measure]]
        }
        guard !saysNone else {
            scratch.removeSubrange(start...)
            return
        }
        for field in 0..<width
        where mapping.isRequired[field] && scratch[start + field] == ModelBatch.missing {
            if case .semesterOf = mapping.slots[field], hasFault || isHeldBack { continue }
            reportMissing(mapping, field: field, row: row)
        }
        if !hasFault { check(mapping, start: start, row: row) }
        expandLists(mapping, number: number, start: start)
    }

    /// Fills the semester in from the day, for mappings that say so.
    private mutating func resolveSemester(_ mapping: CompiledMapping, start: Int, row: Int) {
        guard let field = mapping.semesterField,
            case .semesterOf(let dateField) = mapping.slots[field]
        else { return }
        let date = scratch[start + dateField]
        guard date > ValueReader.faulty else { return }
        if date != lastDate {
            lastDate = date
            lastSemester =
                CivilDate(storedValue: date)
                .flatMap(context.municipality.calendar.semester(on:))?.storedValue
                ?? ModelBatch.missing
        }
        scratch[start + field] = lastSemester
        if lastSemester == ModelBatch.missing {
            report(
                RecordRules.noSemester, mapping, field: dateField, row: row,
                details: ["found": CivilDate(storedValue: date)?.latvian ?? ""])
        }
    }

    /// Numbers the plan within its school.
    private mutating func resolvePlan(
        _ mapping: CompiledMapping, start: Int, registries: inout DeliveryRegistries
    ) {
        guard let plan = mapping.planField, let school = mapping.schoolField,
            scratch[start + plan] >= 0, scratch[start + school] >= 0
        else { return }
        scratch[start + plan] = registries.plan(
            school: scratch[start + school], text: scratch[start + plan])
    }

    /// Makes one record of each value of a list.
    private mutating func expandLists(_ mapping: CompiledMapping, number: Int, start: Int) {
        let width = mapping.slots.count
        guard let listField = mapping.listField, case .reader(let reader) = mapping.slots[listField]
        else {
            produced.append(
                Produced(mapping: number, kind: mapping.kind, start: start, width: width))
            return
        }
        let list = scratch[start + listField]
        guard list >= 0 else {
            produced.append(
                Produced(mapping: number, kind: mapping.kind, start: start, width: width))
            return
        }
        let template = Array(scratch[start..<(start + width)])
        scratch.removeSubrange(start...)
        for value in table.readers[reader].lists[list] {
            let place = scratch.count
            scratch.append(contentsOf: template)
            scratch[place + listField] = value
            produced.append(
                Produced(mapping: number, kind: mapping.kind, start: place, width: width))
        }
    }

    // MARK: - Checking

    private mutating func check(_ mapping: CompiledMapping, start: Int, row: Int) {
        let end = start + mapping.slots.count
        var hits: [(check: Int, hit: RecordCheckHit)] = []
        scratch.withUnsafeBufferPointer { values in
            let record = ModelRecord(values: UnsafeBufferPointer(rebasing: values[start..<end]))
            for (index, active) in mapping.checks.enumerated() {
                if let hit = active.check.hit(in: record) { hits.append((index, hit)) }
            }
        }
        for (index, hit) in hits {
            let active = mapping.checks[index]
            report(
                active.rule, mapping, field: hit.field, row: row, severity: active.severity,
                details: hit.details)
        }
        checkBirthDate(mapping, start: start, row: row)
    }

    private mutating func checkBirthDate(_ mapping: CompiledMapping, start: Int, row: Int) {
        guard mapping.kind == .pupil, let field = mapping.birthDateField,
            let given = CivilDate(storedValue: max(0, scratch[start + field])),
            let personField = mapping.personFields?.person,
            case .reader(let reader) = mapping.slots[personField],
            let text = cellText(reader, row: row), let coded = PersonalCode(text)?.birthDate,
            coded != given
        else { return }
        report(RecordRules.birthDateDiffers, mapping, field: field, row: row, details: [:])
    }

    private mutating func checkValidity(_ reader: Int, row: Int, mapping: CompiledMapping) {
        guard let validity = table.readers[reader].validity(codes[reader * rowCount + row]) else {
            return
        }
        var day: CivilDate?
        for field in [mapping.dateField, mapping.semesterField].compactMap(\.self) {
            guard day == nil, case .reader(let source) = mapping.slots[field] else { continue }
            let value = values[source * rowCount + row]
            day =
                field == mapping.dateField
                ? CivilDate(storedValue: value)
                : Semester(storedValue: value)
                    .flatMap(context.municipality.calendar.period)?.startsOn
        }
        guard let day, !validity.isValid(on: day) else { return }
        let column = table.readers[reader].column(of: row, in: batch)
        add(
            Diagnostic(
                RecordRules.outsideValidity, at: position(column: column, reader: reader, row: row),
                details: ["found": cellText(reader, row: row) ?? "", "date": day.latvian]))
    }

    // MARK: - Reporting

    private mutating func reportFault(_ reader: Int, row: Int, field: ModelField) {
        guard let fault = table.readers[reader].fault(codes[reader * rowCount + row]) else {
            return
        }
        let column = table.readers[reader].column(of: row, in: batch)
        var place = position(column: column, reader: reader, row: row)
        place.byte = place.byte.map { $0 + fault.offset }
        add(
            Diagnostic(
                fault.rule, severity: severity(of: fault.rule), at: place, details: fault.details))
    }

    private mutating func reportMissing(_ mapping: CompiledMapping, field: Int, row: Int) {
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

    private mutating func report(
        _ rule: Rule, _ mapping: CompiledMapping, field: Int, row: Int, severity: Severity? = nil,
        details: [String: String]
    ) {
        add(
            Diagnostic(
                rule, severity: severity ?? self.severity(of: rule),
                at: position(ofField: field, mapping: mapping, row: row), details: details))
    }

    private func severity(of rule: Rule) -> Severity? {
        context.source.ruleSeverities[rule.code].flatMap { Severity(rawValue: $0.rawValue) }
    }

    private mutating func add(_ finding: Diagnostic) {
        if context.source.ruleSeverities[finding.rule.code] == .off { return }
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

    /// Returns the finding for a row that could not be read.
    func finding(of fault: RecordFault, line: Int) -> Diagnostic {
        let name = fault.column.flatMap { number in
            table.columns.indices.contains(number - 1) ? table.columns[number - 1] : nil
        }
        return Diagnostic(
            fault.rule,
            at: InputPosition(
                file: fileName, line: line, byte: fault.byte, column: fault.column, columnName: name
            ),
            details: fault.details)
    }

    // MARK: - Places

    /// The column that holds a field of a record of the row.
    func column(ofField field: Int, index: Int, row: Int) -> (number: Int?, name: String?) {
        let place = position(ofField: field, mapping: mapping(of: index), row: row)
        return (place.column, place.columnName)
    }

    private func position(
        ofField field: Int, mapping: CompiledMapping, row: Int
    ) -> InputPosition {
        var source = field
        if case .semesterOf(let date) = mapping.slots[field] { source = date }
        guard case .reader(let reader) = mapping.slots[source] else {
            return recordPosition(row, column: nil, name: mapping.kind.fields[field].name)
        }
        return position(
            column: table.readers[reader].column(of: row, in: batch), reader: reader, row: row)
    }

    private func position(column: Int, reader: Int, row: Int) -> InputPosition {
        let readers = table.readers[reader]
        let name = readers.columns.firstIndex(of: column).map { readers.columnNames[$0] }
        var place = recordPosition(row, column: isXML ? nil : column + 1, name: name)
        if !batch.cells[row * batch.columnCount + column].isAbsent {
            place.byte = batch.byteOffset(record: row, column: column)
        }
        return place
    }

    private func recordPosition(_ row: Int, column: Int?, name: String?) -> InputPosition {
        InputPosition(
            file: fileName, line: batch.records[row].line, byte: batch.records[row].byte,
            column: column, columnName: name)
    }

    private var isXML: Bool { table.mappings.first?.isXML ?? false }

    private func cellText(_ reader: Int, row: Int) -> String? {
        let column = table.readers[reader].column(of: row, in: batch)
        let cell = batch.cells[row * batch.columnCount + column]
        guard !cell.isAbsent else { return nil }
        return batch.bytes.withUnsafeBufferPointer { bytes in
            table.readers[reader].text(
                UnsafeBufferPointer(rebasing: bytes[cell.start..<(cell.start + cell.count)]),
                hasDoubledQuotes: cell.hasDoubledQuotes)
        }
    }

    // MARK: - The total row

    /// Whether a row is the table's total row.
    func isTotal(_ row: Int) -> Bool {
        guard let total = table.total else { return false }
        return values[total.marker * rowCount + row] >= 0
            && FoldedText(cellText(total.marker, row: row) ?? "") == FoldedText(total.text)
    }

    /// Adds a row to the sums that the total row must show.
    mutating func addToTotal(_ row: Int) {
        guard var total = table.total else { return }
        for index in total.sums.indices {
            total.sums[index].sum += max(0, values[total.sums[index].reader * rowCount + row])
        }
        table.total = total
    }

    /// Compares the total row with the sums of the rows above it.
    func compareTotal(_ row: Int) -> [Diagnostic] {
        guard let total = table.total else { return [] }
        var found = [
            Diagnostic(
                AcrossRecordsRules.totalRow,
                at: position(
                    column: table.readers[total.marker].columns[0], reader: total.marker, row: row),
                details: ["text": total.text])
        ]
        for sum in total.sums where values[sum.reader * rowCount + row] != sum.sum {
            found.append(
                Diagnostic(
                    AcrossRecordsRules.totalDiffers,
                    at: position(
                        column: table.readers[sum.reader].columns[0], reader: sum.reader, row: row),
                    details: [
                        "text": total.text, "column": sum.column,
                        "found": cellText(sum.reader, row: row) ?? "", "expected": "\(sum.sum)",
                    ]))
        }
        return found
    }
}
