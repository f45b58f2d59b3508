import PupilSupport
import SupportStore

/// What the keys of the store's own tables stand for.
struct KeyNames: Sendable {
    private var schools: [Int: School] = [:]
    private var terms: [Int: Term] = [:]

    init(
        municipality: Municipality, vocabularies: [VocabularyName: Vocabulary],
        in snapshot: StoreSnapshot
    ) throws {
        let known = Dictionary(
            municipality.schools.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var schools: [Int: School] = [:]
        try snapshot.stream(sql: "SELECT id, code FROM school") { row in
            guard let id = row.integer(0), let code = row.text(1) else { return }
            schools[id] = known[code]
        }
        let vocabularies = vocabularies.mapValues { vocabulary in
            Dictionary(
                vocabulary.terms.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var terms: [Int: Term] = [:]
        try snapshot.stream(sql: "SELECT id, vocabulary, code FROM term") { row in
            guard let id = row.integer(0), let name = row.text(1), let code = row.text(2)
            else { return }
            terms[id] = VocabularyName(rawValue: name).flatMap { vocabularies[$0]?[code] }
        }
        self.schools = schools
        self.terms = terms
    }

    /// Returns how a value of a key is shown, or `nil` when it is no key of what the form shows.
    func shown(_ value: Int, as form: ExtractKeyForm, texts: [String]?) -> ExtractedTable.Cell? {
        if value == PouredRows.empty { return .nothing }
        switch form {
        case .value: return texts.map { .words($0[value]) } ?? .number(value)
        case .schoolCode: return schools[value].map { .words($0.code) }
        case .schoolRegistrationNumber:
            return schools[value].map { $0.registrationNumber.map { .words($0) } ?? .nothing }
        case .schoolNameInLatvian: return schools[value].map { .words($0.name.lv) }
        case .schoolNameInEnglish: return schools[value].map { .words($0.name.en) }
        case .termCode: return terms[value].map { .words($0.code) }
        case .termNameInLatvian: return terms[value].map { .words($0.name.lv) }
        case .termNameInEnglish: return terms[value].map { .words($0.name.en) }
        case .semesterCode: return Semester(storedValue: value).map { .words($0.code) }
        case .schoolYear: return Semester(storedValue: value).map { .number($0.startYear) }
        case .semesterNumber: return Semester(storedValue: value).map { .number($0.number) }
        }
    }
}
