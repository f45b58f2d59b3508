import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy a state and verify the copy.",
        discussion: """
            EXAMPLES
              pumpurs backup --state /var/lib/pumpurs --into /backup/pumpurs-2019-10-07

            The copy holds the store, the vault, the key and the archive, and is a state itself: point \
            --state at it, or move it back. It has its name only when it was found sound. It holds \
            personal data and the key that opens them, so keep it as safe as the state.
            """)

    @Option(help: ArgumentHelp("The folder that the copy becomes.", valueName: "folder"))
    var into: String

    @OptionGroup var place: StoreOptions

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func validate() throws { try FolderOption.check(("--into", into)) }

    func run() throws {
        try Exit.guarded(in: language, state: place.state) {
            let backup = try StoreBackup(
                of: place.open(existing: true, in: language), into: into)
            try Terminal.standardOutput.write(
                language == .lv
                    ? "\(into): kopija ir pārbaudīta; arhīva faili: \(backup.archivedFiles)\n"
                    : "\(into): the copy was verified; files of the archive: "
                        + "\(backup.archivedFiles)\n")
        }
    }
}
