import Diagnostics
import Pipelines
import PupilSupport
import Submission

/// What is said of packages on the terminal.
struct SubmissionText {
    let language: MessageLanguageOption

    private func choose(_ lv: String, _ en: String) -> String { language == .lv ? lv : en }

    private func words(_ text: LocalizedText) -> String { text[language.names] }

    /// What blocks a package, or where it lies.
    func text(of draft: SubmissionDraft, folder: String, isWritten: Bool) -> String {
        let totals = draft.totals
        var text = "\(draft.name)\n"
        text += choose(
            "  skolēni \(totals.pupilsSemester), pedagogi \(totals.pedagogues), plāni \(totals.plans); "
                + "dalībnieki kopš sākuma \(totals.grandTotal), no tiem ar pilnīgām ziņām \(totals.total)\n",
            "  pupils \(totals.pupilsSemester), teachers \(totals.pedagogues), plans \(totals.plans); "
                + "participants since the beginning \(totals.grandTotal), complete \(totals.total)\n"
        )
        for name in draft.notCompared {
            text += choose(
                "  ar \(name) NAV salīdzināts: tās nebija, vai tā nebija tāda, kā aizzīmogota\n",
                "  NOT compared with \(name), which was not there or not as it was sealed\n")
        }
        for (rule, hits) in draft.report.blocking {
            text += "\n\(rule.code) \(severity(of: rule, hits)): \(words(rule.statement))\n"
            for hit in hits {
                let place = hit.place.map { "\($0.file):\($0.line)" } ?? "\(hit.table) \(hit.row)"
                let school = hit.school.isEmpty ? "" : " (\(hit.school))"
                text += "  \(place)\(school): \(words(hit.found))\n"
            }
            text += "  → \(words(rule.advice))\n"
        }
        text += "\n"
        if draft.isSealed {
            text +=
                choose(
                    "aizzīmogota jau agrāk, nekas nav mainījies: ",
                    "sealed before, nothing has changed: ")
                + "\(folder)/\(draft.name)\n"
        } else if !draft.isValid {
            text += choose(
                "nav aizzīmogota: bloķē \(draft.report.blocking.count) pārbaudes",
                "not sealed: \(draft.report.blocking.count) rules block it")
            text +=
                isWritten
                ? choose("; saraksts: ", "; list: ")
                    + "\(folder)/check-\(draft.name.semester.code)/validation-report.csv\n" : "\n"
        } else {
            text +=
                isWritten
                ? choose("aizzīmogota: ", "sealed: ") + "\(folder)/\(draft.name)\n"
                : choose("nekas nebloķē; nav rakstīts\n", "nothing blocks it; not written\n")
        }
        return text
    }

    private func severity(of rule: CheckedRule, _ hits: [RuleHit]) -> String {
        hits.contains { rule.severity(of: $0) >= .error }
            ? choose("kļūda", "error") : choose("brīdinājums", "warning")
    }

    /// What became of packages.
    func text(of entries: [PackageShelf.Entry]) -> String {
        guard !entries.isEmpty else {
            return choose("neviena pakotne vēl nav veidota\n", "no package has been made yet\n")
        }
        return entries.map { entry in
            let state =
                switch entry.state {
                case .saved: choose("saglabāta", "saved")
                case .validated: choose("pārbaudīta", "validated")
                case .sealed: choose("aizzīmogota", "sealed")
                case .handedIn: choose("iesniegta", "handed in")
                }
            let by = entry.by.map { " \($0)" } ?? ""
            let receipt = entry.receipt.map { choose(", kvīts ", ", receipt ") + $0 } ?? ""
            let corrects = entry.corrects.map {
                choose(", labo kvīti ", ", corrects receipt ") + $0
            }
            return "\(entry.at)  \(entry.package)  \(state)\(by)\(receipt)\(corrects ?? "")\n"
        }.joined()
    }

    /// What is wrong with a package.
    func text(of outcome: VerificationRun.Outcome) -> String {
        guard !outcome.failures.isEmpty else {
            let count = outcome.checks.count
            return choose("visas \(count) pārbaudes izturētas\n", "all \(count) checks passed\n")
        }
        return outcome.failures.map { failure in
            "\(failure.check.rawValue) \(words(failure.check.name)): \(failure.place): "
                + "\(words(failure.found))\n"
        }.joined()
    }
}
