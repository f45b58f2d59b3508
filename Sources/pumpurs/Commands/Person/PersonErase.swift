import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

struct PersonErase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a pupil from the store, the vault and the archive.",
        discussion: """
            Refused (77) while `retention` of the municipality's file names no day, the day has not \
            passed, or the project is on hold; the refusal is recorded. What was published and closed \
            stays; the inbox and the packages are not touched, but named where they hold the person, and backups go only \
            with --remove-backups. An erasure that \
            was cut off is finished by the next one; with --resume no code is needed for it.
            """)

    @Option(help: ArgumentHelp("A file with the personal code, or -.", valueName: "file"))
    var pupilCode: String?

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var author: String?

    @Option(help: ArgumentHelp("Why, without names and codes.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("The number of the case.", valueName: "number"))
    var ticket: String?

    @Flag(help: "Say what would be taken away, and change nothing.")
    var dryRun = false

    @Flag(
        help: """
            Erase though the store has records of pupils whom nobody can name since a key was lost; the person may \
            be one of them, and their records stay.
            """)
    var leaveUnnamed = false

    @Flag(help: "Finish an erasure that was cut off.")
    var resume = false

    @Flag(help: "Remove the copies of the store that were made before migrations.")
    var removeBackups = false

    @Option(
        help: ArgumentHelp(
            "The folder of the exports, to say which of them hold the person still.",
            valueName: "folder"))
    var inbox: String?

    @Option(
        help: ArgumentHelp(
            "The folder of the packages, to say which of them hold the person still.",
            valueName: "folder"))
    var packages = "submissions"

    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try FolderOption.check(
            ("--pupil-code", pupilCode), ("--inbox", inbox), ("--packages", packages))
        guard (pupilCode == nil) == resume else {
            throw ValidationError("Name a file with --pupil-code, or finish one with --resume.")
        }
        if resume { return }
        if let author { try KeptText.check(("--author", author, 80)) }
        if let reason { try KeptText.check(("--reason", reason, 400)) }
        if let ticket { try KeptText.check(("--ticket", ticket, 40)) }
        guard dryRun || author != nil && reason != nil && ticket != nil else {
            throw ValidationError("An erasure needs --author, --reason and --ticket.")
        }
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            let (definitions, indicators) = try shared.loadDefinitions()
            let code = try pupilCode.map { try SaidCode(language: shared.language).read($0) }
            // The path of the file with the code is nobody's business.
            let session = RunSession(
                "person erase", arguments: ["person", "erase"],
                version: Pumpurs.configuration.version,
                store: try place.open(existing: true, in: shared.language),
                definitions: definitions)
            let run = ErasureRun(
                store: session.store, definitions: definitions, indicators: indicators,
                packages: packages, leavingUnnamed: leaveUnnamed, at: session.startedAt)
            let words = ErasureText(language: shared.language)
            do {
                if dryRun, let code {
                    return try Terminal.standardOutput.write(
                        words.text(of: run.trial(code, inbox: inbox), isTrial: true))
                }
                let resumed = try run.resume()
                guard let code else {
                    try session.end(exitCode: 0, looksAtInbox: false)
                    return try Terminal.standardOutput.write(words.resumed(resumed.count))
                }
                let summary = try run.erase(code, by: signature(session), inbox: inbox)
                if removeBackups { summary.remains.removeBackups() }
                try session.end(exitCode: 0, looksAtInbox: false)
                try Terminal.standardOutput.write(
                    words.text(of: summary, isTrial: false, hasRemovedBackups: removeBackups))
            } catch let refusal as ErasureRun.Refusal {
                let ending = refusal.code
                if !dryRun {
                    try session.end(exitCode: Int(ending.rawValue), looksAtInbox: false)
                }
                Exit.say(words.message(of: refusal), in: shared.language)
                if !ending.isSuccess { throw ending }
            }
        }
    }

    private func signature(_ session: RunSession) -> ErasureRequest.Signature {
        .init(
            systemUser: SystemUser.name, author: author ?? "", reason: reason ?? "",
            ticket: ticket ?? "", moment: session.startedAt)
    }
}

extension ErasureRun.Refusal {
    fileprivate var code: ExitCode {
        switch self {
        case .retained, .unnamedPupils: Exit.retained
        case .unknown, .unknownInTrial: Exit.noInput
        case .erasedBefore: .success
        case .namesPerson: Exit.usage
        }
    }
}
