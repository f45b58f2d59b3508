/// Compares the figures of two yearly reports, number by number.
public struct YearChanges {
    /// A number: where it stands.
    private struct Place: Hashable {
        let table: String
        let code: String
        let type: PeriodType?
        let school: String
        let part: YearPart
    }

    private let new: [Place: Int]
    private let state: YearState

    /// Takes the figures of the report that is made.
    public init(of figures: YearFigures, as state: YearState) {
        new = Self.numbers(of: figures)
        self.state = state
    }

    /// Returns what differs from the report that this one takes the place of.
    ///
    /// - Parameters:
    ///   - earlier: Its figures.
    ///   - name: Its name.
    ///   - causes: What the two manifests tell of why.
    public func since(
        _ earlier: YearFigures, named name: String, causes: YearCauses
    ) -> [YearChangeRow] {
        rows(.revision, name, Self.numbers(of: earlier)) { place in
            causes.of(place.school, isOfYear: place.type == .calendarYear)
        }
    }

    /// Returns what differs from the year before.
    ///
    /// Only what was counted within each year is compared: all since the beginning can only grow.
    ///
    /// - Parameters:
    ///   - earlier: The figures of that year, counted from the same data.
    ///   - year: The year.
    public func sinceYear(_ earlier: YearFigures, _ year: Int) -> [YearChangeRow] {
        let hadBegun = (earlier.item("supported", .calendarYear) ?? 0) > 0
        return rows(.previousYear, String(year), Self.numbers(of: earlier)) { place in
            place.type == .calendarYear ? [hadBegun ? .otherYear : .notBegun] : nil
        }
    }

    /// Whether a row says of now what the figures say.
    func agrees(with row: YearChangeRow) -> Bool {
        guard let part = row.part else { return false }
        let place = Place(
            table: row.figureTable, code: row.code, type: row.periodType, school: row.school,
            part: part)
        return new[place] == row.new
    }

    /// - Parameter causes: The causes of a number that differs, or `nil` where it is not compared.
    private func rows(
        _ comparison: YearComparison, _ against: String, _ old: [Place: Int],
        _ causes: (Place) -> [YearCause]?
    ) -> [YearChangeRow] {
        var rows: [YearChangeRow] = []
        for place in Set(new.keys).union(old.keys) where new[place] != old[place] {
            // A measure that one of the two does not have was not given: nothing is not another number.
            if (new[place] ?? 0) == (old[place] ?? 0) { continue }
            guard let why = causes(place) else { continue }
            var row = YearChangeRow()
            row.state = state
            row.comparison = comparison
            row.against = against
            row.figureTable = place.table
            row.code = place.code
            row.periodType = place.type
            row.school = place.school
            row.part = place.part
            row.old = old[place]
            row.new = new[place]
            row.causes = why.map(\.rawValue).sorted()
            rows.append(row)
        }
        TableText.sort(&rows)
        return rows
    }

    /// Puts rows into the order of their keys.
    public static func sort(_ rows: inout [YearChangeRow]) { TableText.sort(&rows) }

    private static func numbers(of figures: YearFigures) -> [Place: Int] {
        var numbers: [Place: Int] = [:]
        for row in figures.indicators {
            for (part, number) in [
                (YearPart.women, row.value.women), (.men, row.value.men), (.total, row.value.total),
            ] {
                let place = Place(
                    table: YearIndicatorRow.table.name, code: row.value.code,
                    type: row.value.periodType, school: row.value.school, part: part)
                numbers[place] = number
            }
        }
        for row in figures.reconciliation {
            let place = Place(
                table: YearReconciliationRow.table.name, code: row.item, type: row.periodType,
                school: row.school, part: .value)
            numbers[place] = row.value
        }
        for row in figures.units {
            for (part, number) in [
                (YearPart.sessions, row.sessions), (.units, row.units),
                (.otherUnits, row.notEligible),
            ] {
                let place = Place(
                    table: YearUnitRow.table.name, code: row.measure, type: row.periodType,
                    school: row.school, part: part)
                numbers[place] = number
            }
        }
        return numbers
    }
}
