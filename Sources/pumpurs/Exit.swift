import ArgumentParser
import Diagnostics
import Pipelines
import SupportStore

/// The exit codes of the program, as `pumpurs --help` lists them.
enum Exit {
    static let usage = ExitCode(64)
    static let heldBack = ExitCode(3)
    static let blocked = ExitCode(4)
    static let unprotected = ExitCode(ProtectionFailure.exitCode)
    static let noInput = ExitCode(65)
    static let inputMissing = ExitCode(66)
    static let invariantBroken = ExitCode(70)
    static let cannotWrite = ExitCode(73)
    static let storeFailed = ExitCode(74)
    static let inUse = ExitCode(75)
    static let unsafeKey = ExitCode(77)
    static let retained = ExitCode(77)
    static let wrongDefinitions = ExitCode(78)

    /// Runs a command; an error becomes one message on standard error and its exit code.
    ///
    /// - Parameters:
    ///   - language: The language of the message.
    ///   - state: The folder of the store that the command works with.
    static func guarded(
        in language: MessageLanguageOption, state: String? = nil, _ body: () throws -> Void
    ) throws {
        do { try body() } catch let code as ExitCode {
            throw code
        } catch let error as RunSession.UnbalancedRecords {
            say(error.message, in: language)
            throw invariantBroken
        } catch let failure as ProtectionFailure {
            say(failure.message, in: language)
            throw unprotected
        } catch let error as PastError {
            say(error.message, in: language)
            throw error.isOfStore ? storeFailed : noInput
        } catch let error as SubmissionError {
            say(error.message, in: language)
            throw error.isBlocking ? blocked : noInput
        } catch let error as OutputError {
            say(error.message, in: language)
            throw cannotWrite
        } catch {
            let error = StoreError(error, folder: state ?? "state")
            say(error.message, in: language)
            switch error {
            case .keyMissing, .keyNotMade, .keyUnsafe, .keyReplaced, .openToOthers: throw unsafeKey
            case .inUse: throw inUse
            case .missing: throw inputMissing
            case .newerSchema, .olderSchema, .inaccessible, .damaged, .lost, .foreign, .vaultLost,
                .archiveDamaged, .archiveKeyLost, .archiveRemoved, .archiveShut, .folderInPlace,
                .noFile, .accessLogUnwritable:
                throw storeFailed
            case .cannotWrite: throw cannotWrite
            }
        }
    }

    /// Runs a command that may change the store; how it ends is entered with the run.
    ///
    /// - Parameters:
    ///   - session: The run.
    ///   - isAlways: Whether it is entered though it changed nothing.
    ///   - looksAtInbox: Whether it reads an inbox; else what the last import refused stands.
    ///   - body: Returns the exit code.
    ///   - telling: Says what is to be said once the run is entered.
    static func recorded(
        _ session: RunSession, always isAlways: Bool = false, looksAtInbox: Bool = true,
        _ body: () throws -> ExitCode, telling: () -> Void = {}
    ) throws {
        let code: ExitCode
        do { code = try body() } catch {
            // What keeps the run from being entered is told by the error itself.
            let code = (error as? ExitCode)?.rawValue ?? storeFailed.rawValue
            try? session.end(exitCode: Int(code), looksAtInbox: looksAtInbox)
            throw error
        }
        try session.end(
            exitCode: Int(code.rawValue), looksAtInbox: looksAtInbox, always: isAlways)
        telling()
        if !code.isSuccess { throw code }
    }

    /// Ends a command because an option asks for something that is not there.
    static func wrongUsage(lv: String, en: String, in language: MessageLanguageOption) -> ExitCode {
        say(MessageText(lv: lv, en: en), in: language)
        return usage
    }

    /// Ends a command because what it is to work with is not there.
    static func missing(lv: String, en: String, in language: MessageLanguageOption) -> ExitCode {
        say(MessageText(lv: lv, en: en), in: language)
        return inputMissing
    }

    static func say(_ message: MessageText, in language: MessageLanguageOption) {
        Terminal.say("pumpurs: \(message.text(in: language.messages, details: [:]))\n", .error)
    }
}
