import Diagnostics
import PupilSupport
import Submission

/// Says which yearly reports are not there any more, or not as they were written.
struct YearCondition {
    let definitions: Definitions
    let shelf: PackageShelf

    /// What is to be said, in the order of years and revisions.
    var troubles: [Trouble] {
        let written = names
        return written.compactMap { name in
            let isReplaced = written.contains {
                $0.isSameReport(as: name) && $0.revision > name.revision
            }
            return trouble(of: name, isReplaced: isReplaced)
        }
    }

    /// The reports that were ever written for the municipality.
    private var names: [YearName] {
        let project = YearName(
            operation: definitions.municipality.project.number,
            municipality: definitions.municipality.code, year: 2000, revision: 1,
            isPreliminary: false)
        let known = shelf.knownEntries().filter { $0.state == .sealed }.map(\.package)
        return Set(known.compactMap { YearName($0) }).filter {
            $0.operation == project.operation && $0.municipality == project.municipality
        }.sorted { ($0.year, $0.revision) < ($1.year, $1.revision) }
    }

    private func trouble(of name: YearName, isReplaced: Bool) -> Trouble? {
        let folder = ShownPath.text(of: shelf.path)
        let found: (lv: String, en: String)
        switch shelf.look(at: name.description).condition {
        case .sound: return nil
        case .gone:
            found = (
                "uzrakstītā pārskata \(name) mapē \(folder) nav",
                "the report \(name) was written and is not in the folder \(folder)"
            )
        case .emptied:
            found = (
                "pārskata \(name) mape ir tukša", "the folder of the report \(name) is empty"
            )
        case .altered:
            found = (
                "pārskats \(name) nav tāds, kādu to uzrakstīja",
                "the report \(name) is not as it was written"
            )
        }
        return Trouble(
            isReplaced ? .warning : .error,
            lv: found.lv
                + "; nolieciet to atpakaļ no rezerves kopijas (mape submissions) vai ar --packages "
                + "nosauciet mapi, kurā tas ir",
            en: found.en
                + "; put it back from the backup (its folder submissions), or name the folder that it "
                + "is in with --packages")
    }
}
