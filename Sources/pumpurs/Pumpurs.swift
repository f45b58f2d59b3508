import ArgumentParser
import Glibc

@main
struct Pumpurs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pumpurs",
        abstract: "Turns the exports of schools into semester summaries of pupil support.",
        discussion: """
            Imports the exports of an inbox, checks every record, and writes the figures of each \
            semester as HTML, XLSX, CSV and JSON. Every figure rests on records whose file, line and \
            byte are known.

            EXIT CODES
              0   done
              3   done, but records were held back or left out, or a file was refused or has not come
              4   something blocks a submission or a year has not ended, or a package is not what it says
              5   figures cannot be protected, or a release gives something away; nothing public was written
              64  the command line is wrong, or names a table that is not there
              65  no file of the input can be used
              66  there is no input
              70  records are unaccounted for, so nothing is reported
              73  an output, standard output among them, cannot be written
              74  the store cannot be read or written, or is damaged
              75  another run works with the store
              77  the key is not safe, or not the store's; others may read the store; or data must be kept still
              78  the definitions are wrong, or a worked example does not hold
              130 the run was interrupted (SIGINT)
              143 the run was asked to stop (SIGTERM)
            """,
        version: "0.1.0",
        // Each command says its own name: the parser would ask the runtime for that of its type, which took
        // half of the start.
        subcommands: [
            Report.self, Import.self, RollUp.self, Close.self, Diff.self, Explain.self, Trace.self,
            QuarantineCommand.self, WriteLetter.self, People.self, PersonCommand.self, Keys.self,
            Doctor.self, AuditRelease.self, WriteExtract.self, ExportModel.self, Backup.self,
            Retain.self, Submit.self, Verify.self, Inspect.self, MakeTwin.self, Lint.self,
            Test.self,
            Rules.self,
            Inventory.self,
        ],
        defaultSubcommand: nil)
}

extension Pumpurs {
    /// Runs the program and ends it with the exit code of what happened.
    static func main() {
        // A reader that leaves is an output that cannot be written, and told as such.
        signal(SIGPIPE, SIG_IGN)
        // And so is a file that may not grow.
        signal(SIGXFSZ, SIG_IGN)
        // Whatever is made is the owner's alone; what everybody may read is said to be so when it is whole.
        umask(0o077)
        Interruption.watch()
        do {
            try ArgumentText.check(language: .said)
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Glibc.exit(end(with: error).rawValue)
        }
    }

    /// Prints what the parser has to say, and returns the exit code.
    private static func end(with error: any Error) -> ExitCode {
        let text = fullMessage(for: error)
        let code = exitCode(for: error)
        guard code.isSuccess else {
            if !text.isEmpty { Terminal.say(text + "\n") }
            return code
        }
        do {
            try Exit.guarded(in: .said) { try Terminal.standardOutput.write(text + "\n") }
            return code
        } catch { return exitCode(for: error) }
    }
}
