import PupilSupport
import Rollup

/// The tables into which the figures of a report are divided, by their families.
enum TidyTable: String, CaseIterable {
    /// Pupils who got support, those who need it, and the target.
    case participants
    /// Those who gave support, and how much of it.
    case teachers
    /// What came of it, and every family that belongs to no other table.
    case outcomes

    /// The name of the file with one observation a row.
    var fileName: String { "\(rawValue).csv" }

    /// The name of the file that a spreadsheet in Latvia opens without questions.
    var spreadsheetFileName: String { "\(rawValue).excel.csv" }

    /// Returns the figures of the table with their indicators, in the order of the definitions.
    ///
    /// No row is left out or moved because of a value, so that neither their number nor their order
    /// tells of a value that is not shown.
    func figures(
        of cube: Cube, _ body: (IndicatorDefinition, Figure) throws -> Void
    ) rethrows {
        for family in families(of: cube) {
            for indicator in family.indicators {
                for breakdown in indicator.breakdowns {
                    for figure in cube.figures(of: indicator.code, by: breakdown.dimensions) {
                        try body(indicator, figure)
                    }
                }
            }
        }
    }

    private func families(of cube: Cube) -> [IndicatorFamily] {
        let own = ownFamilies.compactMap { code in cube.families.first { $0.code == code } }
        guard self == .outcomes else { return own }
        let placed = Set(Self.allCases.flatMap(\.ownFamilies))
        return own + cube.families.filter { !placed.contains($0.code) }
    }

    private var ownFamilies: [String] {
        switch self {
        case .participants: ["participants", "target", "need"]
        case .teachers: ["teachers", "support"]
        case .outcomes: ["outcomes", "feedback"]
        }
    }
}
