import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import Rollup
import SupportStore

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two states of the store, and name the cause of each difference.",
        discussion: """
            EXAMPLES
              pumpurs diff 2019-10-07 now
              pumpurs diff r01 now --semester 2018-2019-2
              pumpurs diff run:3 run:7

            A state is a day (its end in Latvia), a moment (2019-10-07T12:00:00+03:00), a run (run:3), a \
            revision of a closed semester (r01), or now. Every figure that differs is named with what \
            moved it: a late delivery, a correction, people linked or parted, changed definitions, or the \
            erasure of a person, without whom the past is made again.
            """)

    @Argument(help: "The first state.")
    var first: String

    @Argument(help: "The second state.")
    var second: String

    @Option(help: ArgumentHelp("Only figures of this semester.", valueName: "semester"))
    var semester: String?

    @OptionGroup var place: StoreOptions

    @Option(help: "The language of messages: lv or en.")
    var language: MessageLanguageOption = .lv

    func validate() throws {
        for state in [first, second] where PointInTime(state) == nil {
            throw ValidationError(
                "'\(state)' is no state; write 2019-10-07, run:3, r01 or now.")
        }
        if let semester, Semester(code: semester) == nil {
            throw ValidationError("'\(semester)' is no semester; write one such as 2018-2019-2.")
        }
        let needsSemester = [first, second].contains {
            if case .revision = PointInTime($0) { true } else { false }
        }
        guard !needsSemester || semester != nil else {
            throw ValidationError("A revision belongs to a semester; name it with --semester.")
        }
    }

    func run() throws {
        try Exit.guarded(in: language, state: place.state) {
            guard let from = PointInTime(first), let to = PointInTime(second) else {
                throw Exit.usage
            }
            let wanted = semester.flatMap { Semester(code: $0) }
            let store = try place.open(existing: true, in: language)
            let difference = try StateDifference(
                in: store, from: from.run(in: store, semester: wanted),
                to: to.run(in: store, semester: wanted))
            if let wanted, !difference.semesters.contains(wanted.code) {
                throw Exit.wrongUsage(
                    lv: "par semestri \(wanted) neviens no abiem stāvokļiem neko nezina; zināmie: "
                        + difference.semesters.sorted().joined(separator: ", "),
                    en: "neither state knows anything of semester \(wanted); known are: "
                        + difference.semesters.sorted().joined(separator: ", "), in: language)
            }
            try Terminal.standardOutput.write(text(of: difference))
        }
    }

    private func text(of difference: StateDifference) -> String {
        func isWanted(_ move: FigureMove) -> Bool {
            semester.map { move.address.hasPrefix("\($0)/") } ?? true
        }
        let moves = difference.moves.filter(isWanted)
        let differing = Set(moves.map(\.address))
        let words = MoveText(language: language)
        var text =
            language == .lv
            ? "atšķirīgi skaitļi: \(moves.count)\n" : "figures that differ: \(moves.count)\n"
        let steps = difference.steps.map { step in
            (cause: step.cause, moves: step.moves.filter { differing.contains($0.address) })
        }.filter { !$0.moves.isEmpty }
        // With one cause its list is the whole list.
        if steps.count != 1 || steps.first?.moves != moves { text += words.text(of: moves) }
        if steps.reduce(0, { $0 + $1.moves.count }) > moves.count {
            text +=
                language == .lv
                ? "\ndažus skaitļus mainījuši vairāki cēloņi pēc kārtas; tie ir pie katra\n"
                : "\nsome figures were moved by several causes, one after another; each lists them\n"
        }
        for step in steps {
            text += "\n\(name(of: step.cause)): \(step.moves.count)\n" + words.text(of: step.moves)
        }
        return text
    }

    private func name(of cause: StateDifference.Cause) -> String {
        let isLatvian = language == .lv
        return switch cause {
        case .definitions: isLatvian ? "mainījās apraksti" : "definitions changed"
        case .erasure(let ticket, let run):
            isLatvian
                ? "dzēsts cilvēks, lieta \(ticket) (\(run). izpilde)"
                : "person erased, case \(ticket) (run \(run))"
        case .people: isLatvian ? "cilvēki savienoti vai šķirti" : "people linked or parted"
        case .delivery(let file, let run):
            isLatvian
                ? "vēlāk atsūtīts fails \(file) (\(run). izpilde)"
                : "late delivery \(file) (run \(run))"
        case .correction(let file, let run):
            isLatvian ? "labots fails \(file) (\(run). izpilde)" : "correction \(file) (run \(run))"
        }
    }
}
