import PupilSupport
import Rollup

/// What is released to everybody, before anything of it is hidden.
enum ReleaseScope {
    /// Breakdowns so fine that they would cost others more than they tell: classes one by one, for which the
    /// class bands stand, and the subjects of each school.
    private static let leftOut: [[DimensionName]] = [[.level], [.school, .subject]]

    /// Below this a percentage is not shown: its steps would tell of single pupils.
    static let leastPercentageBase = 20

    /// The families with the breakdowns that are released.
    static func families(of families: [IndicatorFamily]) -> [IndicatorFamily] {
        families.map { family in
            var family = family
            for index in family.indicators.indices {
                family.indicators[index].breakdowns.removeAll { leftOut.contains($0.dimensions) }
            }
            return family
        }
    }

    /// Whether a figure is in a released table.
    static func contains(_ address: FigureAddress) -> Bool {
        !leftOut.contains(address.dimensions)
    }

    /// Whether a table lists only categories in which something was counted, now or in the semester before.
    static func listsOnlyCounted(_ dimensions: [DimensionName]) -> Bool {
        dimensions.contains { !$0.showsZeros }
    }
}

extension IndicatorUnit {
    /// How much of the unit is as telling as one person, so how many times wider the range of a hidden amount must
    /// be than that of a hidden number of people: a lesson of 40 minutes, a school day of 6 lessons.
    var amountOfOne: Int {
        switch self {
        case .minutes: 40
        case .lessons: 6
        default: 1
        }
    }
}
