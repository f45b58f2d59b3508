import Diagnostics
public import Extraction
import PupilSupport

/// Turns the records of one file into records of the model.
///
/// A record that breaks a rule of severity error is held back whole, with every rule that it breaks.
/// Each distinct text of a column is parsed and checked once, so that a row costs look-ups only.
public struct Normalizer {
    private let file: FileDefinition
    private let context: NormalizationContext
    private let fileName: String
    private let sheet: String?
    /// What is wrong with the header, until a batch takes it along.
    private var headerFindings: [Diagnostic] = []
    private var droppedColumns: [DroppedColumn] = []
    private var tables: [CompiledTable] = []
    private var notes = NotesOfIgnored()
    private var registries = DeliveryRegistries()
    /// The records of a row that are new; a row after the other uses it.
    private var kept: [Int] = []
    /// What was seen of each kind of record, by the place that ``CompiledMapping/repeatIndex`` names.
    private var repeats: [RepeatIndex] = []
    private var pupils = SeenPeople()
    private var erased: ErasedRecords
    private var semesters = SeenNumbers()
    private var heldSemesters = SeenNumbers()
    private var schools = SeenNumbers()
    private var heldSchools = SeenNumbers()
    private var values: [Int] = []
    private var codes: [Int32] = []

    /// Creates a normaliser for a delimited file or a sheet of a workbook.
    ///
    /// - Parameters:
    ///   - file: How the file is mapped.
    ///   - columns: The columns of its header.
    ///   - context: What records are judged by.
    ///   - fileName: The name of the file in findings.
    ///   - sheet: The name of the sheet, or `nil` for a delimited file.
    /// - Throws: ``FileRefusal`` when the header lacks a mapped column.
    public init(
        file: FileDefinition, columns: [String], context: NormalizationContext, fileName: String,
        sheet: String? = nil
    ) throws {
        self.init(file, context, fileName, sheet)
        try add(table: file.records, columns: columns)
        let unread = UnreadColumns(context)
        headerFindings = unread.findings(
            columns, of: file, at: InputPosition(file: fileName, sheet: self.sheet))
        droppedColumns = unread.dropped(columns, of: file)
    }

    /// Creates a normaliser for an XML file whose reader was given ``xmlTables(of:)``.
    public init(
        xmlFile file: FileDefinition, context: NormalizationContext, fileName: String
    ) throws {
        self.init(file, context, fileName, nil)
        for group in Self.groups(of: file) {
            try add(table: group.mappings, columns: group.paths)
        }
    }

    private init(
        _ file: FileDefinition, _ context: NormalizationContext, _ fileName: String,
        _ sheet: String?
    ) {
        self.file = file
        self.context = context
        self.fileName = fileName
        self.sheet = sheet.map { ShownText($0, knowing: context.words).text }
        erased = ErasedRecords(context)
    }

    private mutating func add(table mappings: [RecordMapping], columns: [String]) throws {
        let escapes: CellEscapes? =
            switch file.format {
            case .delimited(let options): CellEscapes(options)
            case .workbook(let options): CellEscapes(options.table)
            case .xml: nil
            }
        // Readers hand XML and UTF-16 out as UTF-8.
        let handedOut: TextEncoding =
            switch (file.format, file.encoding) {
            case (.xml, _), (_, .utf16LittleEndian), (_, .utf16BigEndian): .utf8
            default: file.encoding
            }
        var compiler = TableCompiler(
            file: file, context: context, columns: columns, decoder: TextDecoder(handedOut),
            escapes: escapes, seed: UInt64.random(in: .min ... .max), registries: registries)
        let (table, grown) = try compiler.compile(mappings)
        registries = grown
        tables.append(table)
        for mapping in table.mappings {
            let known = repeats.firstIndex { $0.kind == mapping.kind }
            mapping.askedFields.repeatIndex = known ?? repeats.count
            if known == nil { repeats.append(RepeatIndex(kind: mapping.kind)) }
        }
    }

    /// Returns the tables that the reader of an XML file must read for a definition.
    public static func xmlTables(of file: FileDefinition) -> [XMLTable] {
        guard case .xml(let options) = file.format else { return [] }
        return groups(of: file).map { group in
            XMLTable(
                path: group.at.split(separator: "/").compactMap {
                    XMLName($0, namespaces: options.namespaces)
                },
                columns: group.paths.compactMap {
                    XMLFieldPath($0, namespaces: options.namespaces)
                })
        }
    }

    /// Returns what the records of each of ``xmlTables(of:)`` become, and the columns as the definition
    /// writes their paths.
    public static func xmlMappings(
        of file: FileDefinition
    ) -> [(mappings: [RecordMapping], columns: [String])] {
        groups(of: file).map { ($0.mappings, $0.paths) }
    }

    /// Groups the mappings that are made from the same element.
    private static func groups(
        of file: FileDefinition
    ) -> [(at: String, mappings: [RecordMapping], paths: [String])] {
        var groups: [(at: String, mappings: [RecordMapping], paths: [String])] = []
        for mapping in file.records {
            let at = mapping.at ?? ""
            var paths = mapping.fields.flatMap { field in
                if case .paths(let paths) = field.source { paths } else { [String]() }
            }
            if let present = mapping.whenPresent { paths.append(present) }
            if let index = groups.firstIndex(where: { $0.at == at }) {
                groups[index].mappings.append(mapping)
                groups[index].paths += paths.filter { !groups[index].paths.contains($0) }
            } else {
                var unique: [String] = []
                for path in paths where !unique.contains(path) { unique.append(path) }
                groups.append((at, [mapping], unique))
            }
        }
        return groups
    }

    /// Normalises a batch of records.
    public mutating func normalize(_ batch: RecordBatch) -> NormalizedBatch {
        var result = NormalizedBatch()
        swap(&result.findings, &headerFindings)
        swap(&result.droppedColumns, &droppedColumns)
        let count = batch.records.count
        readValues(of: batch)
        for mapping in tables[batch.table].mappings {
            repeats[mapping.askedFields.repeatIndex].expect(
                mapping, values: values, rowCount: count)
        }
        var worker = RowWorker(
            batch: batch, table: tables[batch.table], values: values, codes: codes,
            context: context, fileName: fileName, sheet: sheet)
        var fault = batch.faults.startIndex
        var remarks = batch.remarks[...]
        while let remark = remarks.first, remark.record == nil {
            remarks.removeFirst()
            result.findings += worker.finding(of: remark, atMost: .warning).map { [$0] } ?? []
        }
        for row in 0..<count {
            let place = batch.records[row]
            var own: ArraySlice<RecordRemark> = []
            if remarks.first?.record == row {
                own = remarks.prefix { $0.record == row }
                remarks.removeFirst(own.count)
            }
            result.recordsRead += 1
            if fault < batch.faults.endIndex, batch.faults[fault].record == row {
                result.heldBack.append(place.source)
                worker.missFromTotal()
                repeat {
                    result.findings.append(worker.finding(of: batch.faults[fault], place: place))
                    fault += 1
                } while fault < batch.faults.endIndex && batch.faults[fault].record == row
                continue
            }
            if worker.isTotal(row) {
                result.hasTotalRow = true
                result.recordsIgnored += 1
                result.findings += worker.compareTotal(row)
                continue
            }
            worker.addToTotal(row)
            judge(row, place: place, remarks: own, worker: &worker, result: &result)
        }
        tables[batch.table] = worker.finished()
        for ignored in batch.ignored.compactMap(erased.withoutErasedLines) {
            result.recordsRead += ignored.count
            result.recordsIgnored += ignored.count
            guard notes.keepsNote(of: ignored.rule, line: ignored.line, count: ignored.count) else {
                continue
            }
            result.findings.append(
                Diagnostic(
                    ignored.rule,
                    at: InputPosition(
                        file: fileName, sheet: sheet, line: ignored.line, byte: ignored.byte,
                        record: ignored.byte), details: ignored.details))
        }
        registries.handOutNew(to: &result)
        result.semesters = semesters.all
        result.heldSemesters = heldSemesters.all
        result.schools = schools.all
        result.heldSchools = heldSchools.all
        return result
    }

    /// Returns what is to be said behind the last batch.
    public func finish() -> NormalizedBatch {
        var result = NormalizedBatch()
        result.findings = notes.closing(file: fileName, sheet: sheet)
        return result
    }

    private mutating func readValues(of batch: RecordBatch) {
        let count = batch.records.count
        let readers = tables[batch.table].readers.count
        let needed = count * readers
        if values.count < needed {
            values = Array(repeating: 0, count: needed)
            codes = Array(repeating: 0, count: needed)
        }
        values.withUnsafeMutableBufferPointer { values in
            codes.withUnsafeMutableBufferPointer { codes in
                for reader in 0..<readers {
                    let range = (reader * count)..<((reader + 1) * count)
                    tables[batch.table].readers[reader].read(
                        batch, values: UnsafeMutableBufferPointer(rebasing: values[range]),
                        codes: UnsafeMutableBufferPointer(rebasing: codes[range]),
                        registries: &registries)
                }
            }
        }
    }

    private mutating func judge(
        _ row: Int, place: RecordPlace, remarks: ArraySlice<RecordRemark>,
        worker: inout RowWorker, result: inout NormalizedBatch
    ) {
        worker.build(row, registries: &registries)
        if erased.isNeeded, erased.concerns(worker, registries: registries) {
            result.recordsIgnored += 1
            result.erased.append(place.source)
            return
        }
        for entry in worker.unidentified {
            result.unidentified.append(
                UnidentifiedRecord(
                    person: entry.person, decision: entry.decision, place: place.source))
        }
        for remark in remarks {
            if let finding = worker.finding(of: remark) { worker.add(finding) }
        }
        if worker.isHeldBack { return hold(worker, place: place, result: &result) }
        var isNew = worker.produced.isEmpty
        var firstLine: Int?
        kept.removeAll(keepingCapacity: true)
        for index in worker.produced.indices {
            let kind = worker.produced[index].kind
            if kind == .pupil {
                if worker.withRecord(index, { pupils.see($0) }) {
                    kept.append(index)
                } else {
                    firstLine = firstLine ?? 0
                }
                continue
            }
            let repeatIndex = worker.produced[index].fields.repeatIndex
            switch worker.withRecord(index, { repeats[repeatIndex].see($0, line: place.line) }) {
            case .new:
                kept.append(index)
                isNew = true
            case .repeated(let line):
                firstLine = line
            case .sameKey(let line):
                kept.append(index)
                isNew = true
                worker.noteSameKey(kind, row: row, line: line)
            }
        }
        if worker.isHeldBack { return hold(worker, place: place, result: &result) }
        // A row that names only a pupil is new when the pupil or their data are.
        if !isNew, kept.isEmpty {
            result.recordsIgnored += 1
            if notes.keepsNote(of: AcrossRecordsRules.repeated, line: place.line, count: 1) {
                result.findings.append(worker.repetition(row, firstLine: firstLine ?? 0))
            }
            return
        }
        if !worker.findings.isEmpty { result.findings += worker.findings }
        for index in kept { append(worker, index, row: row, place: place, to: &result) }
    }

    private mutating func hold(
        _ worker: RowWorker, place: RecordPlace, result: inout NormalizedBatch
    ) {
        result.heldBack.append(place.source)
        result.findings += worker.findings
        for index in worker.produced.indices {
            if let semester = worker.semester(of: index) { heldSemesters.insert(semester) }
            if let school = worker.school(of: index) { heldSchools.insert(school) }
            if let plan = worker.heldPlan(index) { result.heldPlans.insert(plan) }
        }
    }

    private mutating func append(
        _ worker: RowWorker, _ index: Int, row: Int, place: RecordPlace,
        to result: inout NormalizedBatch
    ) {
        let kind = worker.produced[index].kind
        let target: Int
        if let known = result.records.firstIndex(where: { $0.kind == kind }) {
            target = known
        } else {
            // A row makes one session and, seldom, says something new of a pupil.
            let capacity = kind == .pupil ? 0 : worker.rowCount
            result.records.append(ModelBatch(kind: kind, capacity: capacity))
            target = result.records.count - 1
        }
        worker.withRecord(index) { result.records[target].append($0, at: place.source) }
        if let semester = worker.semester(of: index) { semesters.insert(semester) }
        if let school = worker.school(of: index) { schools.insert(school) }
        if worker.produced[index].fields.namesPerson,
            let fields = worker.mapping(of: index).personFields
        {
            let person = worker.value(fields.person, of: index)
            let given = worker.value(fields.givenName, of: index)
            let family = worker.value(fields.familyName, of: index)
            let isTeacher = kind == .staffMember
            if pupils.seeName(isTeacher: isTeacher, person: person, given: given, family: family) {
                result.names.append(
                    GivenName(
                        isTeacher: isTeacher, person: person,
                        givenName: given < 0 ? "" : registries.names[given],
                        familyName: family < 0 ? "" : registries.names[family],
                        place: place.source,
                        column: worker.column(ofField: fields.familyName, index: index, row: row)))
            }
        }
    }
}

extension RecordPlace {
    /// The place as the model keeps it.
    var source: SourcePlace { SourcePlace(line: line, byte: byte, length: length) }
}
