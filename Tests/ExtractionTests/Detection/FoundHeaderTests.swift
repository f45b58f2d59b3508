import Testing

@testable import Extraction

@Suite struct `Which rows name the columns` {
    @Test func `a first record that lacks a number is no part of the header`() throws {
        let found = try FoundTable(
            "Skola;Stundas", "Bulduri;NULL", "Sloka;3", "Vaivari;4", "Kauguri;5")
        #expect(found.columns == ["Skola", "Stundas"])
        #expect(found.records.first == ["Bulduri", "NULL"])
    }

    @Test func `an empty name in a table of texts leaves the first record alone`() throws {
        let found = try FoundTable(
            "Vārds,Uzvārds,Pilsēta,", "Anna,Liepa,Sloka,aktīvs", "Juris,Ozols,Rīga,aktīvs",
            "Zane,Osīte,Sloka,izstājies")
        #expect(found.columns == ["Vārds", "Uzvārds", "Pilsēta", ""])
        #expect(found.records.count == 3)
    }

    @Test func `a name above several columns is joined to theirs`() throws {
        let found = try FoundTable(
            "Nr.;Skolēns;Septembris;;Oktobris;", ";;stundas;kavēja;stundas;kavēja",
            "1;Anna;20;2;21;0", "2;Juris;19;3;20;1", "3;Zane;20;0;22;2")
        #expect(
            found.columns == [
                "Nr.", "Skolēns", "Septembris / stundas", "Septembris / kavēja",
                "Oktobris / stundas", "Oktobris / kavēja",
            ])
        #expect(found.records.count == 3)
    }

    @Test(
        arguments: [
            "Klase;1;2;3;4", "Novads;2015;2016;2017;2018", "Novads;2018;2017;2016;2015",
            "Priekšmets;1;2;3;Vid.", ";2015;2016;2017;2018", "Novads;2015;2016;2016;2017",
        ])
    func `years and numbers that count on name columns`(header: String) throws {
        let found = try FoundTable(
            header, "Meitenes;10;11;12;13", "Zēni;9;8;7;6", "Kopskaitā;3;9;1;4")
        #expect(found.columns.joined(separator: ";") == header)
        #expect(found.records.count == 3)
    }

    @Test func `rows that all count on are records`() throws {
        let found = try FoundTable("a;1;2;3", "b;4;5;6", "c;7;8;9", "d;2;3;4")
        #expect(found.columns == ["column_1", "column_2", "column_3", "column_4"])
        #expect(found.records.count == 4)
    }

    @Test func `a header without a name for the names of rows stands above the other columns`()
        throws
    {
        let found = try FoundTable("name\tage\tscore", "1\tAnna\t12\t7.5", "2\tJuris\t13\t8")
        #expect(found.columns == ["", "name", "age", "score"])
        #expect(found.records == [["1", "Anna", "12", "7.5"], ["2", "Juris", "13", "8"]])
    }

    @Test func `a repeated header of texts is no record`() throws {
        let found = try FoundTable(
            "Vārds,Pilsēta,Statuss", "Anna,Sloka,aktīvs", "Juris,Rīga,izstājies",
            "Vārds,Pilsēta,Statuss", "Zane,Sloka,aktīvs")
        #expect(found.columns == ["Vārds", "Pilsēta", "Statuss"])
        #expect(found.records.count == 3)
    }

    @Test func `a header of two columns may leave one without a name`() throws {
        let found = try FoundTable("Priekšmets,", "Fizika,3", "Sports,14", "Ķīmija,8")
        #expect(found.columns == ["Priekšmets", ""])
        #expect(found.records.count == 3)
    }
}
