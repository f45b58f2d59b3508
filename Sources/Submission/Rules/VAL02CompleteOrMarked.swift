import Diagnostics
import PupilSupport

/// A record is complete, or says what it lacks and then stands in the grand total alone (esf.md, ESF-11 and
/// ESF-12).
///
/// A record that is rightly marked as incomplete blocks nothing: it is listed, so that the school can still
/// complete it. One that is wrongly marked, either way, makes every figure wrong.
enum VAL02CompleteOrMarked: SubmissionRule {
    static let code = "VAL-02"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "ir zināms dzimums, dzimšanas datums, statuss darba tirgū un iegūtā izglītība; ja kā trūkst, ieraksts ir atzīmēts kā nepilnīgs (brīdinājums) un to skaita tikai starp visiem atbalstītajiem",
        en:
            "sex, day of birth, status on the labour market and completed education are known; where one is missing, the record is marked as incomplete (a warning) and counts in the grand total alone"
    )
    static let advice = LocalizedText(
        lv:
            "lūdziet skolu papildināt skolēnu sarakstu ar trūkstošajām ziņām; ja atzīme par pilnīgumu ir nepareiza, sagatavojiet pakotni no jauna",
        en:
            "ask the school to complete its list of pupils; where the mark itself is wrong, make the package again"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        package.records.content.participants.compactMap { person in
            let missing = person.foundMissing
            guard person.isComplete == missing.isEmpty, person.missingFields == missing else {
                return RuleHit(
                    at: person,
                    lv:
                        "trūkst: \(list(missing)); atzīmēts kā \(mark(person).lv), trūkst: \(list(person.missingFields))",
                    en:
                        "missing: \(list(missing)); marked as \(mark(person).en), missing: \(list(person.missingFields))"
                )
            }
            guard !missing.isEmpty else { return nil }
            return RuleHit(
                at: person, severity: .warning, lv: "trūkst: \(list(missing))",
                en: "missing: \(list(missing))")
        }
    }

    private static func list(_ fields: [String]) -> String {
        fields.isEmpty ? "–" : fields.joined(separator: ", ")
    }

    private static func mark(_ person: Participant) -> LocalizedText {
        person.isComplete
            ? LocalizedText(lv: "pilnīgs", en: "complete")
            : LocalizedText(lv: "nepilnīgs", en: "incomplete")
    }
}
