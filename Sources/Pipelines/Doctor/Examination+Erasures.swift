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
