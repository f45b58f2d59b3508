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
        /// What every row asks of the mapping, at hand without the mapping itself.
        let fields: CompiledMapping.AskedFields
    }

    private(set) var produced: [Produced] = []
    var findings: [Diagnostic] = []
    var isHeldBack = false
    /// Those whom the row names without a good code.
    var unidentified: [Unidentified] = []

    let batch: RecordBatch
    var table: CompiledTable
    let values: [Int]
    let codes: [Int32]
    let context: NormalizationContext
    let fileName: String
    let sheet: String?
    let rowCount: Int
    private var scratch: [Int] = []
    /// Whether texts of a mapping may stand for their values on some days only, mapping by mapping.
    private let hasValidity: [Bool]
    private let roles: [Int]
    private var lastDate = ModelBatch.missing
    private var lastDateKind: RecordKind?
    private var lastSemester = ModelBatch.missing

    init(
        batch: RecordBatch, table: CompiledTable, values: [Int], codes: [Int32],
        context: NormalizationContext, fileName: String, sheet: String?
    ) {
        self.batch = batch
        self.table = table
        self.values = values
        self.codes = codes
        self.context = context
        self.fileName = fileName
        self.sheet = sheet
        rowCount = batch.records.count
        hasValidity = table.mappings.map { mapping in
            mapping.sources.contains { $0.reader >= 0 && table.readers[$0.reader].hasValidity }
        }
        roles = context.vocabularies[.measures]?.terms.indices.map(context.role(ofMeasure:)) ?? []
    }

    /// The table with the sums that the rows added to.
    consuming func finished() -> CompiledTable { table }

    /// Lends the values of a record made of the row.
    @inline(__always)
    func withRecord<Result>(_ index: Int, _ body: (UnsafeBufferPointer<Int>) -> Result) -> Result {
        let record = produced[index]
        return scratch.withUnsafeBufferPointer { values in
            body(
                UnsafeBufferPointer(
                    rebasing: values[record.start..<(record.start + record.width)]))
        }
    }

    /// The value of a field of a record made of the row.
    func value(_ field: Int, of index: Int) -> Int { scratch[produced[index].start + field] }

    /// The mapping that made a record of the row.
    func mapping(of index: Int) -> CompiledMapping { table.mappings[produced[index].mapping] }

    /// The semester that a record of the row names, or `nil`.
    func semester(of index: Int) -> Int? { given(produced[index].fields.semester, of: index) }

    /// The school that a record of the row names, by its place, or `nil`.
    func school(of index: Int) -> Int? { given(produced[index].fields.school, of: index) }

    /// The plan that a record of the row names, by its number in the delivery, or `nil`.
    func plan(of index: Int) -> Int? { given(produced[index].fields.plan, of: index) }

    /// Returns which plan a record of a row is, or `nil` when it is none or does not say it.
    func heldPlan(_ index: Int) -> HeldPlan? {
        guard produced[index].kind == .plan,
            let plan = plan(of: index),
            let school = school(of: index), let semester = semester(of: index)
        else { return nil }
        return HeldPlan(plan: plan, school: school, semester: semester)
    }

    /// Returns the value of a field, or `nil` when it is not there or the kind has no such field.
    private func given(_ field: Int, of index: Int) -> Int? {
        guard field >= 0 else { return nil }
        let value = scratch[produced[index].start + field]
        return value <= ValueReader.none ? nil : value
    }

    // MARK: - Building

    /// Builds the records of a row.
    mutating func build(_ row: Int, registries: inout DeliveryRegistries) {
        produced.removeAll(keepingCapacity: true)
        if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
        scratch.removeAll(keepingCapacity: true)
        if !unidentified.isEmpty { unidentified.removeAll() }
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
        guard fill(mapping, number: number, row: row) else {
            return buildWithCare(mapping, number: number, row: row, registries: &registries)
        }
        complete(mapping, start: start, row: row, registries: &registries)
        if let field = mapping.semesterField, mapping.isRequired[field],
            scratch[start + field] == ModelBatch.missing
        {
            reportMissing(mapping, from: start, hasFault: false, row: row, &registries)
        }
        check(mapping, start: start, row: row)
        expandLists(mapping, number: number, start: start)
    }

    /// Puts the values of a row in their places, as long as there is nothing to say about any of them.
    ///
    /// - Returns: Whether there is nothing; otherwise nothing is put anywhere.
    @inline(__always)
    private mutating func fill(_ mapping: CompiledMapping, number: Int, row: Int) -> Bool {
        guard !hasValidity[number] else { return false }
        let start = scratch.count
        scratch.append(
            contentsOf: repeatElement(ModelBatch.missing, count: mapping.sources.count))
        let rowCount = rowCount
        let isPlain = scratch.withUnsafeMutableBufferPointer { record in
            values.withUnsafeBufferPointer { values in
                for (field, source) in mapping.sources.enumerated() {
                    let value =
                        source.reader >= 0
                        ? values[source.reader * rowCount + row] : source.constant
                    if value <= ValueReader.none, value != ModelBatch.missing || source.isRequired {
                        return false
                    }
                    record[start + field] = value
                }
                return true
            }
        }
        if !isPlain { scratch.removeSubrange(start...) }
        return isPlain
    }

    /// Builds a record of a row about which there is something to say.
    private mutating func buildWithCare(
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
                    if let person = identify(
                        mapping, field: field, row: row, registries: &registries)
                    {
                        value = person
                    } else {
                        reportFault(reader, row: row, field: mapping.kind.fields[field])
                        hasFault = true
                    }
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
        complete(mapping, start: start, row: row, registries: &registries)
        guard !saysNone else {
            scratch.removeSubrange(start...)
            return
        }
        reportMissing(mapping, from: start, hasFault: hasFault, row: row, &registries)
        if !hasFault { check(mapping, start: start, row: row) }
        expandLists(mapping, number: number, start: start)
    }

    /// Fills in what follows from other values of the record.
    @inline(__always)
    private mutating func complete(
        _ mapping: CompiledMapping, start: Int, row: Int, registries: inout DeliveryRegistries
    ) {
        resolveSemester(mapping, start: start, row: row)
        resolvePlan(mapping, start: start, registries: &registries)
        if let role = mapping.roleField, let measure = mapping.measureField,
            scratch[start + role] == ModelBatch.missing, scratch[start + measure] >= 0
        {
            scratch[start + role] = roles[scratch[start + measure]]
        }
    }

    /// Reports the required fields that a record lacks, unless a decision fills them.
    private mutating func reportMissing(
        _ mapping: CompiledMapping, from start: Int, hasFault: Bool, row: Int,
        _ registries: inout DeliveryRegistries
    ) {
        for field in mapping.slots.indices
        where mapping.isRequired[field] && scratch[start + field] == ModelBatch.missing {
            if case .semesterOf = mapping.slots[field], hasFault || isHeldBack { continue }
            if let person = identify(mapping, field: field, row: row, registries: &registries) {
                scratch[start + field] = person
                continue
            }
            reportMissing(mapping, field: field, row: row)
        }
    }

    /// Fills the semester in from the day, for mappings that say so.
    private mutating func resolveSemester(_ mapping: CompiledMapping, start: Int, row: Int) {
        guard let field = mapping.semesterField,
            case .semesterOf(let dateField) = mapping.slots[field]
        else { return }
        let date = scratch[start + dateField]
        guard date > ValueReader.faulty else { return }
        if date != lastDate || mapping.kind != lastDateKind {
            lastDate = date
            lastDateKind = mapping.kind
            let calendar = context.municipality.calendar
            lastSemester =
                CivilDate(storedValue: date).flatMap { date in
                    mapping.kind == .staffMember
                        ? calendar.semester(ofListMadeOn: date) : calendar.semester(on: date)
                }?.storedValue ?? ModelBatch.missing
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
        guard let listField = mapping.listField,
            case .reader(let reader) = mapping.slots[listField]
        else {
            produced.append(
                Produced(
                    mapping: number, kind: mapping.kind, start: start, width: width,
                    fields: mapping.askedFields))
            return
        }
        let list = scratch[start + listField]
        guard list >= 0 else {
            produced.append(
                Produced(
                    mapping: number, kind: mapping.kind, start: start, width: width,
                    fields: mapping.askedFields))
            return
        }
        let template = Array(scratch[start..<(start + width)])
        scratch.removeSubrange(start...)
        for value in table.readers[reader].lists[list] {
            let place = scratch.count
            scratch.append(contentsOf: template)
            scratch[place + listField] = value
            produced.append(
                Produced(
                    mapping: number, kind: mapping.kind, start: place, width: width,
                    fields: mapping.askedFields))
        }
    }

    // MARK: - Checking

    private mutating func check(_ mapping: CompiledMapping, start: Int, row: Int) {
        let end = start + mapping.slots.count
        var hits: [(check: Int, hit: RecordCheckHit)] = []
        scratch.withUnsafeBufferPointer { values in
            let record = ModelRecord(values: UnsafeBufferPointer(rebasing: values[start..<end]))
            for index in mapping.passed.indices {
                let passed = mapping.passed[index]
                let key = passed?.key(of: record) ?? 0
                if let passed, passed.contains(key) { continue }
                if let hit = mapping.checks[index].check.hit(in: record) {
                    hits.append((index, hit))
                } else {
                    passed?.insert(key)
                }
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
                details: ["found": shown(cellText(reader, row: row)), "date": day.latvian]))
    }
}
