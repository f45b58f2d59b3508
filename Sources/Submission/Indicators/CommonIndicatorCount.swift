import PupilSupport

/// Counts the Fund's common indicators from the records of a package.
struct CommonIndicatorCount {
    /// The code of the municipality's own rows.
    static let everySchool = "Total"

    private let package: PackageCase
    private let indicators: CommonIndicators
    private let people: [String: [Participant]]
    private let answers: [String: SensitiveRecord]
    private let lastPlans: LastPlans

    init(_ package: PackageCase, indicators: CommonIndicators) {
        self.package = package
        self.indicators = indicators
        var people = Dictionary(grouping: package.content.participants, by: \.school)
        people[Self.everySchool] = package.content.participants
        self.people = people
        answers = Dictionary(
            package.content.sensitive.map { ($0.participant, $0) },
            uniquingKeysWith: { first, _ in first })
        lastPlans = LastPlans(package)
    }

    /// The output indicators: each participant once, in the period of their first entry.
    func output() -> [OutputIndicatorRow] {
        rows { window, school in
            let entered = participants(in: window, school: school, by: \.entryDate)
            let complete = entered.filter(\.isComplete)
            var values: [IndicatorValue] = []
            for indicator in indicators.output {
                values.append(
                    value(
                        indicator.code, indicator.name.lv,
                        complete.filter { indicator.counts($0, answers[$0.id]) }))
            }
            values.append(value("TOTAL", "dalībnieki ar pilnīgām ziņām", complete))
            values.append(
                value("GRAND-TOTAL", "visi atbalstītie, arī ar nepilnīgām ziņām", entered))
            return values
        }.map { row in
            var output = OutputIndicatorRow()
            output.value = row
            return output
        }
    }

    /// The result indicators: each participant who has left, in the period of their last exit.
    func result() -> [ResultIndicatorRow] {
        rows { window, school in
            let left = participants(in: window, school: school, by: \.leaveDate)
                .filter(\.isComplete)
            var values: [IndicatorValue] = []
            for indicator in indicators.result {
                values.append(
                    value(
                        indicator.code, indicator.name.lv,
                        left.filter { has(indicator.answer, $0) }))
            }
            values.append(value("LEAVERS", "projektu beigušie ar pilnīgām ziņām", left))
            return values
        }.map { row in
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

    private func participants(
        in window: CountingWindow, school: String, by day: KeyPath<Participant, CivilDate?>
    ) -> [Participant] {
        (people[school] ?? []).filter { person in
            guard let date = person[keyPath: day] else { return false }
            return package.semester(on: date).map { window.contains($0, date) } ?? false
        }
    }

    private func value(
        _ code: String, _ label: String, _ people: [Participant]
    ) -> IndicatorValue {
        var value = IndicatorValue()
        value.code = code
        value.label = label
        value.take(PeopleCount(people))
        return value
    }

    private func rows(
        _ values: (CountingWindow, String) -> [IndicatorValue]
    ) -> [IndicatorValue] {
        var rows: [IndicatorValue] = []
        for window in CountingWindow.all(of: package) {
            for school in package.reference.schools.map(\.code) + [Self.everySchool] {
                for var value in values(window, school) {
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
}
