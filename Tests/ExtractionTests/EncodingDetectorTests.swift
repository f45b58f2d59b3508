import Diagnostics
import Testing

@testable import Extraction

/// A form in which a program saves text.
enum SavedForm: String, CaseIterable {
    case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndian
    case windows1257, iso8859Part13, iso8859Part4, cp775, macCentralEuropean

    var encoding: TextEncoding {
        switch self {
        case .utf8, .utf8WithMark: .utf8
        case .utf16LittleEndian: .utf16LittleEndian
        case .utf16BigEndian: .utf16BigEndian
        case .windows1257: .windows1257
        case .iso8859Part13: .iso8859Part13
        case .iso8859Part4: .iso8859Part4
        case .cp775: .cp775
        case .macCentralEuropean: .macCentralEuropean
        }
    }

    /// Whether a character can be saved.
    func has(_ character: Character) -> Bool { encoding.encoded(String(character)) != nil }

    /// The bytes of a text; UTF-16 without a mark, so that it must be told by itself.
    func bytes(of text: String) throws -> [UInt8] {
        let bytes = try #require(encoding.encoded(text))
        if self == .utf8WithMark { return [0xEF, 0xBB, 0xBF] + bytes }
        return encoding.isUTF16 ? Array(bytes.dropFirst(2)) : bytes
    }
}

/// Invented pupils, the same for the same seed.
struct PupilRows {
    private static let givenNames = [
        "Jānis", "Žanete", "Pēteris", "Ģirts", "Līga", "Ķirils", "Anna", "Kristīne", "Mārtiņš",
        "Šarlote", "Ņina", "Ēriks", "Ilze", "Čarlijs", "Ļuba", "Rūta", "Edgars",
    ]
    private static let familyNames = [
        "Bērziņš", "Ķīkule", "Ozols", "Žagata", "Kļaviņa", "Šteins", "Āboltiņa", "Ūdris", "Čakste",
        "Liepa", "Ņikuļins", "Ērglis", "Ģēģeris", "Vējš",
    ]
    private static let subjects = [
        "Latviešu valoda", "Matemātika", "Ķīmija", "Vēsture", "Sports", "Mūzika", "Ģeogrāfija",
    ]

    static let header = "Vārds;Uzvārds;Klase;Priekšmets;Vērtējums"
    static let plainHeader = "Vards;Uzvards;Klase;Prieksmets;Vertejums"

    static func text(
        _ count: Int, seed: Int = 0, header: String = header, lineEnd: String = "\r\n"
    ) -> String {
        let rows = (0..<count).map { row in
            let number = row * 7 + seed * 3
            return [
                givenNames[number % givenNames.count],
                familyNames[(number + seed) % familyNames.count], "\(number % 8 + 5).a",
                subjects[(number + row) % subjects.count], "\(number % 10 + 1)",
            ].joined(separator: ";")
        }
        return ([header] + rows).map { $0 + lineEnd }.joined()
    }
}

/// Returns what is found in some bytes that come in pieces of a size.
func finding(in bytes: [UInt8], inPiecesOf size: Int = 1 << 20) -> EncodingFinding {
    var detector = EncodingDetector()
    var rest = bytes[...]
    while !rest.isEmpty {
        Array(rest.prefix(size)).withUnsafeBufferPointer { detector.observe($0) }
        rest = rest.dropFirst(size)
    }
    return detector.finish()
}

extension EncodingFinding {
    /// Whether the encoding proposed, or one said to read the same text, is the right one.
    func reads(_ right: TextEncoding) -> Bool { encoding == right || sameText.contains(right) }
}

struct LatvianEncodingTests {
    @Test(arguments: SavedForm.allCases, [3, 20, 200])
    func `the encoding of pupils is told`(form: SavedForm, rows: Int) throws {
        let found = finding(in: try form.bytes(of: PupilRows.text(rows)))
        #expect(found.reads(form.encoding))
        #expect(found.hasByteOrderMark == (form == .utf8WithMark))
        #expect(found.undefinedBytes == nil)
        #expect(found.margin > 0.9)
    }

    @Test(arguments: SavedForm.allCases)
    func `three rows are enough whatever the case, the line ends and the header`(
        form: SavedForm
    ) throws {
        for seed in 0..<12 {
            let text = PupilRows.text(
                3, seed: seed,
                header: seed % 2 == 0 ? PupilRows.plainHeader : PupilRows.header,
                lineEnd: seed % 3 == 0 ? "\n" : "\r\n")
            for spelling in [text, text.uppercased(), text.lowercased()] {
                #expect(
                    finding(in: try form.bytes(of: spelling)).reads(form.encoding),
                    "\(spelling)")
            }
        }
    }

    @Test(arguments: SavedForm.allCases)
    func `addresses and prose are told`(form: SavedForm) throws {
        let text = """
            Adrese,Piezīmes
            "Brīvības iela 12, Jūrmala",skolēns mācās attālināti
            "Ķemeru prospekts 3, Jūrmala",vecāki lūdz papildu konsultācijas ķīmijā

            """
        #expect(finding(in: try form.bytes(of: text)).reads(form.encoding))
    }

    @Test(arguments: [TextEncoding.windows1257, .iso8859Part13])
    func `one letter of the alphabet is enough in a file of ASCII`(encoding: TextEncoding) throws {
        let words = [
            "Karlis;Bārda", "Maris;Mežs", "Anna;Bērza", "Ance;Kaķe", "Una;Līce", "Ance;Siļa",
            "Anna;Kaņepe", "Anna;Rūsa", "Aiga;Mačs", "Ina;Šalme", "Ģirts;Ozols", "Žanis;Zars",
            "Ēriks;Zars", "Āris;Zars", "Ķirils;Zars", "Ņina;Zara", "Ūna;Zara", "Čaks;Aldis",
        ]
        for word in words {
            let text = "Vards;Uzvards;Klase\r\n\(word);7.a\r\nIlze;Liepa;8.b\r\n"
            let found = finding(in: try #require(encoding.encoded(text)))
            #expect(found.encoding == .windows1257, "\(word)")
            #expect(found.sameText.contains(.iso8859Part13))
        }
    }

    @Test func `where no byte tells Windows-1257 and ISO-8859-13 apart, both are named`() throws {
        let text = PupilRows.text(20)
        #expect(
            TextEncoding.windows1257.encoded(text) == TextEncoding.iso8859Part13.encoded(text))
        let found = finding(in: try #require(TextEncoding.iso8859Part13.encoded(text)))
        #expect(found.encoding == .windows1257)
        #expect(found.sameText == [.iso8859Part13])
        #expect(found.runnerUp != .iso8859Part13)
    }

    @Test(arguments: ["„Draugs”", "„Draugs“", "māte’s", "“Draugs”"])
    func `quotation marks tell ISO-8859-13 from Windows-1257`(quotation: String) throws {
        let text = PupilRows.text(3) + "\(quotation);Ozols;5.a;Sports;7\r\n"
        for encoding in [TextEncoding.windows1257, .iso8859Part13] {
            let found = finding(in: try #require(encoding.encoded(text)))
            #expect(found.encoding == encoding, "\(quotation)")
        }
    }

    @Test(arguments: ["–", "—", "€"])
    func `dashes and the euro tell Windows-1257`(character: String) throws {
        let text = PupilRows.text(3) + "Anna;Ozola;5.a;Sports \(character) 7;7\r\n"
        let found = finding(in: try #require(TextEncoding.windows1257.encoded(text)))
        #expect(found.encoding == .windows1257)
        #expect(!found.sameText.contains(.iso8859Part13))
    }

    @Test func `the reason names the language`() throws {
        let found = finding(in: try #require(TextEncoding.cp775.encoded(PupilRows.text(3))))
        #expect(found.reason == .letters(MessageText(lv: "latviešu", en: "Latvian")))
        #expect(found.reason.words.lv == "burti veido vārdus, kādi ir latviešu valodā")
        #expect(found.reason.words.en == "the letters make words as Latvian has")
    }

    @Test(arguments: SavedForm.allCases)
    func `borders of blocks do not matter`(form: SavedForm) throws {
        let bytes = try form.bytes(of: PupilRows.text(3) + "\u{FFFD}„x”".filter { form.has($0) })
        let whole = finding(in: bytes)
        for size in [1, 2, 3, 7, 33] {
            #expect(finding(in: bytes, inPiecesOf: size) == whole, "pieces of \(size)")
        }
    }
}
