public import Diagnostics
public import PupilSupport

/// A rule with the places where it does not hold.
public struct CheckedRule: Hashable, Sendable {
    /// The code.
    public let code: String
    /// What it looks at.
    public let level: RuleLevel
    /// Whether it blocks or can be acknowledged.
    public let severity: Severity
    /// Where it comes from.
    public let basis: RuleBasis
    /// What must hold.
    public let statement: LocalizedText
    /// What to do where it does not.
    public let advice: LocalizedText
    /// Where it does not hold.
    public let hits: [RuleHit]

    /// Creates the result of a rule.
    public init(
        code: String, level: RuleLevel, severity: Severity, basis: RuleBasis,
        statement: LocalizedText, advice: LocalizedText, hits: [RuleHit]
    ) {
        self.code = code
        self.level = level
        self.severity = severity
        self.basis = basis
        self.statement = statement
        self.advice = advice
        self.hits = hits
    }

    /// Checks a package by a rule.
    public init(_ rule: any SubmissionRule.Type, in package: CheckedPackage) {
        self.init(
            code: rule.code, level: rule.level, severity: rule.severity, basis: rule.basis,
            statement: rule.statement, advice: rule.advice, hits: rule.hits(in: package))
    }

    /// Returns how bad a hit is.
    public func severity(of hit: RuleHit) -> Severity { hit.severity ?? severity }

    /// The warnings by the school that can mend them, in the order of the schools' codes.
    public var warnings: [(school: String, hits: [RuleHit])] {
        let open = hits.filter { severity(of: $0) < .error }
        return Dictionary(grouping: open, by: \.school).sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }

    /// The errors, which block.
    public var errors: [RuleHit] { hits.filter { severity(of: $0) >= .error } }
}

/// Accepted warnings: of one rule at one school, as they stood.
public struct WarningAcceptance: Hashable, Sendable {
    /// The code of the rule.
    public let rule: String
    /// The school, or empty for what belongs to none.
    public let school: String
    /// What tells whether the warnings are still those that were accepted.
    public let fingerprint: String
    /// Who accepted them.
    public let author: String
    /// Why.
    public let reason: String
    /// The last day on which it holds, or `nil` for ever.
    public let expiresOn: CivilDate?

    /// Creates an acceptance.
    public init(
        rule: String, school: String, fingerprint: String, author: String, reason: String,
        expiresOn: CivilDate?
    ) {
        self.rule = rule
        self.school = school
        self.fingerprint = fingerprint
        self.author = author
        self.reason = reason
        self.expiresOn = expiresOn
    }

    /// Returns the fingerprint of warnings: it is another one as soon as any of them changes, goes or comes.
    public static func fingerprint(of hits: [RuleHit]) -> String {
        let lines = hits.map { "\($0.table)\u{1F}\($0.row)\u{1F}\($0.found.en)" }.sorted()
        return PackageFile.fingerprint(of: Array(lines.joined(separator: "\n").utf8))
    }
}
