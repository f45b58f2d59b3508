public import Diagnostics
public import SupportStore

/// Why a state of the past cannot be made again.
public enum PastError: Error, Hashable {
    /// No run had changed the store by then.
    case nothingThen
    /// The semester has no such revision.
    case noRevision(name: String)
    /// Files that were in force are not in the archive.
    case filesMissing(count: Int)
    /// Files that were in force are gone from the archive, which had them.
    case filesLost(count: Int, first: String)
    /// Files that were in force are sealed under a key that was lost.
    case filesShut(count: Int)
    /// Files that were in force were removed from the archive by rule.
    case filesRemoved(count: Int, cause: FileRekeying.Cause)
    /// The definitions of the run are not in the archive.
    case definitionsMissing(run: Int)
    /// The definitions of the run cannot be read by this version.
    case definitionsUnusable(run: Int, first: String)
    /// A file that was read then is refused now.
    case fileRefused(name: String, rule: String)
    /// A file of a closed semester is not in the archive as it was sealed.
    case sealBroken(semester: String, file: String)

    /// Whether the store or its archive is at fault, and not what was asked for.
    public var isOfStore: Bool {
        switch self {
        case .nothingThen, .noRevision: false
        default: true
        }
    }

    /// What is wrong, and what can be done.
    public var message: MessageText {
        switch self {
        case .nothingThen:
            MessageText(
                lv: "tajā brīdī krātuvē vēl nekā nebija; nosauciet vēlāku laiku",
                en: "the store held nothing yet at that moment; name a later one")
        case .noRevision(let name):
            MessageText(
                lv: "semestrim nav izdevuma \(name); kādi ir, rāda tā pārskats",
                en: "the semester has no revision \(name); its report shows which there are")
        case .filesMissing(let count):
            MessageText(
                lv:
                    "arhīvā trūkst toreiz ieskaitītu failu: \(count); tos ielādēja versija, kas failus "
                    + "neglabāja, tāpēc šo stāvokli nevar izveidot no jauna",
                en:
                    "files that counted then are missing from the archive: \(count); a version that kept "
                    + "no files loaded them, so this state cannot be made again")
        case .filesLost(let count, let first):
            MessageText(
                lv:
                    "arhīvā vairs nav toreiz ieskaitītu failu: \(count), pirmais ir \(first); atjaunojiet mapi "
                    + "archive no rezerves kopijas vai, ja fails vēl ir spēkā, palaidiet pumpurs import, kad "
                    + "tas ir iesūtnē",
                en:
                    "files that counted then are gone from the archive: \(count), the first is \(first); "
                    + "restore the folder archive from the backup or, while a file is in force, run pumpurs "
                    + "import with it in the inbox")
        case .filesShut(let count):
            MessageText(
                lv:
                    "toreiz ieskaitīti arhīva faili ir aizzīmogoti ar atslēgu, kas ir zudusi: \(count); šo "
                    + "stāvokli var izveidot, kad tos atver pumpurs keys recover ar --archive-key vai "
                    + "aizstāj pumpurs import, kad skolu faili ir iesūtnē",
                en:
                    "files of the archive that counted then are sealed under a key that was lost: \(count); "
                    + "this state can be made when pumpurs keys recover opened them with --archive-key, or "
                    + "pumpurs import replaced them while the schools' files are in the inbox")
        case .filesRemoved(let count, .retention):
            MessageText(
                lv:
                    "no arhīva izņemti faili, kuru glabāšanas laiks beidzies: \(count); šo stāvokli vairs nevar "
                    + "izveidot no jauna",
                en:
                    "files whose time was over were removed from the archive: \(count); this state cannot be "
                    + "made again any more")
        case .filesRemoved(let count, _):
            MessageText(
                lv:
                    "no arhīva izņemti faili, kuros nevarēja aizklāt dzēsta cilvēka ierakstus: \(count); šo "
                    + "stāvokli vairs nevar izveidot no jauna",
                en:
                    "files in which the records of an erased person could not be blanked were removed from "
                    + "the archive: \(count); this state cannot be made again any more")
        case .definitionsMissing(let run):
            MessageText(
                lv:
                    "arhīvā trūkst \(run). izpildes aprakstu; atjaunojiet mapi archive no rezerves kopijas",
                en:
                    "the definitions of run \(run) are missing from the archive; restore the folder "
                    + "archive from the backup")
        case .definitionsUnusable(let run, let first):
            MessageText(
                lv:
                    "šī versija vairs nevar lasīt \(run). izpildes aprakstus (\(first)); lietojiet to "
                    + "versiju, kas nosaukta izpildes ierakstā",
                en:
                    "this version cannot read the definitions of run \(run) any more (\(first)); use the "
                    + "version that the run's record names")
        case .sealBroken(let semester, let file):
            MessageText(
                lv:
                    "slēgtā semestra \(semester) fails \(file) arhīvā nav tāds, kāds tika apzīmogots; "
                    + "atjaunojiet mapi archive no rezerves kopijas",
                en:
                    "the file \(file) of the closed semester \(semester) is not in the archive as it was "
                    + "sealed; restore the folder archive from the backup")
        case .fileRefused(let name, let rule):
            MessageText(
                lv:
                    "\(name): šī versija vairs nelasa failu, ko toreiz lasīja (\(rule)); lietojiet to "
                    + "versiju, kas nosaukta izpildes ierakstā",
                en:
                    "\(name): this version refuses a file that was read then (\(rule)); use the version "
                    + "that the run's record names")
        }
    }
}
