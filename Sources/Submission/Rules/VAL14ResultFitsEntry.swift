import Diagnostics
import PupilSupport

/// A result is a change of what was so at entry (esf.md, section 1.5).
///
/// Who already was in education does not newly enter it; for a pupil that is only a warning, for a pupil may
/// have taken up other training. An entry that is not known contradicts nothing. The codes CR06 to CR09 come
/// from samples of the managing authority; they are no codes of a school, yet no mistake. esf.md gives two
/// bases, derivation and general knowledge; the weaker is named.
enum VAL14ResultFitsEntry: SubmissionRule {
    static let code = "VAL-14"
    static let level = RuleLevel.record
    static let severity = Severity.error
    static let basis = RuleBasis.general
    static let statement = LocalizedText(
        lv:
            "CR01 ir tikai neaktīvajam, CR02 tikai tam, kas nemācījās (skolēnam brīdinājums), CR04 tikai tam, kas nestrādāja, CR05 tikai kopā ar citu kodu tam, kam kāda no CO15–CO17 atbildēm ir jā; citu kodu nav",
        en:
            "only who was inactive has CR01, only who was not in education CR02 (a warning for pupils), only who was not employed CR04, and CR05 goes with another code and one of CO15–CO17; there are no other codes"
    )
    static let advice = LocalizedText(
        lv: "pārbaudiet rezultāta kodus; skolēnam, kas turpina mācīties, koda nav",
        en: "check the codes of the result; a pupil who stays at school has none")

    /// The codes that there are.
    private static let known = Set((1...9).map { "CR0\($0)" })
    /// The results of which CR05 is one more.
    private static let leading: Set<String> = ["CR01", "CR02", "CR03", "CR04"]

    static func hits(in package: CheckedPackage) -> [RuleHit] {
        let sensitive = Dictionary(
            package.records.content.sensitive.map { ($0.participant, $0) },
            uniquingKeysWith: { first, _ in first })
        return package.records.content.outcomes.flatMap { outcome -> [RuleHit] in
            guard !outcome.commonResults.isEmpty,
                let plan = package.records.plans[outcome.plan]
            else { return [] }
            let person = package.records.participants[plan.participant]
            return outcome.commonResults.compactMap { code in
                guard
                    let fault = fault(
                        code, among: outcome.commonResults, of: person,
                        sensitive[plan.participant])
                else { return nil }
                return RuleHit(
                    at: outcome, school: plan.school, place: outcome.place,
                    severity: code == "CR02" && person?.gradeAtEntry != nil ? .warning : nil,
                    lv: "\(code): \(fault.lv)", en: "\(code): \(fault.en)")
            }
        }
    }

    private static func fault(
        _ code: String, among codes: [String], of person: Participant?,
        _ answers: SensitiveRecord?
    ) -> LocalizedText? {
        let status = person?.labourStatus
        switch code {
        case "CR01" where status.map { !$0.isInactive } == true:
            return LocalizedText(
                lv: "iesaistoties nebija ekonomiski neaktīvs", en: "was not inactive at entry")
        case "CR02" where status == .inactiveInEducation:
            return LocalizedText(
                lv: "iesaistoties jau mācījās", en: "was already in education at entry")
        case "CR04" where status == .employed:
            return LocalizedText(
                lv: "iesaistoties jau strādāja", en: "was already employed at entry")
        case "CR05" where leading.isDisjoint(with: codes):
            return LocalizedText(
                lv: "nav neviena no kodiem CR01–CR04", en: "none of the codes CR01–CR04 is given")
        case "CR05" where answers?.answers.contains(.yes) != true:
            return LocalizedText(
                lv: "pakotnē nav atbildes, kas to pamato",
                en: "the package has no answer that bears it out")
        default:
            return known.contains(code)
                ? nil : LocalizedText(lv: "tāda koda nav", en: "there is no such code")
        }
    }
}
