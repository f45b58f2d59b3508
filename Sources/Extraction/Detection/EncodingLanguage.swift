/// A language, its model, and the code pages in which its texts are met.
struct EncodingLanguage: Sendable {
    /// The name of the language, as a finding says it in both languages of the program.
    let name: (lv: String, en: String)
    /// How its texts read in each code page, with the logarithm of how likely that is before a byte is read.
    let readings: [(encoding: TextEncoding, cost: Float, reading: EncodingReading)]
    /// What the letters of the language follow.
    let model: EncodingLanguageModel

    private init(
        _ lv: String, _ en: String, _ text: String, cost: Float,
        _ encodings: [(TextEncoding, Float)]
    ) {
        name = (lv, en)
        let model = EncodingLanguageModel(learningFrom: text)
        self.model = model
        readings = encodings.map { encoding, own in
            (encoding, own + cost, EncodingReading(model: model, encoding: encoding))
        }
    }

    private static let baltic: [(TextEncoding, Float)] = [
        (.windows1257, 0), (.iso8859Part13, -2), (.iso8859Part4, -2.5), (.cp775, -2.5),
    ]
    private static let western: [(TextEncoding, Float)] = [
        (.windows1252, 0), (.iso8859Part1, -2), (.iso8859Part15, -3), (.macRoman, -4), (.cp850, -4),
    ]
    private static let central: [(TextEncoding, Float)] = [
        (.windows1250, 0), (.iso8859Part2, -1.5), (.cp852, -3), (.macCentralEuropean, -4),
    ]

    /// The languages; Latvian is the likeliest before a byte is read, for schools of Latvia send the files.
    static let all: [EncodingLanguage] = [
        EncodingLanguage(
            "latviešu", "Latvian", EncodingTexts.latvian, cost: 0,
            baltic + [(.macCentralEuropean, -2.5)]),
        EncodingLanguage(
            "lietuviešu", "Lithuanian", EncodingTexts.lithuanian, cost: -3,
            baltic + [(.macCentralEuropean, -5)]),
        EncodingLanguage(
            "igauņu", "Estonian", EncodingTexts.estonian, cost: -3,
            [
                (.windows1257, -0.5), (.windows1252, -1), (.iso8859Part13, -2),
                (.iso8859Part15, -2), (.iso8859Part4, -2.5), (.cp775, -2.5),
                (.macCentralEuropean, -6),
            ]),
        EncodingLanguage(
            "vācu", "German", EncodingTexts.german, cost: -3,
            western + [
                (.windows1257, -4), (.windows1250, -4), (.iso8859Part2, -5), (.iso8859Part13, -6),
            ]),
        EncodingLanguage("angļu", "English", EncodingTexts.english, cost: -2, western + nordicToo),
        EncodingLanguage("franču", "French", EncodingTexts.french, cost: -3, western),
        EncodingLanguage("spāņu", "Spanish", EncodingTexts.spanish, cost: -3, western),
        EncodingLanguage("portugāļu", "Portuguese", EncodingTexts.portuguese, cost: -3, western),
        EncodingLanguage("itāļu", "Italian", EncodingTexts.italian, cost: -3, western),
        EncodingLanguage("katalāņu", "Catalan", EncodingTexts.catalan, cost: -4, western),
        EncodingLanguage("nīderlandiešu", "Dutch", EncodingTexts.dutch, cost: -3, western),
        EncodingLanguage(
            "zviedru", "Swedish", EncodingTexts.swedish, cost: -3, western + nordicToo),
        EncodingLanguage("somu", "Finnish", EncodingTexts.finnish, cost: -3, western + nordicToo),
        EncodingLanguage(
            "dāņu vai norvēģu", "Danish or Norwegian", EncodingTexts.danishNorwegian, cost: -3,
            western + nordicToo),
        EncodingLanguage("islandiešu", "Icelandic", EncodingTexts.icelandic, cost: -4, western),
        EncodingLanguage(
            "poļu", "Polish", EncodingTexts.polish, cost: -3,
            central + [(.windows1257, -5), (.iso8859Part13, -6)]),
        EncodingLanguage(
            "čehu vai slovāku", "Czech or Slovak", EncodingTexts.czechSlovak, cost: -3, central),
        EncodingLanguage("ungāru", "Hungarian", EncodingTexts.hungarian, cost: -3, central),
        EncodingLanguage("rumāņu", "Romanian", EncodingTexts.romanian, cost: -3, central),
        EncodingLanguage(
            "horvātu vai slovēņu", "Croatian or Slovene", EncodingTexts.southSlavic, cost: -3,
            central),
        EncodingLanguage("turku", "Turkish", EncodingTexts.turkish, cost: -4, [(.windows1254, 0)]),
        EncodingLanguage(
            "krievu, ukraiņu vai bulgāru", "Russian, Ukrainian or Bulgarian",
            EncodingTexts.cyrillic, cost: -3, [(.windows1251, 0), (.koi8R, -3), (.cp866, -3)]),
        EncodingLanguage("grieķu", "Greek", EncodingTexts.greek, cost: -4, [(.windows1253, 0)]),
        EncodingLanguage("ivritu", "Hebrew", EncodingTexts.hebrew, cost: -4, [(.windows1255, 0)]),
        EncodingLanguage("arābu", "Arabic", EncodingTexts.arabic, cost: -4, [(.windows1256, 0)]),
    ]

    private static let nordicToo: [(TextEncoding, Float)] = [(.windows1257, -5)]
}
