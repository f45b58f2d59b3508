import DisclosureControl
import Foundation
import PupilSupport
import Reports
public import Rollup

/// The attacker: takes what was released and the public definitions, and works out what it gives away.
///
/// It knows nothing of the store and nothing of how figures were chosen to be hidden. It also makes every file of
/// a release again from the released figures alone: a file that comes out the same holds nothing else.
public struct ReleaseAudit {
    /// What was found out about one release.
    public struct Semester: Sendable {
        /// The code of the semester.
        public let code: String
        /// How many figures are hidden.
        public let hidden: Int
        /// How many figures are shown.
        public let shown: Int
        /// What is wrong with it.
        public let findings: [AuditFinding]
    }

    /// The releases, oldest first.
    public let semesters: [Semester]

    /// What is wrong around the releases, when a whole output folder was looked at.
    public let folder: [AuditFinding]

    /// Whether no release gives anything away.
    public var passes: Bool {
        folder.isEmpty && semesters.allSatisfy { $0.findings.allSatisfy(\.isRemark) }
    }

    /// Whether everything could be checked.
    public var isComplete: Bool {
        semesters.allSatisfy { !$0.findings.contains(where: \.isRemark) }
    }

    /// Audits a folder.
    ///
    /// - Parameters:
    ///   - folder: An output folder with all its releases, the folder of a semester, or its public folder.
    ///   - definitions: The definitions.
    ///   - indicators: The indicators.
    /// - Throws: An error of the template engine.
    public init(of folder: String, definitions: Definitions, indicators: IndicatorSet) throws {
        let place = ReleasePlaces(folder)
        var results: [Semester] = []
        var known: [PupilSupport.Semester: ReleasedDocument] = [:]
        for (semester, path) in place.releases {
            guard let release = try? ReleasedDocument(folder: path) else {
                results.append(
                    Semester(
                        code: semester.code, hidden: 0, shown: 0,
                        findings: [
                            AuditFinding(
                                semester: semester.code, place: "\(path)/summary.json",
                                kind: .unreadable)
                        ]))
                continue
            }
            let check = ReleaseCheck(
                release, of: semester,
                before: known[semester.previous].map { ReleasedFigures($0) }, path: path,
                definitions: definitions, indicators: indicators)
            known[semester] = release
            guard place.only == nil || place.only == semester else { continue }
            results.append(try check.run())
        }
        semesters = results
        self.folder =
            try place.only == nil
            ? FolderCheck(
                place.root, releases: known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
                definitions: definitions
            ).findings() : []
    }
}

/// Where the releases of a folder lie.
private struct ReleasePlaces {
    /// The public folders, oldest semester first.
    let releases: [(semester: Semester, path: String)]
    /// The one semester that is asked for, or `nil` for all.
    let only: Semester?
    /// The output folder.
    let root: String

    init(_ folder: String) {
        let path = URL(fileURLWithPath: folder).standardizedFileURL.path
        let parts = path.split(separator: "/").map(String.init)
        func above(_ count: Int) -> String { "/" + parts.dropLast(count).joined(separator: "/") }
        let root: String
        if parts.last == "public", let semester = Semester(code: parts.dropLast().last ?? "") {
            (root, only) = (above(2), semester)
        } else if let semester = Semester(code: parts.last ?? "") {
            (root, only) = (above(1), semester)
        } else {
            (root, only) = (path, nil)
        }
        self.root = root
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        releases = names.compactMap { Semester(code: $0) }.sorted().compactMap { semester in
            let path = "\(root)/\(semester.code)/public"
            return FileManager.default.fileExists(atPath: path) ? (semester, path) : nil
        }
    }
}
