import Diagnostics
import Foundation
import Glibc

/// A program of the machine that works on bytes without their lying in a file.
struct ProgramOnPath {
    private let name: String
    private let path: String

    /// Finds a program.
    ///
    /// - Throws: ``OutputError`` that says that it is missing.
    init(_ name: String) throws(OutputError) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
            .split(separator: ":")
        guard
            let found = folders.map({ "\($0)/\(name)" }).first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else { throw OutputError.programMissing(name) }
        self.name = name
        path = found
    }

    /// Returns what the program writes to its standard output.
    func output(of arguments: [String], making target: String) throws(OutputError) -> [UInt8] {
        let pipe = Pipe()
        let process = process(arguments)
        process.standardOutput = pipe
        let bytes: Data?
        do {
            try process.run()
            bytes = try pipe.fileHandleForReading.readToEnd()
        } catch { throw OutputError(path: target, reason: MessageText(lv: name, en: name)) }
        try end(process, making: target)
        return Array(bytes ?? Data())
    }

    /// Gives bytes to the program's standard input.
    func run(_ arguments: [String], on bytes: [UInt8], making target: String) throws(OutputError) {
        let pipe = Pipe()
        let process = process(arguments)
        process.standardInput = pipe
        do { try process.run() } catch {
            throw OutputError(path: target, reason: MessageText(lv: name, en: name))
        }
        // A program that ends early is told by the pipe only when nobody else could read from it.
        try? pipe.fileHandleForReading.close()
        var isRead = true
        do {
            try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
            try pipe.fileHandleForWriting.close()
        } catch {
            isRead = false
            try? pipe.fileHandleForWriting.close()
        }
        try end(process, making: target)
        // One that ends well before it has read all has not worked on all.
        guard isRead else { throw OutputError.wroteNothing(name, making: target) }
    }

    private func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        return process
    }

    private func end(_ process: Process, making target: String) throws(OutputError) {
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw OutputError(
                path: target,
                reason: MessageText(
                    lv: "programma \(name) beidzās ar kodu \(process.terminationStatus)",
                    en: "\(name): \(process.terminationStatus)"))
        }
    }
}

extension OutputError {
    /// Returns the error of a program that is not installed.
    static func programMissing(_ name: String) -> OutputError {
        OutputError(
            lv:
                "programmas \(name) nav; uzinstalējiet to (sudo apt install \(name)) un atkārtojiet",
            en:
                "the program \(name) is missing; install it (sudo apt install \(name)) and repeat this"
        )
    }

    /// Returns the error of a program that ended well without its work.
    static func wroteNothing(_ name: String, making path: String) -> OutputError {
        OutputError(
            lv:
                "\(path): programma \(name) beidzās bez kļūdas, bet nešifrēja visu; nekas nav atstāts; "
                + "pārbaudiet, vai tā ir īstā programma",
            en:
                "\(path): the program \(name) ended without an error and did not encrypt everything; nothing "
                + "is left; see whether it is the real program")
    }
}
