import Diagnostics

/// Why a key is not safe to use (esf.md, GDPR-3).
public enum KeyFault: Hashable, Sendable {
    /// The path is a link.
    case link
    /// The path is a folder, a pipe or the like.
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
    case unreadable(String)

    /// What is wrong, and what to do.
    var message: MessageText {
        switch self {
        case .link:
            .init(
                lv: "tā ir saite; nolieciet tur pašu failu vai nosauciet to ar --key-file",
                en: "it is a link; put the file itself there, or name it with --key-file")
        case .noFile:
            .init(
                lv: "tā nav fails; nolieciet tur failu ar vismaz 32 nejaušiem baitiem",
                en: "it is no file; put a file of at least 32 random bytes there")
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
                lv: "tā ir par īsu; tajā jābūt vismaz 32 nejaušiem baitiem: atjaunojiet to no "
                    + "rezerves kopijas",
                en: "it is too short; it must have at least 32 random bytes: restore it from the "
                    + "backup")
        case .uniform:
            .init(
                lv: "visi tās baiti ir vienādi, tāpēc to var uzminēt; atjaunojiet īsto no rezerves "
                    + "kopijas",
                en: "all its bytes are equal, so it can be guessed; restore the right one from the "
                    + "backup")
        case .unreadable(let words):
            .init(
                lv: "\(words); dodiet tam, kas palaiž programmu, tiesības to lasīt",
                en: "\(words); give whoever runs the program the right to read it")
        }
    }
}
