import Extraction
import Foundation
import PupilSupport
public import SupportStore

/// Finds out whether a rollup has anything to do, without changing a byte.
public struct RollupGlance {
    private let definitions: Definitions
    private let version: String
    private let state: String
    private let key: KeyPlace
    private let output: String
    private let lockWait: Int
    private let day: CivilDate

    /// Prepares the look.
    ///
    /// - Parameters:
    ///   - definitions: The definitions.
    ///   - version: The version of the program.
    ///   - state: The folder of the store.
    ///   - key: Where the key lies.
    ///   - output: The folder of the reports.
    ///   - lockWait: The number of seconds to wait for another run.
    ///   - moment: Now, in seconds since 1970.
    public init(
        definitions: Definitions, version: String, state: String, key: KeyPlace = .state,
        output: String, lockWait: Int, at moment: Int
    ) {
        self.definitions = definitions
        self.version = version
        self.state = state
        self.key = key
        self.output = output
        self.lockWait = lockWait
        day = LocalDay(of: moment).date
    }

    /// Returns what is still wrong when nothing is to be done, `nil` when there is something to do.
    ///
    /// Nothing is to be done when the inbox holds what the last run saw, under the same definitions, and
    /// the reports of all semesters that are due lie where they were written.
    ///
    /// - Parameter inbox: The folder of the exports.
    /// - Throws: ``StoreError`` when another run works with the store, or it cannot be read.
    public func troubles(inbox: String) throws -> [Trouble]? {
        guard let glance = try StoreGlance(folder: state, lockWait: lockWait, key: key),
            let last = try glance.lastRun(), last.finishedAt != nil, last.version == version,
            last.exitCode != Int(ProtectionFailure.exitCode),
            last.definitions == definitions.fingerprint, let text = try glance.recordOfLastRun(),
            let record = LastRecord(text: text), record.hasReports,
            let folder = Inbox(folder: inbox), !folder.files.isEmpty || !folder.obstacles.isEmpty,
            try record.inputs == Self.contents(of: folder, under: definitions),
            try glance.currentDeliveries().isEmpty == false,
            try !glance.hasAcknowledgementEnded(
                from: LocalDay(of: last.startedAt).date, to: day)
        else { return nil }
        let deliveries = try glance.currentDeliveries()
        let due = definitions.municipality.semestersDue(on: day)
        let closed = try glance.closedSemesters()
        for semester in Set(due).union(closed) {
            guard let published = try glance.lastPublication(of: semester) else {
                // Nothing is published of a semester of which there is nothing.
                let isOwed = definitions.municipality.expectedDeliveries
                    .contains { $0.semester == semester }
                if isOwed || deliveries.contains(where: { $0.semester == semester }) { return nil }
                continue
            }
            guard ReportFolder.holds(published, in: "\(output)/\(semester.code)") else {
                return nil
            }
        }
        guard Overview.pages.allSatisfy({ access("\(output)/\($0.name)", R_OK) == 0 }) else {
            return nil
        }
        let refused = RefusedFiles(text: last.refused).findings
        return RollupRun.troubles(refusing: refused)
            + LateDeliveries(definitions.municipality, deliveries: deliveries, on: day).troubles
            + (try RollupRun.troubles(
                unexpected: definitions.municipality, deliveries, known: glance.currentSemesters,
                on: day))
            + RollupRun.troubles(moved: record.moved)
    }

    /// What the inbox holds: the shown name of each file with the fingerprint of its bytes.
    private static func contents(
        of inbox: Inbox, under definitions: Definitions
    ) throws -> [LastRecord.Input: Int] {
        let names = ShownFileNames(
            inbox.files.map(\.name) + inbox.obstacles.map(\.file.name), knowing: definitions.words)
        var contents: [LastRecord.Input: Int] = [:]
        for file in inbox.files {
            var fingerprint = Fingerprint()
            let isRead = (try? FileSurvey(path: file.path) { fingerprint.update($0) }) != nil
            let sha256 = isRead ? Hexadecimal.text(fingerprint.finalize()) : nil
            contents[.init(file: names[file.name], sha256: sha256), default: 0] += 1
        }
        for obstacle in inbox.obstacles {
            contents[.init(file: names[obstacle.file.name], sha256: nil), default: 0] += 1
        }
        return contents
    }
}

/// What the record of the last run says of its inbox.
private struct LastRecord {
    struct Input: Hashable, Decodable {
        let file: String
        let sha256: String?
    }

    /// Each file with how often it was there.
    let inputs: [Input: Int]
    /// How many figures of each closed semester are no longer what was sealed.
    let moved: [(semester: String, revision: String, count: Int)]
    /// Whether the run wrote reports, as an import alone does not.
    let hasReports: Bool

    init?(text: String) {
        struct Document: Decodable {
            struct Period: Decodable {
                let semester: String
                let closedAs: String?
                let figuresMoved: Int
            }
            let inputs: [Input]
            let periods: [Period]
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let document = try? decoder.decode(Document.self, from: Data(text.utf8)) else {
            return nil
        }
        inputs = Dictionary(document.inputs.map { ($0, 1) }, uniquingKeysWith: +)
        hasReports = !document.periods.isEmpty
        moved = document.periods.compactMap { period in
            period.closedAs.map { (period.semester, $0, period.figuresMoved) }
        }
    }
}
