import Foundation
import Normalization
public import PupilSupport
public import Rollup
public import SupportStore

/// Erases a person from the store, the vault and the archive.
public struct ErasureRun {
    /// Why nobody is erased.
    public enum Refusal: Error, Hashable {
        /// What identifies people must be kept still.
        case retained(Retention.Obstacle, request: Int)
        /// The store knows nobody of the code.
        case unknown(request: Int)
        /// Nobody of the code is known; nothing was recorded, for it was only tried.
        case unknownInTrial
        /// The person was erased before, and nothing of them has come since.
        case erasedBefore
        /// What is to be kept for ever names the person.
        case namesPerson
        /// Nobody can tell whether the person is among the pupils whom no key names since one was lost.
        case unnamedPupils(Int)
    }

    /// What is taken away, by count.
    public struct Summary: Sendable {
        /// The number of records of the model by kind.
        public var records: [(kind: RecordKind, count: Int)] = []
        /// The number of records that are held back.
        public var held = 0
        /// The files with the number of records that are blanked, and whether the file is removed instead.
        public var files: [(name: String, records: Int, isRemoved: Bool)] = []
        /// Whether somebody else bears the name, so that it is not looked for by itself.
        public var isNameShared = false
        /// The number of figures that moved.
        public var moves = 0
        /// Files of the archive that hold the name still: definitions or closed semesters.
        public var left: [String] = []
        /// Files outside of the state that hold the person still.
        public var remains = ErasureRemains()
    }

    private let store: SupportStore
    private let definitions: Definitions
    private let indicators: IndicatorSet
    private let day: CivilDate
    private let packages: String
    private let mayLeaveUnnamed: Bool

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions, which say how long people are kept.
    ///   - indicators: The indicators, by which it is told which figures move.
    ///   - packages: The folder of the packages, to say which of them hold the person still.
    ///   - mayLeaveUnnamed: Whether records may stay of pupils whom nobody can name, one of whom may be the person.
    ///   - moment: Now, in seconds since 1970.
    public init(
        store: SupportStore, definitions: Definitions, indicators: IndicatorSet,
        packages: String = "submissions", leavingUnnamed mayLeaveUnnamed: Bool = false,
        at moment: Int
    ) {
        self.store = store
        self.mayLeaveUnnamed = mayLeaveUnnamed
        self.packages = packages
        self.definitions = definitions
        self.indicators = indicators
        day = LocalDay(of: moment).date
    }

    private static let purpose = VaultPurpose(
        command: "person erase", purpose: "find what is kept of one person")

    /// Finishes what a run that was cut off began; it needs no code.
    ///
    /// - Returns: The erasures that were finished.
    public func resume() throws -> [FinishedErasure] {
        try store.finishErasures { before in
            let now = try store.figures(under: definitions, indicators)
            return ErasureMoves(FigureList(text: before).moves(to: now)).text
        }
    }

    /// Says what an erasure would take away; nothing is changed.
    ///
    /// - Throws: ``Refusal`` when nobody could be erased.
    public func trial(_ code: PersonalCode, inbox: String?) throws -> Summary {
        if let obstacle = definitions.municipality.retention.obstacle(on: day) {
            throw Refusal.retained(obstacle, request: 0)
        }
        try store.checkExports()
        try checkEverybodyIsNamed()
        let person = try store.person(.pupil, code, for: Self.purpose)
        let found = try PersonSearch(
            store: store, definitions: definitions, person: person
        ).run()
        guard person.isKnown || !found.finds.isEmpty else {
            throw try wasErased(code) ? Refusal.erasedBefore : .unknownInTrial
        }
        return try summary(of: person, found, inbox: inbox)
    }

    /// Erases somebody.
    ///
    /// - Parameters:
    ///   - code: The personal code.
    ///   - signature: Who asked, and for what.
    ///   - inbox: The folder of the exports, in which nothing is changed, or `nil`.
    /// - Throws: ``Refusal`` when nobody is erased; that is recorded.
    public func erase(
        _ code: PersonalCode, by signature: ErasureRequest.Signature, inbox: String?
    ) throws -> Summary {
        if let obstacle = definitions.municipality.retention.obstacle(on: day) {
            let request = try store.record(
                .refused, of: .pupil, by: signature, obstacle: obstacle.code)
            throw Refusal.retained(obstacle, request: request)
        }
        // What cannot be looked into may name the person, and would do so again when it is mended.
        try store.checkExports()
        try checkEverybodyIsNamed()
        let person = try store.person(.pupil, code, for: Self.purpose)
        let needles = Needles(codes: person.codes, names: person.names)
        guard
            ![signature.author, signature.reason, signature.ticket].contains(where: needles.areIn)
        else { throw Refusal.namesPerson }
        try store.synchronize(
            schools: definitions.municipality.schools, vocabularies: definitions.vocabularies)
        let found = try PersonSearch(
            store: store, definitions: definitions, person: person
        ).run()
        guard person.isKnown || !found.finds.isEmpty else {
            if try wasErased(code) { throw Refusal.erasedBefore }
            throw Refusal.unknown(
                request: try store.record(.unknown, of: .pupil, by: signature, obstacle: ""))
        }
        var summary = try summary(of: person, found, inbox: inbox)
        let plan = try ErasurePlanner(
            store: store, definitions: definitions, indicators: indicators
        ).plan(for: person, found)
        let names = summaryNames(found)
        summary.files = plan.files.map { file in
            (names[file.sha256] ?? "?", file.places.count, file.current == nil)
        }.sorted { $0.name < $1.name }
        let importer = FileImporter(judging: store, definitions: definitions)
        let erasure = try store.erase(plan, by: signature) { touched, judging in
            if !touched.isEmpty { try importer.judge(touched, by: judging) }
        }
        let finished = try resume()
        summary.moves = try store.erasures().first { $0.id == erasure }?.moves.count ?? 0
        summary.left = finished.first { $0.id == erasure }?.sweep.left ?? []
        return summary
    }

    private func checkEverybodyIsNamed() throws {
        let unnamed = try store.unnamedPupils()
        guard unnamed == 0 || mayLeaveUnnamed else { throw Refusal.unnamedPupils(unnamed) }
    }

    private func wasErased(_ code: PersonalCode) throws -> Bool {
        try store.erasedPeople()?.contains(
            .pupil, PersonIdentifier(scope: PersonIdentifier.personalCode, text: code.digits))
            ?? false
    }

    private func summaryNames(_ found: PersonSearch.Outcome) -> [[UInt8]: String] {
        Dictionary(
            found.finds.map { ($0.delivery.sha256, found.files.names[$0.delivery.fileName]) },
            uniquingKeysWith: { $1 })
    }

    private func summary(
        of person: StoredPerson, _ found: PersonSearch.Outcome, inbox: String?
    ) throws -> Summary {
        var summary = Summary()
        summary.records = RecordKind.allCases.compactMap { kind in
            found.traces.counts[kind].map { (kind, $0) }
        }
        summary.held = found.finds.reduce(0) { sum, find in
            sum + find.held.keys.count { find.facts[$0] == nil }
        }
        summary.files = found.finds.map { find in
            let isWhole = (try? find.reading.get())?.isWorkbook == false
            return (
                found.files.names[find.delivery.fileName], find.records.count, !isWhole
            )
        }.sorted { $0.0 < $1.0 }
        summary.isNameShared = person.isNameShared
        let originals = Set(found.finds.map(\.delivery.sha256))
            .union(try store.rekeyedOriginals())
        summary.remains = try ErasureRemains(of: store, originals: originals, inbox: inbox)
        // A backup that was put back brings the packages along, in a folder of the state.
        let state = PathParts.folder(of: store.path)
        let lines = Dictionary(
            found.finds.map { find in
                (find.delivery.sha256, Set(find.facts.values).union(find.held.values))
            }, uniquingKeysWith: { $0.union($1) })
        summary.remains.look(
            in: [packages, "\(state)/submissions"],
            for: PackagesOfPerson(
                needles: store.needles(
                    of: person, asKnownTo: definitions.municipality.submission.recipient),
                lines: lines))
        return summary
    }
}

extension FileImporter {
    /// Creates what judges records without reading any file.
    init(judging store: SupportStore, definitions: Definitions) {
        self.init(
            store: store, definitions: definitions,
            judge: AcrossRecordsJudge(
                vocabularies: definitions.vocabularies, sources: definitions.sources,
                words: definitions.words),
            names: ShownFileNames([], knowing: definitions.words))
    }
}
