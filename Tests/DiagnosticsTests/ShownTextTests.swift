import Testing

@testable import Diagnostics

@Suite struct `What a message shows of a file` {
    private static let words = KnownWords(of: ["Mūzikas terapija", "Skolēns"])

    @Test(arguments: [
        ("Zigfrīds Ķeizars", "Z… Ķ…"), ("zigfrīds ķeizars", "z… ķ…"), ("ZIGFRĪDS", "Z…"),
        ("Zigfrīds(matemātika)", "Z…(m…)"), ("Zigfrīds1", "Z…1"), ("1Zigfrīds", "1Z…"),
        ("klase=\"Zigfrids 5.A\"", "klase=\"Z… 5.A\""), ("Zigfrids_Keizars", "Z…_K…"),
        ("Zigfrīds-Ķeizars", "Z…-Ķ…"), ("[Zigfrīds]", "[Z…]"), ("Ķeizars/Zigfrīds", "Ķ…/Z…"),
        ("Zigfri\u{304}ds", "Z…"), ("Z\u{300}\u{301}\u{302}igfrīds", "Z…"),
        ("Zig\u{AD}frīds", "Z…"), ("Zig\u{200B}frīds", "Z…"), ("Zig\u{3164}frīds", "Z…"),
        ("Z i g f r ī d s", "… … … … … … … …"), ("Zi-gf-rī-ds", "…-…-…-…"),
        ("Зигфрид", "З…"), ("王伟", "…"), ("klaseZigfrīds", "k…"), ("JNS Jns", "JNS J…"),
        ("skolēns", "skolēns"),
    ])
    func `of a word that nobody knows the first letter stands`(text: String, shown: String) {
        #expect(ShownText(text, knowing: Self.words).text == shown)
    }

    @Test(arguments: [
        ("120304-12345", "…"), ("12 03 04 12345", "…"), ("1,2,0,3,0,4/12345", "…"),
        ("120304a12345", "…a…"), ("klase 120304-12345", "klase …"), ("１２０３０４１２３４５", "…"),
        ("31.05.2019.", "31.05.2019."), ("2018./2019. m. g. 3. sem", "2018./2019. m. g. 3. s…"),
        ("JDV-2018/19-2-32", "JDV-2018/19-2-32"), ("20182019 2 1", "…"),
    ])
    func `of digits that could be a code none stands`(text: String, shown: String) {
        #expect(ShownText(text, knowing: Self.words).text == shown)
    }

    @Test func `nothing is shown of an address`() {
        #expect(ShownText("zig.keizars@skola.lv 5", knowing: Self.words).text == "…")
    }

    @Test(arguments: [
        ("Muzikas terapijja", "Muzikas terapijja"), ("Mūzikas terapija", "Mūzikas terapija"),
        ("Mārtiņš terapija", "M… terapija"), ("Zūzikas", "Z…"),
    ])
    func `a mistyped word of the column is shown`(text: String, shown: String) {
        let near = NearWords(of: ["Mūzikas terapija", "Eva"])
        #expect(ShownText(text, knowing: .ordinary, near: near).text == shown)
    }

    @Test(arguments: ["Ieva", "Evai", "Marta", "Marks", "Maija", "Krievs"])
    func `a short name near to a word and a name that is a word too are hidden`(name: String) {
        let texts = ["Eva", "mark", "marks", "maija", "krievu"]
        let shown = ShownText(name, knowing: KnownWords(of: texts), near: NearWords(of: texts))
        #expect(shown.text == "\(name.prefix(1))…")
    }

    @Test func `a text cannot forge a line or turn its direction`() {
        let text = "skola\u{1B}[2K\u{202E}\nklase\u{2028}dati\u{7}"
        #expect(ShownText(text, knowing: .ordinary).text == "skola [2K klase dati")
    }

    @Test func `a long text is cut`() {
        let text = String(repeating: "skola ", count: 30)
        #expect(
            ShownText(text, knowing: .ordinary).text
                == String(repeating: "skola ", count: 10) + "…")
    }

    @Test(arguments: [
        ("Zigfrids_Keizars_120304-12345.csv", "Z…_K…_….csv"),
        ("vaivari/2018-2019-2/vertejumi.csv", "vaivari/2018-2019-2/vertejumi.csv"),
        ("vaivari/eksports_2019-05-31.xlsx", "vaivari/eksports_2019-05-31.xlsx"),
        ("120304/12345.csv", "…/….csv"), ("v%E7%FF.csv", "v%E7%FF.csv"),
        ("zig@skola.lv.csv", "….csv"), ("skola.Zigfrids", "skola.Z…"),
        ("Zig%E2%80%AEfrids.csv", "Z…%E2%80%AEf….csv"),
    ])
    func `the name of a file keeps its ending and what is nobody's name`(
        name: String, shown: String
    ) {
        let words = KnownWords(of: ["vaivari", "Vērtējumi"])
        #expect(ShownText(fileName: name, knowing: words).text == shown)
    }

    @Test(arguments: [
        ("izglitiba/Zigfrids/@Keizars", "i…/Z…/@K…"), ("skola/klase/@kods", "skola/klase/@kods"),
        ("skola/k120304/k12345", "skola/k…/k…"),
    ])
    func `the path of an element is shown step by step`(path: String, shown: String) {
        #expect(ShownText(path: path, knowing: .ordinary).text == shown)
    }
}
