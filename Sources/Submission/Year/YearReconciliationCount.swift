import PupilSupport

/// Counts what the numbers of people of a calendar year add up to: why the city is not the sum of its schools,
/// and the year not the sum of its semesters.
struct YearReconciliationCount {
    private let package: PackageCase
    private let year: Int

    init(_ package: PackageCase, year: Int) {
        self.package = package
        self.year = year
    }

    private static let all = CommonIndicatorCount.everySchool

    /// Returns the rows of the year and of all time until its end.
    func rows() -> [ReconciliationRow] {
        let own = package.sessions.filter { $0.date.year == year }
        let before = people(package.sessions.filter { $0.date.year < year })
        let now = people(own)
        let schools = package.reference.schools.map(\.code)
        var rows: [ReconciliationRow] = []
        func add(_ type: PeriodType, _ school: String, _ item: String, _ value: Int) {
            var row = ReconciliationRow()
            row.periodType = type
            row.period = String(year)
            row.school = school
            row.item = item
            row.value = value
            rows.append(row)
        }
        var sumOfSchools = 0
        for school in schools + [Self.all] {
            let supported = people(own.filter { school == Self.all || $0.plan.school == school })
            let entered = package.content.participants.filter { person in
                (school == Self.all || person.school == school)
                    && person.entryDate.map { $0.year <= year } == true
            }
            if school != Self.all { sumOfSchools += supported.count }
            add(.calendarYear, school, "supported", supported.count)
            add(.cumulative, school, "grand_total", entered.count)
            add(.cumulative, school, "complete", entered.count { $0.isComplete })
            add(.cumulative, school, "incomplete", entered.count { !$0.isComplete })
        }
        let semesters = Dictionary(grouping: own, by: \.semester).values.map { people($0).count }
        add(.calendarYear, Self.all, "sum_of_schools", sumOfSchools)
        add(.calendarYear, Self.all, "duplicates", sumOfSchools - now.count)
        add(.calendarYear, Self.all, "sum_of_semesters", semesters.reduce(0, +))
        add(.calendarYear, Self.all, "largest_semester", semesters.max() ?? 0)
        add(.calendarYear, Self.all, "new", now.subtracting(before).count)
        add(.calendarYear, Self.all, "returning", now.intersection(before).count)
        add(.cumulative, Self.all, "before", before.count)
        return rows
    }

    private func people(_ sessions: [CountedSession]) -> Set<String> {
        Set(sessions.map(\.plan.participant))
    }
}
