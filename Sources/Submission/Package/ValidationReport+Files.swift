import Diagnostics
import PupilSupport

extension ValidationReport {
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
                    rule, hits: rule.hits.map { .init($0, of: rule, state: state(of: $0, rule)) })
            })
    }

    /// The report as JSON.
    public func json(ruleset: String) throws -> [UInt8] {
        try PackageJSON.bytes(of: document(ruleset: ruleset))
    }

    /// The files of a package that say what the rules found.
    public func files(ruleset: String) throws -> [(path: String, bytes: [UInt8])] {
        let document = document(ruleset: ruleset)
        return [
            ("validation-report.json", try PackageJSON.bytes(of: document)),
            ("validation-report.csv", document.csv),
        ]
    }
}

extension ValidationReport.Document.Rule {
    init(_ rule: CheckedRule, hits: [ValidationReport.Document.Hit]) {
        self.init(
            code: rule.code, level: rule.level, severity: rule.severity.rawValue,
            basis: rule.basis, statementLv: rule.statement.lv, statementEn: rule.statement.en,
            adviceLv: rule.advice.lv, adviceEn: rule.advice.en, hits: hits)
    }
}

extension ValidationReport.Document.Hit {
    init(_ hit: RuleHit, of rule: CheckedRule, state: String) {
        self.init(
            table: hit.table, row: hit.row, school: hit.school,
            severity: rule.severity(of: hit).rawValue, state: state, foundLv: hit.found.lv,
            foundEn: hit.found.en, file: hit.place?.file, line: hit.place?.line)
    }
}

extension ValidationReport.Document {
    /// The report as a table for the clerk, one line a hit; a spreadsheet runs none of its cells.
    ///
    /// It is made from what the JSON says, so that whoever has only the package can make it again.
    var csv: [UInt8] {
        var text = "code,level,severity,state,school,table,row,file,line,found_lv,advice_lv\n"
        for rule in rules {
            for hit in rule.hits {
                let cells = [
                    rule.code, rule.level.rawValue, hit.severity, hit.state, hit.school, hit.table,
                    hit.row, hit.file ?? "", hit.line.map(String.init) ?? "", hit.foundLv,
                    rule.adviceLv,
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
