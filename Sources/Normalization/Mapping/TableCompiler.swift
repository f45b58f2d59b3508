import Diagnostics
import Extraction
import PupilSupport

/// Compiles the mappings of one table of a file.
struct TableCompiler {
    let file: FileDefinition
    let context: NormalizationContext
    let columns: [String]
    let decoder: TextDecoder
    let escapes: CellEscapes?
    let seed: UInt64

    private var readers: [ValueReader] = []
    private var readerNumbers: [ReaderKey: Int] = [:]
    private var registries: DeliveryRegistries

    private struct ReaderKey: Hashable {
        let columns: [Int]
        let mapping: FieldMapping
        let field: ModelField?
        let purpose: String
    }

    init(
        file: FileDefinition, context: NormalizationContext, columns: [String],
        decoder: TextDecoder, escapes: CellEscapes?, seed: UInt64, registries: DeliveryRegistries
    ) {
        self.file = file
        self.context = context
        self.columns = columns
        self.decoder = decoder
        self.escapes = escapes
        self.seed = seed
        self.registries = registries
    }

    /// Compiles mappings.
    ///
    /// - Returns: The table, and the registries with what constants named.
    /// - Throws: ``FileRefusal`` when the file lacks a mapped column.
    mutating func compile(
        _ mappings: [RecordMapping]
    ) throws(FileRefusal) -> (CompiledTable, DeliveryRegistries) {
        var compiled: [CompiledMapping] = []
        for mapping in mappings {
            guard let unpivot = mapping.unpivot else {
                compiled.append(try compile(mapping, unpivoted: nil))
                continue
            }
            for column in unpivot.columns {
                compiled.append(try compile(mapping, unpivoted: column))
            }
        }
        let total = try compiledTotal()
        let table = CompiledTable(
            shownColumns: shownColumns, readers: readers, mappings: compiled, total: total)
        return (table, registries)
    }

    private mutating func compile(
        _ mapping: RecordMapping, unpivoted: String?
    ) throws(FileRefusal) -> CompiledMapping {
        let kind = mapping.kind
        let fields = kind.fields
        var slots = [CompiledMapping.Slot](repeating: .empty, count: fields.count)
        var isRequired = fields.map(\.isRequired)
        var listField: Int?
        var presence: Int?
        for fieldMapping in mapping.fields {
            guard let index = kind.fieldIndex(fieldMapping.field) else { continue }
            if fieldMapping.isRequired { isRequired[index] = true }
            if fieldMapping.splitBy != nil { listField = index }
            slots[index] = try slot(
                fieldMapping, field: fields[index], kind: kind, unpivoted: unpivoted)
            if case .reader(let reader) = slots[index], fieldMapping.source == .unpivotedValue,
                mapping.unpivot?.skipsBlanks == true
            {
                presence = reader
            }
        }
        if let school = kind.fieldIndex("school"), case .empty = slots[school],
            let code = context.source.school, let value = context.school(code)?.value
        {
            slots[school] = .constant(value)
        }
        if let column = mapping.whenPresent {
            presence = try reader(
                of: [column], FieldMapping(field: "", source: .column(column), isRequired: false),
                field: nil, purpose: "presence")
        }
        return CompiledMapping(
            kind: kind, slots: slots, isRequired: isRequired, presence: presence,
            listField: listField,
            checks: RecordChecks.checks(
                for: kind, mapping: Set(mapping.fields.map(\.field)), context: context),
            isXML: mapping.at != nil)
    }

    private mutating func slot(
        _ mapping: FieldMapping, field: ModelField, kind: RecordKind, unpivoted: String?
    ) throws(FileRefusal) -> CompiledMapping.Slot {
        switch mapping.source {
        case .column(let column):
            return .reader(try reader(of: [column], mapping, field: field))
        case .paths(let paths):
            return .reader(try reader(of: paths, mapping, field: field))
        case .unpivotedValue:
            return .reader(try reader(of: unpivoted.map { [$0] } ?? [], mapping, field: field))
        case .unpivotedName: return .constant(constant(unpivoted ?? "", mapping, field))
        case .constant(let text): return .constant(constant(text, mapping, field))
        case .semesterOfDate(let date):
            return kind.fieldIndex(date).map { .semesterOf(field: $0) } ?? .empty
        }
    }

    private mutating func constant(
        _ text: String, _ mapping: FieldMapping, _ field: ModelField
    ) -> Int {
        let parser = CellParser(
            mapping: mapping, field: field, context: context, decimalMark: file.decimalMark)
        guard case .value(let value) = parser.parse(text.trimmed, registries: &registries).value
        else { return ModelBatch.missing }
        return value
    }

    /// Returns the number of the reader of some columns, making it when there is none yet.
    private mutating func reader(
        of names: [String], _ mapping: FieldMapping, field: ModelField?, purpose: String = ""
    ) throws(FileRefusal) -> Int {
        var places: [Int] = []
        for name in names {
            guard let place = place(of: name) else {
                throw FileRefusal(
                    FileRules.missingColumn, columnName: name,
                    details: ["name": name, "found": shownColumns.joined(separator: ", ")])
            }
            places.append(place)
        }
        var plain = mapping
        plain.field = ""
        plain.isRequired = false
        plain.source = .constant("")
        let key = ReaderKey(
            columns: places, mapping: plain, field: field,
            purpose: purpose)
        if let number = readerNumbers[key] { return number }
        let parser = CellParser(
            mapping: mapping, field: field ?? Self.anyText, context: context,
            decimalMark: file.decimalMark)
        readers.append(
            ValueReader(
                columns: places, columnNames: names, parser: parser, decoder: decoder,
                escapes: escapes, seed: seed))
        readerNumbers[key] = readers.count - 1
        return readers.count - 1
    }

    private var shownColumns: [String] {
        columns.map { ShownText($0, knowing: context.words).text }
    }

    private func place(of name: String) -> Int? {
        columns.firstIndex(of: name)
            ?? columns.firstIndex { FoldedText($0) == FoldedText(name) }
    }

    /// A field that takes any text, for columns that are only asked whether they hold something.
    private static let anyText =
        RecordKind.pupil.fields.first { $0.type == .name } ?? RecordKind.pupil.fields[0]

    private mutating func compiledTotal() throws(FileRefusal) -> CompiledTotal? {
        guard let total = file.totalRow else { return nil }
        let marker = try reader(
            of: [total.column],
            FieldMapping(
                field: "", source: .constant(total.text), isRequired: false),
            field: nil, purpose: "total marker")
        var sums: [CompiledSum] = []
        for column in total.sums {
            let mapped = file.records.lazy.flatMap(\.fields).first {
                $0.source == .column(column)
            }
            var mapping =
                mapped
                ?? FieldMapping(field: "", source: .column(column), isRequired: false)
            mapping.atLeast = nil
            mapping.atMost = Int.max
            mapping.pattern = nil
            let minutes = RecordKind.session.fields.first { $0.type == .minutes }
            sums.append(
                CompiledSum(
                    reader: try reader(of: [column], mapping, field: minutes, purpose: "sum"),
                    column: column, perUnit: mapping.minutesPerUnit,
                    decimalMark: file.decimalMark))
        }
        return CompiledTotal(text: total.text, marker: marker, sums: sums)
    }
}
