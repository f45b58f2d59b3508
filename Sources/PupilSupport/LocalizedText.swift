/// A text in the two languages that the Board and the schools read.
public struct LocalizedText: Hashable, Sendable {
    /// The Latvian text, which is the default.
    public let lv: String
    /// The English text.
    public let en: String

    /// Creates a text from its Latvian and its English form.
    public init(lv: String, en: String) {
        self.lv = lv
        self.en = en
    }

    /// Returns the text in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .latvian: lv
        case .english: en
        }
    }
}

/// A language in which reports are written.
public enum Language: String, Sendable, CaseIterable {
    /// Latvian, the default.
    case latvian = "lv"
    /// English.
    case english = "en"
}
