import ArgumentParser
import Pipelines
import SupportStore

/// The exit codes of the program, as `pumpurs --help` lists them.
enum Exit {
    static let heldBack = ExitCode(3)
    static let noInput = ExitCode(65)
    static let cannotWrite = ExitCode(73)
    static let storeFailed = ExitCode(74)
    static let inUse = ExitCode(75)
    static let unsafeKey = ExitCode(77)
    static let wrongDefinitions = ExitCode(78)

    /// Runs a command; an error becomes one sentence on standard error and its exit code.
    static func guarded(_ body: () throws -> Void) throws {
        do { try body() } catch let error as StoreError {
            Terminal.standardError.write("pumpurs: \(error)\n")
            switch error {
            case .keyMissing, .keyUnsafe, .keyReplaced: throw unsafeKey
            case .inUse: throw inUse
            case .newerSchema, .inaccessible: throw storeFailed
            }
        } catch let error as OutputError {
            Terminal.standardError.write("pumpurs: \(error)\n")
            throw cannotWrite
        } catch let code as ExitCode {
            throw code
        } catch {
            // The words of a database error name tables and columns, never values.
            Terminal.standardError.write("pumpurs: \(error)\n")
            throw storeFailed
        }
    }
}
