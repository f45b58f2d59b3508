import Diagnostics

/// A package that was sealed and is not there any more, or not as it was.
public struct UnsoundPackage: Hashable, Sendable {
    let package: String
    let condition: PackageShelf.Condition
    let purpose: Purpose

    /// What it was needed for.
    enum Purpose: Hashable, Sendable {
        /// To make the revision that takes its place.
        case nextRevision
        /// To make the package of a later semester.
        case laterSemester
        /// To enter that it was handed in.
        case handIn
        /// To encrypt it.
        case encryption
    }

    private var isMade: Bool { purpose == .nextRevision || purpose == .laterSemester }

    /// What is said of it.
    var message: MessageText {
        MessageText(
            lv: "\(found.lv), \(refusal.lv); \(advice.lv)",
            en: "\(found.en), \(refusal.en); \(advice.en)")
    }

    private var found: (lv: String, en: String) {
        switch condition {
        case .gone:
            (
                "pakotne \(package) ir aizzīmogota, bet tās vairs nav",
                "the package \(package) was sealed and is not there any more"
            )
        case .emptied:
            (
                "pakotnes \(package) mape ir tukša", "the folder of the package \(package) is empty"
            )
        case .altered, .sound:
            (
                "pakotne \(package) nav tāda, kādu to aizzīmogoja",
                "the package \(package) is not as it was sealed"
            )
        }
    }

    private var refusal: (lv: String, en: String) {
        switch purpose {
        case .nextRevision:
            (
                "tāpēc nevar pateikt, kas kopš tās jālabo, un nekas nav rakstīts",
                "so nobody can say what is to be corrected since, and nothing was written"
            )
        case .laterSemester:
            (
                "tāpēc nevar salīdzināt ar iepriekšējo semestri, un nekas nav rakstīts",
                "so nothing can be compared with the semester before, and nothing was written"
            )
        case .handIn: ("tāpēc to nodot nedrīkst", "so it must not be handed in")
        case .encryption:
            ("tāpēc to nedrīkst šifrēt un sūtīt", "so it must not be encrypted and sent")
        }
    }

    private var advice: (lv: String, en: String) {
        let isThere = condition != .gone
        let lv =
            (isThere ? "pārvietojiet šo mapi citur un nolieciet" : "nolieciet")
            + " to atpakaļ no rezerves kopijas (mape submissions)"
            + (isThere ? "" : ", ar --packages nosauciet mapi, kurā tā ir,")
        let en =
            (isThere ? "move that folder away and put it" : "put it")
            + " back from the backup (its folder submissions)"
            + (isThere ? "" : ", name the folder that it is in with --packages")
        guard isMade else {
            return (
                lv + " vai, ja tādas nav, izveidojiet nākamo izdevumu ar --without-earlier",
                en + " or, where there is none, make the next revision with --without-earlier"
            )
        }
        return (
            lv
                + " vai, ja tādas nav, \(isThere ? "pēc pārvietošanas " : "")atkārtojiet ar "
                + "--without-earlier: jaunā pakotne tad pati saka, ka ar to nav salīdzināta",
            en + " or, where there is none, \(isThere ? "after moving it " : "")repeat this with "
                + "--without-earlier: the new package then says itself that it was not compared with it"
        )
    }
}
