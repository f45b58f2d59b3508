import Foundation
import Testing

@Suite struct `Inspecting files` {
    private static let fixtures = Workplace.repository.appending(
        path: "Tests/CommandTests/Fixtures/tables")

    private static let names = [
        "preamble", "merged-header", "repeated-header", "total-row", "notes-below",
    ]

    @Test(arguments: names)
    func `the clean table of a file with more than a table in it is printed and nothing else`(
        name: String
    ) throws {
        let workplace = try Workplace()
        let file = Self.fixtures.appending(path: "\(name).csv")
        let outcome = try workplace.run("inspect", file.path, "--as", "csv")
        let clean = try Data(contentsOf: Self.fixtures.appending(path: "\(name).clean"))
        #expect(outcome.code == 0)
        #expect(outcome.errors == "")
        #expect(Array(outcome.output.utf8) == Array(clean))
    }

    @Test func `the larger of two tables is printed and the other is named`() throws {
        let workplace = try Workplace()
        let file = Self.fixtures.appending(path: "two-tables.csv")
        let outcome = try workplace.run("inspect", file.path, "--as", "csv", "--language", "en")
        let clean = try Data(contentsOf: Self.fixtures.appending(path: "two-tables.clean"))
        #expect(outcome.code == 0)
        #expect(Array(outcome.output.utf8) == Array(clean))
        #expect(outcome.errors.contains(" (records: "))
        #expect(outcome.errors.hasSuffix("  help: choose what to print with --table\n"))
        let chosen = try workplace.run("inspect", file.path, "--as", "csv", "--table", "1")
        #expect(chosen.code == 0)
        #expect(chosen.errors == "")
    }

    @Test func `what each line was taken for is said`() throws {
        let workplace = try Workplace()
        let file = Self.fixtures.appending(path: "preamble.csv")
        let outcome = try workplace.run("inspect", file.path, "--language", "en")
        let lines = outcome.output.split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let start = try #require(lines.firstIndex(of: "lines:"))
        #expect(
            Array(lines[(start + 1)...].prefix(4))
                == ["1–3 preamble", "4 blank", "5 header", "6–8 record"])
    }

    @Test func `a row with a cell too many is told and not in the table`() throws {
        let workplace = try Workplace()
        try workplace.write("vards;klase;stundas\nJānis;5;3\nAnna;6;x;9\n", to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--as", "csv", "--language", "en")
        #expect(outcome.code == 3)
        #expect(outcome.output == "vards,klase,stundas\r\nJānis,5,3\r\n")
        #expect(
            outcome.errors == """
                a.csv:3:4: error: the row has 4 cells; the header has 3 [CSV-002]
                  help: if a cell's text contains the delimiter, put the text in quotes

                """)
    }

    @Test func `a table whose first cell begins with a bracket is no XML`() throws {
        let workplace = try Workplace()
        try workplace.write("<gads vai mazāk;skaits\n5;3\n6;4\n", to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--as", "csv")
        #expect(outcome.code == 0)
        #expect(outcome.output == "<gads vai mazāk,skaits\r\n5,3\r\n6,4\r\n")
    }

    @Test func `the table is printed as JSON`() throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n1;\"x \"\"y\"\"\"\n2;\n", to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--as", "json")
        #expect(
            outcome.output == """
                [
                {"a": "1", "b": "x \\"y\\""},
                {"a": "2", "b": ""}
                ]

                """)
    }

    @Test func `a file without a table ends with code 65`() throws {
        let workplace = try Workplace()
        try workplace.write("\n\n", to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--as", "csv", "--language", "en")
        #expect(outcome.code == 65)
        #expect(outcome.output == "")
        #expect(
            outcome.errors
                == "a.csv: the file has no table; one needs two columns or a list of values, and in "
                + "XML an element that is repeated\n")
    }

    @Test func `a file that cannot be read on is told in one message with advice`() throws {
        let workplace = try Workplace()
        try workplace.write(
            [0xFF, 0xFE] + "a;b\n1;2\n".utf16.flatMap { [UInt8($0), 0] } + [0x0A], to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--as", "csv", "--language", "en")
        #expect(outcome.code == 65)
        #expect(outcome.errors.hasPrefix("a.csv: fatal: the file is not in UTF-16: "))
        #expect(!outcome.errors.contains("FileRefusal("))
    }

    @Test
    func `names in the place of a header are cut, though the cells below prove that it is one`()
        throws
    {
        let workplace = try Workplace()
        try workplace.write(
            "Zigfrīds;Ķeizars;skola\nJānis;Bērziņš;klase\nAnna;Kalniņa;grupa\n", to: "a.csv")
        try workplace.write("bites;stundas\n5;3\n6;4\n7;5\n", to: "b.csv")
        let texts = try workplace.run("inspect", "a.csv").output
        #expect(!texts.contains("gfr") && !texts.contains("eizars"))
        let proved = try workplace.run("inspect", "b.csv").output
        #expect(proved.contains("columns: [\"b…\", stundas]"))
    }

    @Test func `a folder is done in one process`() throws {
        let workplace = try Workplace()
        try workplace.write("a\tb\n1\t2\n3\t4\n", to: "in/x.tsv")
        try workplace.write("a,b\n1,2\n3,4\n", to: "in/sub/y.csv")
        try workplace.write("", to: "in/z.csv")
        let outcome = try workplace.run(
            "inspect", "--all", "in", "--as", "csv", "--into", "out", "--language", "en")
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("z.csv: fatal: the file is empty [FIL-002]"))
        #expect(
            try workplace.files(in: "out").mapValues { String(decoding: $0, as: UTF8.self) }
                == ["x.tsv.csv": "a,b\r\n1,2\r\n3,4\r\n", "sub/y.csv": "a,b\r\n1,2\r\n3,4\r\n"])
    }

    @Test func `the YAML that is printed reads the file when it is put into a definition`() throws {
        let workplace = try Workplace()
        let file = Workplace.repository.appending(
            path: "sample-data/vaivari/2018-2019-2/konsultacijas.csv")
        let outcome = try workplace.run("inspect", file.path)
        let yaml = try #require(outcome.output.ranges(of: "version: 1").first)
        try workplace.copyDefinitions()
        for name in ["vaivari.yaml", "vaivari.test.yaml"] {
            try FileManager.default.removeItem(at: workplace.path("pipelines/sources/\(name)"))
        }
        let starter = outcome.output[yaml.lowerBound...]
            .replacing("new-source", with: "vaivari").replacing("new-kind", with: "consultations")
            .replacing("files:", with: "school: vaivari\nfiles:")
        try workplace.write(String(starter), to: "pipelines/sources/vaivari.yaml")
        try workplace.write(
            try workplace.text("pipelines/jurmala.yaml").split(
                separator: "\n", omittingEmptySubsequences: false
            ).filter { !$0.contains("school: vaivari, semester") }.joined(separator: "\n"),
            to: "pipelines/jurmala.yaml")
        let lint = try workplace.run("lint", "--language", "en")
        #expect(lint.errors == "")
        #expect(lint.code == 0)
    }
}

@Suite struct `Inspecting the samples` {
    /// A way to save a sample anew.
    struct Form: CustomTestStringConvertible {
        let encoding: String
        let shown: String
        let delimiter: String
        let quote: String
        let lineEnd: String

        var testDescription: String { "\(encoding) \(delimiter) \(quote)" }
    }

    private static let forms = [
        Form(encoding: "cp775", shown: "cp775", delimiter: "|", quote: "\"", lineEnd: "\\r\\n"),
        Form(
            encoding: "utf-16-le", shown: "utf-16le", delimiter: "\\t", quote: "\"",
            lineEnd: "\\n"),
        Form(
            encoding: "iso8859_4", shown: "iso-8859-4", delimiter: ";", quote: "'",
            lineEnd: "\\r\\n"),
        Form(
            encoding: "mac_latin2", shown: "mac-central-european", delimiter: ",", quote: "\"",
            lineEnd: "\\r"),
    ]

    /// The samples with the dialect that their definitions pin.
    private static func samples() throws -> [(path: String, isVaivari: Bool)] {
        let folder = Workplace.repository.appending(path: "sample-data")
        return (FileManager.default.subpaths(atPath: folder.path) ?? [])
            .filter { $0.hasSuffix(".csv") && $0.contains("/") }.sorted()
            .map { (folder.appending(path: $0).path, $0.hasPrefix("vaivari")) }
    }

    private static func found(_ output: String) -> [String: String] {
        var found: [String: String] = [:]
        for line in output.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            if parts.count == 2, found[parts[0]] == nil { found[parts[0]] = parts[1] }
        }
        return found
    }

    @Test func `every sample shows the dialect that its definition pins`() throws {
        let workplace = try Workplace()
        let samples = try Self.samples()
        #expect(samples.count == 30)
        for (path, isVaivari) in samples {
            let found = Self.found(
                try workplace.run("inspect", path, "--language", "en").output)
            let name = URL(filePath: path).lastPathComponent
            #expect(
                found["encoding"]?.split(separator: " ").first
                    == (isVaivari ? "utf-8" : "windows-1257"), "\(name)")
            #expect(found["delimiter"] == (isVaivari ? "," : ";"), "\(name)")
            #expect(found["quote"] == "\"", "\(name)")
            let rows = isVaivari && name == "konsultacijas.csv" ? "2" : "1"
            #expect(found["table 1"]?.hasSuffix("header rows: \(rows)") == true, "\(name)")
        }
    }

    @Test(arguments: forms)
    func `every sample that is saved anew shows its new dialect`(form: Form) throws {
        let workplace = try Workplace()
        for (path, isVaivari) in try Self.samples() {
            try Self.save(path, isVaivari, as: form, to: workplace.path("a.csv").path)
            let found = Self.found(
                try workplace.run("inspect", "a.csv", "--language", "en").output)
            let name = URL(filePath: path).lastPathComponent
            #expect(
                found["encoding"]?.split(separator: " ").first.map(String.init) == form.shown,
                "\(name)")
            let delimiter = form.delimiter == "\\t" ? "tab" : form.delimiter
            #expect(found["delimiter"] == delimiter, "\(name)")
            if try workplace.bytes("a.csv").contains(form.quote.utf8.first ?? 0) {
                #expect(found["quote"] == form.quote, "\(name)")
            }
            let rows = isVaivari && name == "konsultacijas.csv" ? "2" : "1"
            #expect(found["table 1"]?.hasSuffix("header rows: \(rows)") == true, "\(name)")
        }
    }

    private static func save(
        _ path: String, _ isVaivari: Bool, as form: Form, to target: String
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import csv, io, sys
            source, encoding, delimiter, target, into, sign, quote, end = sys.argv[1:]
            text = open(source, encoding=encoding, newline="").read()
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            out = io.StringIO(newline="")
            unescape = lambda text: text.encode().decode("unicode_escape")
            csv.writer(out, delimiter=unescape(sign), quotechar=quote,
                lineterminator=unescape(end)).writerows(rows)
            open(target, "wb").write(out.getvalue().encode(into, errors="replace"))
            """, path, isVaivari ? "utf-8-sig" : "cp1257", isVaivari ? "," : ";", target,
            form.encoding, form.delimiter, form.quote, form.lineEnd,
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
