import ArgumentParser
import Diagnostics
import Glibc
import Pipelines
import PupilSupport
import Rollup
import SupportStore

struct ExportModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-model",
        abstract: "Write the common model as partitioned CSV files for another engine.",
        discussion: """
            EXAMPLES
              pumpurs export-model --into model
              pumpurs export-model --into model --with-figures

            The folder must not be there; only its owner can look into it, and it has its name only when it is \
            whole. It holds the records that count, in folders <table>/school_year=…/semester=…/school=…/, the \
            tables that belong to no semester, and datapackage.json, which names every file with its rows and \
            hash. People are numbers of the store: no names, no codes, no days of birth. It is personal data all \
            the same, and not to be published. --with-figures adds the exact figures that the program makes of the \
            same records. docs/scale-out.md says how Spark makes them again.
            """)

    @Option(help: ArgumentHelp("The folder that is made.", valueName: "folder"))
    var into: String

    @Flag(help: "Write the exact figures of every semester too.")
    var withFigures = false

    @Flag(help: "Say how long the parts of the figures took.")
    var timings = false

    @OptionGroup var data: DataOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard !timings || withFigures else {
            throw ValidationError("--timings is of the figures, so it needs --with-figures.")
        }
        try FolderOption.check(("--into", into))
        try FolderOption.checkPlace("--into", into, outside: place.state, inbox: data.inbox)
        try FolderOption.checkIsSecret("--into", into)
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            try FolderOption.checkIsFree(into, in: shared.language)
            let (definitions, indicators) = try shared.loadDefinitions()
            let store = try place.open(existing: true, in: shared.language)
            try FolderOption.checkIsNoInbox(
                "--into", into, knowing: DeliveredFolder(of: store), in: shared.language)
            let export = ModelExport(
                store: store, definitions: definitions, indicators: indicators)
            do {
                guard
                    let summary = try export.write(
                        into: into, withFigures: withFigures, in: shared.language.names)
                else {
                    Exit.say(
                        MessageText(
                            lv:
                                "krātuvē nav neviena semestra datu; vispirms tos ievietojiet: pumpurs import",
                            en:
                                "the store has no data of any semester; put some in first: pumpurs import"
                        ), in: shared.language)
                    throw Exit.noInput
                }
                try Terminal.standardOutput.write(
                    text(of: summary) + (timings ? text(of: summary.times) : ""))
            } catch let problem as EvidenceProblem {
                throw ExplanationOptions.wrong(problem, shared, definitions)
            }
        }
    }

    private func text(of times: RollupTimes) -> String {
        times.all.map { part, duration in
            let milliseconds = duration / .milliseconds(1)
            let text = "\(Int(milliseconds.rounded())) ms\n"
            return switch (part, shared.language) {
            case (.reading(let query), .lv): "  lasa \(query): \(text)"
            case (.reading(let query), .en): "  reading \(query): \(text)"
            case (.summing(let family), .lv): "  summē \(family): \(text)"
            case (.summing(let family), .en): "  summing up \(family): \(text)"
            }
        }.joined()
    }

    private func text(of summary: ModelExport.Summary) -> String {
        let shown = ShownPath.text(of: into)
        switch shared.language {
        case .lv:
            let figures = summary.figures.map { "; skaitļi: \($0)" } ?? ""
            return "\(shown): faili: \(summary.files); ieraksti: \(summary.rows)\(figures)\n"
        case .en:
            let figures = summary.figures.map { "; figures: \($0)" } ?? ""
            return "\(shown): files: \(summary.files); records: \(summary.rows)\(figures)\n"
        }
    }
}
