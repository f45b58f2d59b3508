import Diagnostics
import PupilSupport
import Submission

/// What must hold before a package is made, besides the rules on its records: `SUB-…`.
enum PreconditionRules {
    /// The rules where nothing breaks them: what a report must say of each, whatever was found.
    static let unbroken: [CheckedRule] = [
        incomplete([]), notEnded(nil), heldBack([]), unprotected([]), otherFigures([]),
        closedDiffers(0, revision: nil), unnamed(0),
    ]

    static func incomplete(_ reasons: [LocalizedText]) -> CheckedRule {
        rule(
            "SUB-001", .warning, .crossFile,
            lv: "Visi gaidītie faili ir saņemti un nolasīti veseli.",
            en: "Every expected file has come and was read whole.",
            advice: LocalizedText(
                lv:
                    "sagaidiet failus vai pieņemiet to ar pamatojumu: pumpurs submit acknowledge SUB-001",
                en:
                    "wait for the files, or accept it with a reason: pumpurs submit acknowledge SUB-001"
            ),
            hits: reasons.enumerated().map { index, reason in
                RuleHit(table: "inputs", row: String(index + 1), found: reason)
            })
    }

    /// - Parameter end: The last day where it is still to come, or `nil`.
    static func notEnded(_ end: CivilDate?) -> CheckedRule {
        rule(
            "SUB-002", .error, .time, lv: "Semestris ir beidzies.", en: "The semester has ended.",
            advice: LocalizedText(
                lv: "iesniedziet pēc semestra beigām", en: "submit it after the semester's end"),
            hits: end.map { end in
                [
                    RuleHit(
                        table: "period", row: end.description,
                        found: LocalizedText(
                            lv: "tas beidzas \(end.latvian)", en: "it ends on \(end)"))
                ]
            } ?? [])
    }

    static func heldBack(_ counts: [(school: String, count: Int)]) -> CheckedRule {
        rule(
            "SUB-003", .warning, .record, lv: "Neviens ieraksts nav aizturēts.",
            en: "No record is held back.",
            advice: LocalizedText(
                lv:
                    "nosūtiet skolai tās kļūdu sarakstu (pumpurs letter) vai pieņemiet to ar pamatojumu",
                en:
                    "send the school its list of errors (pumpurs letter), or accept it with a reason"
            ),
            hits: counts.filter { $0.count > 0 }.map { school, count in
                RuleHit(
                    table: "quarantine", row: school, school: school,
                    found: LocalizedText(
                        lv: "aizturēto ierakstu skaits: \(count)", en: "records held back: \(count)"
                    ))
            })
    }

    static func unprotected(_ addresses: [String]) -> CheckedRule {
        rule(
            "SUB-004", .error, .aggregate, lv: "Publisko daļu var aizsargāt.",
            en: "The public part can be protected.",
            advice: LocalizedText(
                lv: "sk. lēmumu 0018 un publication: threshold definīcijās",
                en: "see decision 0018 and publication: threshold in the definitions"),
            hits: addresses.map { address in
                RuleHit(
                    table: "public", row: address,
                    found: LocalizedText(
                        lv: "to nevar paslēpt", en: "it cannot be hidden"))
            })
    }

    static func otherFigures(_ differences: [(address: String, report: Int, package: Int?)])
        -> CheckedRule
    {
        rule(
            "SUB-005", .error, .aggregate,
            lv: "No pakotnes ierakstiem saskaitītie skaitļi ir pārskata skaitļi.",
            en: "The figures counted from the package's records are those of the report.",
            advice: LocalizedText(
                lv: "ziņojiet par kļūdu; iesniegt nedrīkst",
                en: "report the fault; it must not be submitted"),
            hits: differences.map { address, report, package in
                RuleHit(
                    table: "indicators_project", row: address,
                    found: LocalizedText(
                        lv: "pārskatā \(report), pakotnē \(package.map { "\($0)" } ?? "–")",
                        en:
                            "\(report) in the report, \(package.map { "\($0)" } ?? "–") in the package"
                    ))
            })
    }

    static func closedDiffers(_ moves: Int, revision: String?) -> CheckedRule {
        rule(
            "SUB-006", .error, .time, lv: "Slēgta semestra skaitļi ir tie, kas slēgti.",
            en: "The figures of a closed semester are those that were closed.",
            advice: LocalizedText(
                lv: "slēdziet jaunu izdevumu: pumpurs close --revise",
                en: "close a new revision: pumpurs close --revise"),
            hits: moves == 0
                ? []
                : [
                    RuleHit(
                        table: "report", row: revision ?? "",
                        found: LocalizedText(
                            lv: "skaitļu, kas atšķiras: \(moves)",
                            en: "figures that differ: \(moves)"))
                ])
    }

    static func unnamed(_ people: Int) -> CheckedRule {
        rule(
            "SUB-007", .error, .crossFile,
            lv: "Katru cilvēku, kas skaitīts, var pazīt.",
            en: "Everybody who counts can be known again.",
            advice: LocalizedText(
                lv:
                    "pēc atslēgas zuduma viņi var būt skaitīti divreiz; ielieciet agrākos failus iesūtnē vai nosauciet "
                    + "pumpurs keys escrow failu un palaidiet pumpurs keys recover",
                en:
                    "since a key was lost they may count twice; put the earlier files into the inbox, or name the file "
                    + "of pumpurs keys escrow, and run pumpurs keys recover"),
            hits: people == 0
                ? []
                : [
                    RuleHit(
                        table: "people", row: "",
                        found: LocalizedText(
                            lv: "cilvēku, kurus nevar nosaukt: \(people)",
                            en: "people whom nobody can name: \(people)"))
                ])
    }

    private static func rule(
        _ code: String, _ severity: Severity, _ level: RuleLevel, lv: String, en: String,
        advice: LocalizedText, hits: [RuleHit]
    ) -> CheckedRule {
        CheckedRule(
            code: code, level: level, severity: severity, basis: .derived,
            statement: LocalizedText(lv: lv, en: en), advice: advice, hits: hits)
    }
}
