import PupilSupport
import Rollup
import Submission

/// Turns figures of the reports into rows of a package's public part, where the package's own records give the
/// same figure.
struct PublicRowMaker {
    let semester: Semester
    let schools: [String: String]

    /// Categories that stand for what no record says; a package has rows of what is said alone.
    private static let unnamed: Set = ["not_stated", "no_subject"]

    /// Returns the row of an address, without a value, or `nil` when the package does not have the figure.
    func row(_ address: FigureAddress) -> PublicRow? {
        guard let indicator = ProjectIndicator.all.first(where: { $0.name == address.indicator })
        else { return nil }
        var row = PublicRow()
        row.timePeriod = "\(semester.startYear)\((semester.startYear + 1) % 100)"
        row.timeIdentifier = "Semester \(semester.number)"
        row.geographicLevel = "Municipality"
        row.measure = indicator.name
        row.note = indicator.countingUnit
        for coordinate in address.coordinates {
            let category = coordinate.category
            switch coordinate.dimension {
            case .school:
                guard let name = schools[category] else { return nil }
                row.geographicLevel = "School"
                row.school = category
                row.schoolName = name
            case .sex:
                guard indicator.isOfParticipants, let sex = ParticipantSex(vocabularyCode: category)
                else { return nil }
                row.sex = sex.rawValue
            default:
                guard
                    let breakdown = ProjectBreakdown(rawValue: coordinate.dimension.rawValue),
                    indicator.breakdowns.contains(breakdown),
                    !Self.unnamed.contains(category)
                else { return nil }
                row.breakdown = breakdown.rawValue
                row.category = category
            }
        }
        return row.indicatorCode == nil ? nil : row
    }

    /// Returns the rows of a release.
    func rows(_ document: ReleasedDocument) -> [PublicRow] {
        document.tables.flatMap { table in
            table.figures.compactMap { figure -> PublicRow? in
                guard let address = FigureAddress(figure.address), var row = row(address) else {
                    return nil
                }
                row.status = figure.status
                row.value = ReleasedFigure.shown(figure.value, decimals: table.decimals)?.scaled
                return row
            }
        }
    }
}
