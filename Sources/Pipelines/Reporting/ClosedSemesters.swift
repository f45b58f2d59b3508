import Foundation
import PupilSupport
import Reports
import Rollup
import SupportStore

/// The semesters that are closed, whose reports are those of their seals.
struct ClosedSemesters {
    private let seals: [Semester: [Seal]]
    private let archive: Archive

    /// - Parameter run: The last run whose seals count, or `nil` for all.
    init(store: SupportStore, upTo run: Int? = nil) throws {
        archive = store.archive
        seals = Dictionary(grouping: try store.seals(upTo: run), by: \.semester)
    }

    /// Returns the seal in force of a semester, or `nil` when it is open.
    func seal(of semester: Semester) -> Seal? { seals[semester]?.last }

    /// Returns the sealed files of a semester, or `nil` when it is open.
    ///
    /// - Throws: ``PastError`` when the archive has lost one, or holds other bytes than were sealed.
    func files(of semester: Semester) throws -> [(name: String, content: ReportContent)]? {
        guard let seal = seal(of: semester) else { return nil }
        return try seal.files.map { file in
            guard let sha256 = Hexadecimal.bytes(of: file.sha256),
                let data = FileManager.default.contents(atPath: archive.documentPath(of: sha256)),
                PublishedFile(name: file.name, bytes: Array(data)) == file
            else { throw PastError.sealBroken(semester: semester.code, file: file.name) }
            return (file.name, ReportContent(Array(data)))
        }
    }

    /// Returns the figures that were sealed of a semester, or `nil` when it is open.
    func figures(of semester: Semester) throws -> FigureList? {
        guard let seal = seal(of: semester) else { return nil }
        guard archive.isSoundDocument(seal.figures),
            let data = FileManager.default.contents(atPath: archive.documentPath(of: seal.figures))
        else { throw PastError.sealBroken(semester: semester.code, file: "figures") }
        return FigureList(text: String(decoding: data, as: UTF8.self))
    }

    /// What a report says of the revisions of a semester, a new one included.
    func revision(
        of semester: Semester, closing new: (revision: Int, note: String, at: Int)? = nil
    ) -> ReportRevision? {
        var entries = (seals[semester] ?? []).map { seal in
            ReportRevision.Entry(
                number: seal.revision, closedOn: LocalDay(of: seal.closedAt).date, note: seal.note)
        }
        if let new {
            entries.append(
                .init(
                    number: new.revision, closedOn: LocalDay(of: new.at).date, note: new.note))
        }
        return entries.isEmpty ? nil : ReportRevision(entries: entries)
    }
}
