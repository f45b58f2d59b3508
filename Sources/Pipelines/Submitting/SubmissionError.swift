public import Diagnostics
import PupilSupport

/// Why no package can be made or looked at.
public enum SubmissionError: Error, Hashable {
    /// The store has nothing of the semester.
    case nothingThere(semester: String)
    /// The semester is not in the calendar of the definitions.
    case unknownSemester(semester: String)
    /// There is no package of that name.
    case noPackage(String)
    /// A package cannot be read.
    case unreadable(path: String, reason: MessageText)
    /// The calendar year has not ended.
    case yearNotEnded(year: Int, dueOn: String)
    /// The store has nothing of a calendar year.
    case nothingInYear(Int)
    /// A report that is to be compared with is not as it was written.
    case altered(String)
    /// A report that is to be compared with was written and is not there any more.
    case gone(String)
    /// The folder of a report that is to be compared with is empty.
    case emptied(String)
    /// A sealed package that is needed is not as it was sealed.
    case unsound(UnsoundPackage)
    /// A yearly report that lacks a semester or a file must not be handed in.
    case incompleteYear(String)
    /// A yearly report that was written before the year had ended must not be handed in.
    case preliminaryYear(String, year: Int)
    /// A package was handed in before, with another receipt.
    case handedIn(String, receipt: String, by: String, at: String)
    /// A later revision took the place of a package.
    case replaced(String, by: String)
    /// A package lies in another folder than the packages.
    case elsewhere(path: String, folder: String)
    /// A package was sealed by another state.
    case otherState(package: String, path: String)
    /// The register is there and cannot be read.
    case registerUnreadable(path: String, reason: MessageText)
    /// Lines of the register cannot be understood.
    case registerTorn(path: String, lines: Int)
    /// Packages lie in a folder that has no register.
    case noRegister(path: String, packages: Int)
    /// There is no folder of packages.
    case noFolder(path: String)
    /// A symbolic link lies where a package should.
    case isLink(path: String)
    /// The packages would lie in an inbox.
    case packagesInInbox(path: String, inbox: String)

    /// Whether it is something that blocks a submission, and not a wrong name.
    public var isBlocking: Bool {
        switch self {
        case .yearNotEnded, .altered, .gone, .emptied, .unsound, .incompleteYear,
            .preliminaryYear, .handedIn, .replaced, .otherState:
            true
        case .elsewhere, .isLink, .packagesInInbox, .nothingThere, .unknownSemester, .noPackage,
            .unreadable,
            .nothingInYear, .registerUnreadable, .registerTorn, .noRegister, .noFolder:
            false
        }
    }

    /// What is said of it.
    public var message: MessageText {
        switch self {
        case .nothingThere(let semester):
            MessageText(
                lv:
                    "krātuvē par semestri \(semester) nav nekā; vispirms importējiet to (pumpurs report)",
                en:
                    "the store holds nothing of semester \(semester); import its exports first (pumpurs report)"
            )
        case .unknownSemester(let semester):
            MessageText(
                lv:
                    "definīciju kalendārā nav semestra \(semester); pierakstiet to jurmala.yaml sadaļā semesters",
                en:
                    "the calendar of the definitions has no semester \(semester); add it to semesters in "
                    + "jurmala.yaml")
        case .noPackage(let name):
            MessageText(lv: "pakotnes \(name) nav", en: "there is no package \(name)")
        case .yearNotEnded(let year, let day):
            MessageText(
                lv:
                    "\(year). gads nav beidzies; pārskats jāiesniedz līdz \(CivilDate(iso: day)?.latvian ?? day), "
                    + "agrāk to raksta ar --preliminary",
                en:
                    "the year \(year) has not ended; its report is due by \(day), and is written before only "
                    + "with --preliminary")
        case .nothingInYear(let year):
            MessageText(
                lv:
                    "krātuvē par \(year). gada semestriem nav nekā; vispirms importējiet tos (pumpurs report)",
                en:
                    "the store holds nothing of the semesters of \(year); import their exports first "
                    + "(pumpurs report)")
        case .altered(let name):
            MessageText(
                lv:
                    "pārskats \(name) nav tāds, kādu to uzrakstīja, tāpēc nevar pateikt, kas kopš tā mainījies; "
                    + "nolieciet to atpakaļ no rezerves kopijas (mape submissions) vai, ja tādas nav, "
                    + "pārvietojiet to citur un atkārtojiet ar --without-earlier: nākamais izdevums tad pats "
                    + "saka, ka ar to nav salīdzināts",
                en:
                    "the report \(name) is not as it was written, so nobody can say what has changed since; "
                    + "put it back from the backup (its folder submissions) or, where there is none, move it "
                    + "away and repeat this with --without-earlier: the next revision then says itself that it "
                    + "was not compared with it")
        case .gone(let name):
            MessageText(
                lv:
                    "pārskats \(name) ir uzrakstīts, bet tā vairs nav, tāpēc nevar pateikt, kas kopš tā mainījies; "
                    + "nolieciet to atpakaļ no rezerves kopijas (mape submissions) vai, ja tādas nav, "
                    + "atkārtojiet ar --without-earlier: nākamais izdevums tad pats saka, ka ar to nav salīdzināts",
                en:
                    "the report \(name) was written and is not there any more, so nobody can say what has changed "
                    + "since; put it back from the backup (its folder submissions) or, where there is none, "
                    + "repeat this with --without-earlier: the next revision then says itself that it was not "
                    + "compared with it")
        case .emptied(let name):
            MessageText(
                lv:
                    "pārskata \(name) mape ir tukša, tāpēc nevar pateikt, kas kopš tā mainījies; pārvietojiet šo "
                    + "mapi citur un nolieciet pārskatu atpakaļ no rezerves kopijas (mape submissions) vai, ja "
                    + "tādas nav, pēc pārvietošanas atkārtojiet ar --without-earlier: nākamais izdevums tad pats "
                    + "saka, ka ar to nav salīdzināts",
                en:
                    "the folder of the report \(name) is empty, so nobody can say what has changed since; move "
                    + "that folder away and put the report back from the backup (its folder submissions) or, "
                    + "where there is none, after moving it repeat this with --without-earlier: the next "
                    + "revision then says itself that it was not compared with it")
        case .unsound(let package): package.message
        case .incompleteYear(let name):
            MessageText(
                lv:
                    "pārskats \(name) ir nepilnīgs, tāpēc to nodot nedrīkst; tā README.lv.txt nosauc, kā trūkst: "
                    + "aizzīmogojiet semestru pakotnes, sagaidiet failus un izveidojiet nākamo izdevumu "
                    + "(pumpurs submit year)",
                en:
                    "the report \(name) is incomplete, so it must not be handed in; its README.lv.txt names what "
                    + "it lacks: seal the packages of the semesters, wait for the files, and make the next "
                    + "revision (pumpurs submit year)")
        case .preliminaryYear(let name, let year):
            MessageText(
                lv:
                    "pārskats \(name) ir provizorisks, tāpēc to nodot nedrīkst; kad \(year). gads ir beidzies, "
                    + "izveidojiet galīgo (pumpurs submit year \(year))",
                en:
                    "the report \(name) is preliminary, so it must not be handed in; when the year \(year) has "
                    + "ended, make the final one (pumpurs submit year \(year))")
        case .replaced(let name, let later):
            MessageText(
                lv:
                    "\(name) vairs nav spēkā: to aizstāj \(later); nododiet to, vai, ja jāieraksta agrāka nodošana, "
                    + "pievienojiet --correction",
                en:
                    "\(name) is not in force any more: \(later) took its place; hand that in, or, to enter that it "
                    + "was handed in before, add --correction")
        case .handedIn(let name, let receipt, let person, let at):
            MessageText(
                lv:
                    "\(name) jau ir ierakstīta kā iesniegta: \(at), \(person), kvīts \(receipt); nekas nav "
                    + "mainīts: ja tas bija kļūdaini, labojiet ar --correction",
                en:
                    "\(name) is entered as handed in already: \(at), \(person), receipt \(receipt); nothing was "
                    + "changed: if that was a mistake, correct it with --correction")
        case .elsewhere(let path, let folder):
            MessageText(
                lv:
                    "\(path) nav pakotņu mapē \(folder); ar --packages nosauciet mapi, kurā tā ir",
                en:
                    "\(path) is not in the folder of the packages \(folder); name the folder that it is in with "
                    + "--packages")
        case .otherState(let package, let path):
            MessageText(
                lv:
                    "mapē \(path) ir cita stāvokļa pakotne \(package): tā ir aizzīmogota ar atslēgu, kāda šim "
                    + "stāvoklim nav bijusi, tāpēc cilvēkiem tajā ir citi apzīmējumi, un nekas nav rakstīts; ar "
                    + "--packages nosauciet šī stāvokļa pakotņu mapi vai ar --state to stāvokli, kura pakotnes "
                    + "tur ir; ja stāvoklis bija zudis un ir izveidots no jauna, atkārtojiet ar --without-earlier",
                en:
                    "the folder \(path) holds the package \(package) of another state: it was sealed under a key "
                    + "that this state never had, so people have other pseudonyms in it, and nothing was written; "
                    + "name this state's own folder with --packages, or the state whose packages lie there with "
                    + "--state; where the state was lost and made anew, repeat this with --without-earlier"
            )
        case .registerUnreadable(let path, let reason):
            MessageText(
                lv:
                    "pakotņu reģistru \(path) nevar nolasīt: \(reason.lv); dodiet tiesības to lasīt vai nolieciet to "
                    + "atpakaļ no rezerves kopijas (mape submissions)",
                en:
                    "the register of the packages \(path) cannot be read: \(reason.en); give the right to read it, "
                    + "or put it back from the backup (its folder submissions)")
        case .registerTorn(let path, let count):
            MessageText(
                lv:
                    "reģistrā \(path) nav saprotamas rindas: \(count); salīdziniet to ar rezerves kopiju (mape "
                    + "submissions)",
                en:
                    "the register \(path) has lines that cannot be understood: \(count); compare it with the "
                    + "backup (its folder submissions)")
        case .noRegister(let path, let count):
            MessageText(
                lv:
                    "mapē \(path) ir pakotnes (\(count)), bet nav reģistra register.jsonl; nolieciet to atpakaļ no "
                    + "rezerves kopijas (mape submissions)",
                en:
                    "the folder \(path) has packages (\(count)) and no register register.jsonl; put it back from "
                    + "the backup (its folder submissions)")
        case .noFolder(let path):
            MessageText(
                lv:
                    "pakotņu mapes \(path) nav; nosauciet to ar --packages vai izveidojiet pirmo pakotni "
                    + "(pumpurs submit)",
                en:
                    "there is no folder of packages \(path); name it with --packages, or make the first package "
                    + "(pumpurs submit)")
        case .isLink(let path):
            MessageText(
                lv: "\(path) ir simboliska saite; nosauciet pašu pakotnes mapi, uz kuru tā ved",
                en: "\(path) is a symbolic link; name the folder of the package that it leads to")
        case .packagesInInbox(let path, let inbox):
            MessageText(
                lv:
                    "pakotņu mape \(path) ir iesūtnē \(inbox), un nākamā izpilde to lasītu kā skolu failus; "
                    + "nekas nav rakstīts: ar --packages nosauciet mapi ārpus iesūtnes un pārvietojiet turp "
                    + "jau esošās pakotnes",
                en:
                    "the folder of the packages \(path) is in the inbox \(inbox), and the next run would read it "
                    + "as files of schools; nothing was written: name a folder outside the inbox with "
                    + "--packages, and move packages that are there already to it")
        case .unreadable(let path, let reason):
            MessageText(
                lv: "pakotni \(path) nevar nolasīt: \(reason.lv)",
                en: "the package \(path) cannot be read: \(reason.en)")
        }
    }
}
