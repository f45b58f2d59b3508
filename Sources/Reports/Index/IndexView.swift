import Mustache

/// What the page over all semesters shows.
struct IndexView {
    let language: String
    let title: String
    let board: String
    let project: String
    let projectTitle: String
    let funding: String
    let planMark: [String]
    let words: WordsView
    let links: [PageLink]
    let index: IndexWordsView
    let audience: String
    let semesters: [IndexRowView]
    let headers: [String]
    let targets: [TargetView]
    let charts: [ChartView]
    let schoolCharts: [ChartView]
    let isEmpty: Bool
    let protection: [String]
    let contact: [String]
}

/// The fixed words of the page over all semesters.
struct IndexWordsView {
    let semesters: String
    let semester: String
    let lines: String
    let bySchools: String
    let targets: String
    let noSemesters: String
    let noValue: String
}

/// A semester with the way to its report.
struct IndexRowView {
    let name: String
    let page: [String]
    let runs: [CellRun]
}

extension IndexView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "language": ShownWords(language)
        case "title": ShownWords(title)
        case "board": ShownWords(board)
        case "project": ShownWords(project)
        case "projectTitle": ShownWords(projectTitle)
        case "funding": ShownWords(funding)
        case "planMark": ShownWords.all(planMark)
        case "words": words
        case "links": links
        case "index": index
        case "audience": ShownWords(audience)
        case "semesters": semesters
        case "headers": ShownWords.all(headers)
        case "targets": targets
        case "charts": charts
        case "schoolCharts": schoolCharts
        case "isEmpty": isEmpty
        case "protection": ShownWords.all(protection)
        case "contact": ShownWords.all(contact)
        default: nil
        }
    }
}

extension IndexWordsView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "semesters": ShownWords(semesters)
        case "semester": ShownWords(semester)
        case "lines": ShownWords(lines)
        case "bySchools": ShownWords(bySchools)
        case "targets": ShownWords(targets)
        case "noSemesters": ShownWords(noSemesters)
        case "noValue": ShownWords(noValue)
        default: nil
        }
    }
}

extension IndexRowView: MustacheParent {
    func child(named word: String) -> Any? {
        switch word {
        case "name": ShownWords(name)
        case "page": ShownWords.all(page)
        case "runs": runs
        default: nil
        }
    }
}
