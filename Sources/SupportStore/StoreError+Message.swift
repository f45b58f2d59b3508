public import Diagnostics

extension StoreError {
    /// What is wrong, and how to mend it.
    public var message: MessageText {
        switch self {
        case .newerSchema(let path):
            MessageText(
                lv: "krātuvi \(path) ir rakstījusi jaunāka pumpurs versija; instalējiet to versiju",
                en: "the store \(path) was written by a newer version of pumpurs; install that "
                    + "version")
        case .olderSchema(let path):
            MessageText(
                lv:
                    "krātuvi \(path) ir rakstījusi vecāka pumpurs versija, un šī komanda to tikai lasa; "
                    + "palaidiet pumpurs import, kas to pārveidos",
                en:
                    "the store \(path) was written by an older version of pumpurs, and this command only "
                    + "reads it; run pumpurs import, which brings it up to date")
        case .missing(let path):
            MessageText(
                lv:
                    "krātuves \(path) nav; vispirms palaidiet pumpurs report vai pumpurs import, vai ar "
                    + "--state nosauciet citu mapi",
                en:
                    "there is no store \(path); run pumpurs report or pumpurs import first, or name "
                    + "another folder with --state")
        case .keyMissing(let path):
            MessageText(
                lv: "atslēgas \(path) nav, un bez tās nevienu no krātuves nevar pazīt; atjaunojiet "
                    + "to no rezerves kopijas vai, ja tā ir zudusi, palaidiet pumpurs keys recover: "
                    + "cilvēkus no jauna pazīst pēc arhīva failiem",
                en: "the key \(path) is missing, and without it nobody in the store can be "
                    + "recognised; restore it from the backup or, if it is lost, run pumpurs keys "
                    + "recover, which knows people again by the files of the archive")
        case .keyReplaced(let path):
            MessageText(
                lv: "atslēga \(path) nav tā, ar kuru šī krātuve veidota, un ar to visi tiktu "
                    + "skaitīti kā jauni cilvēki; atjaunojiet pareizo atslēgu no rezerves kopijas vai, ja "
                    + "tā ir zudusi, pārvietojiet šo un palaidiet pumpurs keys recover",
                en: "the key \(path) is not the one that this store was made with, and under it "
                    + "everybody would be counted as somebody new; restore the right key from the "
                    + "backup or, if it is lost, move this one away and run pumpurs keys recover")
        case .inUse(let path):
            MessageText(
                lv:
                    "ar krātuvi strādā cita izpilde (\(path) ir slēgts); sagaidiet, līdz tā beidzas, "
                    + "vai ar --lock-wait norādiet, cik sekundes to gaidīt",
                en:
                    "another run works with the store (\(path) is locked); wait until it has ended, "
                    + "or give --lock-wait the number of seconds to wait for it")
        case .keyNotMade(let path):
            MessageText(
                lv:
                    "atslēgas \(path) nav; izveidojiet to ar pumpurs keys create vai pārbaudiet, vai "
                    + "ceļš ir pareizs",
                en: "there is no key \(path); make it with pumpurs keys create, or see whether the "
                    + "path is right")
        case .keyUnsafe(let path, let fault):
            MessageText(
                lv: "atslēga \(path) nav droša: \(fault.message.lv)",
                en: "the key \(path) is not safe: \(fault.message.en)")
        case .openToOthers(let path):
            MessageText(
                lv: "\(path) var lasīt ne tikai īpašnieks; atņemiet citiem tiesības: chmod go= "
                    + "\(path)",
                en: "others than its owner may read \(path); take that right from them: chmod go= "
                    + "\(path)")
        case .accessLogUnwritable(let path, let reason):
            MessageText(
                lv:
                    "piekļuves žurnālu \(path) nevar rakstīt (\(reason.lv)), tāpēc glabātava paliek "
                    + "slēgta; dodiet tam, kas palaiž programmu, tiesības tajā rakstīt un brīvu vietu",
                en:
                    "the access log \(path) cannot be written (\(reason.en)), so the vault stays shut; "
                    + "give whoever runs the program the right to write it, and free space")
        case .inaccessible(let path, let reason):
            MessageText(
                lv:
                    "\(path): \(reason.lv); dodiet tam, kas palaiž programmu, tiesības lasīt un rakstīt "
                    + "šajā mapē un brīvu vietu vai ar --state nosauciet citu mapi",
                en:
                    "\(path): \(reason.en); give whoever runs the program the right to read and write "
                    + "in this folder, and free space, or name another with --state")
        case .lost(let path, let beside):
            MessageText(
                lv:
                    "krātuves \(path) nav vai tā ir tukša, bet tai piederošais \(beside) ir; atjaunojiet "
                    + "stāvokļa mapi no rezerves kopijas vai, ja jāsāk no jauna, pārvietojiet visu mapi",
                en:
                    "the store \(path) is missing or empty, but \(beside), which belongs to it, is there; "
                    + "restore the state folder from the backup, or, to begin anew, move the whole folder "
                    + "away")
        case .foreign(let path):
            MessageText(
                lv:
                    "\(path) ir citas programmas datubāze un nav mainīta; ar --state nosauciet citu mapi",
                en:
                    "\(path) is the database of another program and was left as it is; name another "
                    + "folder with --state")
        case .vaultLost(let path):
            MessageText(
                lv:
                    "glabātava \(path) ir tukša, lai gan krātuve pazīst cilvēkus; atjaunojiet stāvokļa "
                    + "mapi no rezerves kopijas vai palaidiet pumpurs keys recover",
                en:
                    "the vault \(path) is empty, though the store knows people; restore the state folder "
                    + "from the backup, or run pumpurs keys recover")
        case .archiveRemoved(.retention):
            MessageText(
                lv: "fails no arhīva izņemts, jo beidzies tā glabāšanas laiks; lasīt vairs nav ko",
                en:
                    "the file was removed from the archive, for its time was over; there is nothing to "
                    + "read any more")
        case .archiveRemoved:
            MessageText(
                lv:
                    "fails no arhīva izņemts, kad dzēsa cilvēku, kura ierakstus tajā nevarēja aizklāt; lasīt "
                    + "vairs nav ko",
                en:
                    "the file was removed from the archive when a person was erased whose records could not "
                    + "be blanked in it; there is nothing to read any more")
        case .archiveDamaged(let path):
            MessageText(
                lv:
                    "arhīva faila \(path) nav, vai tas nav tas, ko pieņēma; atjaunojiet to no rezerves "
                    + "kopijas vai palaidiet pumpurs import, kad skolas fails ir iesūtnē",
                en:
                    "the archive's file \(path) is missing or not what was accepted; restore it from the "
                    + "backup, or run pumpurs import while the school's file is in the inbox")
        case .archiveShut(let path):
            MessageText(
                lv:
                    "arhīva fails \(path) ir aizzīmogots ar atslēgu, kas ir zudusi; to atver pumpurs keys "
                    + "recover ar --archive-key, ja tā ir nodota glabāšanā, vai aizstāj pumpurs import, kad "
                    + "skolas fails ir iesūtnē",
                en:
                    "the archive's file \(path) is sealed under a key that was lost; pumpurs keys recover "
                    + "opens it with --archive-key, where that was put in other hands, and pumpurs import "
                    + "replaces it while the school's file is in the inbox")
        case .folderInPlace(let path):
            MessageText(
                lv:
                    "\(path) ir mape, bet tur jābūt arhīva failam; pārvietojiet mapi citur un "
                    + "palaidiet pumpurs import, kad skolas fails ir iesūtnē, vai atjaunojiet failu no "
                    + "rezerves kopijas",
                en:
                    "\(path) is a folder, and a file of the archive belongs there; move the folder away, "
                    + "then run pumpurs import while the school's file is in the inbox, or restore the "
                    + "file from the backup")
        case .noFile(let path):
            MessageText(
                lv:
                    "\(path) nav fails, tāpēc to nevar kopēt; kopē tikai failus un mapes: pārvietojiet to "
                    + "citur, vai saites vietā ielieciet pašu failu",
                en:
                    "\(path) is no file and cannot be copied; only files and folders are: move it away, or "
                    + "put the file itself in the place of a link")
        case .cannotWrite(let path, let reason):
            MessageText(
                lv:
                    "\(path) nevar uzrakstīt: \(reason.lv); atbrīvojiet vietu un tiesības šajā mapē vai "
                    + "nosauciet citu",
                en:
                    "\(path) cannot be written: \(reason.en); free space and give rights in this folder, or "
                    + "name another")
        case .archiveKeyLost(let path):
            MessageText(
                lv:
                    "arhīva atslēgas \(path) nav, vai to ar krātuves atslēgu nevar atvērt, tāpēc arhīva "
                    + "faili nav lasāmi; atjaunojiet šo failu no tās pašas atslēgas laika rezerves kopijas vai "
                    + "palaidiet pumpurs keys recover ar --archive-key, ja arhīva atslēga ir nodota glabāšanā, "
                    + "vai ar --inbox, kamēr skolu faili ir iesūtnē",
                en:
                    "the archive's key \(path) is missing or does not open with the store's key, so the "
                    + "archive's files cannot be read; restore that file from a backup of the same key's time, "
                    + "or run pumpurs keys recover, with --archive-key where the archive's key was put in other "
                    + "hands, or with --inbox while the schools' files are in the inbox")
        case .damaged(let path, let reason):
            MessageText(
                lv:
                    "\(path) ir bojāts (\(reason.lv)); tas nav mainīts: atjaunojiet stāvokļa mapi no "
                    + "rezerves kopijas vai pārvietojiet to, un nākamā izpilde krātuvi no eksportiem "
                    + "izveidos no jauna",
                en:
                    "\(path) is damaged (\(reason.en)) and was left as it is; restore the state folder "
                    + "from the backup, or move it away, and the next run makes the store anew from "
                    + "the exports")
        }
    }
}
