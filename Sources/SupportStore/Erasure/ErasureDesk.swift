import Foundation
import GRDB
import PupilSupport

/// Takes a person out of the store within one transaction.
struct ErasureDesk {
    let database: Database
    let store: SupportStore
    let run: Int?
    let plan: ErasurePlan
    /// What the person is known by again, with its number in the store.
    private let recognition: (id: Int, key: RecognitionKey)

    init(database: Database, store: SupportStore, run: Int?, plan: ErasurePlan) throws {
        self.database = database
        self.store = store
        self.run = run
        self.plan = plan
        let archive = try store.archive.keyForSealing()
        recognition = try RecognitionKeys(
            in: database, identity: store.key, archive: [archive]
        ).current(sealedUnder: store.key, archive)
    }

    private var person: StoredPerson { plan.person }
    private var condition: PersonCondition {
        PersonCondition(role: person.role, ids: person.ids)
    }

    /// Takes the person out.
    ///
    /// - Returns: The number of the erasure, and what is to be judged anew.
    func run(
        by signature: ErasureRequest.Signature
    ) throws -> (erasure: Int, touched: [(school: Int, semester: Semester)]) {
        let touched = try TouchedByPeople(database: database).schoolSemesters(
            of: Set(person.pseudonyms), role: person.role)
        let erasure = try enter(signature)
        try listPlaces()
        let plans = try Int.fetchAll(database, sql: condition.plans)
        try rememberPlans(plans)
        try deleteRecords()
        try deletePlans(plans)
        try deletePerson()
        try count()
        try database.execute(sql: "DROP TABLE temp.erasedPlace")
        for file in plan.files { try rekey(file, erasure: erasure) }
        return (erasure, touched)
    }

    private func enter(_ signature: ErasureRequest.Signature) throws -> Int {
        let request = try SupportStore.insert(
            .erased, of: person.role, by: signature, obstacle: "", run: run, into: database)
        let left = ErasureRest(
            entries: person.entries, identities: person.identities,
            needles: Needles(codes: person.codes, names: person.names, values: person.pseudonyms),
            isNameShared: person.isNameShared)
        try database.execute(
            sql: """
                INSERT INTO erasure (request, run, erasedAt, records, files, semesters,
                    figuresBefore, moves, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?)
                """,
            arguments: [
                request, run, signature.moment, plan.recordCount, plan.files.count,
                plan.semesters.joined(separator: " "), plan.figuresBefore,
                Data(try left.sealed(with: store.key)),
            ])
        let erasure = Int(database.lastInsertedRowID)
        let identifiers =
            Set(person.entries.map { PersonIdentifier(scope: $0.scope, text: $0.text) })
            .union([
                PersonIdentifier(
                    scope: PersonIdentifier.personalCode, text: person.code.digits)
            ])
        let recognitions = identifiers.map {
            recognition.key.recognition(of: $0, role: person.role)
        }
        for value in recognitions.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO tombstone (erasure, role, erasedAt, reasonCode, ticket,
                        author, recognition, recognitionKey) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    erasure, person.role.rawValue, signature.moment, "request", signature.ticket,
                    signature.author, Data(value), recognition.id,
                ])
        }
        return erasure
    }

    private func listPlaces() throws {
        try database.execute(
            sql: """
                CREATE TEMP TABLE erasedPlace (
                    delivery INTEGER NOT NULL, byte INTEGER NOT NULL, line INTEGER NOT NULL,
                    PRIMARY KEY (delivery, byte)) WITHOUT ROWID
                """)
        for delivery in plan.deliveries {
            for place in delivery.places {
                try database.cachedStatement(
                    sql: "INSERT OR IGNORE INTO temp.erasedPlace VALUES (?, ?, ?)"
                ).execute(arguments: [delivery.id, place.byte, place.line])
            }
        }
    }

    private func rememberPlans(_ plans: [Int]) throws {
        for plan in plans {
            guard
                let row = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT s.code, n.number FROM planNumber AS n
                        JOIN school AS s ON s.id = n.school WHERE n.id = ?
                        """, arguments: [plan])
            else { continue }
            try database.execute(
                sql: "INSERT OR IGNORE INTO erasedPlan (recognition) VALUES (?)",
                arguments: [
                    Data(recognition.key.recognition(ofPlan: row["number"], school: row["code"]))
                ])
        }
    }

    private func deleteRecords() throws {
        for kind in RecordKind.inStore {
            try database.execute(
                sql: """
                    DELETE FROM \(kind.table)
                    WHERE (delivery, byte) IN (SELECT delivery, byte FROM temp.erasedPlace)
                    """)
            // What was made of a record that stands for several people goes by the person.
            if let sql = condition.sql(kind) {
                try database.execute(sql: "DELETE FROM \(kind.table) WHERE \(sql)")
            }
        }
        for (table, column) in [
            ("heldRecord", "byte"), ("unidentifiedRecord", "byte"), ("finding", "recordByte"),
        ] {
            try database.execute(
                sql: """
                    DELETE FROM \(table)
                    WHERE (delivery, \(column)) IN (SELECT delivery, byte FROM temp.erasedPlace)
                    """)
        }
        for table in ["quarantine", "acknowledgement"] {
            try database.execute(
                sql: """
                    DELETE FROM \(table) WHERE (sha256, sheet, place) IN (
                        SELECT d.sha256, COALESCE(d.sheet, ''),
                            CASE WHEN d.sheet IS NULL THEN e.byte ELSE e.line END
                        FROM temp.erasedPlace AS e JOIN delivery AS d ON d.id = e.delivery)
                    """)
        }
    }

    private func deletePlans(_ plans: [Int]) throws {
        for plan in plans {
            try database.execute(
                sql: "DELETE FROM heldPlan WHERE planNumber = ?", arguments: [plan])
            let uses = ["plan", "planRisk", "planMeasure", "planResult", "session"].map {
                "SELECT 1 FROM \($0) WHERE planNumber = :plan"
            }
            try database.execute(
                sql: """
                    DELETE FROM planNumber
                    WHERE id = :plan AND NOT EXISTS (\(uses.joined(separator: " UNION ALL ")))
                    """, arguments: ["plan": plan])
        }
    }

    private func deletePerson() throws {
        for key in person.pseudonyms + person.identities {
            try database.execute(
                sql: "DELETE FROM peopleDecision WHERE first = :key OR second = :key",
                arguments: ["key": Data(key)])
        }
        for identity in person.identities {
            try database.execute(
                sql: "DELETE FROM unidentifiedRecord WHERE identity = ?",
                arguments: [Data(identity)])
        }
        try PeopleLinks.refresh(database)
        for id in person.ids {
            try database.execute(
                sql: "DELETE FROM samePerson WHERE role = ? AND (tombstone = ? OR person = ?)",
                arguments: [person.role.rawValue, id, id])
            try database.execute(
                sql: "DELETE FROM \(person.role.rawValue) WHERE id = ?", arguments: [id])
        }
    }

    /// What is blanked counts as left out.
    private func count() throws {
        for delivery in plan.deliveries {
            try database.execute(
                sql: "UPDATE delivery SET recordsIgnored = recordsIgnored + ? WHERE id = ?",
                arguments: [delivery.places.count - delivery.ignoredBefore, delivery.id])
        }
        try DeliveryLoader.recount(plan.deliveries.map(\.id), in: database)
    }

    private func rekey(_ file: ErasurePlan.File, erasure: Int) throws {
        try RekeyedFiles.enter(
            file.sha256, previous: file.previous, current: file.current,
            cause: file.current == nil ? .unblankable : .erasure, places: file.places,
            erasure: erasure, in: database)
    }
}

/// What is left to do of an erasure after its transaction, sealed until it is done.
struct ErasureRest: Codable {
    let entries: [PersonVault.Entry]
    let identities: [[UInt8]]
    let needles: Needles
    let isNameShared: Bool

    func sealed(with key: IdentityKey) throws -> [UInt8] {
        try key.seal([String(decoding: JSONEncoder().encode(self), as: UTF8.self)])
    }

    init(
        entries: [PersonVault.Entry], identities: [[UInt8]], needles: Needles, isNameShared: Bool
    ) {
        self.entries = entries
        self.identities = identities
        self.needles = needles
        self.isNameShared = isNameShared
    }

    init?(_ sealed: Data, key: IdentityKey) throws {
        guard let text = try key.open(sealed).first else { return nil }
        self = try JSONDecoder().decode(ErasureRest.self, from: Data(text.utf8))
    }
}
