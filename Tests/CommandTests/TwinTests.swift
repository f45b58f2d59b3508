import Foundation
import Testing

@Suite struct `The command twin` {
    private static let table =
        "Vārds;Uzvārds;Klase\r\nJānis;Bērziņš;5.a\r\nŽanete;Ķīkule;6.b\r\nĢirts;Šteins;5.a\r\n"

    @Test func `writes a twin to standard output, and what stayed to standard error`() throws {
        let workplace = try Workplace()
        try workplace.write(Self.table, to: "skoleni.csv")
        let outcome = try workplace.run("twin", "skoleni.csv", "--language", "en", "--seed", "1")
        #expect(outcome.code == 0)
        let lines = outcome.output.split(separator: "\r\n")
        #expect(outcome.output.utf8.count == Self.table.utf8.count)
        #expect(lines.first == "Vārds;Uzvārds;Klase")
        #expect(!outcome.output.contains("Jānis") && !outcome.output.contains("Bērziņš"))
        #expect(
            outcome.errors == """
                invented: words 6, personal codes 0, days 0
                names of columns that stayed: 'Vārds', 'Uzvārds', 'Klase'
                values that stayed: '5.a', '6.b'
                numbers that stayed (marks, hours, counts): 0
                look through the twin before you send it

                """)
    }

    @Test func `writes a twin into a new file that only its owner may read`() throws {
        let workplace = try Workplace()
        try workplace.write(Self.table, to: "skoleni.csv")
        let outcome = try workplace.run("twin", "skoleni.csv", "--into", "dvinis.csv")
        #expect(outcome.code == 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("izdomāti: vārdi 6, personas kodi 0, dienas 0\n"))
        #expect(try workplace.bytes("dvinis.csv").count == Self.table.utf8.count)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: workplace.path("dvinis.csv").path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `never writes over a file`() throws {
        let workplace = try Workplace()
        try workplace.write(Self.table, to: "skoleni.csv")
        let outcome = try workplace.run("twin", "skoleni.csv", "--into", "skoleni.csv")
        #expect(outcome.code == 73)
        #expect(
            outcome.errors
                == "pumpurs: skoleni.csv: tāds fails jau ir un netiek pārrakstīts; nosauciet citu\n"
        )
        #expect(try workplace.bytes("skoleni.csv") == Array(Self.table.utf8))
    }

    @Test(
        arguments: [
            (
                "tukss.csv", "",
                "the file is empty [FIL-002]\n  help: export it from the school system again and look "
                    + "whether it has rows"
            ),
            (
                "attels.csv", "\u{89}PNG\0\0\0\0\u{1}\u{2}\u{3}\0\0\0",
                "the encoding cannot be told: the file has zero bytes and control characters; it is no "
                    + "text; name it with --encoding"
            ),
            ("darbgramata.xlsx", "PK\u{3}\u{4}", nil),
        ] as [(String, String, String?)])
    func `refuses what is no export`(name: String, content: String, reason: String?) throws {
        let workplace = try Workplace()
        try workplace.write(content, to: name)
        let outcome = try workplace.run("twin", name, "--language", "en")
        #expect(outcome.code == 65)
        #expect(outcome.output.isEmpty)
        if let reason { #expect(outcome.errors == "\(name): \(reason)\n") }
    }

    @Test func `says that there is no such file or encoding`() throws {
        let workplace = try Workplace()
        try workplace.write(Self.table, to: "skoleni.csv")
        let missing = try workplace.run("twin", "nav.csv", "--language", "en")
        #expect(missing.code == 65)
        #expect(missing.errors == "nav.csv: the file cannot be read: No such file or directory\n")
        let other = try workplace.run("twin", "skoleni.csv", "--encoding", "latin")
        #expect(other.code == 65)
        #expect(other.errors.hasPrefix("skoleni.csv: kodējuma 'latin' nav; atļauti: utf-8, "))
    }

    @Test func `shows the name of a file without characters that act`() throws {
        let workplace = try Workplace()
        let missing = try workplace.run("twin", "nav\u{1B}[31m.csv", "--language", "en")
        #expect(
            missing.errors
                == "nav%1B[31m.csv: the file cannot be read: No such file or directory\n")
        try workplace.write(Self.table, to: "skoleni.csv")
        try workplace.write("", to: "ir\n.csv")
        let there = try workplace.run("twin", "skoleni.csv", "--into", "ir\n.csv")
        #expect(
            there.errors
                == "pumpurs: ir%0A.csv: tāds fails jau ir un netiek pārrakstīts; nosauciet citu\n")
        let coded = try workplace.run("twin", "skoleni.csv", "--encoding", "l\u{1B}")
        #expect(coded.errors.hasPrefix("skoleni.csv: kodējuma 'l%1B' nav; atļauti: utf-8, "))
    }

    @Test func `lists the elements and attributes whose names stayed`() throws {
        let workplace = try Workplace()
        try workplace.write(
            "<e><s pk='010107-21234' klase='5.A'><vards>Žanete</vards></s></e>", to: "a.xml")
        let outcome = try workplace.run("twin", "a.xml", "--language", "en", "--seed", "1")
        #expect(
            outcome.errors == """
                invented: words 1, personal codes 1, days 0
                names of elements and attributes that stayed: '@pk', '@klase', 'vards'
                values that stayed: '5.A'
                numbers that stayed (marks, hours, counts): 0
                look through the twin before you send it

                """)
    }

    @Test func `refuses a folder without definitions`() throws {
        let workplace = try Workplace()
        try workplace.write(Self.table, to: "skoleni.csv")
        let outcome = try workplace.run("twin", "skoleni.csv", "--pipelines", "nope")
        let lint = try workplace.run("lint", "--pipelines", "nope")
        #expect(outcome.code == 78)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors == lint.errors)
    }
}
