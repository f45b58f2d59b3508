public import Diagnostics

/// Something that a release gives away, or that nobody can account for.
public struct AuditFinding: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// A hidden figure can be worked out closer than the rule allows; the least and greatest value.
        case narrow(least: Int?, greatest: Int?)
        /// A hidden figure has a number beside it: of the semester before, or of the change.
        case numberBesideHidden
        /// A figure is shown though one that it is made from is hidden.
        case madeFromHidden
        /// A percentage has the sign of hidden figures though all that it is made from is shown.
        case hiddenForNothing
        /// A percentage of so few is shown that it has no meaning.
        case percentageOfFew
        /// The number of the semester before is not the one that was released then.
        case unreleasedBefore
        /// A file is not what the summary makes it: it holds something from elsewhere.
        case strangeFile
        /// A file is missing.
        case missingFile
        /// A link that leads somewhere else than this program's do.
        case strangeLink
        /// Everybody may read what is not for everybody.
        case readableByAll
        /// Others may change what everybody may see.
        case writableByAll
        /// The summary cannot be read.
        case unreadable
        /// The figures shown contradict one another, so that nothing can be said of those hidden.
        case contradictory
        /// The definitions are not those of the release, so that its files cannot be made again.
        case otherDefinitions
    }

    /// The semester.
    public let semester: String
    /// The address of the figure or the name of the file.
    public let place: String
    /// What is wrong.
    public let kind: Kind

    /// What was found, and what it means.
    public var message: MessageText {
        let place = place
        return switch kind {
        case .narrow(let least, let greatest):
            MessageText(
                lv:
                    "\(place): paslēpto skaitli var noteikt starp \(Self.text(least)) un \(Self.text(greatest))",
                en:
                    "\(place): the hidden figure can be placed between \(Self.text(least)) and "
                    + "\(Self.text(greatest))")
        case .numberBesideHidden:
            MessageText(
                lv: "\(place): skaitlis ir paslēpts, bet tā iepriekšējā vērtība vai pārmaiņa – ne",
                en: "\(place): the figure is hidden, but its value before or its change is not")
        case .madeFromHidden:
            MessageText(
                lv: "\(place): ir parādīts, lai gan skaitlis, no kura tas aprēķināts, ir paslēpts",
                en: "\(place): it is shown though a figure that it is made from is hidden")
        case .hiddenForNothing:
            MessageText(
                lv:
                    "\(place): apzīmēts kā paslēpts, lai gan viss, no kā tas aprēķināts, ir parādīts",
                en: "\(place): it is marked as hidden though all that it is made from is shown")
        case .percentageOfFew:
            MessageText(
                lv: "\(place): procenti no tik maza skaita, ka tie neko nenozīmē",
                en: "\(place): a percentage of so few that it has no meaning")
        case .unreleasedBefore:
            MessageText(
                lv: "\(place): iepriekšējā semestra vērtība toreiz nav publicēta vai bija cita",
                en:
                    "\(place): the value of the semester before was not released then, or was another"
            )
        case .strangeFile:
            MessageText(
                lv: "\(place): failā ir kas tāds, kas nerodas no publicētajiem skaitļiem",
                en:
                    "\(place): the file holds something that does not come from the released figures"
            )
        case .missingFile:
            MessageText(lv: "\(place): faila nav", en: "\(place): the file is missing")
        case .strangeLink:
            MessageText(
                lv: "\(place): saite ved citur nekā programmas rakstītās",
                en: "\(place): the link leads elsewhere than those of this program")
        case .readableByAll:
            MessageText(
                lv: "\(place): tas nav domāts visiem, bet lasīt to var arī citi",
                en: "\(place): it is not for everybody, but others may read it")
        case .writableByAll:
            MessageText(
                lv: "\(place): to redz visi, bet mainīt to var arī citi",
                en: "\(place): everybody may see it, but others may change it")
        case .unreadable:
            MessageText(
                lv: "\(place): tas nav šīs programmas publisks kopsavilkums",
                en: "\(place): it is no public summary of this program")
        case .contradictory:
            MessageText(
                lv: "\(place): parādītie skaitļi cits citam neatbilst",
                en: "\(place): the figures shown contradict one another")
        case .otherDefinitions:
            MessageText(
                lv:
                    "\(place): publicēts ar citiem aprakstiem, tāpēc pārbaudīti tikai skaitļi, ne pārējie faili",
                en:
                    "\(place): released under other definitions, so only the figures were checked, not the "
                    + "other files")
        }
    }

    /// Whether it is only said, and does not make the release unsafe.
    public var isRemark: Bool { kind == .otherDefinitions }

    private static func text(_ end: Int?) -> String { end.map(String.init) ?? "∞" }
}
