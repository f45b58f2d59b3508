import Foundation
import GRDB
public import PupilSupport

/// A semester's figures, frozen: their files and figures lie in the archive and never change.
public struct Seal: Hashable, Sendable {
    /// The semester.
    public let semester: Semester
    /// The number of the revision, from 1.
    public let revision: Int
    /// The run after whose state the figures were taken.
    public let run: Int
    /// When the semester was closed, in seconds since 1970.
    public let closedAt: Int
    /// Who closed it.
    public let author: String
    /// What is said in public of the revision; empty for the first.
    public let note: String
    /// The files of the report.
    public let files: [PublishedFile]
    /// The fingerprint of the list of all figures.
    public let figures: [UInt8]

    /// The name of the revision, `r01`.
    public var name: String { revision < 10 ? "r0\(revision)" : "r\(revision)" }
}

extension SupportStore {
    /// Closes a semester: its files and figures go to the archive, and the seal names them.
    ///
    /// - Parameters:
    ///   - semester: The semester.
    ///   - revision: The number of the revision.
    ///   - author: Who closes it.
    ///   - note: What is said in public of the revision.
    ///   - moment: The seconds since 1970.
    ///   - files: The files of the report with their bytes.
    ///   - figures: The list of all figures as text.
    /// - Throws: ``StoreError`` when the archive cannot be written, or a database error.
    public func seal(
        _ semester: Semester, revision: Int, author: String, note: String, at moment: Int,
        files: [(name: String, bytes: [UInt8])], figures: String
    ) throws {
        for file in files { _ = try archive.keepDocument(file.bytes) }
        let list = try archive.keepDocument(Array(figures.utf8))
        let text = try Self.text(of: files.map { PublishedFile(name: $0.name, bytes: $0.bytes) })
        try change { database, run in
            try database.execute(
                sql: """
                    INSERT INTO seal
                        (semester, revision, run, closedAt, author, note, files, figures)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    semester.storedValue, revision, run ?? 0, moment, author, note, text,
                    Data(list),
                ])
        }
    }

    /// Returns the seals of a semester, oldest first.
    ///
    /// - Parameter run: The last run that counts, or `nil` for all.
    public func seals(of semester: Semester, upTo run: Int? = nil) throws -> [Seal] {
        try seals(upTo: run).filter { $0.semester == semester }
    }

    /// Returns all seals, by semester and revision.
    public func seals(upTo run: Int? = nil) throws -> [Seal] {
        try pool.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM seal WHERE run <= ? ORDER BY semester, revision",
                arguments: [run ?? Int.max]
            ).compactMap { row in
                guard let semester = Semester(storedValue: row["semester"]) else { return nil }
                return Seal(
                    semester: semester, revision: row["revision"], run: row["run"],
                    closedAt: row["closedAt"], author: row["author"], note: row["note"],
                    files: try Self.files(in: row["files"]),
                    figures: Array(row["figures"] as Data))
            }
        }
    }
}
