import Diagnostics
import PupilSupport

/// A participant enters and leaves within the operation, in this order.
enum VAL06DatesWithinOperation: SubmissionRule {
    static let code = "VAL-06"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "dalībnieks iesaistās projekta laikā un beidz ne agrāk kā iesaistās un ne vēlāk kā beidzas projekts",
        en:
            "a participant enters while the operation runs, and leaves neither before they entered nor after it ends"
    )
    static let advice = LocalizedText(
        lv: "pārbaudiet nodarbību un plānu datumus un projekta laiku definīcijās",
        en:
            "check the dates of sessions and plans, and the days of the operation in the definitions"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let operation = package.records.reference.operation
        let days = (CivilDate(iso: operation.startsOn), CivilDate(iso: operation.endsOn))
        guard case (let first?, let last?) = days else { return [] }
        return package.records.content.participants.flatMap { person in
            var hits: [RuleHit] = []
            if let entry = person.entryDate, entry < first || entry > last {
                hits.append(
                    RuleHit(
                        at: person,
                        lv:
                            "iesaistījies \(entry.latvian), projekts ir \(first.latvian)–\(last.latvian)",
                        en: "entered on \(entry), the operation runs from \(first) to \(last)"))
            }
            guard let leave = person.leaveDate else { return hits }
            if let entry = person.entryDate, leave < entry {
                hits.append(
                    RuleHit(
                        at: person,
                        lv: "beidzis \(leave.latvian), bet iesaistījies \(entry.latvian)",
                        en: "left on \(leave) but entered on \(entry)"))
            }
            if leave > last {
                hits.append(
                    RuleHit(
                        at: person,
                        lv: "beidzis \(leave.latvian), projekts beidzas \(last.latvian)",
                        en: "left on \(leave), the operation ends on \(last)"))
            }
            return hits
        }
    }
}
