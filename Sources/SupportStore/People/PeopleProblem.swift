public import Diagnostics

/// Why something cannot be decided about people.
public enum PeopleProblem: Error, Hashable {
    /// The text names nobody in the form that references have.
    case noReference(text: String)
    /// The store knows nobody of the reference.
    case unknown(reference: String)
    /// Several people's references begin so.
    case ambiguous(reference: String)
    /// A pupil and a teacher, or both unidentified, or twice the same.
    case unfit(first: String, second: String)
    /// The second was linked before.
    case linkedBefore(reference: String, to: String, decision: Int)
    /// Both are one person already.
    case alreadyOne(first: String, second: String)
    /// It was decided that they never are the same.
    case parted(first: String, second: String, decision: Int)
    /// They are one person by way of others.
    case linkedThroughOthers(first: String, second: String, decisions: [Int])
    /// The held records of one code bear several names.
    case severalNames(reference: String)
    /// The vault has no code of the person.
    case codeUnknown(reference: String)
    /// There is no decision of the number.
    case noDecision(Int)
    /// The decision was taken back before.
    case undoneBefore(Int)

    /// What is wrong, and what to do.
    public var message: MessageText {
        switch self {
        case .noReference(let text):
            .init(
                lv: "'\(text)' nav apzīmējums; rakstiet to, kā to rāda people list: P-…, T-… vai "
                    + "U-… un vismaz četri cipari",
                en: "'\(text)' is no reference; write it as people list shows it: P-…, T-… or U-… "
                    + "and four digits at least")
        case .unknown(let reference):
            .init(
                lv: "\(reference) krātuvē nav; salīdziniet ar people list",
                en: "\(reference) is not in the store; compare it with people list")
        case .ambiguous(let reference):
            .init(
                lv: "ar \(reference) sākas vairāku cilvēku apzīmējumi; rakstiet vairāk ciparu",
                en: "the references of several people begin with \(reference); write more digits")
        case .unfit(let first, let second):
            .init(
                lv: "\(first) un \(second) nevar salīdzināt; vajag divus dažādus cilvēkus: abi "
                    + "skolēni vai abi pedagogi, un vismaz viens pazīstams (P-… vai T-…)",
                en: "\(first) and \(second) cannot be compared; name two different people: both "
                    + "pupils or both teachers, and one of them known (P-… or T-…)")
        case .linkedBefore(let reference, let person, let decision):
            .init(
                lv: "\(reference) jau ir saistīts ar \(person) (lēmums \(decision)); saistiet "
                    + "\(person), vai vispirms atsauciet lēmumu ar people undo \(decision)",
                en: "\(reference) is linked to \(person) already (decision \(decision)); link "
                    + "\(person), or take the decision back first: people undo \(decision)")
        case .alreadyOne(let first, let second):
            .init(
                lv: "\(first) un \(second) jau ir viens cilvēks; saistība pa apli neko nemainītu",
                en: "\(first) and \(second) are one person already; a link in a circle would "
                    + "change nothing")
        case .parted(let first, let second, let decision):
            .init(
                lv: "ir nolemts, ka \(first) un \(second) nekad nav viens cilvēks (lēmums "
                    + "\(decision)); ja tas ir citādi, vispirms people undo \(decision)",
                en: "it is decided that \(first) and \(second) are never the same (decision "
                    + "\(decision)); if they are, first people undo \(decision)")
        case .linkedThroughOthers(let first, let second, let decisions):
            .init(
                lv: "\(first) un \(second) ir viens cilvēks caur citiem (lēmumi "
                    + "\(Self.list(decisions))); vispirms atsauciet to, kas ir aplams, ar people undo",
                en: "\(first) and \(second) are one person by way of others (decisions "
                    + "\(Self.list(decisions))); first take back the wrong one with people undo")
        case .severalNames(let reference):
            .init(
                lv: "\(reference) ierakstos vienam kodam ir vairāki vārdi, tātad tie var būt "
                    + "vairāki cilvēki; lūdziet skolai izlabot kodu",
                en: "the records of \(reference) have several names with one code, so they may be "
                    + "several people; ask the school to correct the code")
        case .codeUnknown(let reference):
            .init(
                lv: "glabātavā nav \(reference) koda; importējiet skolas failus vēlreiz jaunā "
                    + "krātuvē",
                en: "the vault has no code of \(reference); import the schools' files again into "
                    + "a new store")
        case .noDecision(let number):
            .init(
                lv: "lēmuma \(number) nav; lēmumus rāda people history",
                en: "there is no decision \(number); people history shows them")
        case .undoneBefore(let number):
            .init(
                lv: "lēmums \(number) jau ir atsaukts; lēmumus rāda people history",
                en: "decision \(number) was taken back before; people history shows them")
        }
    }

    private static func list(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: ", ")
    }
}
