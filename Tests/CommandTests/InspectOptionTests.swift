import Foundation
import Testing

@Suite struct `Options of inspect` {
    @Test func `tables are not written among the exports`() throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n1;2\n", to: "in/x.csv")
        for into in ["in", "in/out", "./in/../in", "in/"] {
            let outcome = try workplace.run(
                "inspect", "--all", "in", "--as", "csv", "--into", into, "--language", "en")
            #expect(outcome.code == 64)
            #expect(
                outcome.errors
                    == "pumpurs: \(into): the tables would take the place of exports, or lie among them; "
                    + "name a folder outside 'in'\n")
        }
        #expect(try workplace.files(in: "in") == ["x.csv": Array("a;b\n1;2\n".utf8)])
    }

    @Test func `a table does not take the place of an export in a folder below`() throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n1;2\n", to: "in/x.csv")
        try workplace.write("a;b\n3;4\n", to: "in/in/x.csv")
        let outcome = try workplace.run("inspect", "--all", "in", "--as", "csv", "--into", ".")
        #expect(outcome.code == 64)
        #expect(try workplace.text("in/x.csv") == "a;b\n1;2\n")
    }

    @Test func `a second run writes over the tables of the first`() throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n1;2\n", to: "in/x.csv")
        for _ in 0..<2 {
            let outcome = try workplace.run(
                "inspect", "--all", "in", "--as", "csv", "--into", "out")
            #expect(outcome.code == 0)
        }
    }

    @Test func `an empty folder is told`() throws {
        let workplace = try Workplace()
        try FileManager.default.createDirectory(
            at: workplace.path("in"), withIntermediateDirectories: true)
        let outcome = try workplace.run("inspect", "--all", "in", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "in: the folder has no file; name the folder that holds the exports\n")
    }

    @Test func `delimiters without a word are no table`() throws {
        let workplace = try Workplace()
        try workplace.write(";;;\n\n;;;\n", to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--as", "csv")
        #expect(outcome.code == 65)
        #expect(outcome.output == "")
    }

    @Test func `columns of one name have keys of their own in JSON`() throws {
        let workplace = try Workplace()
        try workplace.write("Datums;Datums;Datums (2)\n1;2;3\n3;4;5\n", to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--as", "json", "--language", "en")
        #expect(
            outcome.output == """
                [
                {"Datums": "1", "Datums (3)": "2", "Datums (2)": "3"},
                {"Datums": "3", "Datums (3)": "4", "Datums (2)": "5"}
                ]

                """)
        #expect(
            outcome.errors == """
                a.csv: warning: column 2 has the name 'Datums' of an earlier one; in JSON it is \
                'Datums (3)' [CSV-018]
                  help: give each column a name of its own

                """)
    }

    @Test func `words of the definitions are shown`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let file = Workplace.repository.appending(path: "sample-data/vaivari/2018-2019-2/iap.csv")
        let outcome = try workplace.run("inspect", file.path)
        #expect(outcome.output.contains("Vecāku iesniegums"))
        #expect(!outcome.output.contains("V… i…"))
    }

    @Test func `broken definitions of the usual place do not keep a file from being inspected`()
        throws
    {
        let workplace = try Workplace()
        try workplace.write("version: 9\n", to: "pipelines/jurmala.yaml")
        try workplace.write("a;b\n1;2\n", to: "a.csv")
        #expect(try workplace.run("inspect", "a.csv").code == 0)
        #expect(try workplace.run("inspect", "a.csv", "--pipelines", "./pipelines").code == 78)
    }

    @Test func `a sheet of a delimited file is refused`() throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n1;2\n", to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--sheet", "Nix", "--language", "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: a.csv: the file is no workbook and has no sheets; leave --sheet out\n")
    }

    @Test func `a twin of a workbook is not written under the name of one`() throws {
        let workplace = try Workplace()
        try workplace.write("a;b\n1;2\n", to: "a.csv")
        let outcome = try workplace.run(
            "twin", "a.csv", "--into", "m.xlsx", "--language", "en")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors
                == "pumpurs: m.xlsx: the twin of a workbook is CSV; name a file that ends in .csv\n"
        )
    }

    @Test func `XML that is torn within its declaration is no table`() throws {
        let workplace = try Workplace()
        try workplace.write("<?xml version=\"1.0\" enc", to: "a.xml")
        let outcome = try workplace.run("inspect", "a.xml", "--as", "csv", "--language", "en")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("[XML-001]"))
    }

    @Test func `the mark of UTF-16 before UTF-8 is told`() throws {
        let workplace = try Workplace()
        try workplace.write(
            [0xFF, 0xFE] + Array("Vards;Klase\nAnna;5a\nJanis;6b\n".utf8), to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv", "--as", "csv", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors == """
                a.csv: fatal: the file's encoding is not known: the file begins with the byte order mark \
                of UTF-16, but the other bytes are text in UTF-8 [FIL-016]
                  help: save the file in UTF-8

                """)
    }

    @Test func `a declared encoding that is somebody's name is cut`() throws {
        let workplace = try Workplace()
        try workplace.write(
            "<?xml version=\"1.0\" encoding=\"Zvaigznite\"?><r><Agnese/><Agnese/><Agnese/></r>",
            to: "a.xml")
        let outcome = try workplace.run("inspect", "a.xml")
        #expect(!outcome.output.contains("Zvaigznite"))
        #expect(!outcome.output.contains("Agnese"))
    }
}
