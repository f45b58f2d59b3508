import Diagnostics
import Extraction
import Foundation
import Normalization
import PupilSupport

/// What the input of a worked example gives.
struct ExampleOutcome {
    /// A record with its fields as texts.
    struct Record {
        let kind: RecordKind
        let fields: [String: String]
    }

    private(set) var records: [Record] = []
    private(set) var findings: [Diagnostic] = []

    private let vocabularies: [VocabularyName: Vocabulary]
    private let schools: [School]
    private var pupils: [PersonIdentifier] = []
    private var teachers: [PersonIdentifier] = []
    private var plans: [PlanIdentifier] = []
    private var references: [String] = []
    private var documents: [String] = []
    private var names: [PersonKey: GivenName] = [:]

    private struct PersonKey: Hashable {
        let isTeacher: Bool
        let person: Int
    }

    /// Saves the input as a file of its encoding and reads it as an import does.
    ///
    /// - Throws: ``FileRefusal`` when the file is refused whole.
    init(
        example: WorkedExample, file: FileDefinition, source: SourceDefinition,
        definitions: Definitions
    ) throws {
        vocabularies = definitions.vocabularies
        schools = definitions.municipality.schools
        var file = file
        // What stands for a sheet is the text that it is turned into.
        if case .workbook(let options) = file.format { file.format = .delimited(options.table) }
        var text = example.input
        if case .delimited = file.format {
            text = text.replacingOccurrences(of: "\r\n", with: "\n")
                .replacingOccurrences(of: "\n", with: "\r\n")
        }
        guard let bytes = file.encoding.encoded(text) else {
            throw FileRefusal(
                ExtractionRules.wrongEncoding,
                details: ["expected": file.encoding.rawValue, "found": "input"])
        }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("pumpurs-example-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/input"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let reading = FileReading(
            content: try SentFile(FilePath(path)).content, name: "input", definition: file,
            schema: definitions.schema(of: file),
            context: NormalizationContext(
                municipality: definitions.municipality, vocabularies: definitions.vocabularies,
                source: source, words: definitions.words))
        let ring = reading.start()
        var batches: [NormalizedBatch] = []
        while let batch = try ring.next() { batches.append(batch) }
        for batch in batches { take(batch, order: file.records.map(\.kind)) }
    }

    private mutating func take(_ batch: NormalizedBatch, order: [RecordKind]) {
        pupils += batch.newPupils
        teachers += batch.newTeachers
        plans += batch.newPlanNumbers
        references += batch.newReferences
        documents += batch.newDocuments
        for name in batch.names {
            names[PersonKey(isTeacher: name.isTeacher, person: name.person)] = name
        }
        var placed: [(byte: Int, rank: Int, row: Int, record: Record)] = []
        for records in batch.records {
            let rank = order.firstIndex(of: records.kind) ?? order.count
            for row in records.places.indices {
                placed.append(
                    (records.places[row].byte, rank, row, record(records, row: row)))
            }
        }
        records += placed.sorted { ($0.byte, $0.rank, $0.row) < ($1.byte, $1.rank, $1.row) }
            .map(\.record)
        findings += batch.findings.filter { finding in
            finding.severity >= .warning || finding.rule == AcrossRecordsRules.repeated
        }
    }

    private func record(_ batch: ModelBatch, row: Int) -> Record {
        var fields: [String: String] = [:]
        for (index, field) in batch.kind.fields.enumerated() {
            let value = batch[row, index]
            if value != ModelBatch.missing { fields[field.name] = text(of: value, field.type) }
        }
        if let name = name(of: batch, row: row) {
            fields["given_name"] = name.givenName
            fields["family_name"] = name.familyName
        }
        return Record(kind: batch.kind, fields: fields)
    }

    private func name(of batch: ModelBatch, row: Int) -> GivenName? {
        let isTeacher = batch.kind == .staffMember
        guard isTeacher || batch.kind == .pupil,
            let place = batch.kind.fieldIndex(isTeacher ? "teacher" : "pupil")
        else { return nil }
        return names[PersonKey(isTeacher: isTeacher, person: batch[row, place])]
    }

    private func text(of value: Int, _ type: FieldType) -> String {
        switch type {
        case .pupil: pupils[value].text
        case .teacher, .teacherNumber: teachers[value].text
        case .planNumber: plans[value].number
        case .school: schools[value].code
        case .term(let name): vocabularies[name]?.terms[value].code ?? ""
        case .semester: Semester(storedValue: value)?.code ?? ""
        case .schoolClass: SchoolClass(storedValue: value)?.description ?? ""
        case .date: CivilDate(storedValue: value)?.description ?? ""
        case .mark: Mark(storedValue: value)?.code ?? ""
        case .documentNumber: documents[value]
        case .evidenceReference: references[value]
        case .minutes, .count, .name, .projectNumber: "\(value)"
        }
    }
}
