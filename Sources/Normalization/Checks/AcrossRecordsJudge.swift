public import Diagnostics
public import PupilSupport

/// Judges the records of a school and a semester together, whatever the order in which they came.
///
/// It is asked again whenever a delivery of the school and the semester changes, so that a session
/// that came before its plan counts once the plan is there.
public struct AcrossRecordsJudge: Sendable {
    private let countingStatuses: Set<String>
    private let statusNames: [String: String]
    private let settings: [String: [String: RuleSetting]]
    private let words: KnownWords

    /// Creates a judge.
    ///
    /// - Parameters:
    ///   - vocabularies: The vocabularies; that of plan statuses says which count.
    ///   - sources: The sources, which may change the severity of rules.
    ///   - words: The words of files that messages may show.
    public init(
        vocabularies: [VocabularyName: Vocabulary], sources: [SourceDefinition],
        words: KnownWords = .ordinary
    ) {
        self.words = words
        let statuses = vocabularies[.planStatuses]?.terms ?? []
        countingStatuses = Set(
            statuses.filter { $0.attributes["counts"] == "true" }.map(\.code))
        statusNames = Dictionary(
            statuses.map { ($0.code, $0.name.lv) }, uniquingKeysWith: { $1 })
        settings = Dictionary(
            sources.map { ($0.code, $0.ruleSeverities) }, uniquingKeysWith: { $1 })
        matters = Set(sources.flatMap { Self.matters($0.ruleSeverities) })
    }

    /// What the records of any source are judged for.
    public let matters: Set<JudgedMatter>

    /// Returns what the records of a source are judged for.
    public func matters(ofSource source: String) -> Set<JudgedMatter> {
        Self.matters(settings[source])
    }

    private static func matters(_ settings: [String: RuleSetting]?) -> Set<JudgedMatter> {
        Set(
            JudgedMatter.allCases.filter { matter in
                rules(of: matter).contains { settings?[$0.code] != .off }
            })
    }

    private static func rules(of matter: JudgedMatter) -> [Rule] {
        switch matter {
        case .belonging:
            [
                AcrossRecordsRules.unknownPlan, AcrossRecordsRules.plansPupilDiffers,
                AcrossRecordsRules.outsidePlan, AcrossRecordsRules.beforeApproval,
                AcrossRecordsRules.planDoesNotCount, AcrossRecordsRules.notEnrolled,
                AcrossRecordsRules.unknownStaffNumber, AcrossRecordsRules.recordOfUnknownPlan,
                AcrossRecordsRules.sharedStaffNumber, AcrossRecordsRules.approvalMissing,
            ]
        case .repetition:
            [
                AcrossRecordsRules.secondMark, AcrossRecordsRules.secondAbsence,
                AcrossRecordsRules.planNumberRepeated, AcrossRecordsRules.secondResult,
                AcrossRecordsRules.repeatedElsewhere,
            ]
        }
    }

    /// Returns what is wrong with the records, in the order of deliveries and bytes.
    public func judge(_ records: SchoolSemesterRecords) -> [Judgement] {
        var judgements: [Judgement] = []
        func add(
            _ rule: Rule, _ origin: RecordOrigin, _ field: (RecordKind, String),
            _ details: [String: String]
        ) {
            let setting = settings[origin.source]?[rule.code]
            guard setting != .off else { return }
            judgements.append(
                Judgement(
                    rule: rule,
                    severity: setting.flatMap { Severity(rawValue: $0.rawValue) } ?? rule.severity,
                    origin: origin, kind: field.0, field: field.1, details: details))
        }
        var numbers: [String: String] = [:]
        /// What a message may show of a plan's number: any text with a digit is taken for one.
        func shown(_ number: String) -> String {
            if let known = numbers[number] { return known }
            let text = ShownText(number, knowing: words).text
            numbers[number] = text
            return text
        }
        let contradicting = judgeRepeated(records, add: add)
        let plansHeldBack = records.plansHeldBack.union(
            records.plans.filter { contradicting.contains($0.origin) }.map(\.number))
        /// What is said of a plan that is not among those loaded.
        func missing(_ number: Int?, _ text: String) -> [String: String] {
            let name = text.isEmpty ? "–" : shown(text)
            guard let number, plansHeldBack.contains(number) else { return ["found": name] }
            return [
                "found.lv": "\(name) (tas ir atsūtīts, bet aizturēts)",
                "found.en": "\(name) (it was delivered, but is held back)",
            ]
        }
        var plans: [Int: SchoolSemesterRecords.Plan] = [:]
        for plan in records.plans where !contradicting.contains(plan.origin) {
            plans[plan.number] = plan
            if !records.enrolled.contains(plan.pupil) {
                add(
                    AcrossRecordsRules.notEnrolled, plan.origin, (.plan, "pupil"),
                    ["semester": records.semester.code])
            }
        }
        for part in records.planParts where plans[part.planNumber] == nil {
            add(
                AcrossRecordsRules.recordOfUnknownPlan, part.origin, (part.kind, "plan_number"),
                missing(part.planNumber, part.planText))
        }
        for part in records.pupilParts where !records.enrolled.contains(part.pupil) {
            add(
                AcrossRecordsRules.notEnrolled, part.origin, (part.kind, "pupil"),
                ["semester": records.semester.code])
        }
        for session in records.sessions {
            judge(session, plans: plans, records: records, shown: shown, missing: missing, add: add)
        }
        return judgements.sorted {
            ($0.origin.delivery, $0.origin.byte, $0.rule.code)
                < ($1.origin.delivery, $1.origin.byte, $1.rule.code)
        }
    }

    /// Judges records of which there should be one: of the same ones the first counts, of different
    /// ones none, for nothing tells which is right.
    ///
    /// - Returns: The records that are held back.
    private func judgeRepeated(
        _ records: SchoolSemesterRecords,
        add: (Rule, RecordOrigin, (RecordKind, String), [String: String]) -> Void
    ) -> Set<RecordOrigin> {
        var held: Set<RecordOrigin> = []
        for group in records.repeated {
            let field = RepeatedRecords.keyFields(of: group.kind).last ?? ""
            for (index, origin) in group.records.enumerated() {
                let other = group.records[index == 0 ? 1 : 0]
                let details = ["file": other.fileName, "line": "\(other.line)"]
                if group.isSame {
                    guard index > 0 else { continue }
                    add(AcrossRecordsRules.repeatedElsewhere, origin, (group.kind, ""), details)
                } else if let rule = AcrossRecordsRules.contradiction(in: group.kind) {
                    add(rule, origin, (group.kind, field), details)
                } else {
                    continue
                }
                held.insert(origin)
            }
        }
        return held
    }

    private func judge(
        _ session: SchoolSemesterRecords.Session, plans: [Int: SchoolSemesterRecords.Plan],
        records: SchoolSemesterRecords, shown: (String) -> String,
        missing: (Int?, String) -> [String: String],
        add: (Rule, RecordOrigin, (RecordKind, String), [String: String]) -> Void
    ) {
        if !records.enrolled.contains(session.pupil) {
            add(
                AcrossRecordsRules.notEnrolled, session.origin, (.session, "pupil"),
                ["semester": records.semester.code])
        }
        if records.staffNumbersUsed.contains(session.teacher),
            !records.staffNumbersKnown.contains(session.teacher)
        {
            add(AcrossRecordsRules.unknownStaffNumber, session.origin, (.session, "teacher"), [:])
        }
        if records.staffNumbersShared.contains(session.teacher) {
            add(AcrossRecordsRules.sharedStaffNumber, session.origin, (.session, "teacher"), [:])
        }
        guard let plan = session.planNumber.flatMap({ plans[$0] }) else {
            add(
                AcrossRecordsRules.unknownPlan, session.origin, (.session, "plan_number"),
                missing(session.planNumber, session.planText))
            return
        }
        if plan.pupil != session.pupil {
            add(
                AcrossRecordsRules.plansPupilDiffers, session.origin, (.session, "plan_number"),
                ["found": shown(plan.numberText)])
        }
        if session.date < plan.startsOn || session.date > plan.endsOn {
            add(
                AcrossRecordsRules.outsidePlan, session.origin, (.session, "date"),
                [
                    "found": session.date.latvian, "plan": shown(plan.numberText),
                    "start": plan.startsOn.latvian, "end": plan.endsOn.latvian,
                ])
        }
        var details: [String: String] {
            ["found": session.date.latvian, "plan": shown(plan.numberText)]
        }
        if let approved = plan.headApprovedOn {
            if session.date < approved {
                add(
                    AcrossRecordsRules.beforeApproval, session.origin, (.session, "date"),
                    details.merging(["approved": approved.latvian]) { $1 })
            }
        } else {
            add(
                AcrossRecordsRules.approvalMissing, session.origin, (.session, "plan_number"),
                details)
        }
        if !countingStatuses.contains(plan.status) {
            add(
                AcrossRecordsRules.planDoesNotCount, session.origin, (.session, "plan_number"),
                [
                    "plan": shown(plan.numberText),
                    "found": statusNames[plan.status] ?? plan.status,
                ])
        }
    }
}

/// What is wrong with a record in the light of others.
public struct Judgement: Sendable, Hashable {
    /// The rule that was hit.
    public let rule: Rule
    /// How bad it is for the record's source.
    public let severity: Severity
    /// The record.
    public let origin: RecordOrigin
    /// The kind of the record.
    public let kind: RecordKind
    /// The field of the model that is to blame.
    public let field: String
    /// The values for the rule's texts.
    public let details: [String: String]
}
