public import Diagnostics

/// Why a key cannot be made, changed or recovered.
public enum KeyProblem: Error, Hashable {
    /// There is a key, or a store that has one.
    case exists(path: String)
    /// There is a store, and its key is not where it should be.
    case isLost(path: String, store: String)
    /// The key comes from the service manager, which alone can put another in its place.
    case isCredential(path: String)
    /// Another change of the key was begun from another state.
    case isChanging(path: String)
    /// The vault lacks people whom the store knows, so they cannot be keyed anew.
    case isIncomplete(people: Int)
    /// The key is the store's, and nothing is lost.
    case isSound(path: String)
    /// The file that the archive's key was to be written into is there already.
    case escrowIsThere(path: String)
    /// The folder in which the archive's key is to be written is not there.
    case escrowFolderMissing(path: String)
    /// A file does not hold the key that the archive is sealed under.
    case isNotOfArchive(path: String)
    /// Files of the archive would stay shut for ever, and nobody said that they may.
    case filesStayShut(files: Int, blanked: Int, inbox: String)
    /// No file of the archive would open, so that nobody could be known again.
    case nobodyComesBack(inbox: String)
    /// There is no inbox from which the archive could be made anew.
    case inboxMissing(path: String)

    /// What is wrong, and what can be done.
    public var message: MessageText {
        switch self {
        case .exists(let path):
            .init(
                lv: "\(path) jau ir un nav mainīts; atslēgu nomaina pumpurs keys rotate",
                en: "\(path) is there already and was left as it is; pumpurs keys rotate changes a "
                    + "key")
        case .isLost(let path, let store):
            .init(
                lv:
                    "krātuve \(store) jau ir, bet tās atslēgas \(path) nav, un jauna atslēga to neatvērtu; "
                    + "nekas nav mainīts: atjaunojiet atslēgu no rezerves kopijas, ar --key-file nosauciet "
                    + "vietu, kur tā ir, vai, ja tā ir zudusi, palaidiet pumpurs keys recover",
                en:
                    "the store \(store) is there and its key \(path) is not, and a new key would not open it; "
                    + "nothing was changed: restore the key from the backup, name the place where it is with "
                    + "--key-file or, if it is lost, run pumpurs keys recover")
        case .isCredential(let path):
            .init(
                lv:
                    "atslēgu \(path) dod systemd, un tikai tās sākotnējo failu var nomainīt; nosauciet "
                    + "to ar --key-file",
                en:
                    "the key \(path) is handed over by systemd, and only the file that it comes from "
                    + "can be changed; name that with --key-file")
        case .isChanging(let path):
            .init(
                lv: "\(path) jau ir: atslēgu sāka mainīt cits stāvoklis; vispirms palaidiet kādu "
                    + "komandu ar to stāvokli, kas maiņu pabeidz",
                en: "\(path) is there: another state began to change this key; first run a command "
                    + "with that state, which completes the change")
        case .isIncomplete(let people):
            .init(
                lv:
                    "glabātavā nav vai ar šo atslēgu neatveras ieraksti par cilvēkiem, kurus krātuve "
                    + "pazīst: \(people); tos rāda pumpurs keys check, un tos atjauno stāvokļa rezerves "
                    + "kopija",
                en: "the vault lacks entries of people whom the store knows, or they do not open: "
                    + "\(people); pumpurs keys check shows them, and a backup of the state restores "
                    + "them")
        case .isSound(let path):
            .init(
                lv: "atslēga \(path) ir krātuves, un glabātava ar to atveras; nav nekā, ko atgūt",
                en:
                    "the key \(path) is the store's, and the vault opens with it; there is nothing to "
                    + "recover")
        case .escrowIsThere(let path):
            .init(
                lv: "\(path) jau ir un nav mainīts; nosauciet failu, kura vēl nav",
                en: "\(path) is there already and was left as it is; name a file that is not there")
        case .escrowFolderMissing(let path):
            .init(
                lv: "mapes \(path) nav; izveidojiet to (mkdir -m 700 '\(path)') vai nosauciet citu",
                en: "there is no folder \(path); make it (mkdir -m 700 '\(path)'), or name another")
        case .isNotOfArchive(let path):
            .init(
                lv:
                    "\(path) nav tā atslēga, ar kuru aizzīmogoti šī arhīva faili; nosauciet failu, kuru "
                    + "šim stāvoklim uzrakstīja pumpurs keys escrow, vai atgūstiet bez tā, no iesūtnes",
                en:
                    "\(path) is not the key that the files of this archive are sealed under; name the file "
                    + "that pumpurs keys escrow wrote for this state, or recover without it, from the inbox"
            )
        case .filesStayShut(let files, let blanked, let inbox):
            .init(
                lv:
                    "arhīva faili, kuri paliktu slēgti, jo to nav mapē \(inbox): \(files)"
                    + (blanked > 0 ? ", no tiem ar dzēstiem ierakstiem: \(blanked)" : "")
                    + "; nekas nav mainīts. Ar --archive-key nosauciet failu, ko uzrakstīja pumpurs keys "
                    + "escrow, vai ar --inbox mapi, kurā ir visi skolu faili; ja tādu vairs nav, atkārtojiet "
                    + "ar --leave-shut, kura skaidrojums (--help) saka, kas tad ir zudis",
                en:
                    "files of the archive that would stay shut, as the folder \(inbox) does not have them: "
                    + "\(files)" + (blanked > 0 ? ", of them with erased records: \(blanked)" : "")
                    + "; nothing was changed. Name the file that pumpurs keys escrow wrote with "
                    + "--archive-key, or the folder that has all files of the schools with --inbox; if there "
                    + "is neither any more, repeat it with --leave-shut, whose help says what is lost then"
            )
        case .nobodyComesBack(let inbox):
            .init(
                lv:
                    "mapē \(inbox) nav neviena arhīva faila, tāpēc nevienu cilvēku nevarētu pazīt un stāvoklis "
                    + "nebūtu lietojams; nekas nav mainīts. Ar --archive-key nosauciet failu, ko uzrakstīja "
                    + "pumpurs keys escrow, vai ar --inbox mapi, kurā ir kaut daļa skolu failu; ja nav nekā no tā, "
                    + "atjaunojiet rezerves kopiju vai sāciet jaunu stāvokli citā mapē (--state)",
                en:
                    "the folder \(inbox) has none of the archive's files, so nobody could be known again and the "
                    + "state could not be used; nothing was changed. Name the file that pumpurs keys escrow "
                    + "wrote with --archive-key, or a folder that has at least some of the schools' files with "
                    + "--inbox; if there is none of these, restore a backup, or begin a new state in another "
                    + "folder (--state)")
        case .inboxMissing(let path):
            .init(
                lv:
                    "arhīvu nevar atvērt, un mapes \(path) nav, tāpēc nekas nav mainīts; ar --archive-key "
                    + "nosauciet failu, ko uzrakstīja pumpurs keys escrow, vai ar --inbox mapi, kurā ir visi "
                    + "skolu faili",
                en:
                    "the archive does not open, and there is no folder \(path), so nothing was changed; name "
                    + "the file that pumpurs keys escrow wrote with --archive-key, or the folder that has all "
                    + "files of the schools with --inbox")
        }
    }
}
