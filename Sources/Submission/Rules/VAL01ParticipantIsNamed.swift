import Diagnostics
import PupilSupport

/// A participation names the operation, the person and the day of entry, and is there once (esf.md, ESF-5
/// to ESF-7).
enum VAL01ParticipantIsNamed: SubmissionRule {
    static let code = "VAL-01"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.stated
    static let statement = LocalizedText(
        lv:
            "katram dalībniekam ir projekta numurs, pseidonīms un iesaistīšanās diena, un projektā dalībnieks ir vienreiz",
        en:
            "every participant has the number of the operation, a pseudonym and a day of entry, and is in the operation once"
    )
    static let advice = LocalizedText(
        lv:
            "pārbaudiet projekta numuru definīcijās; ja dalībniekam nav iesaistīšanās dienas vai viņš ir divreiz, sagatavojiet pakotni no jauna",
        en:
            "check the number of the operation in the definitions; where a participant has no day of entry or is there twice, make the package again"
    )

    private struct Name: Hashable {
        let operation: String
        let person: String
    }

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let operation = package.records.reference.operation.number
        var known: Set<Name> = []
        return package.records.content.participants.flatMap { person in
            var hits: [RuleHit] = []
            if person.operation.isEmpty || person.id.isEmpty || person.entryDate == nil {
                hits.append(
                    RuleHit(
                        at: person,
                        lv: "trūkst projekta numura, pseidonīma vai iesaistīšanās dienas",
                        en:
                            "the number of the operation, the pseudonym or the day of entry is missing"
                    ))
            } else if person.operation != operation {
                hits.append(
                    RuleHit(
                        at: person, lv: "projekta numurs nav \(operation)",
                        en: "the number of the operation is not \(operation)"))
            }
            if !known.insert(Name(operation: person.operation, person: person.id)).inserted {
                hits.append(
                    RuleHit(
                        at: person, lv: "dalībnieks projektā ir vairāk nekā vienreiz",
                        en: "the participant is in the operation more than once"))
            }
            return hits
        }
    }
}
