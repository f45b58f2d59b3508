import Diagnostics
import PupilSupport
import Rollup
import SupportStore

/// Says why an indicator does not count a pupil.
struct PupilReasons {
    let files: SourceFiles
    let snapshot: StoreSnapshot
    /// What the store has of the pupil.
    let records: [PupilRecord]
    /// Records held back before anything was made of them.
    let held: [HeldRecordSearch.Find]

    /// Returns what keeps the pupil from being counted, the first reason first.
    ///
    /// What breaks a rule twice, once for each thing made of the record, is said once.
    func reasons(for standing: PupilStanding, in semester: Semester) throws -> [StandingReason] {
        var said: Set<StandingReason> = []
        return try allReasons(for: standing, in: semester).filter { said.insert($0).inserted }
    }

    private func allReasons(
        for standing: PupilStanding, in semester: Semester
    ) throws -> [StandingReason] {
        let semesters = standing.comparesSemesters ? [semester, semester.previous] : [semester]
        func held(_ kinds: [RecordKind]) throws -> [StandingReason] {
            try heldBack(kinds, semesters, semester)
        }
        switch standing.exclusion {
        case nil: return []
        case .noRows: return try withoutRows(standing, semester, held)
        case .condition(let condition, let rows, let columns):
            let place = columns.firstIndex(of: condition.column)
            let found = Set(rows.map { row in place.map { row.values[$0].words } ?? "–" })
                .sorted().joined(separator: ", ")
            return [
                StandingReason(
                    kind: .condition, rule: nil,
                    message: TwoTexts(
                        lv: "nosacījums \(condition.words) nav izpildīts: \(condition.column) ir "
                            + found,
                        en: "condition \(condition.words) does not hold: \(condition.column) is "
                            + found),
                    advice: definition(of: standing), places: places(of: rows))
            ] + (try held(standing.kinds))
        case .notKnown(let columns, let rows):
            let names = columns.joined(separator: ", ")
            return [
                StandingReason(
                    kind: .notKnown, rule: nil,
                    message: TwoTexts(
                        lv: "nav zināms, ko skaitīt: \(names)",
                        en: "what is counted is not known: \(names)"),
                    advice: definition(of: standing), places: places(of: rows))
            ]
        case .nothingBefore:
            return [
                StandingReason(
                    kind: .nothingBefore, rule: nil,
                    message: TwoTexts(
                        lv: "par iepriekšējo semestri nekas nav zināms, un nav, ar ko salīdzināt",
                        en:
                            "nothing is known of the semester before, so there is nothing to compare "
                            + "with"),
                    advice: TwoTexts(
                        lv: "skaitlis būs, kad skola iesūtīs \(semester.previous) datus",
                        en: "there will be a figure when the school sends the data of "
                            + "\(semester.previous)"), places: [])
            ]
        }
    }

    /// The first kind of record that is missing shuts the pupil out: that which is counted, then the
    /// sessions without which nobody is supported.
    private func withoutRows(
        _ standing: PupilStanding, _ semester: Semester,
        _ held: ([RecordKind]) throws -> [StandingReason]
    ) throws -> [StandingReason] {
        let personal = standing.kinds.filter(PupilRecord.kinds.contains)
        var needed = personal.prefix(1)
        if personal.contains(.session), needed.first != .session { needed.append(.session) }
        let missing = needed.first { kind in
            !records.contains { $0.kind == kind && $0.semester == semester && !$0.isHeld }
        }
        guard let missing else {
            return [
                StandingReason(
                    kind: .notJoined, rule: nil,
                    message: TwoTexts(
                        lv:
                            "skolēna ieraksti ir spēkā, bet neviens nesaistās ar to, ko rādītājs skaita",
                        en: "the pupil's records are in force, but none belongs to what is counted"),
                    advice: definition(of: standing), places: [])
            ] + (try held(standing.kinds))
        }
        let own = try held([missing])
        let others = try held(standing.kinds.filter { $0 != missing })
        guard own.isEmpty else { return own + others }
        let name = missing.shownName
        return [
            StandingReason(
                kind: .notDelivered, rule: nil,
                message: TwoTexts(
                    lv: "par \(semester) nav iesūtīts neviens šī skolēna ieraksts: \(name.lv)",
                    en: "no record of this pupil was delivered for \(semester): \(name.en)"),
                advice: TwoTexts(
                    lv: "skaitīsies, kad skola iesūtīs šādu ierakstu ar skolēna kodu",
                    en: "it will count when a school sends such a record with the pupil's code"),
                places: [])
        ] + others
    }

    private func heldBack(
        _ kinds: [RecordKind], _ semesters: [Semester], _ semester: Semester
    ) throws -> [StandingReason] {
        var places: [(rank: Int, HeldPlace)] = []
        for record in records where record.isHeld && semesters.contains(record.semester) {
            guard let rank = kinds.firstIndex(of: record.kind) else { continue }
            places.append(
                (rank, HeldPlace(delivery: record.delivery, line: record.line, byte: record.byte)))
        }
        for find in held {
            let named = files.deliveries[find.record.delivery]?.semester
            guard let rank = kinds.firstIndex(where: find.kinds.contains),
                named.map(semesters.contains) ?? true
            else { continue }
            let record = find.record
            places.append(
                (rank, HeldPlace(delivery: record.delivery, line: record.line, byte: record.byte)))
        }
        var seen: Set<HeldPlace> = []
        return try places.sorted { ($0.rank, $0.1) < ($1.rank, $1.1) }
            .filter { seen.insert($0.1).inserted }
            .flatMap { try reasons(of: $0.1) }
    }

    private func reasons(of held: HeldPlace) throws -> [StandingReason] {
        try snapshot.findings(ofDelivery: held.delivery, record: held.byte)
            .filter { $0.severity == Severity.error.rawValue }
            .map { finding in
                let words = SaidFinding(finding, names: files.names)
                return StandingReason(
                    kind: .heldBack, rule: finding.rule, message: words.summary,
                    advice: words.advice,
                    places: [place(finding.line, held.byte, of: held.delivery)])
            }
    }

    private func definition(of standing: PupilStanding) -> TwoTexts {
        let meaning = standing.indicator.definition
        return TwoTexts(lv: "skaita: \(meaning.lv)", en: "what counts: \(meaning.en)")
    }

    private func places(of rows: [EvidenceRow]) -> [StandingPlace] {
        var seen: Set<StandingPlace> = []
        return rows.map { place($0.line, $0.byte, of: $0.delivery) }
            .filter { seen.insert($0).inserted }
    }

    private func place(_ line: Int, _ byte: Int, of delivery: Int) -> StandingPlace {
        let cell = files.row(line, of: delivery)
        return StandingPlace(
            file: files.deliveries[delivery].map { files.names[$0.fileName] } ?? "?", line: line,
            cell: cell, byte: cell == nil ? byte : nil, delivery: delivery)
    }
}

/// Where a record lies that is held back.
private struct HeldPlace: Hashable, Comparable {
    let delivery: Int
    let line: Int
    let byte: Int

    static func < (first: HeldPlace, second: HeldPlace) -> Bool {
        (first.delivery, first.byte) < (second.delivery, second.byte)
    }
}
