import Diagnostics
import PupilSupport
import Rollup
import SupportStore

/// What a finding of the store says in both languages.
struct SaidFinding {
    let summary: TwoTexts
    let advice: TwoTexts

    init(_ finding: StoredFinding, names: ShownFileNames) {
        let words = FindingWords(names: names, words: .ordinary)
        summary = TwoTexts(words.summary(of: finding))
        advice = TwoTexts(words.advice(of: finding))
    }
}

extension RecordKind {
    /// The kind as messages name it.
    var shownName: TwoTexts {
        switch self {
        case .pupil: TwoTexts(lv: "skolēna dati", en: "data of a pupil")
        case .enrolment: TwoTexts(lv: "mācīšanās klasē", en: "place in a class")
        case .staffMember: TwoTexts(lv: "darbinieks", en: "member of staff")
        case .plan: TwoTexts(lv: "atbalsta plāns", en: "support plan")
        case .planRisk: TwoTexts(lv: "plāna risks", en: "risk of a plan")
        case .planMeasure: TwoTexts(lv: "plāna pasākums", en: "measure of a plan")
        case .planResult: TwoTexts(lv: "plāna rezultāts", en: "result of a plan")
        case .session: TwoTexts(lv: "nodarbība", en: "session")
        case .mark: TwoTexts(lv: "vērtējums", en: "mark")
        case .absence: TwoTexts(lv: "kavējumi", en: "missed lessons")
        case .feedback: TwoTexts(lv: "atsauksme", en: "feedback")
        case .need: TwoTexts(lv: "vajadzība", en: "need")
        case .sensitiveAnswers: TwoTexts(lv: "sensitīvas atbildes", en: "sensitive answers")
        }
    }
}

extension EvidenceValue {
    /// The value in a message.
    var words: String {
        switch self {
        case .integer(let integer): "\(integer)"
        case .text(let text): ShownText(text, knowing: .ordinary).text
        case .empty: "–"
        }
    }
}
