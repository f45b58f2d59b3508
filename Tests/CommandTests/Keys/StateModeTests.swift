import Foundation
import Testing

@Suite struct `Who may use a state` {
    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    @Test func `is its owner alone, whatever the umask`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.shell(
            "umask 0; \"$PUMPURS\" report --inbox inbox --state state --output reports; "
                + "\"$PUMPURS\" people list --names >/dev/null; \"$PUMPURS\" keys rotate; "
                + "\"$PUMPURS\" backup --into copy")
        let wide = try workplace.shell(
            "find state copy \\( -type f -perm /0177 -o -type d -perm /0077 \\)")
        #expect(wide.output.isEmpty)
    }

    @Test func `is everybody for public reports, whatever the umask`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.shell(
            "umask 077; \"$PUMPURS\" report --inbox inbox --state state --output reports")
        let hidden = try workplace.shell(
            "find reports/*/public \\( -type f -not -perm 644 -o -type d -not -perm 755 \\)")
        #expect(hidden.output.isEmpty)
    }

    @Test(arguments: ["state/pumpurs.sqlite", "state/vault.sqlite"])
    func `is checked by a rollup, which refuses what others may read`(file: String) throws {
        let workplace = try prepared()
        _ = try workplace.shell("chmod 640 \(file)")
        let outcome = try workplace.rollup(at: .october2019)
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: others than its owner may read \(file); take that right from them: "
                + "chmod go= \(file)\n")
    }

    @Test func `is said by the doctor of each file and folder`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            "chmod 750 state; chmod 604 state/vault.sqlite; chmod 755 state/archive; "
                + "chmod 700 state/pumpurs.lock")
        let output = try workplace.run("doctor", "--language", "en").output
        for (path, mode) in [
            ("state", 700), ("state/vault.sqlite", 600), ("state/archive", 700),
            ("state/pumpurs.lock", 600),
        ] {
            #expect(
                output.contains(
                    "error: \(path): others than its owner may use it; chmod \(mode) \(path)\n"))
        }
    }

    @Test(.enabled("only root can give a file away") { geteuid() == 0 })
    func `is said by the doctor of what belongs to somebody else`() throws {
        let workplace = try prepared()
        _ = try workplace.shell("chown 65534 state/vault.sqlite")
        #expect(
            try workplace.run("doctor", "--language", "en").output.contains(
                "error: state/vault.sqlite: it belongs to somebody else than whoever runs the program"
            ))
    }
}
