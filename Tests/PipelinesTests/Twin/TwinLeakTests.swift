import Foundation
import Testing

@testable import Pipelines

/// No name and no code is left in a twin, whatever the file looks like.
struct TwinLeakTests {
    /// The names and codes that stand in the files below, folded.
    private static let planted = [
        "ksaverija", "zvirbulens", "berzina", "01020312345", "zeltite",
    ]

    /// Which of the planted names and codes a text holds, whatever its capitals and marks.
    static func found(in text: String) -> [String] {
        let folded = text.folding(
            options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let bare = folded.filter { $0.isLetter || $0.isNumber }
        return planted.filter { folded.contains($0) || bare.contains($0) }
    }

    /// What is left in the twin of a text and in what is said of it.
    static func left(of text: String, seed: UInt64 = 1) throws -> [String] {
        let file = try TwinFile(text)
        let twin = try Twin(of: file.path, seed: seed)
        let said = twin.summary.headers + twin.summary.names + twin.summary.keptValues
        #expect(twin.bytes.count == text.utf8.count)
        return found(
            in: ([String(decoding: twin.bytes, as: UTF8.self)] + said).joined(separator: "\n"))
    }

    static let card = """
        Vārds;Ksaverija
        Uzvārds;Zvirbulēns
        Personas kods;010203-12345
        Klase;5.a

        """

    static let gradebook = """
        Datums;Klase;Stunda;Bērziņa;Zvirbulēns
        03.09.2018;5.a;1;7;8
        04.09.2018;5.a;2;6;9
        05.09.2018;5.a;3;8;7

        """

    @Test func `a pupil's card keeps no name and no code`() throws {
        #expect(try Self.left(of: Self.card).isEmpty)
    }

    @Test func `a gradebook keeps no name of a pupil in its header`() throws {
        #expect(try Self.left(of: Self.gradebook).isEmpty)
        let twin = try TwinFile(Self.gradebook).twin()
        #expect(twin.hasPrefix("Datums;Klase;Stunda;"))
    }

    @Test func `a code cut otherwise in a header is replaced`() throws {
        let text = "Vārds;Klase;Stunda;0102-0312-345\nAnna;5.a;1;2\nJānis;6.a;2;3\n"
        #expect(try Self.left(of: text).isEmpty)
    }

    @Test func `a word that nobody knows stays through no number of rows`() throws {
        let rows = (0..<30).map { "\($0 + 1);pie zvirbulēns;\($0 % 9 + 1)\n" }.joined()
        #expect(try Self.left(of: "Nr.;Piezīme;Stundas\n" + rows).isEmpty)
    }

    @Test func `a spelt name stays through no number of rows`() throws {
        let rows = (0..<30).map { "\($0 + 1);z e l t ī t e;\($0 % 9 + 1)\n" }.joined()
        #expect(try Self.left(of: "Nr.;Piezīme;Stundas\n" + rows).isEmpty)
    }

    @Test(arguments: ["張偉", "①②③", "Ⅷ", "ⓐⓑ", "Ωμέγα", "אבג", "ß", "\u{1D400}", "王"])
    func `letters of other scripts do not stay`(text: String) throws {
        for seed in 1...10 {
            let table = "Vārds;Klase\n\(text);5.a\nAnna;6.a\n\(text);5.a\n"
            let twin = try TwinFile(table).twin(seed: UInt64(seed))
            #expect(twin.utf8.count == table.utf8.count)
            #expect(!twin.contains(text))
        }
    }

    @Test func `the summary lists only known words`() throws {
        let file = try TwinFile(Self.gradebook)
        let summary = try Twin(of: file.path, seed: 1).summary
        #expect(summary.headers == ["Datums", "Klase", "Stunda"])
    }
}
