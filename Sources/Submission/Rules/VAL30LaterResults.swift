import Diagnostics
import PupilSupport

/// A result six months after leaving counts no more people than left.
///
/// The managing authority asks a sample for them; this project reports zero, and what else appears must make
/// sense. The bases are those that left, since the beginning.
enum VAL30LaterResults: SubmissionRule {
    static let code = "VAL-30"
    static let level = RuleLevel.aggregate
    static let severity = Severity.error
    static let basis = RuleBasis.derived
    static let statement = LocalizedText(
        lv:
            "CR06 nav vairāk kā beigušo, kas iesaistoties nestrādāja, CR07 kā beigušo, kas strādāja, CR08 kā CO07 un beigušo, CR09 kā beigušo un to, kam kāda no CO15–CO17 atbildēm ir jā",
        en:
            "CR06 is no more than those that left and had not been employed, CR07 than those that had, CR08 than CO07 and those that left, CR09 than those that left and those with any of CO15–CO17"
    )
    static let advice = LocalizedText(
        lv: "CR06–CR09 nosaka vadošā iestāde izlasē; skola tos neziņo",
        en: "CR06 to CR09 come from the managing authority's samples; a school does not report them"
    )

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let codes = package.codes
        return package.grid.spans.filter { $0.type == .cumulative }.flatMap { span -> [RuleHit] in
            let people = package.people[span] ?? CountedPeople()
            let leavers = people.employedLeavers + people.otherLeavers
            var bounds = [
                (codes.laterEmployed, people.otherLeavers),
                (codes.laterImproved, people.employedLeavers),
            ]
            if let old = codes.laterOld {
                bounds.append((old, min(leavers, package.grid[codes.old, span]?.value.total ?? 0)))
            }
            if let disadvantaged = codes.laterDisadvantaged {
                bounds.append((disadvantaged, min(leavers, people.disadvantaged)))
            }
            return bounds.compactMap { code, most in
                guard let figure = package.grid[code, span], let value = figure.value.total,
                    value > most
                else { return nil }
                return RuleHit(
                    at: figure.place, lv: "\(code) ir \(value), var būt \(most)",
                    en: "\(code) is \(value), \(most) are possible")
            }
        }
    }
}
