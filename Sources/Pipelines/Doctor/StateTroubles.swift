import Diagnostics
import SupportStore

/// What is wrong with who may read a state, with the log of who opened the vault, and with whom nobody can name.
struct StateTroubles {
    private let soundness: StoreSoundness

    init(_ soundness: StoreSoundness) { self.soundness = soundness }

    /// All of it, the access log first.
    var all: [Trouble] { log + soundness.modes.flatMap(troubles) + people }

    private var people: [Trouble] { Trouble.unnamed(soundness.unrecoveredPeople) }

    private func troubles(of fault: StateModes.Fault) -> [Trouble] {
        let path = fault.path
        let mode = fault.isFolder ? "700" : "600"
        var troubles: [Trouble] = []
        if fault.isWide {
            troubles.append(
                Trouble(
                    .error,
                    lv: "\(path): to drīkst lietot ne tikai īpašnieks; chmod \(mode) \(path)",
                    en: "\(path): others than its owner may use it; chmod \(mode) \(path)"))
        }
        if fault.isOfSomebodyElse {
            troubles.append(
                Trouble(
                    .error,
                    lv: "\(path): tas pieder citam, nevis tam, kas palaiž programmu (chown)",
                    en: "\(path): it belongs to somebody else than whoever runs the program (chown)"
                ))
        }
        return troubles
    }

    private var log: [Trouble] {
        switch soundness.accessLog {
        case nil: []
        case .broken(let line):
            [
                Trouble(
                    .error,
                    lv:
                        "piekļuves žurnāla access.log \(line). rindas ķēde ir pārrauta: kāda rinda ir "
                        + "mainīta, izņemta vai ielikta; salīdziniet to ar rezerves kopiju un noskaidrojiet, "
                        + "kurš to darīja",
                    en:
                        "the chain of the access log access.log is broken at line \(line): a line was "
                        + "changed, taken out or put in; compare it with the backup, and find out who did it"
                )
            ]
        case .shortened(let lines):
            [
                Trouble(
                    .error,
                    lv:
                        "piekļuves žurnālam access.log trūkst pēdējo rindu: rakstītas ir \(lines); "
                        + "salīdziniet to ar rezerves kopiju un noskaidrojiet, kurš tās izņēma",
                    en:
                        "the access log access.log lacks its last lines: \(lines) were written; compare it "
                        + "with the backup, and find out who took them out")
            ]
        case .unreadable(let reason):
            [
                Trouble(
                    .error,
                    lv:
                        "piekļuves žurnālu access.log nevar lasīt (\(reason.lv)); glabātava paliek slēgta",
                    en:
                        "the access log access.log cannot be read (\(reason.en)); the vault stays shut"
                )
            ]
        }
    }
}
