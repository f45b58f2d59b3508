import Diagnostics
public import PupilSupport

/// What the rules said of a package: every rule, also those that nothing broke.
public struct ValidationReport: Hashable, Sendable {
    /// The rules with their hits, in the order of their codes.
    public let rules: [CheckedRule]
    /// The acceptances that hold on the day.
    public let acceptances: [WarningAcceptance]

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - rules: The checked rules.
    ///   - acceptances: Warnings that were accepted; those of other data or past their last day are left aside.
    ///   - day: The day of the check.
    public init(rules: [CheckedRule], acceptances: [WarningAcceptance], on day: CivilDate) {
        self.rules = rules.sorted { $0.code < $1.code }
        let present = Dictionary(
            rules.flatMap { rule in
                rule.warnings.map { school, hits in
                    ("\(rule.code)/\(school)", WarningAcceptance.fingerprint(of: hits))
                }
            }, uniquingKeysWith: { first, _ in first })
        self.acceptances = acceptances.filter { acceptance in
            acceptance.expiresOn.map { day <= $0 } ?? true
                && present["\(acceptance.rule)/\(acceptance.school)"] == acceptance.fingerprint
        }
    }

    /// Returns the acceptance of a rule's warnings at a school, or `nil`.
    public func acceptance(of rule: String, school: String) -> WarningAcceptance? {
        acceptances.last { $0.rule == rule && $0.school == school }
    }

    /// The number of errors.
    public var errorCount: Int { rules.reduce(0) { $0 + $1.errors.count } }

    /// The number of warnings.
    public var warningCount: Int {
        rules.reduce(0) { $0 + $1.hits.count } - errorCount
    }

    /// What keeps the package from being sealed: errors, and warnings that nobody has accepted.
    public var blocking: [(rule: CheckedRule, hits: [RuleHit])] {
        rules.compactMap { rule in
            let open = rule.warnings.filter { acceptance(of: rule.code, school: $0.school) == nil }
            let hits = rule.errors + open.flatMap(\.hits)
            return hits.isEmpty ? nil : (rule, hits)
        }
    }

    /// The accepted warnings, as the manifest names them.
    public var waivers: [PackageManifest.Waiver] {
        rules.flatMap { rule in
            rule.warnings.compactMap { school, hits -> PackageManifest.Waiver? in
                guard let acceptance = acceptance(of: rule.code, school: school) else { return nil }
                return PackageManifest.Waiver(
                    rule: rule.code, school: school, hits: hits.count, author: acceptance.author,
                    reason: acceptance.reason, expiresOn: acceptance.expiresOn?.description)
            }
        }
    }
}
