import Diagnostics
import PupilSupport
import Submission
import SupportStore

/// Says which yearly reports are due or late (esf.md, LV-1: by 30 January for the calendar year before).
struct YearDuty {
    let definitions: Definitions
    let shelf: PackageShelf
    let today: CivilDate

    /// Returns what is to be said of the years in which somebody was supported and that have ended, and of reports
    /// that are not as they were written.
    func troubles(of store: SupportStore) throws -> [Trouble] {
        let years = try store.reader.read { try $0.yearsOfSupport() }
        let ended = years.filter { $0 < today.year }
        let found = SealedConditions(definitions: definitions, shelf: shelf).troubles
        guard !ended.isEmpty else { return found }
        let source = try SubmissionSource(of: store, under: definitions)
        return found
            + ended.compactMap { year in
                isWritten(year) ? stale(year, source) : trouble(of: year, source)
            }
    }

    private func isWritten(_ year: Int) -> Bool {
        shelf.yearRevisions(of: name(year)).contains { !$0.isPreliminary }
    }

    /// What is said of a year whose report lacks what has come since.
    private func stale(_ year: Int, _ source: SubmissionSource) -> Trouble? {
        guard let last = shelf.yearRevisions(of: name(year)).last,
            let folder = shelf.look(at: last.description).folder,
            let manifest = YearReading.manifest(of: folder), manifest.state != .final,
            entries(of: year, source).allSatisfy(\.isSettled)
        else { return nil }
        let isLate = CivilDate(iso: YearManifest.dueDay(of: year)).map { today > $0 } ?? false
        return Trouble(
            isLate ? .error : .warning,
            lv:
                "pārskats \(last) ir nepilnīgs, bet nu nekā vairs netrūkst; galīgo izveido pumpurs submit year "
                + "\(year)",
            en:
                "the report \(last) is incomplete, and nothing is missing any more; pumpurs submit year "
                + "\(year) makes the final one")
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
        let preliminary = shelf.yearRevisions(of: name(year)).last
        return Trouble(
            isLate ? .error : .warning,
            lv: (isLate
                ? "\(year). gada pārskats nokavēts: tas bija jāiesniedz līdz \(day)"
                : "\(year). gada pārskats jāiesniedz līdz \(day)") + ", bet mapē \(folder) "
                + (preliminary.map { "ir tikai provizorisks: \($0)" } ?? "tā nav")
                + missing.lv
                + "; to izveido pumpurs submit year \(year)",
            en: (isLate
                ? "the report of \(year) is late: it was due by \(text)"
                : "the report of \(year) is due by \(text)") + ""
                + (preliminary.map { " and there is only a preliminary one in \(folder): \($0)" }
                    ?? " and there is none in \(folder)")
                + missing.en
                + "; pumpurs submit year \(year) makes it")
    }

    /// What its semesters lack still.
    private func missing(in year: Int, _ source: SubmissionSource) -> LocalizedText {
        let entries = entries(of: year, source)
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

    private func entries(of year: Int, _ source: SubmissionSource) -> [YearSemester] {
        YearSemesters(of: year, in: definitions.municipality).entries(source, shelf) { semester in
            PackageName(
                operation: definitions.municipality.project.number,
                municipality: definitions.municipality.code, semester: semester, revision: 1)
        }
    }
}
