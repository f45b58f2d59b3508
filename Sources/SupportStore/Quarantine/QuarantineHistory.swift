import GRDB

/// Keeps what is remembered of held records in step with what is held back.
///
/// A run counts once for each record, however many of its files had the record judged again; what is
/// held back only until the next file of the same run is not remembered.
struct QuarantineHistory {
    let database: Database
    /// The run that is going on, or `nil` when none was begun.
    let run: Int?

    /// Notes what deliveries hold back, and what their loading let go or held back in others.
    func update(after loaded: [Int], _ judging: StoredJudging) throws {
        let judged = judging.judgedDeliveries.union(loaded)
        for delivery in judged.sorted() {
            try note(delivery, onlyJudged: !loaded.contains(delivery))
        }
        let replaced = try loaded.flatMap { delivery in
            try Int.fetchAll(
                database.cachedStatement(sql: "SELECT id FROM delivery WHERE supersededBy = ?"),
                arguments: [delivery])
        }
        for delivery in judged.union(replaced).sorted() { try end(delivery) }
    }

    /// Notes what a judgement let go or held back where nothing was loaded.
    func update(after judging: StoredJudging) throws {
        for delivery in judging.judgedDeliveries.sorted() {
            try note(delivery, onlyJudged: true)
            try end(delivery)
        }
    }

    /// Notes what a delivery in force holds back.
    ///
    /// - Parameter onlyJudged: Whether only that was judged which is judged together with others.
    private func note(_ delivery: Int, onlyJudged: Bool) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO quarantine (sha256, sheet, place, delivery, line, byte, school, semester,
                    rules, firstRun, lastRun, attempts)
                SELECT d.sha256, COALESCE(d.sheet, ''),
                    CASE WHEN d.sheet IS NULL THEN h.byte ELSE h.line END, d.id, h.line, h.byte,
                    COALESCE(h.judgedSchool, d.school), COALESCE(h.judgedSemester, d.semester),
                    COALESCE((
                        SELECT GROUP_CONCAT(DISTINCT f.rule) FROM finding AS f
                        WHERE f.delivery = d.id AND f.recordByte = h.byte
                            AND f.severity IN ('error', 'fatal')), ''), :run, :run, 1
                FROM heldRecord AS h JOIN delivery AS d ON d.id = h.delivery
                WHERE h.delivery = :delivery AND d.supersededBy IS NULL
                    AND (h.judgedSchool IS NOT NULL OR NOT :onlyJudged)
                ORDER BY h.byte
                ON CONFLICT (sha256, sheet, place) DO UPDATE SET
                    delivery = excluded.delivery, line = excluded.line, byte = excluded.byte,
                    school = excluded.school, semester = excluded.semester, rules = excluded.rules,
                    attempts = attempts + (lastRun IS NOT excluded.lastRun),
                    lastRun = excluded.lastRun, ending = NULL, endedRun = NULL
                """
        ).execute(arguments: ["delivery": delivery, "run": run, "onlyJudged": onlyJudged])
    }

    /// Notes which records of a delivery's bytes are held back no more.
    private func end(_ delivery: Int) throws {
        let condition = """
            ending IS NULL AND sha256 = (SELECT sha256 FROM delivery WHERE id = :delivery)
            AND (sheet, place) NOT IN (
                SELECT COALESCE(d.sheet, ''), CASE WHEN d.sheet IS NULL THEN h.byte ELSE h.line END
                FROM delivery AS d JOIN heldRecord AS h ON h.delivery = d.id
                WHERE d.supersededBy IS NULL
                    AND d.sha256 = (SELECT sha256 FROM delivery WHERE id = :delivery))
            """
        let arguments: StatementArguments = ["delivery": delivery, "run": run]
        try database.cachedStatement(
            sql: "DELETE FROM quarantine WHERE firstRun = :run AND \(condition)"
        ).execute(arguments: arguments)
        // A run that let the record go did not hold it, whatever it did on the way.
        try database.cachedStatement(
            sql: """
                UPDATE quarantine SET endedRun = :run,
                    attempts = attempts - COALESCE(lastRun = :run, 0), lastRun = NULL,
                    ending = CASE WHEN EXISTS (
                        SELECT 1 FROM delivery AS d
                        WHERE d.supersededBy IS NULL AND d.sha256 = quarantine.sha256)
                        THEN 'released' ELSE 'replaced' END
                WHERE \(condition)
                """
        ).execute(arguments: arguments)
    }
}
