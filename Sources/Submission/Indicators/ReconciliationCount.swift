import PupilSupport

/// Counts what the numbers of people add up to: why the city is not the sum of its schools, and why the sum of
/// the semesters is not the number of people (esf.md, VAL-27, VAL-41, VAL-42 and VAL-50).
struct ReconciliationCount: Sendable {
    private let package: PackageCase
    private let people: [String: [Participant]]
    private let supported: [Semester: [String: Set<String>]]

    init(_ package: PackageCase) {
        self.package = package
        var people = Dictionary(grouping: package.content.participants, by: \.school)
        people[CommonIndicatorCount.everySchool] = package.content.participants
        self.people = people
        supported = Self.supported(in: package)
    }

    /// Returns how many people were supported in a semester at a school, or under `Total` anywhere.
    func supported(in semester: Semester, school: String) -> Int {
        supported[semester]?[school]?.count ?? 0
    }

    /// Returns the rows of the semester and of all time.
    func rows() -> [ReconciliationRow] {
        guard let semester = package.semester else { return [] }
        var rows: [ReconciliationRow] = []
        func add(_ type: PeriodType, _ school: String, _ item: String, _ value: Int) {
            var row = ReconciliationRow()
            row.periodType = type
            row.period = semester.code
            row.school = school
            row.item = item
            row.value = value
            rows.append(row)
        }
        let all = CommonIndicatorCount.everySchool
        for school in package.reference.schools.map(\.code) + [all] {
            let entered = people[school] ?? []
            add(.cumulative, school, "grand_total", entered.count)
            add(.cumulative, school, "complete", entered.count { $0.isComplete })
            add(.cumulative, school, "incomplete", entered.count { !$0.isComplete })
            add(.semester, school, "supported", supported[semester]?[school]?.count ?? 0)
        }
        let before = supported.filter { $0.key < semester }
            .reduce(into: Set<String>()) { $0.formUnion($1.value[all] ?? []) }
        let now = supported[semester]?[all] ?? []
        let sumOfSchools = package.reference.schools.reduce(0) {
            $0 + (supported[semester]?[$1.code]?.count ?? 0)
        }
        add(.semester, all, "sum_of_schools", sumOfSchools)
        add(.semester, all, "duplicates", sumOfSchools - now.count)
        add(.semester, all, "new", now.subtracting(before).count)
        add(.semester, all, "returning", now.intersection(before).count)
        add(.cumulative, all, "before", before.count)
        add(
            .cumulative, all, "sum_of_semesters",
            supported.values.reduce(0) { $0 + ($1[all]?.count ?? 0) })
        add(
            .cumulative, all, "largest_semester",
            supported.values.map { $0[all]?.count ?? 0 }.max() ?? 0)
        return rows
    }

    /// Who was supported, by semester and school; under `Total` anywhere.
    private static func supported(
        in package: PackageCase
    ) -> [Semester: [String: Set<String>]] {
        var supported: [Semester: [String: Set<String>]] = [:]
        for plan in package.content.participations
        where package.plansWithSessions.contains(plan.id) {
            guard let semester = plan.term else { continue }
            for school in [plan.school, CommonIndicatorCount.everySchool] {
                supported[semester, default: [:]][school, default: []].insert(plan.participant)
            }
        }
        return supported
    }
}
