import Foundation
import Glibc
import Submission
import SupportStore

/// Encrypts a sealed package by a program of the machine, which the package itself knows nothing of.
///
/// The clear bytes go from one program to the other through memory: the folder for the result may be one that
/// others read, and a run that is killed would leave them there.
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
    /// - Throws: ``SubmissionError`` when there is no such package or it is not as it was sealed;
    ///   ``OutputError`` when a program is missing or fails.
    public func encrypt(
        _ package: String, on shelf: PackageShelf, into folder: String
    ) throws -> String {
        _ = try shelf.sealedPackage(package, for: .encryption)
        let tar = try ProgramOnPath("tar")
        let encryption = try ProgramOnPath(program)
        try ReportFolder.makeFolder(folder, named: folder)
        EncryptionLeftovers.remove(from: folder)
        let target = "\(folder)/\(package).tar.\(program)"
        guard access(target, F_OK) != 0 else { throw OutputError.isThere(target) }
        let plain = try tar.output(
            of: [
                "--create", "--file", "-", "--directory", shelf.path, "--sort=name",
                "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--format=ustar",
                package,
            ], making: target)
        let begun = EncryptionLeftovers.path(in: folder)
        TemporaryPaths.begin(begun)
        defer {
            unlink(begun)
            TemporaryPaths.end(begun)
        }
        try encryption.run(arguments(writing: begun), on: plain, making: target)
        chmod(begun, 0o600)
        // A program that ends well and writes nothing has encrypted nothing.
        guard let sealed = FileManager.default.contents(atPath: begun), !sealed.isEmpty else {
            throw OutputError.wroteNothing(program, making: target)
        }
        let lines = ChecksumList.text(
            of: [
                ("\(package).tar", PackageFile.fingerprint(of: plain)),
                ("\(package).tar.\(program)", PackageFile.fingerprint(of: Array(sealed))),
            ])
        try WholeFile.write(lines, to: "\(target).sha256")
        guard rename(begun, target) == 0 else { throw OutputError(path: target) }
        return target
    }

    private func arguments(writing path: String) -> [String] {
        program == "age"
            ? ["--encrypt", "--recipient", recipient, "--output", path]
            : [
                "--batch", "--yes", "--trust-model", "always", "--encrypt", "--recipient",
                recipient, "--output", path,
            ]
    }
}
