import Diagnostics
import PupilSupport
import Reports
import SupportStore

/// Gathers what the store knows of files and findings into what the report of a semester shows.
struct QualityAssembly: Sendable {
    let municipality: Municipality
    private let deliveries: [StoredDelivery]
    private let store: SupportStore
    /// The lines of the first tears of XML files, by deliveries.
    private let tears: [Int: Int]
    private let dropped: [Int: [DroppedColumn]]
    private let erasures: [StoredErasure]
    private let refused: [Diagnostic]
    /// The number of people who count and whom nobody can name since a key was lost.
    private let unnamed: Int
    private let acknowledged: AcknowledgedFindings
    private let day: CivilDate?
    private let names: ShownFileNames
    private let words: KnownWords

    /// Reads the store.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - municipality: The municipality, which says what is owed.
    ///   - refused: The files of the inbox that were refused whole.
    ///   - names: The names of the files as they may be shown.
    ///   - words: The words of files that may be shown.
    ///   - acknowledged: The findings that somebody accepted.
    ///   - day: The day on which that must hold.
    init(
        store: SupportStore, municipality: Municipality, refused: [Diagnostic],
        names: ShownFileNames, words: KnownWords, acknowledged: AcknowledgedFindings,
        day: CivilDate?
    ) throws {
        self.store = store
        self.municipality = municipality
        self.acknowledged = acknowledged
        self.day = day
        self.names = names
        self.words = words
        self.refused = refused
        deliveries = try store.currentDeliveries()
        tears = try store.tears()
        dropped = try store.droppedColumns()
        erasures = try store.erasures()
        unnamed = try store.unrecoveredParticipants()
    }

    /// Returns how the files of a semester were read; a file of no single semester is in each.
    ///
    /// - Throws: What keeps the store from being read.
    func quality(of semester: Semester) throws -> QualityReport {
        let concerned = deliveries.filter { $0.semester == nil || $0.semester == semester }
        var report = try QualityReport(
            files: concerned.map { delivery in
                FileQuality(
                    name: names[delivery.fileName], schools: delivery.schools, kind: delivery.kind,
                    semester: delivery.semester, read: delivery.counts.read,
                    loaded: delivery.counts.loaded, heldBack: delivery.counts.heldBack,
                    ignored: delivery.counts.ignored,
                    droppedColumns: dropped[delivery.id] ?? [])
            },
            findings: findings(of: semester, in: concerned),
            schoolsMissing: municipality.schools.map(\.code).filter { code in
                missingKinds(in: semester).contains { $0.school == code }
            })
        report.erasures = erasures.filter { $0.semesters.contains(semester.code) }.map(\.ticket)
        return report
    }

    /// Of refused files, of missing ones, then of those that were read.
    private func findings(
        of semester: Semester, in deliveries: [StoredDelivery]
    ) -> HandedOut<QualityFinding> {
        let own =
            refused.map { finding(of: $0, .refused) }
            + missing(semester).map { finding(of: $0, .notDelivered) }
        let byNumber = Dictionary(deliveries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var filter = FindingFilter()
        filter.semester = semester
        filter.rulesOfIgnored = RuleCatalogue.codesOfIgnored
        return HandedOut { [self, filter] body in
            try own.forEach(body)
            try store.reader.read { snapshot in
                try snapshot.forEachFinding(filter) { stored in
                    guard let delivery = byNumber[stored.delivery] else { return }
                    try body(finding(of: stored, in: delivery))
                }
            }
        }
    }

    /// Returns whether the figures of a semester rest on all that was expected, and what is missing.
    func state(of semester: Semester) -> ReportState {
        var reasons: [LocalizedText] = (missing(semester) + refused).map { finding in
            let place = finding.position.file.isEmpty ? "" : "\(finding.position): "
            return LocalizedText(
                lv: place + finding.summary(in: .latvian),
                en: place + finding.summary(in: .english))
        }
        if unnamed > 0 {
            reasons.append(
                LocalizedText(
                    lv:
                        "cilvēki, kurus pēc atslēgas zuduma nevar pazīt un kuri var būt skaitīti divreiz: "
                        + "\(unnamed)",
                    en:
                        "people who cannot be known again since a key was lost, and may count twice: "
                        + "\(unnamed)"))
        }
        for delivery in deliveries where delivery.semester == nil || delivery.semester == semester {
            if delivery.isHeldBackWhole {
                let (read, held) = (delivery.counts.read, delivery.counts.heldBack)
                let name = names[delivery.fileName]
                reasons.append(
                    held > 0
                        ? LocalizedText(
                            lv: "\(name): aizturēti visi \(held) ieraksti",
                            en: "\(name): all \(held) records are held back")
                        : LocalizedText(
                            lv: "\(name): no \(read) ierakstiem neskaitās neviens",
                            en: "\(name): of \(read) records none counts"))
            }
            if let line = tears[delivery.id] {
                reasons.append(TornFile(name: names[delivery.fileName], line: line).message)
            }
        }
        return reasons.isEmpty ? .complete : .incomplete(reasons: reasons)
    }

    /// Whether nothing was held back or refused, all has come, and everybody is known.
    func isImpeccable(_ semesters: [Semester]) -> Bool {
        unnamed == 0 && refused.isEmpty && deliveries.allSatisfy { $0.counts.heldBack == 0 }
            && semesters.allSatisfy { missing($0).isEmpty }
    }

    /// The deliveries in force that concern a semester; one of no single semester concerns each.
    func deliveries(in semester: Semester) -> [StoredDelivery] {
        deliveries.filter { ($0.semester ?? semester) == semester }
    }

    private func missing(_ semester: Semester) -> [Diagnostic] {
        missingKinds(in: semester).map { school, kind in
            Diagnostic(
                RuleCatalogue.notDelivered, at: InputPosition(file: ""),
                details: [
                    "school.lv": name(of: school).lv, "school.en": name(of: school).en,
                    "semester": semester.code, "kind": kind,
                ])
        }
    }

    /// The kinds of file that schools owe and that have not come.
    private func missingKinds(in semester: Semester) -> [(school: String, kind: String)] {
        municipality.expectedDeliveries.filter { $0.semester == semester }.flatMap { expected in
            expected.kinds.filter { kind in
                !deliveries.contains {
                    $0.schools.contains(expected.school) && $0.kind == kind
                        && $0.semester == semester
                }
            }.map { (expected.school, $0) }
        }
    }

    private func name(of school: String) -> LocalizedText {
        municipality.schools.first { $0.code == school }?.shortName
            ?? LocalizedText(lv: school, en: school)
    }

    private func finding(
        of diagnostic: Diagnostic, _ disposition: QualityFinding.Disposition
    ) -> QualityFinding {
        QualityFinding(
            file: diagnostic.position.file, line: diagnostic.position.line,
            byte: diagnostic.position.byte, column: diagnostic.position.column,
            columnName: diagnostic.position.columnName, rule: diagnostic.rule.code,
            severity: diagnostic.severity.rawValue, disposition: disposition,
            message: LocalizedText(
                lv: diagnostic.summary(in: .latvian), en: diagnostic.summary(in: .english)))
    }

    private func finding(
        of stored: StoredFinding, in delivery: StoredDelivery
    ) -> QualityFinding {
        let texts = FindingWords(names: names, words: words)
        // The offsets of a sheet are those of its text, which nobody sees; the cell says more.
        let cell = texts.cell(of: stored, sheet: delivery.sheet)
        let summary = texts.summary(of: stored)
        let place = cell.map { "\($0): " } ?? ""
        return QualityFinding(
            file: names[delivery.fileName], line: stored.line,
            byte: cell == nil ? stored.byte : nil,
            column: stored.column, columnName: stored.columnName, rule: stored.rule,
            severity: stored.severity, disposition: disposition(of: stored),
            message: LocalizedText(lv: place + summary.lv, en: place + summary.en),
            isAcknowledged: acknowledged.holding(of: stored, on: day) != nil)
    }

    /// What became of the record that a finding concerns, whatever the finding itself says of it.
    private func disposition(of stored: StoredFinding) -> QualityFinding.Disposition {
        if stored.isHeld { return .heldBack }
        return stored.isOfIgnored ? .ignored : .loaded
    }
}
