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
        ("O1O2O3-12345", "…"), ("o1o2o3-l2345", "…"), ("120304-I2345", "…"), ("OI02О3 l2З45", "…"),
        ("1203O4-12S45 5.b", "….b"), ("5.b 2019-O5", "5.b 2019-O5"),
        ("31.05.2019.", "31.05.2019."), ("31.05.2019g", "31.05.2019g"),
        ("2018./2019. m. g. 3. sem", "2018./2019. m. g. 3. s…"),
        ("JDV-2018/19-2-32", "JDV-2018/19-2-32"), ("20182019 2 1", "…"),
    ])
    func `of digits that could be a code none stands`(text: String, shown: String) {
        #expect(ShownText(text, knowing: Self.words).text == shown)
    }

    @Test func `nothing is shown of an address`() {
        #expect(ShownText("zig.keizars@skola.lv 5", knowing: Self.words).text == "…")
    }

    @Test(arguments: [
        ("Vaivars", "V…"), ("vaivars", "v…"), ("Fiziks", "F…"), ("Sportis", "S…"),
        ("Muzikas terapijja", "Muzikas t…"), ("Vairs", "Vairs"),
    ])
    func `a word near to a known one may be a name and is hidden`(text: String, shown: String) {
        let words = KnownWords(of: ["vairs", "Fizika", "Sports", "Mūzikas terapija"])
        #expect(ShownText(text, knowing: words).text == shown)
    }

    @Test(arguments: ["Marta", "Marks", "Maija", "Krievs"])
    func `a name that is a word too is hidden`(name: String) {
        let words = KnownWords(of: ["mark", "marks", "maija", "krievu"])
        #expect(ShownText(name, knowing: words).text == "\(name.prefix(1))…")
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
        ("120304/12345.csv", "…/….csv"), ("v%E7%FF.csv", "v….csv"),
        ("zig@skola.lv.csv", "….csv"), ("skola.Zigfrids", "skola.Z…"),
        ("Zig%E2%80%AEfrids.csv", "Z….csv"), ("Kr%FBze L%EEega.csv", "K… L….csv"),
        ("B%E7rs.csv", "B….csv"), ("%C7dolfs 5.csv", "… 5.csv"),
        ("R%25C5%25AB%25C4%25B7e%2520Z%25C4%25ABle.csv", "R…%20Z….csv"),
        ("r%25c5%25abķe%252525C4.csv", "r….csv"), ("%254b%2572ista.csv", "K….csv"),
        ("Z%2520i%2520g%2520f.csv", "…%20…%20…%20….csv"),
        ("%2531%2532%2530304-12345.csv", "….csv"), ("zig%2540skola.lv.csv", "….csv"),
        ("skola%1B5.csv", "skola%1B5.csv"), ("100%.csv", "100%.csv"),
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
