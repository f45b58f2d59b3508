import PupilSupport
import Rollup

/// Makes what the template of the page over all semesters shows.
struct IndexMaker {
    let index: SemesterIndex
    let language: Language
    private var entries: [SemesterHistory.Entry] { index.history.entries }
    private var reader: HistoryReader { HistoryReader(language: language) }

    var view: IndexView {
        let municipality = index.municipality
        let project = municipality.project
        let isInternal = index.audience == .internal
        return IndexView(
            language: language.rawValue,
            title: "\(project.shortName): \(Phrases.overTime[language])",
            board: municipality.board[language],
            project: "\(Phrases.project[language]) \(project.number)",
            projectTitle: project.title[language], funding: project.funding[language],
            planMark: project.planMark.map { [$0.dataURI] } ?? [],
            words: WordsView(in: language),
            links: PageLinks(language: language).links(ofIndexFor: index.audience),
            index: IndexWordsView(
                semesters: Phrases.semesters[language], semester: Phrases.semester[language],
                lines: Phrases.lines[language], bySchools: Phrases.bySchools[language],
                targets: Phrases.targets[language], noSemesters: Phrases.noSemesters[language],
                noValue: Phrases.noValue[language]),
            audience: (isInternal ? Phrases.internalUse : Phrases.publicUse)[language],
            semesters: entries.reversed().map(row), headers: headers, targets: targets,
            charts: entries.isEmpty ? [] : SemesterHistory.indicators.compactMap { chart($0) },
            schoolCharts: entries.isEmpty
                ? []
                : municipality.schools.compactMap { school in
                    chart("participants", of: school)
                }, isEmpty: entries.isEmpty, protection: protection,
            contact: [municipality.board[language]]
                + (municipality.contact.map { [$0[language]] } ?? []))
    }

    private var followed: [(code: String, name: LocalizedText)] {
        SemesterHistory.indicators.compactMap { code in
            Phrases.followed(code).map { (code, $0) }
        }
    }

    private var headers: [String] {
        [Phrases.stateColumn[language]] + followed.map { $0.name[language] }
    }

    private func row(_ entry: SemesterHistory.Entry) -> IndexRowView {
        let state =
            switch entry.state {
            case .complete: Phrases.isComplete[language]
            case .incomplete: Phrases.isIncomplete[language]
            case .closed(let revision): Phrases.isClosed(revision)[language]
            }
        let semester = entry.semester
        let figures = followed.map { code, name in
            let reading = reading(code, in: entry)
            let isHidden = reading.status == .confidential
            return CellView(
                label: name[language], text: reading.text,
                sign: isHidden ? Phrases.confidential[language] : nil)
        }
        return IndexRowView(
            name: language == .latvian ? semester.latvian : semester.english,
            page: index.link(to: semester).map { [$0] } ?? [],
            runs: CellRun.runs(
                of: [CellView(label: Phrases.stateColumn[language], text: state)] + figures))
    }

    private func reading(
        _ code: String, of school: String? = nil, in entry: SemesterHistory.Entry
    ) -> FigureReading {
        let value = entry.figure(code, school: school) ?? .init(nil, status: .notApplicable)
        let isShare =
            code == "pupils_with_fewer_low_marks_share" || code == "participants_of_target"
        return reader.reading(
            value, of: code == "minutes" ? .minutes : isShare ? .percent : .pupils)
    }

    private func chart(_ code: String, of school: School? = nil) -> ChartView? {
        guard let name = Phrases.followed(code) else { return nil }
        let caption = school?.shortName[language] ?? name[language]
        return LineChart(
            id: "line-\(code)\(school.map { "-\($0.code)" } ?? "")", caption: caption,
            points: entries.map { entry in
                LineChart.Point(
                    name: Phrases.shortSemester(entry.semester)[language].split(separator: "|")
                        .map(String.init),
                    number: ChartNumber(reading(code, of: school?.code, in: entry)),
                    target: school == nil ? target(of: code, in: entry.semester) : nil)
            },
            beside: school == nil
                ? []
                : entries.flatMap { entry in
                    index.municipality.schools.map {
                        ChartNumber(reading(code, of: $0.code, in: entry)).value
                    }
                }
        ).view
    }

    private func target(of code: String, in semester: Semester) -> (FigureValue, String)? {
        let target = index.municipality.targets.first {
            $0.indicator == code && $0.semester == semester
        }
        return target.map { target in
            (
                FigureValue(scaled: target.moreThan, decimals: 0),
                Phrases.moreThan(target.moreThan)[language]
            )
        }
    }

    private var targets: [TargetView] {
        entries.reversed().flatMap { entry in
            index.municipality.targets.filter { $0.semester == entry.semester }.compactMap {
                target in
                guard let figure = entry.figure(target.indicator) else { return nil }
                let isReached = figure.value.map { $0.scaled > target.moreThan }
                return TargetView(
                    sentence: Phrases.target(
                        target, value: figure.value?.scaled, isReached: isReached)[language],
                    source: target.source[language], isReached: isReached == true)
            }
        }
    }

    private var protection: [String] {
        guard index.audience == .public else { return [] }
        let notes = [index.protection.map { Phrases.threshold($0.threshold) }, Phrases.howToRead]
        return notes.compactMap { $0?[language] }
    }
}
