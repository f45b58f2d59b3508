import Diagnostics
import Foundation
import Normalization
public import PupilSupport
import Reports
public import SupportStore

/// Writes letters to a school: what it has to mend in its files of each semester.
public struct LetterRun {
    /// A letter that was written.
    public struct Letter: Sendable {
        /// The semester.
        public let semester: Semester
        /// The number of findings that keep records from counting.
        public let errors: Int
        /// The number of findings to look at.
        public let warnings: Int
        /// The path of the page; the table is beside it.
        public let page: String
    }

    private let definitions: Definitions
    private let school: School
    private let texts: FindingWords
    private let deliveries: [StoredDelivery]
    private let store: ReadableStore
    private let acknowledged: AcknowledgedFindings
    private let day: CivilDate?

    /// Reads a store, or returns `nil` when the municipality has no such school.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions.
    ///   - school: The code of the school.
    ///   - day: The day on which an acknowledgement must hold; what is accepted is not in the letter.
    public init?(
        store: ReadableStore, definitions: Definitions, school code: String, on day: CivilDate?
    ) throws {
        guard let school = definitions.municipality.schools.first(where: { $0.code == code })
        else { return nil }
        self.store = store
        self.definitions = definitions
        self.school = school
        let all = try store.currentDeliveries()
        texts = FindingWords(
            names: ShownFileNames(all.map(\.fileName), knowing: definitions.words),
            words: definitions.words)
        deliveries = all.filter { $0.schools.contains(code) }
        self.day = day
        acknowledged = try AcknowledgedFindings(store: store, definitions: definitions)
    }

    /// The semesters of which the school has sent anything, oldest first.
    public var semesters: [Semester] { Set(deliveries.compactMap(\.semester)).sorted() }

    /// Writes the letters of semesters, each page and each table in one step.
    ///
    /// - Parameters:
    ///   - semesters: The semesters.
    ///   - folder: The folder of the outputs; letters lie in `letters/<school>` below it.
    ///   - language: The language of the letters.
    /// - Throws: ``OutputError`` when one cannot be written.
    public func write(
        _ semesters: [Semester], to folder: String, in language: Language
    ) throws -> [Letter] {
        let own = "\(folder)/letters/\(school.code)"
        try ReportFolder.makeFolder(own, named: ShownPath.text(of: own))
        return try semesters.map { semester in
            let letter = try letter(of: semester)
            let path = "\(own)/\(semester.code)"
            try WholeFile.write(to: "\(path).csv") { body in
                try letter.writeTable(in: language, to: body)
            }
            try WholeFile.write(try letter.page(in: language), to: "\(path).html")
            return Letter(
                semester: semester, errors: letter.errorCount, warnings: letter.warningCount,
                page: "\(path).html")
        }
    }

    private func letter(of semester: Semester) throws -> SchoolLetter {
        let concerned = deliveries.filter { ($0.semester ?? semester) == semester }
        return try SchoolLetter(
            board: definitions.municipality.board, school: school.name, semester: semester,
            files: concerned.map { delivery in
                try SchoolLetter.File(
                    name: texts.names[delivery.fileName], read: delivery.counts.read,
                    heldBack: delivery.counts.heldBack, findings: findings(of: delivery),
                    isShared: delivery.schools.count > 1)
            }, missing: missing(semester, among: concerned))
    }

    /// What is found in a file and not accepted; of one of several schools only what names this one.
    private func findings(of delivery: StoredDelivery) -> HandedOut<ShownFinding> {
        var filter = FindingFilter()
        filter.delivery = delivery.id
        filter.severities = Set(
            Severity.allCases.filter { $0 != .note }.map(\.rawValue))
        if delivery.schools.count > 1 { filter.judgedSchool = school.code }
        return HandedOut { [store, texts, acknowledged, day, filter] body in
            try store.forEachFinding(filter) { finding in
                guard acknowledged.holding(of: finding, on: day) == nil else { return }
                try body(texts.shown(finding, sheet: delivery.sheet))
            }
        }
    }

    /// What the school owes and has not sent.
    private func missing(
        _ semester: Semester, among deliveries: [StoredDelivery]
    ) -> [LocalizedText] {
        definitions.municipality.expectedDeliveries.filter {
            $0.semester == semester && $0.school == school.code
        }.flatMap(\.kinds).filter { kind in
            !deliveries.contains { $0.kind == kind && $0.semester == semester }
        }.map { kind in
            let finding = Diagnostic(
                FileRules.notDelivered, at: InputPosition(file: ""),
                details: [
                    "school.lv": school.shortName.lv, "school.en": school.shortName.en,
                    "semester": semester.code, "kind": kind,
                ])
            return LocalizedText(
                lv: finding.summary(in: .latvian), en: finding.summary(in: .english))
        }
    }
}
