import Diagnostics
import Extraction
import Normalization
public import PupilSupport
public import SupportStore

/// Gathers everything that is kept of a person, for the person to see.
public struct PersonRun {
    private let store: SupportStore
    private let definitions: Definitions

    /// Prepares a run.
    public init(store: SupportStore, definitions: Definitions) {
        self.store = store
        self.definitions = definitions
    }

    /// Returns everything that is kept of somebody, opening the vault for a purpose.
    public func document(
        of role: PersonRole, _ code: PersonalCode, for purpose: VaultPurpose
    ) throws -> PersonDocument {
        let person = try store.person(role, code, for: purpose)
        let found = try PersonSearch(
            store: store, definitions: definitions, person: person
        ).run()
        let files = found.files
        let trails = try store.trails(
            of: person,
            at: Dictionary(
                found.finds.map { ($0.delivery.id, $0.records) }, uniquingKeysWith: { $1 }))
        let values = PersonValues(definitions)
        return PersonDocument(
            role: role.rawValue, references: person.references,
            vault: person.sealed.map {
                PersonVaultEntry(
                    code: $0.code, givenName: $0.givenName, familyName: $0.familyName)
            },
            records: try store.records(of: person).map { record in
                PersonRecordEntry(
                    kind: record.kind.rawValue,
                    place: place(record.delivery, record.line, files), heldBack: record.isHeld,
                    values: values.texts(of: record))
            },
            heldBack: found.finds.flatMap { held($0, files) },
            others: found.finds.flatMap { others($0, files) },
            findings: trails.findings.map { finding in
                PersonFinding(
                    place: place(finding.delivery, finding.line, files), rule: finding.rule,
                    message: Self.message(of: finding))
            },
            quarantine: trails.held.map { entry in
                PersonQuarantineEntry(
                    id: entry.id, place: place(entry.delivery, entry.line, files),
                    rules: entry.rules, state: entry.state, attempts: entry.attempts)
            },
            decisions: trails.decisions.map { decision in
                PersonDecisionEntry(
                    id: decision.id, kind: decision.kind.rawValue,
                    first: decision.firstReference, second: decision.secondReference,
                    author: decision.signature.author, reason: decision.signature.reason,
                    undone: decision.undone != nil)
            },
            acknowledgements: trails.accepted.map {
                PersonAcknowledgement(
                    id: $0.id, rule: $0.rule, author: $0.author, reason: $0.reason)
            }, problems: try problems(files))
    }

    private func place(_ delivery: Int, _ line: Int, _ files: SourceFiles) -> PersonPlace {
        let source = files.deliveries[delivery]
        return PersonPlace(
            file: source.map { files.names[$0.fileName] } ?? "?", line: line,
            cell: files.row(line, of: delivery), delivery: delivery,
            inForce: source.map { $0.successor == nil } ?? false)
    }

    /// The records that are held back and of which no facts were made, as they stand in the file.
    private func held(_ find: PersonSearch.Find, _ files: SourceFiles) -> [PersonHeldEntry] {
        let lines = find.held.filter { find.facts[$0.key] == nil }
        guard !lines.isEmpty else { return [] }
        let texts = SourceTexts(
            of: lines.keys.map { SourceTexts.Record(delivery: find.delivery.id, byte: $0) },
            in: files)
        return lines.sorted { $0.key < $1.key }.map { byte, line in
            PersonHeldEntry(
                place: place(find.delivery.id, line, files), text: texts[find.delivery.id, byte])
        }
    }

    private func others(_ find: PersonSearch.Find, _ files: SourceFiles) -> [PersonPlace] {
        guard !find.others.isEmpty, let walk = try? files.walk(of: find.delivery),
            let survey = try? RecordSurvey(walk, needles: nil)
        else { return [] }
        return survey.records.filter { find.others.contains($0.byte) }.map {
            place(find.delivery.id, $0.line, files)
        }
    }

    private func problems(_ files: SourceFiles) throws -> [FileProblem] {
        files.deliveries.values.sorted { $0.id < $1.id }.compactMap { delivery -> FileProblem? in
            do throws(SourceProblem) {
                _ = try files.walk(of: delivery)
                return nil
            } catch {
                return FileProblem(
                    file: files.names[delivery.fileName],
                    message: TwoTexts(lv: error.message.lv, en: error.message.en))
            }
        }
    }

    private static func message(of finding: StoredFinding) -> TwoTexts {
        guard let rule = RuleCatalogue.byCode[finding.rule] else { return TwoTexts(lv: "", en: "") }
        return TwoTexts(
            lv: rule.summary.text(in: .latvian, details: finding.details),
            en: rule.summary.text(in: .english, details: finding.details))
    }
}

/// Writes the values of records as people read them.
struct PersonValues {
    private let definitions: Definitions

    init(_ definitions: Definitions) { self.definitions = definitions }

    func texts(of record: PersonRecord) -> [String: String] {
        var texts: [String: String] = [:]
        for (field, value) in record.values {
            if let text = text(value, field.type) { texts[field.name] = text }
        }
        return texts
    }

    private func text(_ value: PersonRecord.Value, _ type: FieldType) -> String? {
        switch value {
        case .none: nil
        case .text(let text): text
        case .person(let reference): reference
        case .integer(let integer):
            switch type {
            case .date: CivilDate(storedValue: integer)?.description ?? "\(integer)"
            case .semester: Semester(storedValue: integer)?.code ?? "\(integer)"
            case .schoolClass: SchoolClass(storedValue: integer)?.description ?? "\(integer)"
            case .mark: Mark(storedValue: integer)?.code ?? "\(integer)"
            default: "\(integer)"
            }
        }
    }
}
