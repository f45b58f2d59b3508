import Testing

@testable import Diagnostics

struct SheetCellTests {
    @Test(arguments: [
        (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
        (16_384, "XFD"), (0, ""),
    ])
    func `a column has letters`(column: Int, letters: String) {
        #expect(SheetCell.letters(of: column) == letters)
    }

    @Test func `a cell is named as Excel names it`() {
        #expect(SheetCell(sheet: "Lapa1", row: 5, column: 2).description == "Lapa1!B5")
    }

    @Test func `a row has no letters`() {
        #expect(SheetCell(sheet: "Lapa1", row: 5).description == "Lapa1!5")
    }

    @Test func `a sheet has no row`() {
        #expect(SheetCell(sheet: "Lapa1").description == "Lapa1")
    }

    @Test(arguments: [
        ("Skolēnu_saraksts.2019", "Skolēnu_saraksts.2019"), ("Mana lapa", "'Mana lapa'"),
        ("Jāņa 'dati'", "'Jāņa ''dati'''"), ("2019", "'2019'"), ("AB12", "'AB12'"),
        ("R1C1", "'R1C1'"), ("rc", "'rc'"), ("2018-2019", "'2018-2019'"), ("", "''"),
        ("_a", "_a"), ("LAPA1", "LAPA1"),
    ])
    func `a name that Excel would quote is quoted`(name: String, text: String) {
        #expect(SheetCell(sheet: name).description == text)
    }
}

struct SheetPositionTests {
    @Test func `a place on a sheet is shown as a cell`() {
        let place = InputPosition(file: "dati.xlsx", sheet: "Lapa1", line: 5, column: 2)
        #expect(place.description == "dati.xlsx:Lapa1!B5")
    }

    @Test func `a place without a column is shown as a row`() {
        #expect(
            InputPosition(file: "dati.xlsx", sheet: "Mana lapa", line: 5).description
                == "dati.xlsx:'Mana lapa'!5")
    }

    @Test func `a place without a row is shown as a sheet`() {
        #expect(InputPosition(file: "dati.xlsx", sheet: "Lapa1").description == "dati.xlsx:Lapa1")
    }
}
