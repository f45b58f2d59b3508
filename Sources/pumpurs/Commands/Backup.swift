import ArgumentParser
import Diagnostics
import Glibc
import Pipelines
import SupportStore

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy a state and verify the copy.",
        discussion: """
            EXAMPLES
              pumpurs backup --state /var/lib/pumpurs --into /backup/pumpurs-2019-10-07

            The copy holds the store, the vault, the access log, the archive and, where it lies in the \
            state, the key, and is a state itself: point \
            --state at it. To restore, stop the schedule, move the damaged folder aside and copy the \
            backup to its place. It has its name only when it was found sound. It holds personal data and the key that opens them, so keep it as safe as the state.
            """)

    @Option(help: ArgumentHelp("The folder that the copy becomes.", valueName: "folder"))
    var into: String

    @OptionGroup var place: StoreOptions

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func validate() throws {
        try FolderOption.check(("--into", into))
        // A copy within the state would be copied by the next one, and be lost together with it.
        try FolderOption.checkPlace("--into", into, outside: place.state)
    }

    func run() throws {
        try Exit.guarded(in: language, state: place.state) {
            try checkPlace()
            let backup = try StoreBackup(
                of: place.open(existing: true, in: language), into: into)
            let apart =
                backup.holdsKey
                ? MessageText(lv: "", en: "")
                : MessageText(
                    lv: "; bez atslēgas, kas glabājas atsevišķi: tai vajag savu kopiju",
                    en: "; without the key, which lies apart: it needs a copy of its own")
            try Terminal.standardOutput.write(
                language == .lv
                    ? "\(into): kopija ir pārbaudīta; arhīva faili: \(backup.archivedFiles)"
                        + "\(apart.lv)\n"
                    : "\(into): the copy was verified; files of the archive: "
                        + "\(backup.archivedFiles)\(apart.en)\n")
        }
    }

    private func checkPlace() throws {
        guard access(into, F_OK) != 0 else {
            let shown = ShownPath.text(of: into)
            Exit.say(
                MessageText(
                    lv:
                        "'\(shown)' jau ir; nosauciet mapi, kuras vēl nav, piemēram, ar dienas datumu",
                    en:
                        "'\(shown)' is there already; name a folder that is not, such as one with the "
                        + "day's date"), in: language)
            throw Exit.cannotWrite
        }
    }
}
