import Testing

@testable import Extraction

@Suite struct `Which rows are records` {
    private static let header = "Kods;Vārds;Klase;Stundas;Datums"
    private static let rows = [
        "A1;Anna;5.a;3;01.02.2019", "A2;Juris;5.b;4;02.02.2019", "A3;Zane;5.c;5;03.02.2019",
        "A4;Oto;6.a;6;04.02.2019",
    ]

    @Test func `the last row is a record between a blank line and a note`() throws {
        let found = try FoundTable(
            of: ([Self.header] + Self.rows.dropLast() + ["", Self.rows[3], "Avots: žurnāls"])
                .joined(separator: "\n"))
        #expect(found.records.count == 4)
    }

    @Test func `a comment among rows that blank lines part takes none away`() throws {
        let lines = [Self.header, Self.rows[0], Self.rows[1], "# labots", Self.rows[2]]
        let found = try FoundTable(of: lines.joined(separator: "\n\n") + "\n")
        #expect(found.columns.first == "Kods")
        #expect(found.records.count == 3)
    }

    @Test func `pages that repeat the header are one table`() throws {
        let found = try FoundTable(
            of: ([Self.header] + Self.rows + ["", "Lapa 2", Self.header] + Self.rows)
                .joined(separator: "\n"))
        #expect(found.records.count == 8)
        #expect(found.heldBack == [])
    }

    @Test(arguments: ["-----;-----;-----;-------;------", "====;===;==;==;=="])
    func `a line drawn below the header is no record`(line: String) throws {
        let found = try FoundTable(
            of: ([Self.header, line] + Self.rows).joined(separator: "\n"))
        #expect(found.columns.first == "Kods")
        #expect(found.records.count == 4)
    }

    @Test func `a row of dashes among the records is a record`() throws {
        let found = try FoundTable(
            of: ([Self.header] + Self.rows + ["--;--;--;--;--"] + Self.rows)
                .joined(separator: "\n"))
        #expect(found.records.count == 9)
    }

    @Test func `units below the header are no record`() throws {
        let found = try FoundTable("Vārds,Augums,Svars", ",(cm),(kg)", "Anna,150,40", "Oto,160,52")
        #expect(found.columns == ["Vārds", "Augums", "Svars"])
        #expect(found.records.count == 2)
    }

    @Test func `a total that leaves cells empty is one wherever it stands`() throws {
        let rows = Self.rows[..<2] + ["Kopā;;;7;"] + Self.rows[2...]
        let found = try FoundTable(of: ([Self.header] + rows).joined(separator: "\n"))
        #expect(found.records.count == 4)
    }

    @Test func `a record whose full row begins with the word total stays one`() throws {
        let found = try FoundTable("Dzimums;Klase;Skaits", "Total;5;9", "Zēni;5;4", "Zēni;6;3")
        #expect(found.records.count == 3)
    }

    @Test func `titles of groups in a table of texts are no records`() throws {
        let found = try FoundTable(
            "Vārds,Uzvārds,Pilsēta", "1. klase,,", "Anna,Liepa,Sloka", "Juris,Ozols,Rīga",
            "2. klase,,", "Zane,Osīte,Sloka", "Oto,Krūze,Rīga")
        #expect(found.records.count == 4)
        #expect(found.records.first == ["Anna", "Liepa", "Sloka"])
    }

    @Test func `a signature below a blank line is no record`() throws {
        let found = try FoundTable(
            "Vārds,Uzvārds,Pilsēta,Statuss", "Anna,Liepa,Sloka,aktīvs", "Juris,Ozols,Rīga,aktīvs",
            "Zane,Osīte,Sloka,izstājies", "Oto,Krūze,Rīga,aktīvs", "", "Direktors,,A. Kalniņa,")
        #expect(found.records.count == 4)
    }

    @Test func `columns that a delimiter of two signs makes are told`() throws {
        let found = DelimitedInspector.inspect(
            Array("Vārds||Stundas\nAnna||3\nJuris||4\nZane||5\n".utf8), isComplete: true)
        #expect(found.tables.first?.emptyColumns == [1])
    }

    @Test func `an empty column at the end is the file's own`() throws {
        let found = DelimitedInspector.inspect(
            Array("Vārds,Stundas,\nAnna,3,\nJuris,4,\nZane,5,\n".utf8), isComplete: true)
        #expect(found.tables.first?.emptyColumns == [])
    }
}
