import Diagnostics
import Extraction
import Normalization
import PupilSupport

/// Words that are nobody's name: those of the definitions and those that exports have everywhere.
struct KnownTerms {
    /// Whole texts, in small letters.
    private(set) var texts: Set<String> = []
    /// Single words, in small letters.
    private(set) var words: Set<String> = []
    /// Words that name columns, in small letters.
    private(set) var headerWords: Set<String> = Self.commonHeaderWords
    /// The words of definitions and those of all exports, without those that people are called by too.
    private(set) var ordinary = KnownWords(of: Self.commonHeaderWords.union(Self.commonTexts))
    /// The semesters of the definitions, or `nil` without definitions.
    let calendar: SemesterCalendar?

    /// Creates the terms of definitions, or those that need none.
    init(_ definitions: Definitions?) {
        calendar = definitions?.municipality.calendar
        for text in Self.commonTexts { add(text) }
        guard let definitions else { return }
        for vocabulary in definitions.vocabularies.values {
            for term in vocabulary.terms {
                for text in [term.name.lv, term.name.en] + term.aliases { add(text) }
                texts.insert(Self.folded(term.code))
            }
        }
        for school in definitions.municipality.schools {
            for name in [school.name, school.shortName] {
                add(name.lv)
                add(name.en)
            }
            for alias in school.aliases { add(alias.name) }
        }
        for number in definitions.municipality.project.acceptedNumbers
            + [definitions.municipality.project.number]
        { texts.insert(Self.folded(number)) }
        for file in definitions.sources.flatMap(\.files) { addColumns(of: file) }
        ordinary = KnownWords(of: texts.union(words).union(headerWords))
    }

    /// Whether a word is surely nobody's name: a known one, a letter or a number in Roman digits.
    func isOrdinary(_ word: String) -> Bool {
        let word = word.lowercased()
        if word.count == 1 { return word.unicodeScalars.allSatisfy { $0.value < 0x250 } }
        guard !GivenNames.all.contains(word) else { return false }
        return ordinary.contains(word) || Self.shortWords.contains(word)
    }

    /// Short words of headers and values that are nobody's name.
    private static let shortWords: Set<String> = [
        "nr", "pk", "id", "kl", "st", "min", "sem", "mg", "gab", "ii", "iii", "iv", "vi", "vii",
        "viii", "ix", "xi", "xii", "pers", "un", "uz", "ar", "of", "in",
    ]

    private mutating func addColumns(of file: FileDefinition) {
        var names = file.recognition.columns + [file.recognition.root].compactMap { $0 }
        for mapping in file.records {
            names += mapping.unpivot?.columns ?? []
            if let path = mapping.at { names.append(path) }
            for field in mapping.fields {
                switch field.source {
                case .column(let name): names.append(name)
                case .paths(let paths): names += paths
                default: break
                }
            }
        }
        if let total = file.totalRow {
            names += [total.column] + total.sums
            add(total.text)
        }
        for name in names {
            texts.insert(Self.folded(name))
            headerWords.formUnion(Self.words(of: name).filter { $0.count > 2 })
        }
    }

    private mutating func add(_ text: String) {
        texts.insert(Self.folded(text))
        words.formUnion(Self.words(of: text))
    }

    /// Whether a text is a term, or a list of terms as a cell may hold several.
    func knows(_ text: String) -> Bool {
        let folded = Self.folded(text)
        if texts.contains(folded) { return true }
        return [",", "/", ";", "+", "|"].contains { (sign: Character) in
            let parts = folded.split(separator: sign)
            return parts.count > 1 && parts.allSatisfy { texts.contains(Self.folded(String($0))) }
        }
    }

    /// A text in small letters, its blanks made single.
    static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words of a text, in small letters.
    static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    /// What stands before control sums.
    static let sums = TableFinding.wordsOfTotals

    /// Texts that exports have without any definition.
    private static let commonTexts = [
        "Jā", "Nē", "Ir", "Nav", "Yes", "No", "True",
        "False", "Sieviete", "Vīrietis", "Zēns", "Meitene", "Skola", "Pamatskola", "Vidusskola",
        "Semestris", "Klase",
    ]

    static let commonHeaderWords: Set<String> = [
        "apstiprināts", "apstiprinājusi", "atbalsta", "atbalsts", "atzīme", "atzīmes", "beigas",
        "datums", "diena", "dzimis", "dzimšanas", "dzimums", "gads", "grupa", "iestāde", "ilgums",
        "kavējumi", "kavētās", "klase", "kods", "komentārs", "laiks", "minūtes", "mēnesis",
        "nosaukums", "novērtējums", "numurs", "pasākums", "pedagogs", "persona", "personas",
        "piezīme", "piezīmes", "plāns", "priekšmets", "projekts", "rezultāts", "risks",
        "sasniegums", "sākums", "semestris", "skaits", "skola", "skolas", "skolēna", "skolēns",
        "skolotāja", "skolotājs", "statuss", "stunda", "stundas", "teksts", "uzvārds", "veids",
        "vieta", "vārds", "vērtējums", "izglītojamais", "izglītojamā",
        "birth", "class", "code", "comment", "count", "date", "duration", "end", "grade", "group",
        "hours", "id", "kind", "lesson", "lessons", "mark", "minutes", "name", "note", "notes",
        "number", "personal", "pupil", "result", "risk", "school", "semester", "sex", "start",
        "status", "student", "subject", "surname", "teacher", "type", "year",
        "vards", "uzvards", "skolens", "skolotajs", "prieksmets", "piezimes",
        "dzimsanas", "vertejums", "atzime", "kavejumi", "iestade",
    ]
}
