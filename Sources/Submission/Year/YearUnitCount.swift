import PupilSupport

/// Counts the units that were delivered of each measure, eligible and not.
struct YearUnitCount {
    private let package: PackageCase

    init(_ package: PackageCase) { self.package = package }

    /// Returns the rows of the year and since the beginning, by school and in all.
    func rows(as state: YearState) -> [YearUnitRow] {
        CountingWindow.all(of: package).flatMap { window in
            let sessions = package.sessions.filter { window.contains($0.semester, $0.date) }
            return schools.flatMap { school in
                rows(of: sessions.filter { isOf($0.plan.school, school) }, in: window, school)
                    .map { row in
                        var row = row
                        row.state = state
                        row.computed = price(of: row.measure, in: window, school)
                        return row
                    }
            }
        }
    }

    private var schools: [String] {
        package.reference.schools.map(\.code) + [CommonIndicatorCount.everySchool]
    }

    private func isOf(_ school: String, _ wanted: String) -> Bool {
        wanted == CommonIndicatorCount.everySchool || school == wanted
    }

    private func rows(
        of sessions: [CountedSession], in window: CountingWindow, _ school: String
    ) -> [YearUnitRow] {
        Dictionary(grouping: sessions, by: \.session.measure).map { measure, own in
            let eligible = own.filter(\.session.isEligible)
            var row = YearUnitRow()
            row.periodType = window.type
            row.period = window.period
            row.school = school
            row.measure = measure
            row.label = package.term("measures", measure)?.name ?? measure
            row.sessions = eligible.count
            row.units = minutes(of: eligible)
            row.unit = "minutes"
            row.notEligible = minutes(of: own) - minutes(of: eligible)
            return row
        }
    }

    private func minutes(of sessions: [CountedSession]) -> Int {
        sessions.reduce(0) { $0 &+ ($1.session.minutes ?? 0) }
    }

    /// The price of a measure by the claims, or `nil` where no rate is configured for it.
    private func price(
        of measure: String, in window: CountingWindow, _ school: String
    ) -> ExactAmount? {
        let prices = package.content.claims.compactMap { claim -> ExactAmount? in
            guard claim.item == measure, let year = claim.year, let month = claim.month,
                let day = CivilDate(year: year, month: month, day: 1),
                let plan = package.plans[String(claim.reference.prefix { $0 != "@" })],
                isOf(plan.school, school), let term = plan.term, window.contains(term, day)
            else { return nil }
            return claim.computed
        }
        return prices.isEmpty ? nil : prices.reduce(ExactAmount(0), +)
    }
}
