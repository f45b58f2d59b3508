import PupilSupport

/// Counts the Fund's common indicators from the records of a package.
struct CommonIndicatorCount {
    /// The code of the municipality's own rows.
    static let everySchool = "Total"

    private let package: PackageCase
    private let indicators: CommonIndicators
    private let answers: [String: SensitiveRecord]
    private let lastPlans: LastPlans

    init(_ package: PackageCase, indicators: CommonIndicators) {
        self.package = package
        self.indicators = indicators
        answers = Dictionary(
            package.content.sensitive.map { ($0.participant, $0) },
            uniquingKeysWith: { first, _ in first })
        lastPlans = LastPlans(package)
    }

    /// The output indicators: each participant once, in the period of their first entry.
    func output() -> [OutputIndicatorRow] {
        var figures = indicators.output.map { indicator in
            Figure(indicator.code, indicator.name.lv) { person in
                person.isComplete && indicator.counts(person, answers[person.id])
            }
        }
        figures.append(Figure("TOTAL", "dalībnieki ar pilnīgām ziņām", counts: \.isComplete))
        figures.append(
            Figure("GRAND-TOTAL", "visi atbalstītie, arī ar nepilnīgām ziņām") { _ in true })
        return rows(figures, by: \.entryDate).map { row in
            var output = OutputIndicatorRow()
            output.value = row
            return output
        }
    }

    /// The result indicators: each participant who has left, in the period of their last exit.
    func result() -> [ResultIndicatorRow] {
        var figures = indicators.result.map { indicator in
            let answer = indicator.answer
            return Figure(indicator.code, indicator.name.lv) { person in
                person.isComplete && has(answer, person)
            }
        }
        figures.append(
            Figure("LEAVERS", "projektu beigušie ar pilnīgām ziņām", counts: \.isComplete))
        return rows(figures, by: \.leaveDate).map { row in
            var result = ResultIndicatorRow()
            result.value = row
            return result
        }
    }

    /// Whether one of the plans that a participant left with has a result.
    private func has(_ result: String, _ person: Participant) -> Bool {
        lastPlans[person.id].contains { plan in
            package.outcomes[plan.id]?.commonResults.contains(result) == true
        }
    }

    /// A figure, and whom it counts.
    private struct Figure {
        let code: String
        let label: String
        let counts: (Participant) -> Bool

        init(_ code: String, _ label: String, counts: @escaping (Participant) -> Bool) {
            self.code = code
            self.label = label
            self.counts = counts
        }
    }

    private func rows(
        _ figures: [Figure], by day: KeyPath<Participant, CivilDate?>
    ) -> [IndicatorValue] {
        let windows = CountingWindow.all(of: package)
        let counts = windows.isEmpty ? [:] : count(figures, windows, by: day)
        var rows: [IndicatorValue] = []
        for (place, window) in windows.enumerated() {
            for school in package.reference.schools.map(\.code) + [Self.everySchool] {
                for (number, figure) in figures.enumerated() {
                    var value = IndicatorValue()
                    value.code = figure.code
                    value.label = figure.label
                    value.take(
                        counts[school]?[place * figures.count + number] ?? PeopleCount())
                    value.indicatorSet = indicators.set.rawValue
                    value.unit = "persons"
                    value.periodType = window.type
                    value.period = window.period
                    value.school = school
                    value.countingUnit = "participants_once_per_operation"
                    rows.append(value)
                }
            }
        }
        return rows
    }

    /// Counts people by school and, under `Total`, all together: window by window, figure by figure.
    private func count(
        _ figures: [Figure], _ windows: [CountingWindow], by day: KeyPath<Participant, CivilDate?>
    ) -> [String: [PeopleCount]] {
        let none = Array(repeating: PeopleCount(), count: windows.count * figures.count)
        var counts: [String: [PeopleCount]] = [:]
        for person in package.content.participants {
            guard let date = person[keyPath: day], let semester = package.semester(on: date)
            else { continue }
            let counted = figures.indices.filter { figures[$0].counts(person) }
            let places = windows.indices.filter { windows[$0].contains(semester, date) }
                .flatMap { place in counted.map { place * figures.count + $0 } }
            for school in [person.school, Self.everySchool] {
                for place in places { counts[school, default: none][place].add(person.sex) }
            }
        }
        return counts
    }
}
