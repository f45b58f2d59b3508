import Foundation
import Glibc
import PupilSupport
import Reports

/// The pages over all semesters of an output folder, and the link to the newest.
struct Overview: Sendable {
    private let output: String
    private let municipality: Municipality
    private let threshold: Int

    init(output: String, municipality: Municipality, threshold: Int) {
        self.output = output
        self.municipality = municipality
        self.threshold = threshold
    }

    /// Where the pages lie: that for everybody where a reader of the folder looks first.
    static let pages: [(audience: ReportAudience, language: Language, name: String)] = [
        (.public, .latvian, "index.html"), (.public, .english, "index.en.html"),
        (.internal, .latvian, "internal.html"), (.internal, .english, "internal.en.html"),
    ]

    /// Writes the pages of the semesters that lie in the folder.
    func write(_ maker: ReleaseMaker) throws {
        // Pages that are as they should be are not written, and would leave these for ever.
        UnfinishedFile.removeLeftovers(in: output)
        let made = SideBySide.results(of: Self.pages) { [self, histories = histories(maker)] page in
            let entries = histories[page.audience]?.entries.filter { entry in
                let report =
                    "\(output)/\(entry.semester.code)/\(page.audience.rawValue)/report.html"
                return FileManager.default.fileExists(atPath: report)
            }
            return try bytes(of: page, showing: entries ?? [])
        }
        for (page, made) in zip(Self.pages, made) {
            let (bytes, path) = (try made.get(), "\(output)/\(page.name)")
            guard FileManager.default.contents(atPath: path).map(Array.init) != bytes else {
                continue
            }
            try WholeFile.replace(
                bytes, at: path, mode: page.audience == .public ? 0o644 : 0o600)
        }
        // A semester that could not be protected has nothing for everybody.
        let semesters = maker.history(for: .internal).entries.map(\.semester)
        let released = semesters.last {
            FileManager.default.fileExists(atPath: "\(output)/\($0.code)/public/report.html")
        }
        if let newest = released ?? semesters.last { try point(to: newest) }
    }

    private func histories(_ maker: ReleaseMaker) -> [ReportAudience: SemesterHistory] {
        Dictionary(
            ReportAudience.allCases.map { ($0, maker.history(for: $0)) }, uniquingKeysWith: { $1 })
    }

    /// Returns the page over these semesters.
    func bytes(
        of page: (audience: ReportAudience, language: Language, name: String),
        showing entries: [SemesterHistory.Entry]
    ) throws -> [UInt8] {
        let file = page.language == .latvian ? "report.html" : "report.en.html"
        return try SemesterIndex(
            municipality: municipality, history: SemesterHistory(entries),
            audience: page.audience,
            protection: page.audience == .public
                ? ReportProtection(threshold: threshold, hiddenCount: 0) : nil
        ) { "\($0.code)/\(page.audience.rawValue)/\(file)" }.page(in: page.language).bytes
    }

    /// Makes `latest` lead to a semester in one step; what is no link stays as it is.
    private func point(to semester: Semester) throws(OutputError) {
        let link = "\(output)/latest"
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == semester.code {
            return
        }
        var status = stat()
        if lstat(link, &status) == 0, status.st_mode & S_IFMT != S_IFLNK { return }
        let fresh = UnfinishedFile.pathOfLink(in: output)
        unlink(fresh)
        guard symlink(semester.code, fresh) == 0, rename(fresh, link) == 0 else {
            throw OutputError(path: link)
        }
    }
}
