import Foundation
import Testing

@Suite struct `What is seen of an erasure afterwards` {
    @Test func `diff names the erasure and its case as the cause`() throws {
        let workplace = try Workplace.rolledUp()
        let before = try workplace.figures("2018-2019-2")
        try workplace.erase(Asked.sandis)
        _ = try workplace.rollup(at: .dayAfter)
        let after = try workplace.figures("2018-2019-2")
        let outcome = try workplace.run(
            "diff", "2019-10-07", "now", "--state", "state", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let parts = outcome.output.components(separatedBy: "\n\n")
        #expect(parts.last?.hasPrefix("person erased, case L-17 (run 2): ") == true)
        let moved = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(!moved.isEmpty)
        for address in moved {
            #expect(outcome.output.contains(address), "\(address)")
        }
    }

    @Test func `a late delivery beside an erasure has its own cause`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.retain()
        let file = "inbox/vaivari/2018-2019-2/aptauja.csv"
        let bytes = try workplace.bytes(file)
        try FileManager.default.removeItem(at: workplace.path(file))
        _ = try workplace.rollup(at: .october2019)
        try workplace.erase(Asked.sandis)
        try workplace.write(bytes, to: file)
        _ = try workplace.rollup(at: .dayAfter)
        let outcome = try workplace.run(
            "diff", "2019-10-07", "now", "--state", "state", "--language", "en")
        #expect(outcome.output.contains("\n\nperson erased, case L-17 (run 2): "))
        #expect(
            outcome.output.contains(
                "\n\nlate delivery vaivari/2018-2019-2/aptauja.csv (run 3): "))
    }

    @Test func `the internal report says how many were erased and for which cases`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.sandis)
        _ = try workplace.rollup(at: .dayAfter)
        let page = try workplace.text("reports/2018-2019-2/internal/report.en.html")
        #expect(page.contains("People erased on request: 1 (cases: L-17)."))
        let latvian = try workplace.text("reports/2018-2019-2/internal/report.html")
        #expect(latvian.contains("Pēc pieprasījuma dzēsti cilvēki: 1 (lietas: L-17)."))
        let open = try workplace.text("reports/2018-2019-2/public/report.en.html")
        #expect(!open.contains("cases: L-17"))
    }

    @Test func `a closed semester stays as it was published`() throws {
        let workplace = try Workplace.rolledUp()
        let closing = try workplace.run(
            at: .october2019, "close", "2018-2019-2", "--author", "A", "--state", "state",
            "--output", "reports")
        #expect(closing.code == 0, "\(closing.errors)")
        let before = try workplace.files(in: "reports/2018-2019-2")
        try workplace.erase(Asked.sandis)
        _ = try workplace.rollup(at: .dayAfter)
        #expect(try workplace.files(in: "reports/2018-2019-2") == before)
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(!doctor.output.contains("sealed;"), "\(doctor.output)")
    }

    @Test func `the report of the past is made again without the pupil`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.sandis)
        let outcome = try workplace.run(
            "report", "--as-of", "run:1", "--output", "then", "--state", "state", "--language",
            "en")
        #expect([0, 3].contains(outcome.code), "\(outcome.errors)")
        #expect(try workplace.places(of: Asked.sandis.traces, in: "then") == [])
    }

    @Test func `a dry run of an import after an erasure finds nothing to load`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.kristers)
        let outcome = try workplace.run(
            "import", "--dry-run", "--inbox", "inbox", "--state", "state", "--language", "en")
        #expect(!outcome.output.contains(" → "), "\(outcome.output)")
    }

    @Test func `doctor names the inbox files and the backups that hold the records still`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.write("old", to: "state/backups/before-migration-10.sqlite")
        let erasing = try workplace.erase(Asked.sandis)
        #expect(
            erasing.output.contains(
                "the backup state/backups/before-migration-10.sqlite holds the records still"))
        let doctor = try workplace.run(
            "doctor", "--state", "state", "--inbox", "inbox", "--language", "en")
        #expect(
            doctor.output.contains(
                "the inbox still has sloka/2018-2019-2/atbalsts.xml with records of a person who was "
                    + "erased"))
        #expect(doctor.output.contains("state/backups/before-migration-10.sqlite"))
    }

    @Test func `backups go when it is asked for`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.write("old", to: "state/backups/before-migration-10.sqlite")
        let outcome = try workplace.erase(Asked.sandis, "--remove-backups")
        #expect(outcome.code == 0)
        #expect(try workplace.files(in: "state/backups").isEmpty)
    }

    @Test func `a backup of the state holds the blanked files, and is sound`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.sandis)
        let outcome = try workplace.run(
            "backup", "--state", "state", "--into", "copy", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try workplace.places(of: Asked.sandis.traces, in: "copy") == [])
        let doctor = try workplace.run("doctor", "--state", "copy", "--language", "en")
        #expect(doctor.code != 74, "\(doctor.output)")
    }
}
