/// What the system says of an error, in both languages.
///
/// The system knows English only, or not even that: a message in Latvian with English in the middle leaves its
/// reader guessing. The numbers are those of Linux, on which alone the program runs.
enum SystemWords {
    static let errors: [Int32: String] = [
        1: "sistēma to neatļauj",
        2: "nav tāda faila vai mapes",
        4: "sistēma darbību pārtrauca",
        5: "ievades vai izvades kļūda; disks vai tīkls var būt bojāts",
        6: "nav tādas ierīces",
        9: "fails nav atvērts",
        11: "pašlaik nav pieejams",
        12: "nepietiek atmiņas",
        13: "nav tiesību",
        16: "to lieto cits",
        17: "tāds jau ir",
        18: "tas ir citā failu sistēmā",
        20: "ceļā ir fails, kur jābūt mapei",
        21: "tā ir mape",
        22: "tas nav derīgs",
        23: "sistēmā ir atvērts par daudz failu",
        24: "programma ir atvērusi par daudz failu",
        26: "programmas fails tiek lietots",
        27: "fails ir par lielu",
        28: "diskā nav vietas",
        30: "failu sistēma ir tikai lasāma",
        31: "failam ir par daudz nosaukumu",
        32: "saņēmējs ir beidzis lasīt",
        36: "nosaukums vai ceļš ir par garu",
        39: "mape nav tukša",
        40: "par daudz saišu, vai tās ved pa apli",
        95: "failu sistēma to neprot",
        110: "pārāk ilgi nebija atbildes",
        116: "tīkla mape vairs nav tā pati",
        122: "diska kvota ir izsmelta",
    ]

    static let database: [Int32: String] = [
        5: "to lieto cita programma",
        6: "to lieto cita programma",
        7: "nepietiek atmiņas",
        8: "krātuves failā nedrīkst rakstīt",
        10: "lasīšanas vai rakstīšanas kļūda; disks vai tīkls var būt bojāts",
        11: "krātuves fails ir bojāts",
        13: "diskā nav vietas, vai kvota ir izsmelta",
        14: "krātuves failu nevar atvērt",
        26: "tas nav krātuves fails",
        264: "krātuves failā nedrīkst rakstīt, bet pārtraukta izpilde vēl jāpabeidz",
        520: "krātuves mapē nedrīkst rakstīt, tāpēc to nevar slēgt citām izpildēm",
        776: "krātuves failā nedrīkst rakstīt, bet pārtrauktas izpildes rakstītais vēl jāatceļ",
        1032: "krātuves fails izpildes laikā ir pārvietots vai aizstāts",
        1288: "krātuves mapē nedrīkst rakstīt, tāpēc krātuvi nevar sākt lasīt",
        1544: "krātuves mapē nedrīkst rakstīt",
    ]
}

extension MessageText {
    /// Returns what the system says of an error.
    ///
    /// - Parameters:
    ///   - code: The system's number of it.
    ///   - words: The system's own words, in English.
    public static func system(_ code: Int32, words: String) -> MessageText {
        MessageText(
            lv: SystemWords.errors[code] ?? "sistēmas kļūda \(code) (\(words))", en: words)
    }

    /// Returns what SQLite says of an error; its number stays, for whoever is asked to help.
    ///
    /// - Parameters:
    ///   - code: The extended number of the result.
    ///   - words: SQLite's own words, in English.
    public static func database(_ code: Int32, words: String) -> MessageText {
        // The lowest eight bits are the kind of the result.
        let known = SystemWords.database[code] ?? SystemWords.database[code & 0xFF]
        return MessageText(
            lv: "SQLite \(code): \(known ?? "datubāzes kļūda (\(words))")",
            en: "SQLite \(code): \(words)")
    }
}
