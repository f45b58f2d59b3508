import Diagnostics
import PupilSupport
import Submission

/// Says which packages and yearly reports are not there any more, or not as they were sealed.
struct SealedConditions {
    let definitions: Definitions
    let shelf: PackageShelf

    /// Something that was sealed.
    private struct Sealed {
        let name: String
        let isYear: Bool
        /// What it has in common with all revisions of the same.
        let subject: String
        let revision: Int
    }

    /// What is to be said, packages of semesters first, in the order of their names.
    var troubles: [Trouble] {
        let sealed = sealed
        return sealed.compactMap { one in
            let isReplaced = sealed.contains {
                $0.subject == one.subject && $0.revision > one.revision
            }
            return trouble(of: one, isReplaced: isReplaced)
        }
    }

    /// What was ever sealed for the municipality.
    private var sealed: [Sealed] {
        let municipality = definitions.municipality
        let own = YearName(
            operation: municipality.project.number, municipality: municipality.code, year: 2000,
            revision: 1, isPreliminary: false)
        let names = Set(shelf.knownEntries().filter { $0.state == .sealed }.map(\.package))
        return names.compactMap { name -> Sealed? in
            if let package = PackageName(name), package.operation == own.operation,
                package.municipality == own.municipality
            {
                return Sealed(
                    name: name, isYear: false, subject: package.revision(1).description,
                    revision: package.revision)
            }
            guard let year = YearName(name), year.operation == own.operation,
                year.municipality == own.municipality
            else { return nil }
            return Sealed(
                name: name, isYear: true, subject: "\(year.year)",
                revision: year.revision)
        }.sorted {
            ($0.isYear ? 1 : 0, $0.subject, $0.revision)
                < ($1.isYear ? 1 : 0, $1.subject, $1.revision)
        }
    }

    private func trouble(of sealed: Sealed, isReplaced: Bool) -> Trouble? {
        let (folder, name) = (ShownPath.text(of: shelf.path), sealed.name)
        let isYear = sealed.isYear
        let found: (lv: String, en: String)
        switch shelf.look(at: name).condition {
        case .sound: return nil
        case .gone:
            found = (
                isYear
                    ? "uzrakstītā pārskata \(name) mapē \(folder) nav"
                    : "aizzīmogotās pakotnes \(name) mapē \(folder) nav",
                isYear
                    ? "the report \(name) was written and is not in the folder \(folder)"
                    : "the package \(name) was sealed and is not in the folder \(folder)"
            )
        case .emptied:
            found = (
                isYear ? "pārskata \(name) mape ir tukša" : "pakotnes \(name) mape ir tukša",
                "the folder of the \(isYear ? "report" : "package") \(name) is empty"
            )
        case .altered:
            found = (
                isYear
                    ? "pārskats \(name) nav tāds, kādu to uzrakstīja"
                    : "pakotne \(name) nav tāda, kādu to aizzīmogoja",
                isYear
                    ? "the report \(name) is not as it was written"
                    : "the package \(name) is not as it was sealed"
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
