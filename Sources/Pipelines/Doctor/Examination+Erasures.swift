import Diagnostics
import SupportStore

extension Examination {
    /// Says what is left to do of erasures: one that was cut off, and files that hold the people still.
    static func erasures(_ store: SupportStore, inbox: String?) throws -> [Trouble] {
        var troubles: [Trouble] = []
        if try store.hasUnfinishedErasure() {
            troubles.append(
                Trouble(
                    .error,
                    lv: "cilvēka dzēšana tika pārtraukta; to pabeidz pumpurs person erase --resume",
                    en:
                        "the erasure of a person was cut off; pumpurs person erase --resume finishes it"
                ))
        }
        let unrecognised = try store.unrecognisedErasures()
        if unrecognised > 0 {
            troubles.append(
                Trouble(
                    .warning,
                    lv:
                        "dzēšanas, kuru cilvēkus pēc atslēgas zuduma vairs nevar pazīt: \(unrecognised); ja skola "
                        + "viņu ierakstus atsūta vēlreiz, izdzēsiet tos no faila vai palaidiet pumpurs person erase; "
                        + "agrāko pumpurs keys escrow failu ņem pumpurs keys recover --archive-key",
                    en:
                        "erasures whose people cannot be known again since a key was lost: \(unrecognised); when a "
                        + "school sends their records again, take them out of the file, or run pumpurs person erase; "
                        + "an earlier file of pumpurs keys escrow goes to pumpurs keys recover --archive-key"
                ))
        }
        let originals = try store.rekeyedOriginals()
        guard !originals.isEmpty else { return troubles }
        let remains = try ErasureRemains(of: store, originals: originals, inbox: inbox)
        troubles += remains.inboxFiles.map {
            Trouble(
                .warning,
                lv: "iesūtnē vēl ir \($0) ar dzēsta cilvēka ierakstiem; izņemiet to",
                en: "the inbox still has \($0) with records of a person who was erased; take it out"
            )
        }
        troubles += remains.backups.map {
            Trouble(
                .warning,
                lv: "\($0): kopijā var būt dzēsta cilvēka ieraksti; izdzēsiet to",
                en: "\($0): the copy may hold records of a person who was erased; remove it")
        }
        return troubles
    }
}
