import PupilSupport
import Reports
import Rollup

/// Makes the report of a release again from its summary and the definitions, and from nothing else.
struct ReleaseRemaking {
    /// The figures that were released.
    let cube: Cube
    /// The report that they make.
    let report: SemesterReport

    init(
        _ document: ReleasedDocument, of semester: Semester, definitions: Definitions,
        indicators: IndicatorSet
    ) {
        let municipality = definitions.municipality
        let families = ReleaseScope.families(of: indicators.families)
        let units = Dictionary(
            indicators.indicators.map { ($0.code, $0.unit) }, uniquingKeysWith: { $1 })
        let figures = document.tables.flatMap { table in
            table.figures.compactMap { figure -> Figure? in
                guard let address = FigureAddress(figure.address),
                    let unit = units[address.indicator]
                else { return nil }
                func shown(_ number: Double?) -> FigureValue? {
                    ReleasedFigure.shown(number, decimals: unit.decimals)
                }
                return Figure(
                    address: address, unit: unit, value: shown(figure.value),
                    status: ValueStatus(rawValue: figure.status) ?? .missing,
                    previous: shown(figure.previous),
                    previousStatus: figure.previousStatus.flatMap(ValueStatus.init),
                    change: shown(figure.change))
            }
        }
        let city = Dictionary(
            figures.filter { $0.address.coordinates.isEmpty }.map { ($0.address.indicator, $0) },
            uniquingKeysWith: { first, _ in first })
        cube = Cube(
            released: semester,
            previousSemester: document.previousSemester.flatMap { Semester(code: $0) },
            indicators: indicators, families: families,
            dimensions: Dimensions(
                municipality: municipality, vocabularies: definitions.vocabularies
            ).replacing(
                classBands: ClassBandMerge.ways(of: municipality.classBands).first {
                    document.classBands.isSubset(of: $0.bands.map(\.code))
                }?.bands ?? municipality.classBands),
            figures: figures,
            targets: municipality.targets.filter { $0.semester == semester }.map { target in
                TargetProgress(target: target, value: city[target.indicator]?.value?.scaled)
            }, schoolsBefore: Set(document.knownBefore.schools),
            silentBefore: Set(document.knownBefore.silent))
        let entries = document.revisions.compactMap { revision -> ReportRevision.Entry? in
            guard let number = Int(revision.revision.dropFirst()),
                let day = CivilDate(iso: revision.closedOn)
            else { return nil }
            return ReportRevision.Entry(number: number, closedOn: day, note: revision.note)
        }
        let exact = SemesterReport(
            municipality: municipality,
            state: document.state == "complete" ? .complete : .incomplete(reasons: []), cube: cube,
            quality: QualityReport(
                schoolsMissing: document.schoolsMissing, heldBack: document.heldBack?.count),
            definitionsHash: document.definitions,
            revision: entries.isEmpty ? nil : ReportRevision(entries: entries))
        report = exact.forEverybody(
            cube: cube,
            protection: ReportProtection(
                threshold: document.protection?.threshold ?? municipality.publication.threshold,
                hiddenCount: document.protection?.hidden ?? 0,
                areClassBandsMerged: document.protection?.classBandsMerged ?? false),
            history: SemesterHistory(document.history.compactMap(\.entry)))
    }
}

extension ReleasedDocument.Past {
    /// The semester as the lines over time show it.
    var entry: SemesterHistory.Entry? {
        guard let semester = Semester(code: semester) else { return nil }
        let state: SemesterHistory.State =
            closedAs.map { .closed(revision: $0) }
            ?? (state == "complete" ? .complete : .incomplete)
        return SemesterHistory.Entry(
            semester: semester, state: state,
            figures: Dictionary(
                figures.map { figure in
                    (
                        figure.indicator,
                        SemesterHistory.Value(
                            ReleasedFigure.shown(figure.value, decimals: figure.decimals),
                            status: ValueStatus(rawValue: figure.status) ?? .missing)
                    )
                }, uniquingKeysWith: { $1 }))
    }
}
