import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a state and verify the copy.",
        discussion: """
            EXAMPLES
              pumpurs backup --state /var/lib/pumpurs --into /backup/pumpurs-2019-10-07

            The copy holds the store, the vault, the access log, the archive, the records of runs and, where it \
            lies in the state, the key, and is a state itself: point --state at it. The packages and yearly \
            reports lie in its folder submissions. To restore, stop the schedule, move the damaged folder aside \
            and copy the backup to its place, with its rights (cp -a), and submissions from it to where the \
            packages lay. It has its name only when it was found sound. Whatever the rights of the state, only its \
            owner can read it. It holds personal data and the key that opens them, so keep it as safe as the state.
            """)

    @Option(help: ArgumentHelp("The folder that the copy becomes.", valueName: "folder"))
    var into: String

    @Option(
        help: ArgumentHelp(
            "The folder of the packages and yearly reports, copied where it is there.",
            valueName: "folder"))
    var packages = "submissions"

    @OptionGroup var data: DataOptions
    @OptionGroup var place: StoreOptions

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func validate() throws {
        try FolderOption.check(("--into", into), ("--packages", packages))
        // A copy within the state would be copied by the next one, and be lost together with it.
        try FolderOption.checkPlace("--into", into, outside: place.state, inbox: data.inbox)
        try FolderOption.checkIsSecret("--into", into)
        guard !PathOrder.contains(packages, into) else {
            throw ValidationError(
                MessageLanguageOption.said == .lv
                    ? "--into ir pakotņu mapē, ko kopē; nosauciet vietu ārpus tās."
                    : "--into is in the folder of the packages, which is copied; name a place outside it."
            )
        }
    }

    func run() throws {
        try Exit.guarded(in: language, state: place.state) {
            try FolderOption.checkIsFree(into, in: language)
            let store = try place.open(existing: true, in: language)
            try FolderOption.checkIsNoInbox(
                "--into", into, knowing: DeliveredFolder(of: store), in: language)
            let backup = try StoreBackup(of: store, into: into, packages: packages)
            let apart =
                backup.holdsKey
                ? MessageText(lv: "", en: "")
                : MessageText(
                    lv: "; bez atslēgas, kas glabājas atsevišķi: tai vajag savu kopiju",
                    en: "; without the key, which lies apart: it needs a copy of its own")
            try Terminal.standardOutput.write(
                language == .lv
                    ? "\(into): kopija ir pārbaudīta; arhīva faili: \(backup.archivedFiles); pakotņu "
                        + "faili: \(backup.packageFiles)\(apart.lv)\n"
                    : "\(into): the copy was verified; files of the archive: "
                        + "\(backup.archivedFiles); of packages: \(backup.packageFiles)\(apart.en)\n"
            )
        }
    }
}
