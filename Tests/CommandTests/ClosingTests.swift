import Foundation
import Testing

@Suite struct `A closed semester` {
    private func closed() throws -> Workplace {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let outcome = try workplace.run(
            at: .october2019, "close", "2018-2019-2", "--author", "Analyst", "--state", "state",
            "--output", "reports", "--language", "en")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("\nclosed as r01\n"))
        return workplace
    }

    private func correct(_ workplace: borrowing Workplace) throws {
        try workplace.editLines("inbox/vaivari/2018-2019-2/konsultacijas.csv") { $0.remove(at: 5) }
    }

    @Test func `says in every output that it is closed, and since when`() throws {
        let workplace = try closed()
        let summary = try Summary(workplace, "2018-2019-2")
        let revisions = summary.root["revisions"] as? [[String: String]]
        #expect(revisions == [["revision": "r01", "closed_on": "2019-10-07", "note": ""]])
        let page = try workplace.text("reports/2018-2019-2/internal/report.html")
        #expect(page.contains("Slēgts: r01, 07.10.2019."))
    }

    @Test func `stays as it was sealed when its data change, and that is said`() throws {
        let workplace = try closed()
        let sealed = try workplace.files(in: "reports/2018-2019-2")
        try correct(workplace)
        let outcome = try workplace.rollup(at: .dayAfter)
        #expect(outcome.code == 3)
        #expect(
            outcome.errors.contains(
                "2018-2019-2 is closed as r01, but the data give other figures: 27"))
        #expect(try workplace.files(in: "reports/2018-2019-2") == sealed)
    }

    @Test func `gets a second revision with a note that every reader sees`() throws {
        let workplace = try closed()
        try correct(workplace)
        _ = try workplace.rollup(at: .dayAfter)
        let outcome = try workplace.run(
            at: .dayAfter, "close", "2018-2019-2", "--revise", "--author", "Analyst", "--note",
            "Vaivari took a session back", "--state", "state", "--output", "reports",
            "--language", "en")
        #expect(outcome.code == 0)
        let revisions =
            try Summary(workplace, "2018-2019-2").root["revisions"]
            as? [[String: String]]
        #expect(revisions?.map { $0["revision"] } == ["r01", "r02"])
        #expect(revisions?.last?["note"] == "Vaivari took a session back")
        let page = try workplace.text("reports/2018-2019-2/internal/report.html")
        #expect(page.contains("r02: semestris slēgts 08.10.2019.: Vaivari took a session back"))
        let difference = try workplace.run(
            "diff", "r01", "r02", "--semester", "2018-2019-2", "--state", "state", "--language",
            "en")
        #expect(difference.output.hasPrefix("figures that differ: 27\n"))
    }

    @Test func `is not closed twice, nor revised without a difference`() throws {
        let workplace = try closed()
        let again = try workplace.run(
            "close", "2018-2019-2", "--author", "Analyst", "--state", "state", "--language", "en")
        #expect(again.code == 64)
        #expect(
            again.errors
                == "pumpurs: semester 2018-2019-2 is closed as r01 already; pumpurs rollup writes its "
                + "report where it is not there, and --revise with --note makes a new revision\n")
        let revised = try workplace.run(
            "close", "2018-2019-2", "--revise", "--note", "x", "--author", "Analyst", "--state",
            "state", "--language", "en")
        #expect(revised.code == 64)
        #expect(
            revised.errors
                == "pumpurs: no figure of semester 2018-2019-2 differs from r01; there is no new "
                + "revision\n")
    }

    @Test func `has no other revisions than those that were made`() throws {
        let workplace = try closed()
        let outcome = try workplace.run(
            "diff", "r09", "now", "--semester", "2018-2019-2", "--state", "state", "--language",
            "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "pumpurs: the semester has no revision r09; its report shows which there are\n")
    }

    @Test func `cannot be closed while something is missing, unless that is asked for`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(
            at: workplace.path("inbox/vaivari/2018-2019-2/aptauja.csv"))
        _ = try workplace.rollup(at: .october2019)
        let refused = try workplace.run(
            "close", "2018-2019-2", "--author", "Analyst", "--state", "state", "--language", "en")
        #expect(refused.code == 3)
        #expect(refused.errors.contains("are incomplete: "))
        let allowed = try workplace.run(
            "close", "2018-2019-2", "--author", "Analyst", "--allow-incomplete", "--state",
            "state", "--language", "en")
        #expect(allowed.code == 0)
    }

    @Test func `with a file that the archive has lost is not published again`() throws {
        let workplace = try closed()
        let page = try workplace.bytes("reports/2018-2019-2/internal/report.html")
        for (path, bytes) in try workplace.files(in: "state/archive") where bytes == page {
            try workplace.write("other", to: "state/archive/\(path)")
        }
        try correct(workplace)
        let outcome = try workplace.rollup(at: .dayAfter)
        #expect(outcome.code == 74)
        #expect(
            outcome.errors.contains(
                "the file report.html of the closed semester 2018-2019-2 is not in the archive as it "
                    + "was sealed"))
    }

    @Test func `that has not ended is not closed by mistake`() throws {
        let workplace = try Preparation.rolledUpInOctober.copy()
        let outcome = try workplace.run(
            at: .october2019, "close", "2019-2020-1", "--author", "Analyst", "--state", "state",
            "--output", "reports", "--language", "en")
        #expect(outcome.code == 3)
        #expect(
            outcome.errors
                == "pumpurs: semester 2019-2020-1 ends on 2019-12-20; close it after that, or, if it must "
                + "be, with --allow-incomplete\n")
    }

    @Test func `takes no personal code for the name of its author`() throws {
        let workplace = try Workplace()
        let outcome = try workplace.run(
            "close", "2018-2019-2", "--author", "010203-12345", "--state", "state", "--language",
            "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors.contains("--author may hold a personal code, which must not be kept"))
    }

    @Test func `whose data give other figures is named by the doctor`() throws {
        let workplace = try closed()
        try correct(workplace)
        _ = try workplace.rollup(at: .dayAfter)
        let outcome = try workplace.run(
            at: .dayAfter, "doctor", "--state", "state", "--language", "en")
        #expect(
            outcome.output.contains(
                "warning: 2018-2019-2 is closed as r01, but the data give other figures: 27"))
    }
}
