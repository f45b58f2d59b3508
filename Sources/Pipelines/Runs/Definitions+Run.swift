public import SupportStore

extension Definitions {
    /// The fingerprint of all definitions.
    var fingerprint: [UInt8] {
        var fingerprint = Fingerprint()
        for file in files {
            for bytes in [Array(file.path.utf8), [0], file.bytes, [0]] {
                bytes.withUnsafeBytes { fingerprint.update($0) }
            }
        }
        return fingerprint.finalize()
    }

    /// The fingerprint of all definitions, as hexadecimal text.
    var hash: String { Hexadecimal.text(fingerprint) }

    /// Describes a run under these definitions.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - version: The version of the program.
    ///   - moment: When it begins, in seconds since 1970.
    public func run(of command: String, version: String, at moment: Int) -> RunDescription {
        RunDescription(
            command: command, version: version, definitions: fingerprint,
            definitionFiles: files.map { ($0.path, $0.bytes) }, startedAt: moment)
    }
}
