import Foundation
import Testing

@Suite struct `What an inspection says of names` {
    private static let planted = ["ksaverija", "zvirbulens", "berzina", "01020312345"]

    /// Which of the planted names and codes stand in what an inspection says of a text.
    private func found(in text: String, _ name: String) throws -> (found: [String], said: String) {
        let workplace = try Workplace()
        try workplace.write(text, to: name)
        let outcome = try workplace.run("inspect", name, "--language", "en")
        let said = outcome.output + outcome.errors
        let folded = said.folding(
            options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let bare = folded.filter { $0.isLetter || $0.isNumber }
        return (Self.planted.filter { folded.contains($0) || bare.contains($0) }, said)
    }

    @Test func `a pupil's card shows no name and no code`() throws {
        let card = "Vārds;Ksaverija\nUzvārds;Zvirbulēns\nPersonas kods;010203-12345\nKlase;5.a\n"
        #expect(try found(in: card, "a.csv").found.isEmpty)
    }

    @Test func `a gradebook shows the first letters of the pupils in its header`() throws {
        let gradebook = """
            Datums;Klase;Stunda;Bērziņa;Zvirbulēns
            03.09.2018;5.a;1;7;8
            04.09.2018;5.a;2;6;9
            05.09.2018;5.a;3;8;7

            """
        let (found, said) = try found(in: gradebook, "a.csv")
        #expect(found.isEmpty)
        #expect(said.contains("columns: [Datums, Klase, Stunda]"))
        #expect(said.contains("# not mapped: \"B…\"\n"))
        #expect(said.contains("# names of columns with … are cut, for they could be people's\n"))
    }

    @Test(arguments: [
        "<skola><p>a</p><p>b</p><p><Zvirbulēns>c</Zvirbulēns></p></skola>",
        "<Ksaverija><p Zvirbulēns='1'>a</p><p>b</p></Ksaverija>",
        "<skola><Zvirbulēns>a</Zvirbulēns><Zvirbulēns>b</Zvirbulēns></skola>",
    ])
    func `an element that stands once or twice is shown by its first letter`(text: String) throws {
        let (found, said) = try found(in: text, "a.xml")
        #expect(found.isEmpty)
        #expect(said.contains("Z…"))
        #expect(said.contains("    # names with … are cut, for they could be people's\n"))
    }
}
