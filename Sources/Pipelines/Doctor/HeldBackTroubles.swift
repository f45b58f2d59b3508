import Diagnostics
import PupilSupport
import SupportStore

/// What is held back, by schools; of files that are no one school's, by files.
///
/// In a nation's file each record may concern every school, and would be told of once for each.
struct HeldBackTroubles {
    /// As many schools, and as many files, as are named.
    static let mostNamed = 10

    /// What is to be said.
    let all: [Trouble]

    init(_ deliveries: [StoredDelivery], _ schools: [School], names: ShownFileNames) {
        let known = Set(schools.map(\.code))
        let (own, others) = (
            deliveries.filter { $0.schools.count == 1 && known.isSuperset(of: $0.schools) },
            deliveries.filter { $0.schools.count != 1 || known.isDisjoint(with: $0.schools) }
        )
        let bySchool = schools.map { school in
            Entry(
                name: school.shortName,
                count: own.filter { $0.schools == [school.code] }
                    .reduce(0) { $0 + $1.counts.heldBack })
        }
        let byFile = others.map { delivery in
            let name = names[delivery.fileName]
            return Entry(name: LocalizedText(lv: name, en: name), count: delivery.counts.heldBack)
        }
        all =
            Self.troubles(of: bySchool, more: ("vēl skolu", "more schools"))
            + Self.troubles(of: byFile, more: ("vēl failu", "more files"))
    }

    private struct Entry {
        let name: LocalizedText
        let count: Int
    }

    private static func troubles(
        of entries: [Entry], more words: (lv: String, en: String)
    ) -> [Trouble] {
        var entries = entries.filter { $0.count > 0 }
        if entries.count > mostNamed { entries.sort { $1.count < $0.count } }
        let rest = entries.dropFirst(mostNamed)
        let left = rest.reduce(0) { $0 + $1.count }
        return entries.prefix(mostNamed).map { entry in
            Trouble(
                .warning, lv: "\(entry.name.lv): aizturēti ieraksti: \(entry.count)",
                en: "\(entry.name.en): records held back: \(entry.count)")
        }
            + (rest.isEmpty
                ? []
                : [
                    Trouble(
                        .warning,
                        lv: "\(words.lv): \(rest.count), tajos aizturēti ieraksti: \(left)",
                        en: "\(words.en): \(rest.count), records held back there: \(left)")
                ])
    }
}
