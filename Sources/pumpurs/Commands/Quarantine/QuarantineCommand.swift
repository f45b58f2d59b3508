import ArgumentParser
import Pipelines
import PupilSupport
import SupportStore

struct QuarantineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "Look at what is held back, judge it again, accept a warning.",
        discussion: """
            EXAMPLES
              pumpurs quarantine list --school sloka
              pumpurs quarantine show 12
              pumpurs quarantine replay
              pumpurs quarantine list --warnings

            A record that breaks a rule is held back whole and counts nowhere. Its school mends the \
            file and sends it again; where the definitions were wrong, they are mended and \
            `replay` judges the records again.
            """,
        subcommands: [
            QuarantineList.self, QuarantineShow.self, QuarantineExport.self, QuarantineReplay.self,
            QuarantineAcknowledge.self,
        ])
}

/// The store that a command only reads.
struct ReadOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the store.", valueName: "folder"))
    var state = "state"

    @OptionGroup var key: KeyOptions

    func validate() throws { try FolderOption.check(("--state", state)) }

    /// Opens the store for reading only, while another run may work with it.
    func openReadable() throws -> ReadableStore {
        try ReadableStore(folder: state, key: key.place)
    }
}

/// Which records are meant.
struct RecordFilter: ParsableArguments {
    @Option(help: ArgumentHelp("Only the records of a school.", valueName: "code"))
    var school: String?

    @Option(help: ArgumentHelp("Only a semester such as 2018-2019-2.", valueName: "semester"))
    var semester: String?

    @Option(help: ArgumentHelp("Only what breaks a rule such as FLD-002.", valueName: "rule"))
    var rule: String?

    func validate() throws {
        guard let semester, Semester(code: semester) == nil else { return }
        throw ValidationError("'\(semester)' is no semester; write one such as 2018-2019-2.")
    }

    /// Returns the filter, or ends with code 64 when it names a school or a rule that nobody knows.
    func filter(
        knowing definitions: Definitions, language: MessageLanguageOption
    ) throws -> Quarantine.Filter {
        try SchoolOption.check(school, knowing: definitions, language: language)
        if let rule, !RuleCatalogue.codes.contains(rule) {
            let shown = ShownPath.text(of: rule)
            throw Exit.wrongUsage(
                lv: "noteikuma '\(shown)' nav; visus uzskaita `pumpurs rules`",
                en: "there is no rule '\(shown)'; `pumpurs rules` lists all", in: language)
        }
        var filter = Quarantine.Filter()
        filter.school = school
        filter.semester = semester.flatMap(Semester.init(code:))
        filter.rule = rule
        return filter
    }
}

/// An option that names a school.
enum SchoolOption {
    /// Ends with code 64 when the municipality has no such school.
    static func check(
        _ school: String?, knowing definitions: Definitions, language: MessageLanguageOption
    ) throws {
        let known = definitions.municipality.schools.map(\.code)
        guard let school, !known.contains(school) else { return }
        let (shown, list) = (ShownPath.text(of: school), known.joined(separator: ", "))
        throw Exit.wrongUsage(
            lv: "skolas '\(shown)' pašvaldības aprakstā nav; ir: \(list); norādiet vienu no tām ar "
                + "--school",
            en: "the municipality's definition has no school '\(shown)'; it has: \(list); name one "
                + "of them with --school", in: language)
    }
}
