import Foundation
import Testing

@Suite struct `A rollup that nobody watches` {
    @Test func `three semesters that were missed are caught up in one call, oldest first`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.rollup()
        #expect(outcome.code == 3)
        #expect(outcome.output == "")
        let semesters = ["2018-2019-1", "2018-2019-2", "2019-2020-1"]
        for semester in semesters {
            #expect(try workplace.files(in: "reports/\(semester)/internal").count == 13)
        }
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("participants") == 35)
        let record = try workplace.record(1)
        let periods = record["periods"] as? [[String: Any]] ?? []
        #expect(periods.compactMap { $0["semester"] as? String } == semesters)
    }

    @Test func `a second call does nothing, says nothing and changes no byte`() throws {
        let workplace = try Preparation.rolledUp.copy()
        let (state, reports) = (
            try workplace.files(in: "state"), try workplace.files(in: "reports")
        )
        let outcome = try workplace.rollup(at: .spring2020 + 86_400)
        #expect(outcome.code == 0)
        #expect(outcome.output + outcome.errors == "")
        #expect(try workplace.files(in: "state") == state)
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test func `a semester that has not ended is not rolled up`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let semesters = try FileManager.default.contentsOfDirectory(
            atPath: workplace.path("reports").path)
        #expect(semesters.filter { $0.hasPrefix("20") }.sorted() == ["2018-2019-1", "2018-2019-2"])
    }

    @Test func `a school that sends nothing makes the semester incomplete, and the others count`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(at: workplace.path("inbox/sloka/2018-2019-2"))
        let outcome = try workplace.rollup()
        #expect(outcome.code == 3)
        #expect(
            outcome.errors.hasPrefix(
                "pumpurs rollup: 2018-2019-2: Sloka Primary School has not sent support, long after "
                    + "it was due\n"))
        let summary = try Summary(workplace, "2018-2019-2")
        #expect(summary.state == "incomplete")
        #expect(summary.schools("participants") == [16, 0, 10])
    }

    @Test(
        arguments: [
            (-1, ""),
            (15, "2018-2019-2: Vaivari Primary School has not sent feedback, after it was due"),
            (
                31,
                "2018-2019-2: Vaivari Primary School has not sent feedback, long after it was due"
            ),
        ])
    func `a delivery is late after the days that the calendar grants`(days: Int, said: String)
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(
            at: workplace.path("inbox/vaivari/2018-2019-2/aptauja.csv"))
        // 31 May 2019, noon in Latvia.
        let outcome = try workplace.rollup(at: 1_559_293_200 + days * 86_400)
        let lines = outcome.errors.split(separator: "\n").filter { $0.contains("has not sent") }
        #expect(lines.map(String.init) == (said.isEmpty ? [] : ["pumpurs rollup: \(said)"]))
    }

    @Test func `what is still wrong is said by a call that has nothing to do`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write("nothing that anybody knows\n1\n2\n", to: "inbox/strange.csv")
        _ = try workplace.rollup()
        let state = try workplace.files(in: "state")
        let outcome = try workplace.rollup()
        #expect(outcome.code == 3)
        #expect(outcome.errors.hasPrefix("pumpurs rollup: s…"))
        #expect(outcome.errors.contains("[FIL-001]"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
        #expect(try workplace.files(in: "state") == state)
    }

    @Test func `what an import or a failed run read is told by the next rollup`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.run("import", "--inbox", "inbox", "--state", "state")
        try workplace.write("in the way", to: "reports")
        let failed = try workplace.rollup()
        #expect(failed.code == 73)
        try FileManager.default.removeItem(at: workplace.path("reports"))
        let outcome = try workplace.rollup()
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("records 16 are held back"))
    }

    @Test func `an output that was changed is written again`() throws {
        let workplace = try Preparation.rolledUp.copy()
        let reports = try workplace.files(in: "reports")
        try workplace.write("torn", to: "reports/2018-2019-2/internal/summary.json")
        _ = try workplace.rollup()
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test func `of two rollups at once one works and the other leaves with 75 and touches nothing`()
        throws
    {
        let workplace = try Preparation.rolledUp.copy()
        let (state, reports) = (
            try workplace.files(in: "state"), try workplace.files(in: "reports")
        )
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 3)
        defer { holder.terminate() }
        let refused = try workplace.rollup()
        #expect(refused.code == 75)
        #expect(try workplace.files(in: "state") == state)
        #expect(try workplace.files(in: "reports") == reports)
        let waited = try workplace.rollup(at: .spring2020, "--lock-wait 60")
        #expect(waited.code == 0)
        #expect(waited.output + waited.errors == "")
        #expect(try workplace.files(in: "state") == state)
    }

    @Test func `a run is told to the journal with its priorities`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.shell(
            """
            exec 2>journal
            export JOURNAL_STREAM=$(stat -L -c %d:%i journal)
            "$PUMPURS" rollup --inbox inbox --state state --output reports --language en
            "$PUMPURS" rollup --inbox nowhere --state state --output reports --language en
            """)
        #expect(outcome.code == 66)
        let lines = try workplace.text("journal").split(separator: "\n")
        #expect(lines.dropLast().allSatisfy { $0.hasPrefix("<4>pumpurs rollup: ") })
        #expect(lines.last?.hasPrefix("<3>") == true || lines.last?.hasPrefix("<4>") == true)
    }

    @Test func `an empty inbox is told of each time, and the reports stay`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let reports = try workplace.files(in: "reports")
        _ = try workplace.shell("rm -r inbox && mkdir inbox")
        for _ in 1...2 {
            let outcome = try workplace.rollup(at: .october2019)
            #expect(outcome.code == 66)
            #expect(
                outcome.errors
                    == "pumpurs rollup: the inbox is empty; see whether its disk is mounted and --inbox is "
                    + "right\n")
        }
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test func `a semester that nobody was asked to deliver is named`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.rollup(at: 1_598_940_000)
        #expect(outcome.code == 3)
        #expect(
            outcome.errors.contains(
                "2019-2020-2 has ended, but there are no data of it, and the definitions do not say who "
                    + "owes any (deliveries)"))
    }

    @Test func `a table torn off before its closing row is refused`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let reports = try workplace.files(in: "reports/2018-2019-2")
        try workplace.editLines("inbox/jaundubulti/2018-2019-2/konsultacijas.csv") {
            $0 = Array($0.prefix(20))
        }
        let outcome = try workplace.rollup(at: .dayAfter)
        #expect(outcome.code == 3)
        #expect(
            outcome.errors.contains(
                "the table has no closing row 'Kopā'; the end of the file seems to be missing [FIL-033]"
            ))
        let sessions = try Summary(workplace, "2018-2019-2").keyFigure("sessions")
        #expect(sessions == 427)
        #expect(reports.isEmpty == false)
    }

    @Test func `records held back for what another file says now are told of by import and rollup`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.rollup()
        try workplace.editLines("inbox/jaundubulti/2019-2020-1/atbalsta-plani.csv") {
            $0.removeSubrange(2..<12)
        }
        let other = try workplace.shell("cp -r state other")
        #expect(other.code == 0)
        let told = "jaundubulti/2019-2020-1/konsultacijas.csv: more records are held back: 113"
        let imported = try workplace.run(
            "import", "--inbox", "inbox", "--state", "other", "--language", "en")
        #expect(imported.code == 3)
        #expect(imported.errors.contains(told))
        let again = try workplace.run(
            "import", "--inbox", "inbox", "--state", "other", "--language", "en")
        #expect(again.code == 0)
        #expect(!again.errors.contains(told))
        let rolledUp = try workplace.rollup()
        #expect(rolledUp.code == 3)
        #expect(rolledUp.errors.contains(told))
    }

    @Test func `a file that is refused leaves nothing in the archive, and takes nothing from it`()
        throws
    {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let file = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"
        let before = Set(try workplace.files(in: "state/archive").keys)
        try workplace.editLines(file) { $0 = Array($0.prefix(20)) }
        #expect(try workplace.rollup(at: .dayAfter).errors.contains("[FIL-033]"))
        let after = Set(try workplace.files(in: "state/archive").keys)
        #expect(after.isSuperset(of: before))
        let sealed = workplace.path(try workplace.sealed(file)).path
        #expect(!FileManager.default.fileExists(atPath: sealed))
    }
}

extension Workplace {
    /// The record of a run.
    func record(_ run: Int) throws -> [String: Any] {
        let digits = "\(run)"
        let name = String(repeating: "0", count: 6 - digits.count) + digits
        let data = try Data(contentsOf: path("state/runs/\(name).json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
