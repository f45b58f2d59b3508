import Foundation
import Testing

@Suite struct `pumpurs extract` {
    private func reported() throws -> Workplace { try Preparation.reported.copy() }

    private func extract(
        _ workplace: borrowing Workplace, into folder: String = "extracts", _ more: String...
    ) throws -> Workplace.Outcome {
        try workplace.run(list: ["extract", "--into", folder, "--language", "en"] + more)
    }

    @Test func `writes the tables of the definitions and says how many rows each has`() throws {
        let workplace = try reported()
        let outcome = try extract(workplace)
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        let rows = ["support-by-school", "support-by-measure"].map { name in
            let lines = (try? workplace.lineCount("extracts/\(name).csv")) ?? 0
            return "extracts/\(name).csv: rows \(lines - 1)\n"
        }
        #expect(outcome.output == rows.joined())
    }

    @Test func `gives what plain SQL gives`() throws {
        let workplace = try reported()
        _ = try extract(workplace)
        let recount = """
            import csv, sqlite3
            store = sqlite3.connect("state/pumpurs.sqlite")
            def rows(keys, amounts, order):
                return [tuple(map(str, row)) for row in store.execute(f'''
                    SELECT {keys}, COUNT(*), COUNT(DISTINCT s.pupil), {amounts}
                        printf('%.2f', (SUM(s.minutes) * 100 / 60.0 + 0.0001) / 100)
                    FROM session AS s JOIN delivery AS d ON d.id = s.delivery
                        JOIN school AS c ON c.id = s.school JOIN term AS t ON t.id = s.measure
                    WHERE s.isHeld = 0 AND d.supersededBy IS NULL GROUP BY {keys} ORDER BY {order}''')]
            def read(name):
                with open(f"extracts/{name}.csv", encoding="utf-8", newline="") as file:
                    return [tuple(row) for row in list(csv.reader(file))[1:]]
            semester = "(s.semester / 10) || '-' || (s.semester / 10 + 1) || '-' || (s.semester % 10)"
            school = rows(f"c.code, {semester}", "COUNT(DISTINCT s.teacher),", "1, 2")
            measure = rows(f"c.code, {semester}, t.code, COALESCE(s.class / 100, '')", "", "2, 1, 3, s.class / 100")
            print(len(school), school == read("support-by-school"))
            print(len(measure) > 20, measure == read("support-by-measure"))
            """
        try workplace.write(recount, to: "recount.py")
        let outcome = try workplace.shell("python3 recount.py")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output == "6 True\nTrue True\n")
    }

    @Test func `writes the same bytes twice`() throws {
        let workplace = try reported()
        _ = try extract(workplace)
        let first = try workplace.files(in: "extracts")
        _ = try extract(workplace, into: "again")
        _ = try extract(workplace)
        #expect(try workplace.files(in: "extracts") == first)
        #expect(try workplace.files(in: "again") == first)
    }

    @Test func `is for its owner only`() throws {
        let workplace = try reported()
        _ = try workplace.shell("umask 0; $PUMPURS extract --into made/extracts")
        let modes = try workplace.shell("stat -c '%a %n' made made/extracts made/extracts/*")
        #expect(
            modes.output == """
                700 made
                700 made/extracts
                600 made/extracts/support-by-measure.csv
                600 made/extracts/support-by-school.csv

                """)
    }

    @Test func `replaces its tables and leaves what else lies there`() throws {
        let workplace = try reported()
        _ = try extract(workplace)
        let before = try workplace.files(in: "extracts")
        try workplace.write("a note", to: "extracts/note.txt")
        try workplace.write("old", to: "extracts/support-by-school.csv")
        #expect(try extract(workplace, into: "extracts/").code == 0)
        #expect(
            try workplace.files(in: "extracts")
                == before.merging(["note.txt": Array("a note".utf8)]) { $1 })
    }

    /// A folder that is named without a slash lies in the working folder, and so does what is half written.
    @Test func `looks beside a folder of the working folder for what a killed run left`() throws {
        let workplace = try reported()
        try workplace.write("half", to: ".extracts-999999999/support-by-school.csv")
        #expect(try extract(workplace).code == 0)
        #expect(try workplace.shell("ls -d .extracts-* 2>&1").output.contains("No such file"))
    }

    @Test func `may be called by a name of one character`() throws {
        let workplace = try reported()
        #expect(try extract(workplace, into: "x").code == 0)
        #expect(try !workplace.files(in: "x").isEmpty)
    }

    @Test func `changes nothing in the state`() throws {
        let workplace = try reported()
        // What SQLite keeps beside a database that is open says nothing of what is in it.
        func files() throws -> [String: [UInt8]] {
            try workplace.files(in: "state").filter { name, _ in
                !name.hasSuffix("-wal") && !name.hasSuffix("-shm")
            }
        }
        let before = try files()
        _ = try extract(workplace)
        #expect(try files() == before)
    }

    @Test(arguments: [
        ("inbox/out", "the next run would read it as files of schools"),
        ("reports/2018-2019-2/out", "of reports, from which others are shown"),
        ("pipelines/out", "of the definitions"), ("state/out", "is in the state folder"),
        ("open/out", "everybody may write in the folder"), ("", "--into is empty"),
    ])
    func `writes into no place where others look or runs read`(into: String, words: String) throws {
        let workplace = try reported()
        _ = try workplace.shell("mkdir open && chmod 777 open")
        let outcome = try extract(workplace, into: into)
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        if !into.isEmpty {
            #expect(!FileManager.default.fileExists(atPath: workplace.path(into).path))
        }
    }

    @Test func `puts nothing in the place of a file or a link`() throws {
        let workplace = try reported()
        _ = try workplace.shell("mkdir there && ln -s there link")
        let outcome = try extract(workplace, into: "link")
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains("it is no folder but a link or a file"))
        #expect(try workplace.files(in: "there").isEmpty)
    }

    @Test func `needs a store, and one with a file`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        #expect(try extract(workplace).code == 66)
        try workplace.write("nothing", to: "inbox/a.csv")
        _ = try workplace.run("import", "--inbox", "inbox")
        let outcome = try extract(workplace)
        #expect(outcome.code == 65)
        #expect(outcome.errors == "the store has no file; run pumpurs import first\n")
        #expect(!FileManager.default.fileExists(atPath: workplace.path("extracts").path))
    }

    @Test(arguments: [["lint"], ["extract", "--into", "extracts"]])
    func `names a fault of its definitions with the line, as lint does`(command: [String]) throws {
        let workplace = try reported()
        let name = "pipelines/extracts/support.yaml"
        try workplace.write(
            try workplace.text(name).replacing("column: teacher}", with: "column: teachr}"),
            to: name)
        let outcome = try workplace.run(list: command)
        #expect(outcome.code == 78)
        #expect(
            outcome.errors == """
                pipelines/extracts/support.yaml:14:61: kļūda: vaicājumā support.sql nav ailes 'teachr' [DEF-064]
                  padoms: vai domājāt 'teacher'? ailes: id, school, semester, measure, level, pupil, teacher, minutes

                """)
        #expect(!FileManager.default.fileExists(atPath: workplace.path("extracts").path))
    }

    @Test func `writes nothing when a query cannot be summed up, and says where`() throws {
        let workplace = try reported()
        _ = try extract(workplace)
        let before = try workplace.files(in: "extracts")
        let name = "pipelines/extracts/support.sql"
        try workplace.write(
            try workplace.text(name).replacing(" minutes\n", with: " minutes / 7.0 AS minutes\n"),
            to: name)
        let outcome = try extract(workplace)
        #expect(outcome.code == 78)
        #expect(
            outcome.errors == """
                pipelines/extracts/support.yaml:15:47: error: the query support.sql cannot be summed up: column \
                'minutes' holds something else than integers or texts [DEF-066]
                  help: correct the SQL so that the column holds integers, as the store keeps them

                """)
        #expect(try workplace.files(in: "extracts") == before)
    }

    @Test func `says so where there are no extracts`() throws {
        let workplace = try reported()
        _ = try workplace.shell("rm -r pipelines/extracts")
        let outcome = try extract(workplace)
        #expect(outcome.code == 78)
        #expect(
            outcome.errors.hasPrefix("pipelines/extracts: error: there are no extracts [DEF-067]"))
    }

    @Test func `another extract makes no file be read again`() throws {
        let workplace = try reported()
        let before = try workplace.files(in: "reports")
        try workplace.write("# a remark\n", to: "pipelines/extracts/remark.sql")
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        let deliveries = try workplace.shell(
            """
            python3 -c "import sqlite3
            print(sqlite3.connect('state/pumpurs.sqlite').execute(
                'SELECT COUNT(*) FROM delivery WHERE supersededBy IS NOT NULL').fetchone()[0])"
            """)
        #expect(deliveries.output == "0\n")
        #expect(try workplace.files(in: "reports") == before)
    }
}
