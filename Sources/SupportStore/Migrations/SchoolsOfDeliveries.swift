import PupilSupport

/// The sixth schema: a delivery says which schools its records name, and which plans it holds back.
///
/// Before, the file of a source that names no school belonged to none, and its schools were said to
/// have sent nothing.
enum SchoolsOfDeliveries {
    /// The statements, in their order.
    static let statements =
        [
            """
            CREATE TABLE deliverySchool (
                delivery INTEGER NOT NULL REFERENCES delivery,
                school INTEGER NOT NULL REFERENCES school,
                PRIMARY KEY (delivery, school)) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE heldPlan (
                delivery INTEGER NOT NULL REFERENCES delivery,
                planNumber INTEGER NOT NULL REFERENCES planNumber,
                school INTEGER NOT NULL REFERENCES school, semester INTEGER NOT NULL,
                PRIMARY KEY (delivery, planNumber, semester)) STRICT, WITHOUT ROWID
            """,
            """
            INSERT INTO deliverySchool (delivery, school)
            SELECT id, school FROM delivery WHERE school IS NOT NULL
            """,
        ]
        + RecordKind.inStore.filter { $0.fieldIndex("school") != nil }.map { kind in
            """
            INSERT OR IGNORE INTO deliverySchool (delivery, school)
            SELECT DISTINCT f.delivery, f.school FROM \(kind.table) AS f
            WHERE f.delivery IN (SELECT id FROM delivery WHERE school IS NULL)
            """
        }
        + [
            """
            UPDATE delivery SET school = (SELECT s.school FROM deliverySchool AS s WHERE s.delivery = id)
            WHERE school IS NULL
                AND 1 = (SELECT COUNT(*) FROM deliverySchool AS s WHERE s.delivery = id)
            """
        ]
}
