import PupilSupport
import Rollup

/// Makes the notes at the head of a section: what adds up in its tables and what does not, and why.
struct ReadingNotes {
    let cube: Cube
    let language: Language
    let captions: (PageLayout.Table) -> String

    /// Returns the notes on a section with these tables.
    func notes(on tables: [PageLayout.Table]) -> [String] {
        let shown = tables.map { table in
            (table: table, indicators: table.indicators.compactMap(cube.indicator))
        }
        let bySchool = shown.filter(\.table.showsSchools).flatMap(\.indicators)
        return [
            countedOnce(bySchool), addingUp(bySchool), computed(bySchool),
            inSeveralRows(shown), risks(tables),
        ].compactMap { $0?[language] }
    }

    private func countedOnce(_ indicators: [IndicatorDefinition]) -> LocalizedText? {
        units(of: indicators.filter { $0.countingUnit.acrossSchools == .countedOnce })
            .map(Phrases.countedOnce)
    }

    private func addingUp(_ indicators: [IndicatorDefinition]) -> LocalizedText? {
        let adding = indicators.filter { $0.countingUnit.acrossSchools == .addsUp }
        let hasSessions = adding.contains { $0.unit == .sessions || $0.unit == .minutes }
        return units(of: adding).map { Phrases.addingUp($0, hasSessions: hasSessions) }
    }

    private func computed(_ indicators: [IndicatorDefinition]) -> LocalizedText? {
        let names = indicators.filter { $0.countingUnit.acrossSchools == .computed }.map(\.name)
        return names.isEmpty ? nil : Phrases.computed(names)
    }

    /// A person with two risks stands in two rows.
    private func inSeveralRows(
        _ shown: [(table: PageLayout.Table, indicators: [IndicatorDefinition])]
    ) -> LocalizedText? {
        var dimensions: [DimensionName] = []
        for (table, indicators) in shown
        where table.dimension.holdsPersonSeveralTimes && !dimensions.contains(table.dimension) {
            guard indicators.contains(where: { $0.countingUnit == .distinctPersons }) else {
                continue
            }
            dimensions.append(table.dimension)
        }
        return dimensions.isEmpty ? nil : Phrases.inSeveralRows(dimensions.map(Phrases.by))
    }

    /// Why the risks of plans and those of lists of needs differ, beside a table of either.
    private func risks(_ tables: [PageLayout.Table]) -> LocalizedText? {
        func table(of indicator: String) -> PageLayout.Table? {
            guard !cube.figures(of: indicator, by: [.risk]).isEmpty else { return nil }
            return PageLayout.sections.lazy.flatMap(\.tables).first {
                $0.dimension == .risk && $0.indicators.contains(indicator)
            }
        }
        guard tables.contains(where: { $0.dimension == .risk }),
            let plans = table(of: "participants"), let needs = table(of: "pupils_in_need")
        else { return nil }
        return Phrases.riskSources(captions(plans), captions(needs))
    }

    private func units(of indicators: [IndicatorDefinition]) -> [LocalizedText]? {
        var units: [LocalizedText] = []
        for indicator in indicators where !units.contains(indicator.unit.name) {
            units.append(indicator.unit.name)
        }
        return units.isEmpty ? nil : units
    }
}

/// How a city's figure follows from those of its schools.
enum AcrossSchools {
    /// What several schools have is counted once in the city.
    case countedOnce
    /// What is counted belongs to one school.
    case addsUp
    /// The city's figure is made from its own totals.
    case computed
    /// There is nothing to compare.
    case none
}

extension CountingUnit {
    /// How a city's figure follows from those of its schools.
    var acrossSchools: AcrossSchools {
        switch self {
        // Marks and missed lessons are those of pupils, shown at each school that supports them.
        case .distinctPersons, .pupilSubjects, .teacherPupilPairs, .lessons: .countedOnce
        case .plans, .sessions, .minutes, .answers: .addsUp
        case .ratio: .computed
        case .personsInSchools, .announced: .none
        }
    }
}

extension DimensionName {
    /// Whether one person can stand in several rows.
    fileprivate var holdsPersonSeveralTimes: Bool {
        switch self {
        case .level, .classBand, .risk, .measure, .subject, .role: true
        default: false
        }
    }
}
