import Diagnostics
import PupilSupport
import Submission
import SupportStore

/// Says which yearly reports are due or late (esf.md, LV-1: by 30 January for the calendar year before).
struct YearDuty {
    let definitions: Definitions
    let shelf: PackageShelf
    let today: CivilDate

    /// Returns what is to be said of the years in which somebody was supported and that have ended.
    func troubles(of store: SupportStore) throws -> [Trouble] {
        let years = try store.reader.read { try $0.yearsOfSupport() }
        let due = years.filter { $0 < today.year && !isWritten($0) }
        guard !due.isEmpty else { return [] }
        let source = try SubmissionSource(of: store, under: definitions)
        return due.map { trouble(of: $0, source) }
    }

    private func isWritten(_ year: Int) -> Bool {
        shelf.yearRevisions(of: name(year)).contains { !$0.isPreliminary }
    }

    private func name(_ year: Int) -> YearName {
        YearName(
            operation: definitions.municipality.project.number,
            municipality: definitions.municipality.code, year: year, revision: 1,
            isPreliminary: false)
    }

    private func trouble(of year: Int, _ source: SubmissionSource) -> Trouble {
        let text = YearManifest.dueDay(of: year)
        let isLate = CivilDate(iso: text).map { today > $0 } ?? false
        let day = CivilDate(iso: text)?.latvian ?? text
        let missing = missing(in: year, source)
        let folder = ShownPath.text(of: shelf.path)
        return Trouble(
            isLate ? .error : .warning,
            lv: (isLate
                ? "\(year). gada pārskats nokavēts: tas bija jāiesniedz līdz \(day)"
                : "\(year). gada pārskats jāiesniedz līdz \(day)") + ", bet mapē \(folder) tā nav"
                + missing.lv
                + "; to izveido pumpurs submit year \(year)",
            en: (isLate
                ? "the report of \(year) is late: it was due by \(text)"
                : "the report of \(year) is due by \(text)") + " and there is none in \(folder)"
                + missing.en
                + "; pumpurs submit year \(year) makes it")
    }

    /// What its semesters lack still.
    private func missing(in year: Int, _ source: SubmissionSource) -> LocalizedText {
        let semesters = YearSemesters(of: year, in: definitions.municipality)
        let entries = semesters.entries(source, shelf) { semester in
            PackageName(
                operation: definitions.municipality.project.number,
                municipality: definitions.municipality.code, semester: semester, revision: 1)
        }
        let open = entries.filter { $0.state != .sealed }.map(\.semester)
        let files = entries.flatMap { entry in entry.missing.map { "\(entry.semester) \($0)" } }
        var (lv, en) = ("", "")
        if !open.isEmpty {
            let list = open.joined(separator: ", ")
            lv += "; nav aizzīmogotas pakotnes ar šiem datiem: \(list)"
            en += "; no package is sealed with these data: \(list)"
        }
        if !files.isEmpty {
            let list = files.joined(separator: ", ")
            lv += "; nav atsūtīts: \(list)"
            en += "; not delivered: \(list)"
        }
        return LocalizedText(lv: lv, en: en)
    }
}
