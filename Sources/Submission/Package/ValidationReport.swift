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

    // MARK: - Files

    /// The report as it lies in a package.
    struct Document: Codable, Hashable {
        static let schemaName = "pumpurs-validation/1"

        struct Rule: Codable, Hashable {
            var code: String
            var level: RuleLevel
            var severity: String
            var basis: RuleBasis
            var statementLv: String
            var statementEn: String
            var adviceLv: String
            var adviceEn: String
            var hits: [Hit]
        }
        struct Hit: Codable, Hashable {
            var table: String
            var row: String
            var school: String
            var severity: String
            var state: String
            var foundLv: String
            var foundEn: String
            var file: String?
            var line: Int?
        }

        var schema: String
        var ruleset: String
        var errors: Int
        var warnings: Int
        var rules: [Rule]
    }

    /// How a hit stands.
    private func state(of hit: RuleHit, _ rule: CheckedRule) -> String {
        if rule.severity(of: hit) >= .error { return "blocking" }
        return acceptance(of: rule.code, school: hit.school) == nil ? "open" : "acknowledged"
    }

    func document(ruleset: String) -> Document {
        Document(
            schema: Document.schemaName, ruleset: ruleset, errors: errorCount,
            warnings: warningCount,
            rules: rules.map { rule in
                Document.Rule(
                    code: rule.code, level: rule.level, severity: rule.severity.rawValue,
                    basis: rule.basis, statementLv: rule.statement.lv,
                    statementEn: rule.statement.en, adviceLv: rule.advice.lv,
                    adviceEn: rule.advice.en,
                    hits: rule.hits.map { hit in
                        Document.Hit(
                            table: hit.table, row: hit.row, school: hit.school,
                            severity: rule.severity(of: hit).rawValue, state: state(of: hit, rule),
                            foundLv: hit.found.lv, foundEn: hit.found.en, file: hit.place?.file,
                            line: hit.place?.line)
                    })
            })
    }

    /// The report as JSON.
    public func json(ruleset: String) throws -> [UInt8] {
        try PackageJSON.bytes(of: document(ruleset: ruleset))
    }

    /// The files of a package that say what the rules found.
    public func files(ruleset: String) throws -> [(path: String, bytes: [UInt8])] {
        [("validation-report.json", try json(ruleset: ruleset)), ("validation-report.csv", csv)]
    }

    /// The report as a table for the clerk, one line a hit; a spreadsheet runs none of its cells.
    public var csv: [UInt8] {
        var text = "code,level,severity,state,school,table,row,file,line,found_lv,advice_lv\n"
        for rule in rules {
            for hit in rule.hits {
                let cells = [
                    rule.code, rule.level.rawValue, rule.severity(of: hit).rawValue,
                    state(of: hit, rule), hit.school, hit.table, hit.row, hit.place?.file ?? "",
                    hit.place.map { String($0.line) } ?? "", hit.found.lv, rule.advice.lv,
                ]
                text += cells.map(Self.cell).joined(separator: ",") + "\n"
            }
        }
        return Array(text.utf8)
    }

    private static func cell(_ text: String) -> String {
        var cell = text
        if let first = text.unicodeScalars.first, "=+-@\t".unicodeScalars.contains(first) {
            cell = "'" + text
        }
        guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A }) else {
            return cell
        }
        return "\"\(cell.replacing("\"", with: "\"\""))\""
    }
}
