import Testing

@testable import Extraction

@Suite struct `Tables whose rows are of many widths` {
    @Test func `rows without their last empty cells keep the header and its delimiter`() throws {
        let found = try FoundTable(
            "Plans,Pasakums,Sakums,Rezultats", "JDV-00,Psihologs,13.11.2018.,labi",
            "JDV-01,Psihologs", "JDV-02,Fizika,15.01.2018.", "JDV-03,Fizika",
            "JDV-04,Psihologs", "JDV-05,Fizika", "JDV-06,Psihologs,17.01.2018.,labi",
            "JDV-07,Psihologs", "JDV-08,Fizika,18.01.2018.,labi")
        #expect(found.columns == ["Plans", "Pasakums", "Sakums", "Rezultats"])
        #expect(found.records.count == 9)
        #expect(found.records[1] == ["JDV-01", "Psihologs", "", ""])
        #expect(found.heldBack == [])
    }

    @Test func `rows that end early do not make a decimal comma the delimiter`() throws {
        let rows = (1...12).map { number in
            "\(number).;0\(number % 9 + 1).02.2019.;Anna Liepa;5.a;\(number % 3),75"
                + (number % 3 == 0 ? ";kavēja" : "")
        }
        let found = try FoundTable(
            of: (["Nr.;Datums;Skolēns;Klase;Stundas;Piezīmes"] + rows).joined(separator: "\n"))
        #expect(
            found.columns == ["Nr.", "Datums", "Skolēns", "Klase", "Stundas", "Piezīmes"])
        #expect(found.records.count == 12)
        #expect(found.records[0] == ["1.", "02.02.2019.", "Anna Liepa", "5.a", "1,75", ""])
    }

    @Test func `commas within a few sentences hold back their rows and no others`() throws {
        let found = try FoundTable(
            "Skola,Vieta,Stāsts", "A,B,Šodien, kā vienmēr, mācījāmies", "C,D,Labi",
            "E,F,Viss, labi")
        #expect(found.columns == ["Skola", "Vieta", "Stāsts"])
        #expect(found.records == [["C", "D", "Labi"]])
        #expect(found.heldBack == [2, 4])
    }

    @Test func `a header says which rows are short and which are long`() throws {
        let found = try FoundTable(
            "vards;klase;stundas", "Anna;5", "Ilze;6;x;9", "Zane;7;3", "Liene")
        #expect(found.columns == ["vards", "klase", "stundas"])
        #expect(found.records == [["Zane", "7", "3"]])
        #expect(found.heldBack == [2, 3])
    }

    @Test func `a narrower table with a header of its own stays another table`() throws {
        let found = try FoundTable(
            "Nr,Klase,Stundas,Datums", "1,5.a,3,01.02.2019", "2,5.b,4,02.02.2019",
            "3,5.c,5,03.02.2019", "4,5.c,5,03.02.2019", "Prece,Skaits", "zīmulis,3",
            "pildspalva,5", "lineāls,8")
        #expect(found.columns == ["Nr", "Klase", "Stundas", "Datums"])
        #expect(found.records.count == 4)
    }
}
