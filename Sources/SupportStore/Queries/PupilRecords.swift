import Foundation
import GRDB
public import PupilSupport

/// Finds a pupil by personal code, without keeping the code.
public struct PupilFinder: Sendable {
    private let folder: String
    private let place: KeyPlace

    /// Reads the key of a state folder.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - place: Where the key lies.
    /// - Throws: ``StoreError`` when the key is missing or unsafe.
    public init(stateFolder folder: String, key place: KeyPlace = .state) throws(StoreError) {
        _ = try IdentityKey(place, folder: folder, isNewStore: false)
        self.folder = folder
        self.place = place
    }

    /// Returns the key of a pupil in the store, or `nil` when the store does not know them.
    ///
    /// - Throws: ``StoreError/keyReplaced(path:)`` when the key is not the store's, or a database error.
    public func pupil(_ code: PersonalCode, in snapshot: StoreSnapshot) throws -> Int? {
        let database = snapshot.database
        let known = try IdentityKey.checkValue(in: database)
        let key = try IdentityKey(place, folder: folder, inForceFor: known)
        guard known == key.checkValue else {
            throw StoreError.keyReplaced(path: place.path(in: folder))
        }
        let pseudonym = key.pseudonym(
            role: PersonRole.pupil.rawValue, scope: PersonIdentifier.personalCode,
            text: code.digits)
        // Of linked people the one who stays is counted.
        return try Int.fetchOne(
            database,
            sql: """
                SELECT COALESCE(l.person, p.id) FROM pupil AS p
                LEFT JOIN samePerson AS l ON l.role = 'pupil' AND l.tombstone = p.id
                WHERE p.pseudonym = ?
                """, arguments: [Data(pseudonym)])
    }
}

/// A record of a pupil in the store.
public struct PupilRecord: Hashable, Sendable {
    /// The kind of record.
    public let kind: RecordKind
    /// The semester.
    public let semester: Semester
    /// The number of the delivery.
    public let delivery: Int
    /// The physical line of the first byte, from 1, or the row of the sheet.
    public let line: Int
    /// The offset of the first byte.
    public let byte: Int
    /// Whether it is held back.
    public let isHeld: Bool

    /// The kinds of record that name a pupil and a semester.
    public static let kinds: [RecordKind] = [.enrolment, .plan, .session, .mark, .absence, .need]
}

extension StoreSnapshot {
    /// Returns what deliveries in force say of a pupil in the semesters, kind by kind.
    public func records(ofPupil pupil: Int) throws -> [PupilRecord] {
        try PupilRecord.kinds.flatMap { kind in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT f.semester, f.delivery, f.line, f.byte, f.isHeld
                    FROM \(kind.table) AS f JOIN delivery AS d ON d.id = f.delivery
                    WHERE d.supersededBy IS NULL AND (f.pupil = :pupil OR f.pupil IN (
                        SELECT tombstone FROM samePerson WHERE role = 'pupil' AND person = :pupil))
                    ORDER BY f.semester, f.delivery, f.byte
                    """, arguments: ["pupil": pupil]
            ).compactMap { row in
                Semester(storedValue: row["semester"]).map { semester in
                    PupilRecord(
                        kind: kind, semester: semester, delivery: row["delivery"],
                        line: row["line"], byte: row["byte"], isHeld: row["isHeld"])
                }
            }
        }
    }
}
