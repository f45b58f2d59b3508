import PupilSupport

/// Where a reader can go from a page: to the other language, to all semesters, to the data.
///
/// A report is written in Latvian as `report.html` and in English as `report.en.html`, and so are the pages over all
/// semesters; links lead from one to the other within the folder, so that they hold wherever it lies.
struct PageLinks {
    let language: Language

    /// The links of a semester's report.
    func links(of report: SemesterReport) -> [PageLink] {
        let index = report.audience == .public ? "index" : "internal"
        let files = ["summary.xlsx"] + TidyTable.allCases.map(\.fileName) + ["summary.json"]
        return [
            PageLink(
                href: "../../\(name(index, language))", text: Phrases.allSemesters[language]),
            toOtherLanguage("report"),
        ] + files.map { PageLink(href: $0, text: $0) }
    }

    /// The links of the page over all semesters.
    func links(ofIndexFor audience: ReportAudience) -> [PageLink] {
        [toOtherLanguage(audience == .public ? "index" : "internal")]
    }

    private func toOtherLanguage(_ page: String) -> PageLink {
        let other: Language = language == .latvian ? .english : .latvian
        return PageLink(
            href: name(page, other), text: Phrases.thisPage[other], language: [other.rawValue])
    }

    private func name(_ page: String, _ language: Language) -> String {
        language == .latvian ? "\(page).html" : "\(page).\(language.rawValue).html"
    }
}
