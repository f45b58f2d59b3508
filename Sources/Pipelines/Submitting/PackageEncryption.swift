import Foundation
import Glibc
import Submission
import SupportStore

/// Encrypts a sealed package by a program of the machine, which the package itself knows nothing of.
public struct PackageEncryption {
    private let program: String
    private let recipient: String

    /// Takes the program, `age` or `gpg`, and the recipient's public key as it takes it.
    public init(program: String, recipient: String) {
        self.program = program
        self.recipient = recipient
    }

    /// Encrypts a package.
    ///
    /// - Returns: The path of the encrypted file; the fingerprints of what was encrypted and of the result lie
    ///   beside it.
    /// - Throws: ``SubmissionError`` when there is no such package; ``OutputError`` when a program fails.
    public func encrypt(
        _ package: String, on shelf: PackageShelf, into folder: String
    ) throws -> String {
        guard shelf.package(package) != nil else {
            throw SubmissionError.noPackage(package)
        }
        try ReportFolder.makeFolder(folder, named: folder)
        let plain = "\(folder)/.\(package)-\(getpid()).tar"
        TemporaryPaths.begin(plain)
        defer {
            unlink(plain)
            TemporaryPaths.end(plain)
        }
        try WholeFile.write([], to: plain)
        try run(
            "tar",
            [
                "--create", "--file", plain, "--directory", shelf.path, "--sort=name",
                "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--format=ustar",
                package,
            ], making: plain)
        let target = "\(folder)/\(package).tar.\(program)"
        guard access(target, F_OK) != 0 else {
            throw OutputError(path: target, reason: String(cString: strerror(EEXIST)))
        }
        let arguments =
            program == "age"
            ? ["--encrypt", "--recipient", recipient, "--output", target, plain]
            : [
                "--batch", "--yes", "--trust-model", "always", "--encrypt", "--recipient",
                recipient, "--output", target, plain,
            ]
        try run(program, arguments, making: target)
        chmod(target, 0o600)
        let lines = ChecksumList.text(
            of: [
                ("\(package).tar", try fingerprint(of: plain)),
                ("\(package).tar.\(program)", try fingerprint(of: target)),
            ])
        try WholeFile.write(lines, to: "\(target).sha256")
        return target
    }

    private func fingerprint(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw OutputError(path: path)
        }
        return PackageFile.fingerprint(of: Array(data))
    }

    private func run(_ name: String, _ arguments: [String], making path: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        do { try process.run() } catch { throw OutputError(path: path, reason: name) }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw OutputError(path: path, reason: "\(name): \(process.terminationStatus)")
        }
    }
}
