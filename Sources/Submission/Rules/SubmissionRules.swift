import Diagnostics
import PupilSupport

/// What a rule found in a package.
public struct RuleResult: Hashable, Sendable {
    /// The code of the rule.
    public let code: String
    /// Where it does not hold; empty where it holds everywhere.
    public let hits: [RuleHit]

    /// Creates a result.
    public init(code: String, hits: [RuleHit]) {
        self.code = code
        self.hits = hits
    }
}

/// The rules that a package is checked by.
public enum SubmissionRules {
    /// The name of the set of rules; its number grows with every change of what a package is checked for.
    public static let identifier = "pumpurs-rules/1"

    /// The rules in the order of their codes.
    public static let all: [any SubmissionRule.Type] = [
        VAL01ParticipantIsNamed.self, VAL02CompleteOrMarked.self, VAL03OneLabourStatus.self,
        VAL04PartOfStatus.self, VAL05OneEducationLevel.self, VAL06DatesWithinOperation.self,
        VAL07ResultAfterLeaving.self, VAL08ResultWithinFourWeeks.self, VAL09UsualAge.self,
        VAL10BirthDateOfCode.self, VAL11PupilInEducation.self, VAL12EducationOfClass.self,
        VAL13SensitiveAnswers.self, VAL14ResultFitsEntry.self,
        VAL20StatusesAddUp.self, VAL21PartsWithinWholes.self, VAL22Ages.self,
        VAL23EducationLevels.self, VAL24Households.self, VAL25WithinTotal.self,
        VAL26WomenAndMen.self, VAL27GrandTotal.self, VAL28CountsAreThere.self,
        VAL29ResultsWithinOutputs.self, VAL30LaterResults.self, VAL31PupilProfile.self,
        VAL40CumulativeGrows.self, VAL41CumulativeOfSemesters.self, VAL42NewAndReturning.self,
        VAL43SemesterChange.self,
        VAL50PupilAtTwoSchools.self, VAL51SessionUnderPlan.self, VAL52RemoteSession.self,
        VAL53TeachersDay.self, VAL54TimesheetMinutes.self, VAL55PlanApproval.self,
        VAL56PublicFilesEqual.self, VAL57AnnouncedFigures.self,
    ]

    /// Returns what every rule found, also those that found nothing, in the order of their codes.
    public static func check(_ package: CheckedPackage) -> [RuleResult] {
        all.map { RuleResult(code: $0.code, hits: $0.hits(in: package)) }
    }

    /// The rules as text, a line each: what the manifest's fingerprint of the rules is taken of.
    public static var fingerprintText: String {
        ([identifier]
            + all.map { rule in
                [
                    rule.code, rule.level.rawValue, rule.severity.rawValue, rule.basis.rawValue,
                    rule.statement.lv, rule.statement.en,
                ].joined(separator: "|")
            }).map { $0 + "\n" }.joined()
    }
}
