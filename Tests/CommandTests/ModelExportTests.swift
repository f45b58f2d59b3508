import Foundation
import PupilSupport
import SupportStore
import Testing

@testable import Pipelines

@Suite struct `An export of the model` {
    private func exported(_ options: String...) throws -> Workplace {
        let workplace = try Preparation.rolledUp.copy()
        let outcome = try workplace.run(
            list: ["export-model", "--into", "model", "--inbox", "inbox", "--language", "en"]
                + options)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return workplace
    }

    /// The lines of a table's files, without the headers, by the path of the file.
    private func lines(
        of table: String, in workplace: borrowing Workplace
    ) throws -> [String: [String]] {
        try workplace.files(in: "model/\(table)").mapValues { bytes in
            let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
            return Array(lines.dropFirst().dropLast())
        }
    }

    private struct Package: Decodable {
        struct Resource: Decodable {
            let name: String
            let path: String
            let table: String
            let partition: [String: String]?
            let rows: Int
            let bytes: Int
            let hash: String
            let schema: String
        }
        let semesters: [String]
        let resources: [Resource]
    }

    private func package(_ workplace: borrowing Workplace) throws -> Package {
        try JSONDecoder().decode(
            Package.self, from: Data(try workplace.bytes("model/datapackage.json")))
    }

    private static let views = RecordKind.inStore.map(\.currentView)

    @Test func `has the same bytes each time, whatever the key of the store`() throws {
        let workplace = try exported("--with-figures")
        let again = try exported("--with-figures")
        let another = try Workplace()
        try another.copySamples()
        _ = try another.rollup()
        _ = try another.run("export-model", "--into", "model", "--with-figures", "--language", "en")
        let files = try workplace.files(in: "model")
        #expect(files.count > 50)
        #expect(try again.files(in: "model") == files)
        #expect(try another.bytes("state/pumpurs.key") != workplace.bytes("state/pumpurs.key"))
        #expect(try another.files(in: "model") == files)
    }

    @Test(arguments: views)
    func `holds each record that counts exactly once, as the store has it`(view: String) throws {
        let workplace = try exported()
        let files = try workplace.files(in: "model/\(view)")
        let header = String(decoding: try #require(files.values.first), as: UTF8.self)
            .prefix { $0 != "\r\n" }
        let columns = header.split(separator: ",")
        var stored: [String] = []
        try StoreReader(stateFolder: workplace.path("state").path).read { snapshot in
            try snapshot.stream(sql: "SELECT \(header) FROM \(view)") { row in
                stored.append(
                    columns.indices.map { row.integer($0).map(String.init) ?? "" }
                        .joined(separator: ","))
            }
        }
        #expect(!stored.isEmpty)
        #expect(try lines(of: view, in: workplace).values.joined().sorted() == stored.sorted())
    }

    @Test func `puts a record into the folder of its semester and its school`() throws {
        let workplace = try exported()
        let schools = try lines(of: "school", in: workplace).values.joined().reduce(
            into: [String: String]()
        ) { schools, line in
            let cells = line.components(separatedBy: ",")
            schools[cells[0]] = cells[1]
        }
        let header = try workplace.text(
            "model/currentMark/school_year=2018-2019/semester=2018-2019-2/school=sloka/currentMark.csv"
        ).prefix { $0 != "\r\n" }
        #expect(header == "delivery,line,byte,school,semester,pupil,subject,mark")
        var count = 0
        for (path, lines) in try lines(of: "currentMark", in: workplace) {
            for line in lines {
                let cells = line.components(separatedBy: ",")
                let stored = try #require(Int(cells[4]))
                let semester = try #require(Semester(storedValue: stored))
                let school = try #require(schools[cells[3]])
                #expect(
                    path == "school_year=\(semester.code.dropLast(2))/semester=\(semester.code)/"
                        + "school=\(school)/currentMark.csv")
                count += 1
            }
        }
        #expect(count > 100)
    }

    @Test func `gives the queries of the indicators the same rows as the store`() throws {
        let workplace = try exported()
        let outcome = try workplace.shell(
            "python3 - <<'PYTHON'\n\(Self.comparison)\nPYTHON")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("8 queries, "), "\(outcome.output)")
        #expect(outcome.output.hasSuffix(" rows, 0 differ\n"), "\(outcome.output)")
        #expect(!outcome.output.contains(", 0 rows"))
    }

    /// Runs every query over the store, and over tables that are made from the files of the export alone.
    private static let comparison = """
        import csv, glob, json, os, sqlite3
        store = sqlite3.connect("file:state/pumpurs.sqlite?mode=ro", uri=True)
        copy = sqlite3.connect(":memory:")
        for path in glob.glob("model/schemas/*.json"):
            table = os.path.basename(path)[:-5]
            types = {"integer": "INTEGER", "string": "TEXT"}
            fields = json.load(open(path, encoding="utf-8"))["fields"]
            copy.execute(f"CREATE TABLE {table} (" + ", ".join(f["name"] + " " + types[f["type"]] for f in fields) + ")")
            for file in glob.glob(f"model/{table}/**/*.csv", recursive=True):
                header, *rows = csv.reader(open(file, encoding="utf-8", newline=""))
                assert header == [f["name"] for f in fields]
                copy.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(header))})",
                                 [[cell or None for cell in row] for row in rows])
        queries, count, differing = 0, 0, 0
        for path in sorted(glob.glob("pipelines/indicators/*.sql")):
            queries += 1
            for semester, previous in ((20181, 20172), (20182, 20181), (20191, 20182)):
                given = {"semester": semester, "previous": previous, "low_mark_below": 4}
                sql = open(path, encoding="utf-8").read()
                one, other = (sorted(map(repr, base.execute(sql, given))) for base in (store, copy))
                count += len(one)
                differing += one != other
        print(f"{queries} queries, {count} rows, {differing} differ")
        """

    @Test func `is described by a package that names every file with its rows and hash`() throws {
        let workplace = try exported("--with-figures")
        let package = try package(workplace)
        let files = try workplace.files(in: "model")
        let tables = files.filter { $0.key.hasSuffix(".csv") }
        #expect(package.resources.map(\.path) == tables.keys.sorted())
        #expect(Set(package.resources.map(\.name)).count == package.resources.count)
        #expect(package.semesters == ["2018-2019-1", "2018-2019-2", "2019-2020-1"])
        for resource in package.resources {
            let bytes = try #require(files[resource.path])
            #expect(resource.rows == bytes.count { $0 == UInt8(ascii: "\n") } - 1)
            #expect(resource.bytes == bytes.count)
            var fingerprint = Fingerprint()
            bytes.withUnsafeBytes { fingerprint.update($0) }
            #expect(resource.hash == "sha256:" + Hexadecimal.text(fingerprint.finalize()))
            #expect(files[resource.schema] != nil)
            let folders = ["school_year", "semester", "school"].compactMap { key in
                resource.partition?[key].map { "\(key)=\($0)/" }
            }
            #expect(
                resource.path
                    == "\(resource.table)/\(folders.joined())\(resource.table).csv")
        }
    }

    @Test func `holds nothing of people but whole numbers`() throws {
        let workplace = try exported()
        for view in Self.views {
            for (path, lines) in try lines(of: view, in: workplace) {
                let text = lines.joined(separator: "\n")
                #expect(
                    text.allSatisfy { $0.isNumber || $0 == "," || $0 == "\n" }, "\(view)/\(path)")
            }
        }
        let names = try workplace.files(in: "model/schemas").values.map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(names.count == Self.views.count + 3)
        #expect(!names.contains { $0.contains("birthDate") || $0.contains("orderNumber") })
    }

    @Test func `holds no name and no personal code`() throws {
        let workplace = try exported("--with-figures")
        let secrets = try `No output gives anybody away`.secrets(workplace)
        #expect(secrets.codes.count > 100)
        #expect(secrets.names.count > 80)
        for (path, bytes) in try workplace.files(in: "model") {
            let text = String(decoding: bytes, as: UTF8.self)
            let words = text.split { !$0.isLetter }.map(String.init)
            let digits = text.split { !$0.isNumber && $0 != "-" }.map(String.init)
            // The failure names the file only: what leaked must not stand in a test's text.
            #expect(secrets.names.isDisjoint(with: words), "a name in \(path)")
            #expect(secrets.codes.isDisjoint(with: digits), "a personal code in \(path)")
        }
    }

    @Test func `has the figures that the reports have, cell by cell`() throws {
        let workplace = try exported("--with-figures")
        for semester in ["2018-2019-1", "2018-2019-2", "2019-2020-1"] {
            var reported: [String] = []
            for table in ["participants", "teachers", "outcomes"] {
                let text = try workplace.text("reports/\(semester)/internal/\(table).csv")
                for row in rows(of: text) {
                    reported.append(
                        [
                            "address", "unit", "value", "value_previous", "change",
                            "value_status", "value_previous_status",
                        ].map { row[$0] ?? "?" }.joined(separator: ","))
                }
            }
            #expect(reported.count > 300)
            let year = "school_year=\(semester.dropLast(2))"
            let figures = try lines(of: "figures", in: workplace)[
                "\(year)/semester=\(semester)/figures.csv"]
            #expect(figures?.sorted() == reported.sorted())
        }
    }

    @Test func `has no figures unless they are asked for`() throws {
        let workplace = try exported()
        #expect(try workplace.files(in: "model/figures").isEmpty)
        #expect(try !package(workplace).resources.contains { $0.table == "figures" })
    }

    @Test func `is its owner's alone`() throws {
        let workplace = try Preparation.rolledUp.copy()
        _ = try workplace.shell("umask 0; \"$PUMPURS\" export-model --into model --with-figures")
        #expect(try !workplace.files(in: "model").isEmpty)
        let wide = try workplace.shell(
            "find model \\( -type f -perm /0177 -o -type d -perm /0077 \\)")
        #expect(wide.output.isEmpty)
    }

    @Test func `says what it has written`() throws {
        let workplace = try Preparation.rolledUp.copy()
        let outcome = try workplace.run("export-model", "--into", "model", "--with-figures")
        let resources = try package(workplace).resources
        let records = resources.filter { $0.table != "figures" }.reduce(0) { $0 + $1.rows }
        let figures = resources.filter { $0.table == "figures" }.reduce(0) { $0 + $1.rows }
        #expect(
            outcome.output
                == "model: faili: \(resources.count); ieraksti: \(records); skaitļi: \(figures)\n")
        #expect(outcome.errors.isEmpty)
    }

    @Test func `says how long each query and each family took, where that is asked for`() throws {
        let workplace = try Preparation.rolledUp.copy()
        let outcome = try workplace.run(
            "export-model", "--into", "model", "--with-figures", "--timings", "--language", "en")
        let lines = outcome.output.split(separator: "\n").dropFirst()
        let parts = lines.compactMap { $0.wholeMatch(of: #/  (.+): \d+ ms/#)?.1 }
        #expect(parts.count == lines.count)
        #expect(parts.contains("reading sessions.sql"))
        let families = try FileManager.default.contentsOfDirectory(
            atPath: workplace.path("pipelines/indicators").path
        ).filter { $0.hasSuffix(".yaml") }.map { "summing up \($0.dropLast(5))" }
        #expect(Set(parts.filter { $0.hasPrefix("summing") }.map(String.init)) == Set(families))
    }

    @Test func `has no times to say without figures`() throws {
        let workplace = try Preparation.rolledUp.copy()
        let outcome = try workplace.run("export-model", "--into", "model", "--timings")
        #expect(outcome.code == 64)
        #expect(try workplace.files(in: "model").isEmpty)
    }

    @Test func `leaves the store as it is`() throws {
        let workplace = try Preparation.rolledUp.copy()
        let content = """
            find state -type f ! -name 'pumpurs.sqlite*' | sort | xargs sha256sum
            python3 -c 'import sqlite3
            print(*sqlite3.connect("state/pumpurs.sqlite").iterdump())'
            """
        let before = try workplace.shell(content)
        _ = try workplace.run("export-model", "--into", "model", "--with-figures")
        #expect(before.output.contains("INSERT INTO \"session\""))
        #expect(try workplace.shell(content).output == before.output)
    }

    @Test func `is not written over a folder that is there`() throws {
        let workplace = try exported()
        let files = try workplace.files(in: "model")
        let outcome = try workplace.run("export-model", "--into", "model", "--language", "en")
        #expect(outcome.code == 73)
        #expect(
            outcome.errors
                == "pumpurs: 'model' is there already; name a folder that is not, such as one with the "
                + "day's date\n")
        #expect(try workplace.files(in: "model") == files)
    }

    @Test func `that cannot be written leaves nothing behind`() throws {
        let workplace = try Preparation.rolledUp.copy()
        try workplace.write("a file", to: "file")
        let outcome = try workplace.run("export-model", "--into", "file/model", "--language", "en")
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains("Not a directory"), "\(outcome.errors)")
        #expect(try workplace.text("file") == "a file")
        #expect(try workplace.shell("ls -A | grep -c pumpurs").output == "0\n")
    }

    @Test func `needs a store`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let outcome = try workplace.run("export-model", "--into", "model", "--language", "en")
        #expect(outcome.code == 66)
        #expect(outcome.errors.hasPrefix("pumpurs: there is no store in the folder 'state'; "))
    }

    @Test func `needs a store that has something`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        _ = try workplace.shell("mkdir inbox; \"$PUMPURS\" import --inbox inbox")
        let outcome = try workplace.run("export-model", "--into", "model", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "pumpurs: the store has no data of any semester; put some in first: pumpurs import\n"
        )
        #expect(!FileManager.default.fileExists(atPath: workplace.path("model").path))
    }

    @Test func `waits for no other run`() throws {
        let workplace = try Preparation.rolledUp.copy()
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 20)
        defer { holder.terminate() }
        let outcome = try workplace.run("export-model", "--into", "model", "--language", "en")
        #expect(outcome.code == 75)
        #expect(!FileManager.default.fileExists(atPath: workplace.path("model").path))
    }
}
