import ArgumentParser
import Pipelines
import PupilSupport
import Rollup
import SupportStore

/// What all commands about packages need.
struct SubmissionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the packages.", valueName: "folder"))
    var packages = "submissions"

    @Option(help: ArgumentHelp("The folder of the reports.", valueName: "folder"))
    var output = "reports"

    @Option(
        help: ArgumentHelp(
            "The folder of the exports, in which no package may lie.", valueName: "folder"))
    var inbox = "sample-data"

    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try FolderOption.check(
            ("--packages", packages), ("--output", output), ("--inbox", inbox))
        try FolderOption.checkPlace(
            "--packages", packages, outside: place.state, inbox: inbox)
        try FolderOption.checkIsKept("--packages", packages)
        try FolderOption.checkApart("--packages", packages, from: ("--output", output))
    }

    var shelf: PackageShelf { PackageShelf(path: packages) }

    /// The packages, with what the store remembers of those that are lost.
    private func shelf(remembering store: SupportStore) throws -> PackageShelf {
        PackageShelf(path: packages, remembering: try store.sealedPackages())
    }

    /// Does something with the submission of the store.
    func work(
        as command: String, _ body: (SubmissionRun) throws -> ExitCode
    ) throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            let (definitions, indicators) = try shared.loadDefinitions()
            let session = try place.session(
                command, under: definitions, existing: true, in: shared.language)
            try shelf.checkIsOutsideInbox(of: session.store)
            let run = SubmissionRun(
                session: session, definitions: definitions, indicators: indicators,
                output: output, shelf: try shelf(remembering: session.store),
                version: Pumpurs.configuration.version)
            try Exit.recorded(session, looksAtInbox: false) { try body(run) }
        }
    }

    /// Does something with the yearly reports of the store.
    func workOnYear(
        as command: String, _ body: (YearRun) throws -> ExitCode
    ) throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            let (definitions, _) = try shared.loadDefinitions()
            let session = try place.session(
                command, under: definitions, existing: true, in: shared.language)
            try shelf.checkIsOutsideInbox(of: session.store)
            let run = YearRun(
                session: session, definitions: definitions,
                shelf: try shelf(remembering: session.store),
                version: Pumpurs.configuration.version)
            try Exit.recorded(session, looksAtInbox: false) { try body(run) }
        }
    }

    static func semester(_ text: String) throws -> Semester {
        guard let semester = Semester(code: text) else {
            throw ValidationError("'\(text)' is no semester; write one such as 2018-2019-2.")
        }
        return semester
    }
}
