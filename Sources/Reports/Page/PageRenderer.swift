import PupilSupport
import Rollup

/// Renders the page.
struct PageRenderer {
    func render(_ report: SemesterReport, in language: Language) throws -> String {
        try PageTemplates.render(view(of: report, in: language), as: "report")
    }

    func view(of report: SemesterReport, in language: Language) -> PageView {
        let municipality = report.municipality
        let project = municipality.project
        let semester = report.semester
        let tables = TableMaker(report: report, language: language)
        let state = PageState(report: report, language: language)
        var anchors = AnchorPlaces()
        let sections = anchors.settle(sections(of: report, tables, in: language))
        let keyFigures = anchors.settle(KeyFigures(report: report, language: language).views)
        let isInternal = report.audience == .internal
        return PageView(
            language: language.rawValue,
            title: "\(project.shortName): \(Phrases.title[language])",
            semester: language == .latvian ? semester.latvian : semester.english,
            period: period(of: report, in: language), board: municipality.board[language],
            project: "\(Phrases.project[language]) \(project.number)",
            projectTitle: project.title[language], funding: project.funding[language],
            planMark: project.planMark.map { [$0.dataURI] } ?? [],
            words: WordsView(in: language),
            audience: (isInternal ? Phrases.internalUse : Phrases.publicUse)[language],
            isInternal: isInternal, state: state.view, keyFigures: keyFigures,
            targets: report.cube.targets.map { target($0, in: language) }, sections: sections,
            links: PageLinks(language: language).links(of: report),
            contents: contents(of: sections, in: language),
            notes: notes(of: report, in: language),
            quality: QualitySection(report: report, language: language).view,
            definitions: definitions(of: report, in: language),
            countingUnits: countingUnits(of: report, in: language),
            protection: state.protection, revisions: state.revisions,
            contact: [municipality.board[language]]
                + (municipality.contact.map { [$0[language]] } ?? []),
            definitionsHash: report.definitionsHash)
    }

    /// The parts of the page.
    private func contents(of sections: [SectionView], in language: Language) -> [PageLink] {
        sections.map { PageLink(href: "#\($0.id)", text: $0.heading) }
            + [
                PageLink(href: "#quality", text: Phrases.quality[language]),
                PageLink(href: "#definitions", text: Phrases.definitions[language]),
                PageLink(href: "#protection", text: Phrases.protection[language]),
            ]
    }

    private func period(of report: SemesterReport, in language: Language) -> String {
        guard let period = report.municipality.calendar.period(of: report.semester) else {
            return report.semester.code
        }
        let numbers = NumberText(language: language)
        return "\(numbers.date(period.startsOn)) – \(numbers.date(period.endsOn))"
    }

    private func target(_ progress: TargetProgress, in language: Language) -> TargetView {
        TargetView(
            sentence: Phrases.target(progress)[language], source: progress.target.source[language],
            isReached: progress.isReached == true)
    }

    private func sections(
        of report: SemesterReport, _ tables: TableMaker, in language: Language
    ) -> [SectionView] {
        let notes = ReadingNotes(
            cube: report.cube, language: language, captions: { tables.caption($0) })
        return PageLayout.sections.compactMap { family, specifications in
            guard let name = report.cube.families.first(where: { $0.code == family })?.name
            else { return nil }
            let shown = specifications.enumerated().compactMap { place, specification in
                tables.table(specification, id: "\(family)-\(place)").map {
                    (specification, $0)
                }
            }
            guard !shown.isEmpty else { return nil }
            return SectionView(
                id: family, heading: name[language], notes: notes.notes(on: shown.map(\.0)),
                tables: shown.map(\.1))
        }
    }

    private func notes(of report: SemesterReport, in language: Language) -> [String] {
        var notes: [String] = []
        let people: [(String, CountedWord, LocalizedText)] = [
            ("participants", .pupil, Phrases.ofPupils), ("teachers", .teacher, Phrases.ofTeachers),
        ]
        for (code, word, genitive) in people {
            guard let sum = report.cube.figure(code + "_sum_of_schools")?.value,
                let city = report.cube.figure(code)?.value
            else { continue }
            notes.append(
                Phrases.citySum(of: word, sum.scaled, city.scaled, genitive: genitive)[language])
        }
        return notes + ComparisonNotes(report: report).notes.map { $0[language] }
            + [Phrases.noValue[language]]
    }

    /// What the figures mean, in the order in which readers look words up.
    private func definitions(of report: SemesterReport, in language: Language) -> [DefinitionView] {
        let views = report.cube.families.flatMap(\.indicators).map { indicator in
            DefinitionView(
                name: indicator.name[language], meaning: indicator.definition[language],
                unit: indicator.unit.name[language])
        }
        return language == .latvian
            ? views.sorted(byOne: { LatvianOrder.Key($0.name) })
            : views.sorted(byOne: { $0.name.lowercased() })
    }

    private func countingUnits(
        of report: SemesterReport, in language: Language
    ) -> [CountingUnitView] {
        let used = Set(report.cube.families.flatMap(\.indicators).map(\.countingUnit))
        return CountingUnit.allCases.filter(used.contains).map { unit in
            let (name, meaning) = unit.words
            return CountingUnitView(name: name[language], meaning: meaning[language])
        }
    }
}

extension WordsView {
    /// The fixed words in a language.
    init(in language: Language) {
        self.init(
            skip: Phrases.skip[language], contents: Phrases.contents[language],
            union: Phrases.union[language],
            fund: Phrases.fund[language], plan2020: Phrases.plan2020[language],
            slogan: Phrases.slogan[language], ensemble: Phrases.ensemble[language],
            keyFigures: Phrases.keyFigures[language], quality: Phrases.quality[language],
            definitions: Phrases.definitions[language],
            countingUnits: Phrases.countingUnits[language],
            protection: Phrases.protection[language], revisions: Phrases.revisions[language],
            contact: Phrases.contact[language],
            definitionsHash: Phrases.definitionsHash[language],
            dataFiles: Phrases.dataFiles[language])
    }
}
