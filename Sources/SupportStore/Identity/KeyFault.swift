public import Diagnostics

/// Why a key is not safe to use (esf.md, GDPR-3).
public enum KeyFault: Hashable, Sendable {
    /// The path is a link.
    case link
    /// The path is a folder.
    case folder
    /// The path is a pipe, a device or the like.
    case noFile
    /// The group or others may read or write it.
    case openToOthers
    /// It belongs neither to whoever runs the program nor to root.
    case ofSomebodyElse
    /// It has fewer than 32 bytes.
    case tooShort
    /// All its bytes are equal.
    case uniform
    /// The system refuses to read it; in its words.
    case unreadable(MessageText)

    /// How the right key comes back; a new one would open nothing of what is there.
    private static let restoring = MessageText(
        lv:
            "atjaunojiet īsto no rezerves kopijas vai, ja tā ir zudusi, palaidiet pumpurs keys recover",
        en: "restore the right one from the backup or, if that is lost, run pumpurs keys recover")

    /// What is wrong, and what to do.
    var message: MessageText {
        switch self {
        case .link:
            .init(
                lv: "tā ir saite; nolieciet tur pašu failu vai nosauciet to ar --key-file",
                en: "it is a link; put the file itself there, or name it with --key-file")
        case .folder:
            .init(
                lv:
                    "tā ir mape; ar --key-file nosauciet pašu atslēgas failu vai, ja tam jābūt šeit, "
                    + "pārvietojiet mapi citur un \(Self.restoring.lv)",
                en:
                    "it is a folder; name the file of the key itself with --key-file or, where that "
                    + "belongs here, move the folder away and \(Self.restoring.en)")
        case .noFile:
            .init(
                lv:
                    "tā nav parasts fails, bet caurule vai ierīce; ar --key-file nosauciet atslēgas "
                    + "failu vai, ja tam jābūt šeit, pārvietojiet to citur un \(Self.restoring.lv)",
                en: "it is no regular file but a pipe or a device; name the file of the key with "
                    + "--key-file or, where that belongs here, move this away and "
                    + Self.restoring.en)
        case .openToOthers:
            .init(
                lv: "to var lasīt citi; atņemiet viņiem tiesības (chmod 600) un, ja kāds to varēja "
                    + "nolasīt, nomainiet to (pumpurs keys rotate)",
                en: "others can read it; take that right from them (chmod 600) and, if anybody may "
                    + "have read it, change it (pumpurs keys rotate)")
        case .ofSomebodyElse:
            .init(
                lv: "tā pieder citam; tai jāpieder tam, kas palaiž programmu, vai root (chown)",
                en:
                    "it belongs to somebody else; it must belong to whoever runs the program, or to "
                    + "root (chown)")
        case .tooShort:
            .init(
                lv:
                    "tā ir par īsu; tajā jābūt vismaz 32 nejaušiem baitiem: pārvietojiet to citur un "
                    + Self.restoring.lv,
                en: "it is too short; it must have at least 32 random bytes: move it away and "
                    + Self.restoring.en)
        case .uniform:
            .init(
                lv: "visi tās baiti ir vienādi, tāpēc to var uzminēt; pārvietojiet to citur un "
                    + Self.restoring.lv,
                en: "all its bytes are equal, so it can be guessed; move it away and "
                    + Self.restoring.en)
        case .unreadable(let words):
            .init(
                lv: "\(words.lv); dodiet tam, kas palaiž programmu, tiesības to lasīt",
                en: "\(words.en); give whoever runs the program the right to read it")
        }
    }
}
