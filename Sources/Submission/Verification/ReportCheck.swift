import Diagnostics
import PupilSupport

/// Check 5: what the package says that the rules found is what they find, and both files say it alike.
///
/// Where a record stands in a school's file, and what the rules on the deliveries found, no file of the package
/// tells; of these it is checked that JSON, CSV and manifest agree.
struct ReportCheck {
    private typealias Document = ValidationReport.Document

    private let folder: PackageFolder
    private let manifest: PackageManifest
    /// The rules on the records, checked again.
    private let found: [CheckedRule]
    /// The rules on the deliveries, unbroken.
    private let preconditions: [CheckedRule]

    private static let path = "validation-report.json"
    private static let tablePath = "validation-report.csv"

    init(
        _ folder: PackageFolder, _ manifest: PackageManifest, found: [CheckedRule],
        preconditions: [CheckedRule]
    ) {
        self.folder = folder
        self.manifest = manifest
        self.found = found
        self.preconditions = preconditions
    }

    func failures() -> [VerificationFailure] {
        guard let file = folder.file(Self.path),
            let report = try? PackageJSON.value(Document.self, from: file.bytes)
        else { return [failure(Self.path, lv: "tas nav lasāms", en: "it cannot be read")] }
        return form(of: report, file.bytes) + table(of: report) + rules(of: report)
            + states(of: report) + numbers(of: report)
    }

    private func failure(_ place: String, lv: String, en: String) -> VerificationFailure {
        VerificationFailure(.rules, place, lv: lv, en: en)
    }

    // MARK: - Both files

    private func form(of report: Document, _ bytes: [UInt8]) -> [VerificationFailure] {
        guard
            (try? PackageJSON.bytes(of: report)) != bytes
                || report.schema != Document.schemaName
        else { return [] }
        return [
            failure(
                Self.path, lv: "tas nav rakstīts vienīgajā pareizajā formā",
                en: "it is not written in the one form that there is")
        ]
    }

    private func table(of report: Document) -> [VerificationFailure] {
        guard let file = folder.file(Self.tablePath) else {
            let lack = folder.lack(of: Self.tablePath)
            return [failure(Self.tablePath, lv: lack.lv, en: lack.en)]
        }
        let expected = report.csv
        guard file.bytes != expected else { return [] }
        let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let right = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
        let same = zip(lines, right).prefix { $0 == $1 }.count
        return [
            failure(
                "\(Self.tablePath):\(same + 1)", lv: "tur nav tas, ko saka \(Self.path)",
                en: "it does not say what \(Self.path) says")
        ]
    }

    // MARK: - The rules

    private func rules(of report: Document) -> [VerificationFailure] {
        let known = Dictionary(
            (found + preconditions).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var failures: [VerificationFailure] = []
        if report.rules.map(\.code) != known.keys.sorted() {
            failures.append(
                failure(
                    Self.path, lv: "tur nav visu pārbaužu savā secībā",
                    en: "it does not have all rules in their order"))
        }
        let said = Dictionary(
            report.rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for (code, rule) in known.sorted(by: { $0.key < $1.key }) {
            guard let own = said[code] else { continue }
            if own != Document.Rule(rule, hits: own.hits) {
                failures.append(
                    failure(
                        code, lv: "pārbaudes vārdi vai smagums ir citi",
                        en: "the words or the severity of the rule are others"))
            }
        }
        return failures + found.flatMap { places(of: $0, said[$0.code]?.hits) }
            + preconditions.flatMap { severities(of: $0, said[$0.code]?.hits ?? []) }
    }

    /// Compares what a rule finds with what is said, in its order.
    private func places(_ rule: CheckedRule, _ hits: [Document.Hit]) -> Bool {
        rule.hits.map { Place($0, rule) } == hits.map(Place.init)
    }

    private func places(of rule: CheckedRule, _ hits: [Document.Hit]?) -> [VerificationFailure] {
        if let hits, places(rule, hits) { return [] }
        let (count, other) = (rule.hits.count, hits?.count ?? 0)
        guard count == other else {
            return [
                failure(
                    rule.code, lv: "pārbaudes atrod vietas: \(count), ziņojumā to ir \(other)",
                    en: "the rule finds \(count) places, the report names \(other)")
            ]
        }
        return [
            failure(
                rule.code, lv: "pārbaude atrod citas vietas vai citā secībā, nekā saka ziņojums",
                en: "the rule finds other places than the report names, or in another order")
        ]
    }

    /// What a rule on the deliveries found has the severity of the rule.
    private func severities(
        of rule: CheckedRule, _ hits: [Document.Hit]
    ) -> [VerificationFailure] {
        guard hits.contains(where: { $0.severity != rule.severity.rawValue }) else { return [] }
        return [
            failure(
                rule.code, lv: "atrastā smagums nav pārbaudes smagums",
                en: "what was found has not the severity of the rule")
        ]
    }

    /// What the files of a package tell of a hit.
    private struct Place: Hashable {
        let table: String
        let row: String
        let school: String
        let severity: String
        let lv: String
        let en: String

        init(_ hit: RuleHit, _ rule: CheckedRule) {
            (table, row, school) = (hit.table, hit.row, hit.school)
            severity = rule.severity(of: hit).rawValue
            (lv, en) = (hit.found.lv, hit.found.en)
        }

        init(_ hit: Document.Hit) {
            (table, row, school) = (hit.table, hit.row, hit.school)
            severity = hit.severity
            (lv, en) = (hit.foundLv, hit.foundEn)
        }
    }

    // MARK: - Acceptance

    private func states(of report: Document) -> [VerificationFailure] {
        report.rules.flatMap { rule in
            rule.hits.filter { $0.state != "acknowledged" }.map { hit in
                failure(
                    "\(rule.code) \(hit.row)",
                    lv: "to neviens nav pieņēmis, bet pakotne ir aizzīmogota",
                    en: "nobody accepted it, and yet the package is sealed")
            }
        }
    }

    private struct Accepted: Hashable {
        let rule: String
        let school: String
    }

    private func numbers(of report: Document) -> [VerificationFailure] {
        let validation = manifest.validation
        let hits = report.rules.reduce(0) { $0 + $1.hits.count }
        var counted: [Accepted: Int] = [:]
        for rule in report.rules {
            for hit in rule.hits {
                counted[Accepted(rule: rule.code, school: hit.school), default: 0] += 1
            }
        }
        let waived = Dictionary(
            validation.waived.map { (Accepted(rule: $0.rule, school: $0.school), $0.hits) },
            uniquingKeysWith: +)
        guard
            validation.errors != 0 || report.errors != 0
                || validation.warnings != report.warnings || report.warnings != hits
                || waived != counted || report.ruleset != manifest.ruleset.id
        else { return [] }
        return [
            failure(
                "manifest.json", lv: "kļūdu un brīdinājumu skaits neatbilst ziņojumam",
                en: "the numbers of errors and warnings are not those of the report")
        ]
    }
}
