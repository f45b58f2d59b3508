import Mustache
import PupilSupport
import Rollup

/// Renders the page.
struct PageRenderer {
    /// The templates by name.
    static var templates: [String: String] {
        [
            "report": String(decoding: PackageResources.report_mustache, as: UTF8.self),
            "style": String(decoding: PackageResources.style_mustache, as: UTF8.self),
            "emblem": String(decoding: PackageResources.emblem_mustache, as: UTF8.self),
            "table": String(decoding: PackageResources.table_mustache, as: UTF8.self),
            "findings": String(decoding: PackageResources.findings_mustache, as: UTF8.self),
        ]
    }

    func render(_ report: SemesterReport, in language: Language) throws -> String {
        let library = MustacheLibrary(
            templates: try Self.templates.mapValues { try MustacheTemplate(string: $0) })
        return library.render(view(of: report, in: language), withTemplate: "report") ?? ""
    }

    func view(of report: SemesterReport, in language: Language) -> PageView {
        let project = report.municipality.project
        let semester = report.semester
        let tables = TableMaker(report: report, language: language)
        return PageView(
            language: language.rawValue,
            title: "\(project.shortName): \(Phrases.title[language])",
            semester: language == .latvian ? semester.latvian : semester.english,
            period: period(of: report, in: language), board: report.municipality.board[language],
            project: "\(Phrases.project[language]) \(project.number)",
            projectTitle: project.title[language], funding: project.funding[language],
            words: words(in: language), isIncomplete: !report.state.isComplete,
            state: (report.state.isComplete ? Phrases.complete : Phrases.incomplete)[language],
            reasons: report.state.reasons.map { $0[language] },
            revisions: (report.revision?.entries ?? []).map { entry in
                Phrases.revision(entry)[language]
            },
            keyFigures: KeyFigures(report: report, language: language).views,
            hasTargets: !report.cube.targets.isEmpty,
            targets: report.cube.targets.map { target($0, in: language) },
            sections: sections(of: report, tables, in: language),
            notes: notes(of: report, in: language),
            quality: QualitySection(report: report, language: language).view,
            definitions: definitions(of: report, in: language),
            definitionsHash: report.definitionsHash)
    }

    private func period(of report: SemesterReport, in language: Language) -> String {
        guard let period = report.municipality.calendar.period(of: report.semester) else {
            return report.semester.code
        }
        guard language == .latvian else { return "\(period.startsOn) – \(period.endsOn)" }
        return "\(period.startsOn.latvian) – \(period.endsOn.latvian)"
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
        var anchors = AnchorPlaces()
        return anchors.settle(
            PageLayout.sections.compactMap { family, specifications in
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
            })
    }

    private func notes(of report: SemesterReport, in language: Language) -> [String] {
        var notes: [String] = []
        let people: [(String, CountedWord, LocalizedText)] = [
            ("participants", .pupil, Phrases.text("skolēnu", "pupils")),
            ("teachers", .teacher, Phrases.text("pedagogu", "teachers")),
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

    private func definitions(of report: SemesterReport, in language: Language) -> [DefinitionView] {
        report.cube.families.flatMap(\.indicators).map { indicator in
            DefinitionView(
                name: indicator.name[language], meaning: indicator.definition[language],
                unit: indicator.unit.name[language], code: indicator.code)
        }
    }

    private func words(in language: Language) -> WordsView {
        WordsView(
            skip: Phrases.skip[language], union: Phrases.union[language],
            fund: Phrases.fund[language], plan2020: Phrases.plan2020[language],
            slogan: Phrases.slogan[language], ensemble: Phrases.ensemble[language],
            internalUse: Phrases.internalUse[language], keyFigures: Phrases.keyFigures[language],
            targets: Phrases.targets[language], quality: Phrases.quality[language],
            definitions: Phrases.definitions[language],
            definitionsHash: Phrases.definitionsHash[language],
            dataFiles: Phrases.dataFiles[language])
    }
}
