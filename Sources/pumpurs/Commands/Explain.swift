import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup
import SupportStore

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say from which records a figure was made, or which figures count a pupil.",
        discussion: """
            EXAMPLES
              pumpurs explain 2018-2019-2/participants/school=sloka
              pumpurs explain 2018-2019-2/minutes --format json
              pumpurs explain --pupil-code code.txt --semester 2018-2019-2

            An address stands with each figure of summary.json and, as the name of the place, of \
            report.html. Each row is a record that was counted, with its file, line, byte and \
            delivery; people are shown by keys of the store. --raw adds the records as they stand in \
            the files: personal data. Where some cannot be shown, the command ends with 3, and where none can, with \
            65, 74 or 77: the text is gone, the archive is damaged, or the key is not the store's. The store is \
            only read, and another run may work with it.

            --pupil-code names a file that holds nothing but a personal code and that only its owner \
            can read; the code is never shown. For every indicator that counts pupils it says where \
            the pupil counts, or what keeps the pupil out and what would change that.
            """)

    @Argument(help: "The address of a figure.")
    var address: String?

    @Option(
        help: ArgumentHelp("A file with the personal code of a pupil.", valueName: "file"))
    var pupilCode: String?

    @Option(
        help: ArgumentHelp(
            "With --pupil-code: one semester such as 2018-2019-2.", valueName: "semester"))
    var semester: String?

    @Flag(help: "Print the source text of each record: personal data.")
    var raw = false

    @OptionGroup var output: ExplanationOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (address == nil) != (pupilCode == nil) else {
            throw ValidationError("Name the address of a figure, or a file with --pupil-code.")
        }
        guard pupilCode == nil || !raw else {
            throw ValidationError("--raw goes with an address, not with --pupil-code.")
        }
        guard semester == nil || pupilCode != nil else {
            throw ValidationError("--semester goes with --pupil-code; an address has its own.")
        }
        if let semester, Semester(code: semester) == nil {
            throw ValidationError("'\(semester)' is no semester; write one such as 2018-2019-2.")
        }
    }

    func run() throws {
        try Exit.guarded(in: shared.language, state: output.state) {
            let (definitions, indicators) = try shared.loadDefinitions()
            let run = try ExplanationRun(
                state: output.state, key: output.key.place, definitions: definitions,
                indicators: indicators)
            do {
                if let address { try explain(address, run) }
                if let pupilCode { try explainPupil(pupilCode, run) }
            } catch let problem as EvidenceProblem {
                throw ExplanationOptions.wrong(problem, shared, definitions)
            }
        }
    }

    private func explainPupil(_ file: String, _ run: ExplanationRun) throws {
        let document = try run.standing(
            of: try code(in: file), in: semester.flatMap { Semester(code: $0) })
        guard document.isKnown else {
            say(
                lv: "krātuvē nav neviena ieraksta par šo skolēnu; pārbaudiet kodu failā un --state",
                en: "the store has no record of this pupil; check the code in the file, and --state"
            )
            throw Exit.noInput
        }
        try output.print(document) { $0.text(in: shared.language.names) }
    }

    private func code(in file: String) throws -> PersonalCode {
        let shown = ShownPath.text(of: file)
        do throws(CodeFile.Problem) {
            let file = try CodeFile(path: file)
            if file.isOpenToOthers {
                say(
                    lv: "brīdinājums: failu '\(shown)' var lasīt citi; dodiet tiesības tikai "
                        + "īpašniekam (chmod 600)",
                    en:
                        "warning: others can read '\(shown)'; give the right to its owner only (chmod "
                        + "600)")
            }
            return file.code
        } catch {
            switch error {
            case .unreadable(let code):
                let reason = MessageText.system(code)
                say(
                    lv:
                        "failu '\(shown)' nevar izlasīt: \(reason.lv); nosauciet failu ar personas kodu",
                    en: "'\(shown)' cannot be read: \(reason.en); name a file with a personal code")
            case .noCode:
                say(
                    lv: "failā '\(shown)' nav personas koda; tajā jābūt vienpadsmit cipariem, ar "
                        + "defisi aiz sestā vai bez tās, un nekam citam",
                    en:
                        "'\(shown)' holds no personal code; it must hold eleven digits, with or without "
                        + "a hyphen behind the sixth, and nothing else")
            }
            throw Exit.noInput
        }
    }

    private func say(lv: String, en: String) {
        Terminal.say("pumpurs: \(shared.language == .lv ? lv : en)\n")
    }

    private func explain(_ address: String, _ run: ExplanationRun) throws {
        let shown = ShownPath.text(of: address)
        do {
            guard let document = try run.explanation(of: shown, showingText: raw) else {
                say(
                    lv:
                        "krātuvē nav nekā, no kā būtu '\(shown)'; pārbaudiet semestri un kategorijas, "
                        + "summary.json ir visas adreses",
                    en:
                        "the store has nothing that '\(shown)' would be made from; check the semester "
                        + "and the categories, summary.json has all addresses")
                throw Exit.noInput
            }
            try output.print(document) { $0.text(in: shared.language.names) }
            switch document.shortfall {
            case nil: break
            case .some(.some): throw Exit.heldBack
            case .all(.gone): throw Exit.noInput
            case .all(.archive): throw Exit.storeFailed
            case .all(.key): throw Exit.unsafeKey
            }
        } catch let problem as AddressProblem {
            throw Exit.wrongUsage(
                lv: problem.message.lv, en: problem.message.en, in: shared.language)
        }
    }
}
