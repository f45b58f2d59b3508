import Diagnostics
import PupilSupport

/// A sensitive question has an answer, or a document proves that it was asked (esf.md, ESF-10 and ESF-13).
///
/// Only a package that holds sensitive data is checked, and then every participant: one without a row was
/// not asked, and nothing proves the contrary. A refusal is an answer. No answer is quoted.
enum VAL13SensitiveAnswers: SubmissionRule {
    static let code = "VAL-13"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "ja pakotnē ir jutīgie dati, katram dalībniekam uz katru jautājumu ir atbilde Y, N, refused vai not_collected; not_collected vajag dokumentu, kas apliecina, ka jautāts",
        en:
            "where a package holds sensitive data, every participant has an answer Y, N, refused or not_collected to each question; not_collected needs a document that proves the question"
    )
    static let advice = LocalizedText(
        lv: "papildiniet atbildes vai norādiet dokumentu, kas apliecina, ka jautāts",
        en: "complete the answers, or name the document that proves that it was asked")

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let records = package.records.content.sensitive
        guard !records.isEmpty else { return [] }
        var hits = records.compactMap { record -> RuleHit? in
            let school = package.records.participants[record.participant]?.school ?? ""
            if record.answers.contains(nil) {
                return RuleHit(
                    at: record, school: school, lv: "uz kādu jautājumu nav atbildes",
                    en: "a question has no answer")
            }
            guard record.answers.contains(.notCollected), record.evidence.isEmpty
            else { return nil }
            return RuleHit(
                at: record, school: school, lv: "kāda atbilde nav ievākta, un dokumenta nav",
                en: "an answer was not collected, and there is no document")
        }
        let answered = Set(records.map(\.participant))
        for person in package.records.content.participants where !answered.contains(person.id) {
            hits.append(
                RuleHit(
                    at: person, lv: "dalībniekam nav jutīgo datu rindas",
                    en: "the participant has no row of sensitive data"))
        }
        return hits
    }
}
