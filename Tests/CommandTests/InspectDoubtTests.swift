import Foundation
import Testing

@Suite struct `What an inspection is not sure of` {
    private static func inspect(
        _ text: String, as name: String = "a.csv"
    ) throws -> Workplace.Outcome {
        let workplace = try Workplace()
        try workplace.write(text, to: name)
        return try workplace.run("inspect", name, "--language", "en")
    }

    @Test func `a delimiter that cuts most rows unevenly is said, in the words and in the YAML`()
        throws
    {
        let output = try Self.inspect(
            "vards;klase\nAnna;5;1\nIlze;6;x;9\nZane;7\nLiene\n"
        ).output
        #expect(
            output.contains(
                "  ';' stands in most lines, but cuts them into different numbers of cells: if it is the "
                    + "delimiter, pin it yourself\n"))
        #expect(
            output.contains(
                "      # ';' stands in most lines: if it is the delimiter, pin it here\n"))
    }

    @Test func `a list of words without a delimiter leaves no doubt`() throws {
        let output = try Self.inspect("vards\nAnna\nIlze\nZane\n").output
        #expect(!output.contains("pin it") && !output.contains("pin the"))
    }

    @Test(
        arguments: [
            ("<html><body><table><tr><td>a</td></tr></table></body></html>\n", "a.xls", "HTML"),
            ("\n<!DOCTYPE html>\n<table><tr><td>a</td></tr></table>\n", "a.csv", "HTML"),
            ("<table border=\"1\"><tr><td>a<td>b</tr></table>\n", "a.csv", "HTML"),
            ("[\n  {\"vards\": \"Anna\", \"klase\": 5}\n]\n", "a.csv", "JSON"),
            ("{\"skoleni\": [{\"klase\": 5}]}\n", "a.json", "JSON"),
        ])
    func `a page of the web or JSON is said to be one`(
        text: String, name: String, form: String
    ) throws {
        let outcome = try Self.inspect(text, as: name)
        #expect(outcome.code == 65)
        #expect(outcome.output == "")
        #expect(
            outcome.errors == """
                \(name): fatal: the file is \(form) and no table [FIL-030]
                  help: open it in the program that made it and save it as xlsx or CSV

                """)
    }

    @Test func `two columns of one name are said, for an import refuses them`() throws {
        let output = try Self.inspect("Klase;Stundas;Stundas\n5;1;2\n6;2;3\n7;1;4\n").output
        #expect(
            output.contains(
                "  two columns 'Stundas': an import refuses the file with CSV-007; give each a name of "
                    + "its own\n"))
        #expect(
            output.contains(
                "    # two columns are called Stundas: an import refuses the file (CSV-007)\n"))
    }

    @Test func `personal codes are called so, and examples of shapes are explained`() throws {
        let lines = try Self.inspect(
            "Kods;Klase;Stundas\n010107-21230;5.a;1\n150306-20417;6.b;2\n220307-20417;7.c;1\n"
        ).output.split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(lines.contains("1 Kods personal code 100 %"))
        #expect(
            lines.contains(
                "(number 12 – digits, with a fraction too; code A1 – letters and digits together "
                    + "without a blank)"))
    }

    @Test func `the row of sums that was found is pinned`() throws {
        let output = try Self.inspect(
            "Nr.;Klase;Stundas\n1;5.a;10\n2;6.b;20\n3;7.c;5\nKopā;;35\n"
        ).output
        #expect(
            output.contains(
                "    total_row: {column: Nr., text: Kopā, sums: [Stundas]}   # line 5\n"))
    }

    @Test func `what the file does not tell is asked`() throws {
        #expect(
            try Self.inspect("a;b\n1;2\n3;4\n").output.contains(
                """
                name: {lv: "…", en: "…"}
                # school: …   # the code that the municipality's definition gives the school
                # check_digit: verify   # of personal codes; `synthetic` for made-up ones
                files:

                """))
    }

    @Test func `a name that was typed is shown as typed, and one of a folder is not`() throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n1;2\n3;4\n", to: "in/Kalniņa Zigfrīda.csv")
        let typed = try workplace.run("inspect", "in/Kalniņa Zigfrīda.csv")
        #expect(typed.output.hasPrefix("fails:            in/Kalniņa Zigfrīda.csv\n"))
        let found = try workplace.run("inspect", "--all", "in")
        #expect(!found.output.contains("Zigfrīda"))
    }

    @Test func `names that would be shown alike get a number`() throws {
        let workplace = try Workplace()
        for name in ["Zigfrīda", "Zigfrīds"] {
            try workplace.write("a;b\n1;2\n3;4\n", to: "in/\(name).csv")
        }
        let names = try workplace.run("inspect", "--all", "in").output.split(separator: "\n")
            .filter { $0.hasPrefix("fails:") }
        #expect(Set(names).count == 2)
        #expect(names.contains { $0.hasSuffix(" (2).csv") })
    }
}

@Suite struct `What to do next` {
    @Test func `a file that nobody recognises leads to the inspection`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try workplace.write("q;w\n1;2\n", to: "inbox/a.csv")
        let outcome = try workplace.run(
            "import", "--inbox", "inbox", "--state", "state", "--language", "en")
        #expect(
            outcome.errors.contains(
                "  help: check the header and the encoding, or add a definition under "
                    + "`pipelines/sources/`; `pumpurs inspect` says what the file is and prints the start "
                    + "of one\n"))
    }

    @Test func `a kind of file that nobody sends asks for a source`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        for name in ["sloka.yaml", "sloka.test.yaml"] {
            try FileManager.default.removeItem(at: workplace.path("pipelines/sources/\(name)"))
        }
        let outcome = try workplace.run("lint", "--language", "en")
        #expect(outcome.code == 78)
        #expect(
            outcome.errors.contains(
                """
                no source of 'sloka' sends files of the kind 'support' [DEF-025]
                  help: add a source under `pipelines/sources/`, or take this entry out

                """))
    }

    @Test func `a source without examples is named`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try FileManager.default.removeItem(
            at: workplace.path("pipelines/sources/sloka.test.yaml"))
        let outcome = try workplace.run("test")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasSuffix("failed\nno examples: sloka\n"))
    }
}
