import Pipelines
import PupilSupport
import Submission

/// What is said of yearly reports on the terminal.
struct YearText {
    let language: MessageLanguageOption

    private func choose(_ lv: String, _ en: String) -> String { language == .lv ? lv : en }

    /// What a report holds, what it lacks, what has changed, and where it lies.
    func text(of draft: YearDraft, folder: String, isWritten: Bool) -> String {
        let manifest = draft.manifest
        let totals = manifest.totals
        var text = "\(draft.name)\n"
        text += choose(
            "  gada dalībnieki \(totals.participants) (sievietes \(totals.women), vīrieši \(totals.men)), "
                + "pedagogi \(totals.pedagogues), nodarbības \(totals.sessions), minūtes \(totals.minutes)\n"
                + "  dalībnieki kopš sākuma \(totals.grandTotal), no tiem ar pilnīgām ziņām \(totals.total)\n",
            "  participants of the year \(totals.participants) (women \(totals.women), men \(totals.men)), "
                + "teachers \(totals.pedagogues), sessions \(totals.sessions), minutes \(totals.minutes)\n"
                + "  participants since the beginning \(totals.grandTotal), complete \(totals.total)\n"
        )
        for semester in manifest.semesters { text += "  \(line(of: semester))\n" }
        text += since(draft)
        text += "  " + state(of: manifest) + "\n"
        let place = "\(folder)/\(draft.name)\n"
        if draft.isWritten {
            return text
                + choose(
                    "uzrakstīts jau agrāk, nekas nav mainījies: ",
                    "written before, nothing has changed: ") + place
        }
        return text
            + (isWritten
                ? choose("uzrakstīts: ", "written: ") + place
                : choose("nav rakstīts\n", "not written\n"))
    }

    private func state(of manifest: YearManifest) -> String {
        let day = manifest.dueOn
        let latvian = CivilDate(iso: day)?.latvian ?? day
        switch manifest.state {
        case .final:
            return choose("pilnīgs; jāiesniedz līdz \(latvian)", "complete; due by \(day)")
        case .incomplete:
            return choose(
                "NEPILNĪGS: skaitļi var kļūt lielāki; jāiesniedz līdz \(latvian)",
                "INCOMPLETE: figures may grow; due by \(day)")
        case .preliminary:
            return choose(
                "PROVIZORISKS: gads nav beidzies; jāiesniedz līdz \(latvian)",
                "PRELIMINARY: the year has not ended; due by \(day)")
        }
    }

    private func line(of semester: YearSemester) -> String {
        var text = "\(semester.semester): "
        switch semester.state {
        case .sealed: text += choose("aizzīmogots", "sealed")
        case .sealedOtherData:
            text += choose(
                "aizzīmogots, bet dati kopš tā mainījušies", "sealed, but the data changed since")
        case .sealedAltered:
            text += choose(
                "aizzīmogots, bet pakotnes nav vai tā nav tāda, kā aizzīmogota",
                "sealed, but the package is not there or not as it was sealed")
        case .notSealed: text += choose("nav aizzīmogots", "not sealed")
        case .notInCalendar:
            text += choose(
                "nav kalendārā, tāpēc nekas nav skaitīts; pierakstiet to sadaļā semesters",
                "not in the calendar, so nothing of it is counted; add it to semesters")
        }
        if let package = semester.package { text += " \(package.package)" }
        if !semester.missing.isEmpty {
            let list = semester.missing.joined(separator: ", ")
            text += choose("; nav atsūtīts: ", "; not delivered: ") + list
        }
        if semester.heldBack > 0 {
            text +=
                choose("; aizturēti ieraksti: ", "; records held back: ")
                + "\(semester.heldBack)"
        }
        return text
    }

    /// The numbers that differ from the last report of the year, each with its cause.
    private func since(_ draft: YearDraft) -> String {
        guard let earlier = draft.manifest.supersedes else { return "" }
        if draft.manifest.supersededNotCompared == true {
            return choose(
                "  ar \(earlier.package) NAV salīdzināts: tā nebija, vai tas nebija tāds, kā uzrakstīts\n",
                "  NOT compared with \(earlier.package), which was not there or not as it was written\n"
            )
        }
        let moved = draft.changes.filter { $0.comparison == .revision }
        var text = choose(
            "  kopš \(earlier.package) mainījušies skaitļi: \(moved.count)\n",
            "  figures changed since \(earlier.package): \(moved.count)\n")
        for row in moved where row.school == "Total" && row.periodType == .calendarYear {
            let old = row.old.map(String.init) ?? "–"
            let new = row.new.map(String.init) ?? "–"
            let causes = row.causes.compactMap(YearCause.init(rawValue:))
                .map { $0.title[language.names] }.joined(separator: ", ")
            text += "    \(row.code) \(row.part?.rawValue ?? ""): \(old) → \(new)"
            text += causes.isEmpty ? "\n" : " (\(causes))\n"
        }
        return text
    }
}
