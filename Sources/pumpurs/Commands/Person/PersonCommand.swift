import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "What is kept of one person: show it, hand it out, erase it.",
        discussion: """
            The personal code is read from a file that only its owner can read, or from standard input \
            (-); it is never an argument.

            EXAMPLES
              pumpurs person show --pupil-code code.txt --purpose "lieta 2023/17"
              pumpurs person export --pupil-code code.txt --purpose "lieta 2023/17" --into copy
              pumpurs person erase --pupil-code code.txt --author "A. Kalniņa" --reason "pieprasījums" \
            --ticket 2023/17 --dry-run
            """,
        subcommands: [PersonShow.self, PersonExport.self, PersonErase.self])
}

/// Whom a command is about.
struct PersonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file with the personal code of a pupil, or -.", valueName: "file"))
    var pupilCode: String?

    @Option(
        help: ArgumentHelp("A file with the personal code of a teacher, or -.", valueName: "file"))
    var teacherCode: String?

    @Option(help: ArgumentHelp("What for; no name and no code.", valueName: "text"))
    var purpose: String

    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try FolderOption.check(("--pupil-code", pupilCode), ("--teacher-code", teacherCode))
        guard (pupilCode == nil) != (teacherCode == nil) else {
            throw ValidationError("Name a file with --pupil-code or with --teacher-code.")
        }
        try KeptText.check(("--purpose", purpose, 200))
    }

    /// Returns everything that is kept of the person; ends with 65 when it is nothing.
    ///
    /// - Parameter check: What must hold before the vault is opened.
    func document(
        checking check: (SupportStore) throws -> Void = { _ in }
    ) throws -> PersonDocument {
        let (definitions, _) = try shared.loadDefinitions()
        let code = try SaidCode(language: shared.language).read(pupilCode ?? teacherCode ?? "-")
        let store = try place.open(existing: true, in: shared.language)
        try check(store)
        let document = try PersonRun(store: store, definitions: definitions).document(
            of: pupilCode == nil ? .teacher : .pupil, code,
            for: VaultPurpose(command: "person", purpose: purpose))
        guard document.isKnown else {
            let unnamed = try store.unnamedPupils()
            Exit.say(
                .init(
                    lv: "krātuvē par šo cilvēku nav nekā; pārbaudiet kodu failā un --state"
                        + (unnamed == 0
                            ? ""
                            : "; bet ir skolēni, kurus pēc atslēgas zuduma nevar nosaukt (\(unnamed)), un šis "
                                + "cilvēks var būt viens no tiem: vispirms pumpurs keys recover"),
                    en: "the store has nothing of this person; check the code in the file, and "
                        + "--state"
                        + (unnamed == 0
                            ? ""
                            : "; but there are pupils whom nobody can name since a key was lost (\(unnamed)), and "
                                + "this person may be one of them: pumpurs keys recover first")),
                in: shared.language)
            throw Exit.noInput
        }
        return document
    }
}

struct PersonShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show everything that is kept of a person.")

    @OptionGroup var person: PersonOptions

    func run() throws {
        try Exit.guarded(in: person.shared.language, state: person.place.state) {
            try Terminal.standardOutput.write(
                try person.document().text(in: person.shared.language.names))
        }
    }
}

struct PersonExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write everything that is kept of a person as JSON and tables.",
        discussion: """
            The folder must not be there; only its owner can look into it. person.json has the form of \
            pipelines/schemas/person.schema.json, and each kind of record is a CSV file beside it.
            """)

    @Option(help: ArgumentHelp("The folder that is made.", valueName: "folder"))
    var into: String

    @OptionGroup var data: DataOptions
    @OptionGroup var person: PersonOptions

    func validate() throws {
        try FolderOption.check(("--into", into))
        try FolderOption.checkPlace(
            "--into", into, outside: person.place.state, inbox: data.inbox)
        try FolderOption.checkIsSecret("--into", into)
    }

    func run() throws {
        try Exit.guarded(in: person.shared.language, state: person.place.state) {
            let language = person.shared.language
            let document = try person.document { store in
                try FolderOption.checkIsNoInbox(
                    "--into", into, knowing: DeliveredFolder(of: store), in: language)
            }
            try document.export(into: into)
            try Terminal.standardOutput.write("\(into)/person.json\n")
        }
    }
}
