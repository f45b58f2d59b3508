import Foundation
import Glibc

/// What became of a file of the archive from which a person's records were taken.
///
/// The file is known by its first fingerprint for ever; beside its place lies where its bytes are now.
public struct FileRekeying: Codable, Hashable, Sendable {
    /// A record that was blanked.
    public struct Place: Codable, Hashable, Sendable {
        /// The physical line of the first byte, or the row of the sheet.
        public let line: Int
        /// The offset of the first byte.
        public let byte: Int
        /// The number of bytes.
        public let length: Int
        /// The number of physical lines.
        public let lines: Int

        /// Creates a place.
        public init(line: Int, byte: Int, length: Int, lines: Int) {
            self.line = line
            self.byte = byte
            self.length = length
            self.lines = lines
        }
    }

    /// Why a file is not as it was sent.
    public enum Cause: String, Codable, Sendable {
        /// Records of a person who was erased were blanked.
        case erasure
        /// It cannot be blanked in place, so it was removed when a person was erased.
        case unblankable
        /// It was removed because its time was over.
        case retention
    }

    /// The fingerprint of the bytes now, or `nil` when there are none any more.
    public let current: [UInt8]?
    /// Why.
    public let cause: Cause
    /// The records that were blanked, of all erasures, in their order.
    public let places: [Place]

    /// Describes what became of a file.
    public init(current: [UInt8]?, cause: Cause, places: [Place]) {
        self.current = current
        self.cause = cause
        self.places = places
    }

    private enum CodingKeys: String, CodingKey {
        case current, cause, places
    }

    /// Reads a note.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let text = try container.decodeIfPresent(String.self, forKey: .current)
        current = text.flatMap(Hexadecimal.bytes(of:))
        cause = try container.decode(Cause.self, forKey: .cause)
        places = try container.decode([Place].self, forKey: .places)
    }

    /// Writes a note, the fingerprint as hexadecimal text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(current.map(Hexadecimal.text), forKey: .current)
        try container.encode(cause, forKey: .cause)
        try container.encode(places, forKey: .places)
    }
}

extension Archive {
    /// Returns what became of a file from which records were taken, or `nil` when it is as it was sent.
    public func rekeying(of sha256: [UInt8]) -> FileRekeying? {
        let note = note(of: sha256)
        guard access(note, F_OK) == 0, let data = FileManager.default.contents(atPath: note) else {
            return nil
        }
        return try? JSONDecoder().decode(FileRekeying.self, from: data)
    }

    /// Whether a file was removed by rule, and why.
    public func removal(of sha256: [UInt8]) -> FileRekeying.Cause? {
        rekeying(of: sha256).flatMap { $0.current == nil ? $0.cause : nil }
    }

    /// Whether a file was removed by rule.
    public func isRemoved(_ sha256: [UInt8]) -> Bool { removal(of: sha256) != nil }

    /// Notes what became of a file, and takes its former bytes away.
    ///
    /// - Parameter previous: The fingerprint of the bytes that the new ones stand for.
    /// - Throws: ``StoreError`` when the archive cannot be written.
    func rekey(_ sha256: [UInt8], from previous: [UInt8], to rekeying: FileRekeying) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try PrivateFile.write(Array(try encoder.encode(rekeying)), to: note(of: sha256))
        if previous != rekeying.current { remove(previous) }
        // What was sent is never there again, whichever run was cut off before.
        if sha256 != rekeying.current { remove(sha256) }
        PrivateFile.flushFolder(of: clearPlace(of: sha256))
        PrivateFile.flushFolder(of: clearPlace(of: previous))
    }

    private func remove(_ sha256: [UInt8]) {
        unlink(sealedPlace(of: sha256))
        unlink(clearPlace(of: sha256))
    }

    /// The path of the note on a file.
    private func note(of sha256: [UInt8]) -> String { clearPlace(of: sha256) + Self.noteSuffix }

    /// What the names of notes end with.
    static let noteSuffix = ".rekeyed"
}
