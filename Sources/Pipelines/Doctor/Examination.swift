import Diagnostics
import PupilSupport
public import Rollup
public import SupportStore

/// What is wrong, or about to go wrong, with a state, worst first.
public struct Examination {
    /// What was found.
    public let troubles: [Trouble]
    /// Whether the store or its archive is damaged.
    public let isDamaged: Bool

    /// Examines a store.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions.
    ///   - indicators: The indicators.
    ///   - inbox: The folder of the exports, to say which of them hold erased people still, or `nil`.
    ///   - packages: The folder of the packages, to say which yearly reports are due, or `nil`.
    ///   - moment: Now, in seconds since 1970.
    public init(
        of store: SupportStore, definitions: Definitions, indicators: IndicatorSet,
        inbox: String? = nil, packages: String? = nil, at moment: Int
    ) throws {
        let soundness = try StoreSoundness(
            of: store, knowing: Set(definitions.files.map { Fingerprint.of($0.bytes) }))
        let archive = ArchiveTroubles(soundness, knowing: definitions.words)
        let damages = Self.damages(soundness, archive)
        isDamaged = !damages.isEmpty
        let day = LocalDay(of: moment).date
        let deliveries = try store.currentDeliveries()
        let late = LateDeliveries(definitions.municipality, deliveries: deliveries, on: day)
        let names = ShownFileNames(deliveries.map(\.fileName), knowing: definitions.words)
        let refused = RefusedFiles(text: try store.lastRun()?.refused ?? "[]").findings
        // A store that is damaged does not say what was given in which year.
        let years =
            try isDamaged
            ? []
            : packages.map {
                try YearDuty(
                    definitions: definitions,
                    shelf: PackageShelf(path: $0, remembering: store.sealedPackages()), today: day)
            }?.troubles(of: store) ?? []
        troubles =
            damages + StateTroubles(soundness).all
            + late.troubles.filter { $0.severity == .error }
            + years.filter { $0.severity == .error }
            + (try Self.unprotected(store)) + RollupRun.troubles(refusing: refused)
            + late.troubles.filter { $0.severity != .error }
            + years.filter { $0.severity != .error }
            + (try RollupRun.troubles(
                unexpected: definitions.municipality, deliveries, known: store.currentSemesters,
                on: day))
            + TornFile.troubles(of: try TornFile.all(in: store, names: names))
            + (try Self.moved(store, definitions, indicators))
            + HeldBackTroubles(deliveries, definitions.municipality.schools, names: names).all
            + archive.shut + archive.clear + (try Self.warnings(store, definitions, on: day))
            + (try Self.erasures(store, inbox: inbox))
            + (try Self.open(store, definitions, on: moment)) + Self.interruption(soundness)
    }

    private static func damages(
        _ soundness: StoreSoundness, _ archive: ArchiveTroubles
    ) -> [Trouble] {
        var troubles = soundness.damages.prefix(3).map {
            Trouble(
                .fatal,
                lv: "krātuve ir bojāta (\($0)); atjaunojiet to no rezerves kopijas",
                en: "the store is damaged (\($0)); restore it from the backup")
        }
        if soundness.danglingReferences > 0 {
            troubles.append(
                Trouble(
                    .fatal,
                    lv:
                        "krātuvē ir norādes uz neesošo: \(soundness.danglingReferences); atjaunojiet to no "
                        + "rezerves kopijas",
                    en:
                        "the store refers to what is not there: \(soundness.danglingReferences); restore it "
                        + "from the backup"))
        }
        troubles += soundness.unbalanced.map {
            Trouble(
                .fatal, lv: "faila ieraksti nesakrīt: \($0); importējiet to no jauna tukšā krātuvē",
                en: "the records of a file do not add up: \($0); import it anew into an empty store"
            )
        }
        if let message = soundness.archiveKeyProblem?.message {
            troubles.append(Trouble(.fatal, lv: message.lv, en: message.en))
        }
        troubles += archive.lost
        troubles += soundness.brokenSeals.map {
            Trouble(
                .fatal,
                lv:
                    "slēgtā semestra \($0) faili arhīvā nav tādi, kādi apzīmogoti; atjaunojiet mapi archive no "
                    + "rezerves kopijas",
                en:
                    "the files of the closed semester \($0) are not in the archive as they were sealed; "
                    + "restore the folder archive from the backup")
        }
        return troubles
    }

    private static func warnings(
        _ store: SupportStore, _ definitions: Definitions, on day: CivilDate
    ) throws -> [Trouble] {
        let count = try Warnings(
            store: ReadableStore(store), definitions: definitions, on: day
        ).openCount()
        guard count > 0 else { return [] }
        return [
            Trouble(
                .warning, lv: "nepārskatīti brīdinājumi: \(count)",
                en: "warnings that nobody has reviewed: \(count)")
        ]
    }

    /// A run whose figures of some semester could not be protected: what is public of it is older than what is stored.
    private static func unprotected(_ store: SupportStore) throws -> [Trouble] {
        guard let run = try store.lastReporting(),
            run.exitCode == Int(ProtectionFailure.exitCode)
        else { return [] }
        return [
            Trouble(
                .error,
                lv:
                    "\(run.number). izpilde nevarēja pasargāt kāda semestra skaitļus, un publiski par to paliek agrākais "
                    + "pārskats vai nekas; kurus, pasaka pumpurs rollup",
                en:
                    "run \(run.number) could not protect figures of a semester, of which an earlier report or none "
                    + "stays public; pumpurs rollup says which")
        ]
    }

    /// The closed semesters whose data give other figures now than those that were sealed.
    private static func moved(
        _ store: SupportStore, _ definitions: Definitions, _ indicators: IndicatorSet
    ) throws -> [Trouble] {
        let closed = try ClosedSemesters(store: store)
        let rollup = SemesterRollup(
            indicators: indicators, municipality: definitions.municipality,
            vocabularies: definitions.vocabularies)
        return RollupRun.troubles(
            moved: try Set(try store.seals().map(\.semester)).sorted().compactMap { semester in
                // A seal that the archive has lost is told of as damage.
                guard let seal = closed.seal(of: semester),
                    let sealed = try? closed.figures(of: semester)
                else { return nil }
                let figures = FigureList(try rollup.cube(of: semester, in: store.reader))
                return (semester.code, seal.name, sealed.moves(to: figures).count)
            })
    }

    /// The semesters that have ended and are not closed: they block the submission.
    private static func open(
        _ store: SupportStore, _ definitions: Definitions, on moment: Int
    ) throws -> [Trouble] {
        let closed = Set(try store.seals().map(\.semester))
        let reportable = try ReportableSemesters(
            store: store, municipality: definitions.municipality)
        return definitions.municipality.semestersDue(on: LocalDay(of: moment).date).filter {
            !closed.contains($0) && !reportable.matching($0).isEmpty
        }.map {
            Trouble(
                .note, lv: "\($0) ir beidzies un nav slēgts (pumpurs close \($0))",
                en: "\($0) has ended and is not closed (pumpurs close \($0))")
        }
    }

    private static func interruption(_ soundness: StoreSoundness) -> [Trouble] {
        guard let run = soundness.cutOffRun else { return [] }
        return [
            Trouble(
                .note, lv: "\(run). izpilde tika pārtraukta; nākamā to pabeigs",
                en: "run \(run) was cut off; the next one completes it")
        ]
    }
}
