import Foundation
import PupilSupport
import Submission
import SupportStore

/// What a package and a yearly report are made from: the records of the store, and the files that they came in.
struct SubmissionSource {
    let store: SupportStore
    let definitions: Definitions
    private let names: ShownFileNames
    private let deliveries: [StoredDelivery]

    init(of store: SupportStore, under definitions: Definitions) throws {
        self.store = store
        self.definitions = definitions
        deliveries = try store.currentDeliveries()
        names = ShownFileNames(deliveries.map(\.fileName), knowing: definitions.words)
    }

    /// Returns what the store holds of the semesters that a reference names, oldest first, and of pupils.
    func records(
        for reference: PackageReference
    ) throws -> (semesters: [SubmissionSemester], pupils: [SupportedPupil]) {
        let codes = reference.semesters.compactMap { Semester(code: $0.code) }
        let lowMark = definitions.municipality.lowMarkBelow
        return try store.reader.read { snapshot in
            (
                try codes.map { try snapshot.submission(of: $0, lowMarkBelow: lowMark) },
                try snapshot.supportedPupils()
            )
        }
    }

    /// The files by their numbers, with their fingerprints, and as they may be shown.
    var files: [Int: (sha256: String, name: String)] {
        Dictionary(
            deliveries.map { ($0.id, (Hexadecimal.text($0.sha256), names[$0.fileName])) },
            uniquingKeysWith: { $1 })
    }

    /// The files of a semester and those before it, as a manifest names them.
    func inputs(upTo semester: Semester) -> [PackageManifest.Input] {
        deliveries.filter { $0.semester.map { $0 <= semester } ?? true }.map { delivery in
            PackageManifest.Input(
                schools: delivery.schools, semester: delivery.semester?.code,
                file: names[delivery.fileName], sha256: Hexadecimal.text(delivery.sha256),
                rowsRead: delivery.counts.read, rowsAccepted: delivery.counts.loaded,
                rowsRejected: delivery.counts.heldBack, rowsIgnored: delivery.counts.ignored,
                source: delivery.source, kind: delivery.kind)
        }.sorted { ($0.file, $0.sha256) < ($1.file, $1.sha256) }
    }

    /// The files that schools owe of a semester and that have not come, `school/kind`.
    func missing(in semester: Semester) -> (expected: Int, missing: [String]) {
        let owed = definitions.municipality.expectedDeliveries.filter { $0.semester == semester }
            .flatMap { expected in expected.kinds.map { (school: expected.school, kind: $0) } }
        let missing = owed.filter { file in
            !deliveries.contains {
                $0.kind == file.kind && $0.semester == semester && $0.schools.contains(file.school)
            }
        }
        return (owed.count, Set(missing.map { "\($0.school)/\($0.kind)" }).sorted())
    }

    /// How many records of a semester's files are held back.
    func heldBack(in semester: Semester) -> Int {
        deliveries.filter { $0.semester == semester }.reduce(0) { $0 + $1.counts.heldBack }
    }

    /// The moment that `SOURCE_DATE_EPOCH` names; a clock would make each rebuild another package.
    static var buildMoment: String? {
        guard getenv("SOURCE_DATE_EPOCH") != nil else { return nil }
        return ISO8601DateFormatter().string(
            from: Date(timeIntervalSince1970: Double(Moment.now)))
    }
}
