import Testing

@testable import Pipelines

/// What stays in a twin, and what does not though it might.
struct TwinKeepingTests {
    private static let names = [
        "Anna", "Jānis", "Līga", "Ilze", "Pēteris", "Žanete", "Ģirts", "Māra", "Ēriks", "Zane",
    ]

    /// A table of thirty pupils of whom a column says something.
    private func table(_ column: String, _ value: (Int) -> String) -> String {
        let rows = (0..<30).map { "\(Self.names[$0 % 10]),Uzvārds\($0),\(value($0))\n" }
        return "Vārds,Uzvārds,\(column)\n" + rows.joined()
    }

    private func twin(_ text: String) throws -> String { try TwinFile(text).twin() }

    @Test func `the names of columns stay`() throws {
        #expect(
            try twin(table("Piezīmes") { "teksts \($0)" }).hasPrefix("Vārds,Uzvārds,Piezīmes\n"))
    }

    @Test func `what looks like a header and tells of somebody is replaced`() throws {
        let text = "Anna,Bērziņa,zeķes\nJānis,Ozols,cepure\nLīga,Kalniņa,cimdi\n"
        #expect(Secrets.words(of: try twin(text)).isDisjoint(with: Secrets.words(of: text)))
    }

    @Test func `a name in a header is replaced all the same`() throws {
        let text = "Vārds,Klase,Stundas,Anna,010107-21234\nJānis,5.a,1,2,3\nLīga,6.b,2,3,4\n"
        let header = try twin(text).split(separator: "\n")[0]
        #expect(header.hasPrefix("Vārds,Klase,Stundas,"))
        #expect(!header.contains("Anna") && !header.contains("21234"))
    }

    @Test func `a value that comes again and again stays`() throws {
        let text = try twin(
            table("Atbalsts") { $0 % 3 == 0 ? "papildu nodarbība" : "konsultācija" })
        #expect(text.contains("papildu nodarbība") && text.contains("konsultācija"))
    }

    @Test func `a value that stands once or twice is replaced`() throws {
        let text = try twin(table("Atbalsts") { $0 < 2 ? "slimo ilgi" : "konsultācija" })
        #expect(!text.contains("slimo"))
    }

    @Test func `a name that comes again and again is replaced`() throws {
        let text = try twin(table("Skolotājs") { $0 % 2 == 0 ? "Daina Lapsa" : "Kārlis Vilks" })
        #expect(
            Secrets.words(of: text).isDisjoint(with: ["daina", "lapsa", "kārlis", "vilks"]))
    }

    @Test func `a name in small letters or within other words is replaced`() throws {
        let text = try twin(
            table("Skolotājs") { $0 % 2 == 0 ? "skolotāja anna" : "pie līgas, žanete zina" })
        #expect(Secrets.words(of: text).isDisjoint(with: ["anna", "žanete"]))
    }

    @Test func `a number of a person that comes again and again is replaced`() throws {
        let text = try twin(table("Skolotājs") { $0 % 2 == 0 ? "V-058" : "V-061" })
        #expect(!text.contains("058") && !text.contains("061"))
    }

    @Test func `a day that comes again and again is replaced`() throws {
        #expect(try !twin(table("Diena") { _ in "15.03.2019." }).contains("15.03"))
    }

    @Test func `years and classes stay`() throws {
        let text = try twin(
            table("Gads") { $0 % 2 == 0 ? "2018/2019 I sem." : "2018/2019 II sem." })
        #expect(text.contains("2018/2019 I sem.") && text.contains("2018/2019 II sem."))
        #expect(try twin(table("Klase") { "\($0 % 3 + 5).a" }).contains("6.a"))
    }

    @Test func `terms of the definitions stay though they have capitals`() throws {
        let file = try TwinFile(table("Priekšmets") { $0 % 2 == 0 ? "Matemātika" : "Fizika" })
        let known = try Twin(of: file.path, definitions: Samples.definitions(), seed: 1)
        #expect(String(decoding: known.bytes, as: UTF8.self).contains("Matemātika"))
        #expect(known.summary.keptValues == ["Fizika", "Matemātika"])
        #expect(try !file.twin().contains("Matemātika"))
    }

    @Test func `the summary says what stayed and how much is invented`() throws {
        let file = try TwinFile(
            table("Kods,Diena,Atbalsts") { "0\(10101 + $0)-21234,0\($0 % 9 + 1).03.2019,ir" })
        let summary = try Twin(of: file.path, seed: 1).summary
        #expect(summary.headers == ["Vārds", "Uzvārds", "Kods", "Diena", "Atbalsts"])
        #expect(summary.keptValues == ["ir"])
        #expect(summary.codeCount == 30)
        #expect(summary.dayCount == 9)
        #expect(summary.wordCount == 11)
    }

    @Test func `titles and notes are replaced`() throws {
        let text = try twin(
            "Sagatavoja A. Bērziņa, tālr. 29123456\n\n" + table("Klase") { "\($0 % 3 + 5).a" }
                + "\nPiezīme par Kalniņu\n")
        #expect(
            Secrets.words(of: text).isDisjoint(
                with: ["sagatavoja", "bērziņa", "piezīme", "kalniņu", "tālr"]))
        #expect(!text.contains("29123456"))
    }
}

struct TwinXMLTests {
    private func twin(_ text: String) throws -> String { try TwinFile(text).twin() }

    @Test func `elements, attributes and namespaces stay, all else is replaced`() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Sagatavoja Anna -->
            <?lietotne Anna?>
            <skola xmlns="urn:x:1" xmlns:q='urn:y' nosaukums="Ogres skola">
              <q:skolēns vārds='Žanete' kods="010107-21234">Ozola &amp; Liepa</q:skolēns>
              <![CDATA[Anna <Liepa>]]>
            </skola>
            """
        let twin = try twin(text)
        #expect(twin.utf8.count == text.utf8.count)
        for kept in [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<skola xmlns=\"urn:x:1\" xmlns:q='urn:y'",
            " nosaukums=\"", "<q:skolēns vārds='", " &amp; ", "</q:skolēns>", "<![CDATA[",
        ] { #expect(twin.contains(kept)) }
        for gone in [
            "Anna", "Žanete", "Ozola", "Liepa", "21234", "Sagatavoja", "Ogres", "lietotne",
        ] {
            #expect(!twin.contains(gone))
        }
    }

    @Test func `a reference to a letter becomes one to another letter`() throws {
        for seed in 1...10 {
            let twin = try TwinFile("<e><s>J&#257;nis &#x160;&#49;</s></e>").twin(
                seed: UInt64(seed))
            #expect(
                twin.wholeMatch(of: /<e><s>.&#(\d{3});... &#x(\w{3});&#(4[89]|5\d);<\/s><\/e>/)
                    != nil)
            #expect(!twin.contains("&#257;") && !twin.contains("&#x160;"))
        }
    }

    @Test func `what a torn tag holds is replaced`() throws {
        let text = "<e><s pk=010107-21234 Anna vards='Žanete"
        let twin = try twin(text)
        #expect(twin.hasPrefix("<e><s pk="))
        for gone in ["21234", "Anna", "Žanete"] { #expect(!twin.contains(gone)) }
    }

    @Test func `what a DOCTYPE quotes is replaced`() throws {
        let twin = try twin("<!DOCTYPE e [<!ENTITY x \"Anna\">]><e a='&x;'>&x;</e>")
        #expect(twin.hasPrefix("<!DOCTYPE e [<!ENTITY x \""))
        #expect(!twin.contains("Anna"))
    }
}
