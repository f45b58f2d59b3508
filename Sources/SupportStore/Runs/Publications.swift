import Foundation
import GRDB
public import PupilSupport

/// A file as it was published: its name and the fingerprint of its bytes.
public struct PublishedFile: Hashable, Sendable, Codable {
    /// The name of the file.
    public let name: String
    /// The fingerprint, as hexadecimal text.
    public let sha256: String

    /// Describes a file of which the fingerprint is known.
    ///
    /// - Parameter sha256: The fingerprint, as hexadecimal text.
    public init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }

    /// Describes a file.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        sha256 = Hexadecimal.text(Fingerprint.of(bytes))
    }
}

extension PublishedFile {
    /// Describes a file that lies on the disk, or returns `nil` when it cannot be read.
    ///
    /// It is read piece by piece, for it may be long.
    public init?(name: String, path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        var fingerprint = Fingerprint()
        do {
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                piece.withUnsafeBytes { fingerprint.update($0) }
            }
        } catch { return nil }
        self.init(name: name, sha256: Hexadecimal.text(fingerprint.finalize()))
    }
}

extension SupportStore {
    /// Notes what was published of a semester; what was published last already is not noted again.
    public func publish(_ files: [PublishedFile], of semester: Semester) throws {
        guard try lastPublication(of: semester) != files else { return }
        let text = try Self.text(of: files)
        try change { database, run in
            guard let run else { return }
            try database.execute(
                sql: "INSERT OR REPLACE INTO publication (run, semester, files) VALUES (?, ?, ?)",
                arguments: [run, semester.storedValue, text])
        }
    }

    /// Returns what was published of a semester last.
    ///
    /// - Parameter run: The last run that counts, or `nil` for all.
    public func lastPublication(
        of semester: Semester, upTo run: Int? = nil
    ) throws -> [PublishedFile]? {
        try pool.read { try Self.lastPublication(of: semester, upTo: run, in: $0) }
    }

    static func lastPublication(
        of semester: Semester, upTo run: Int? = nil, in database: Database
    ) throws -> [PublishedFile]? {
        try String.fetchOne(
            database,
            sql: """
                SELECT files FROM publication WHERE semester = ? AND run <= ?
                ORDER BY run DESC LIMIT 1
                """, arguments: [semester.storedValue, run ?? Int.max]
        ).map(Self.files(in:))
    }

    /// Returns the deliveries in force that came after the last run that published and ended well.
    public func deliveriesSincePublication() throws -> [StoredDelivery] {
        let fresh = try pool.read { database in
            try Int.fetchSet(
                database,
                sql: """
                    SELECT id FROM delivery WHERE supersededBy IS NULL AND COALESCE(run, 0) > COALESCE(
                        (SELECT MAX(p.run) FROM publication AS p JOIN run AS r ON r.id = p.run
                            WHERE r.exitCode IN (0, 3)), -1)
                    """)
        }
        return try currentDeliveries().filter { fresh.contains($0.id) }
    }

    static func text(of files: [PublishedFile]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(files), as: UTF8.self)
    }

    static func files(in text: String) throws -> [PublishedFile] {
        try JSONDecoder().decode([PublishedFile].self, from: Data(text.utf8))
    }
}
