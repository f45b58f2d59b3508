import Diagnostics
import Pipelines
import PupilSupport

/// The words for an erasure: counts, kinds and files, nothing of whom.
struct ErasureText {
    let language: MessageLanguageOption

    private func say(_ lv: String, _ en: String) -> String { language == .lv ? lv : en }

    func text(
        of summary: ErasureRun.Summary, isTrial: Bool, hasRemovedBackups: Bool = false
    ) -> String {
        var lines = [
            isTrial
                ? say("tiktu dzēsts (nekas nav mainīts):", "would be erased (nothing was changed):")
                : say("dzēsts:", "erased:")
        ]
        lines += summary.records.map { "  \($0.kind.rawValue): \($0.count)" }
        if summary.held > 0 {
            lines.append(
                "  " + say("aizturēti ieraksti", "records held back") + ": \(summary.held)")
        }
        lines += summary.files.map { file in
            let what =
                file.isRemoved
                ? say("fails izņemts no arhīva", "the file is removed from the archive")
                : say("ieraksti: \(file.records)", "records: \(file.records)")
            return "  \(file.name): \(what)"
        }
        if !isTrial {
            lines.append(
                say("mainījušies skaitļi: ", "figures that moved: ") + "\(summary.moves)")
        }
        if summary.isNameShared {
            lines.append(
                say(
                    "tāds pats vārds un uzvārds ir vēl kādam, tāpēc ārpus šī cilvēka ierakstiem vārds "
                        + "netiek aizklāts",
                    "somebody else bears the same name, so outside of this person's records the name is "
                        + "not blanked"))
        }
        lines += summary.left.map { name in
            say(
                "vārds vēl ir arhīva failā \(name) (apraksti vai slēgts semestris); tas netiek mainīts",
                "the archive's file \(name) (definitions or a closed semester) still holds the name; "
                    + "it is not changed")
        }
        lines += remains(summary.remains, hasRemovedBackups)
        return lines.joined(separator: "\n") + "\n"
    }

    private func remains(_ remains: ErasureRemains, _ hasRemovedBackups: Bool) -> [String] {
        remains.inboxFiles.map {
            say(
                "iesūtnē vēl ir \($0) ar šiem ierakstiem; izņemiet to",
                "the inbox still has \($0) with these records; take it out")
        }
            + remains.backups.map { path in
                hasRemovedBackups
                    ? say("rezerves kopija \(path) izdzēsta", "the backup \(path) was removed")
                    : say(
                        "rezerves kopijā \(path) ieraksti vēl ir; --remove-backups to izdzēš",
                        "the backup \(path) holds the records still; --remove-backups removes it")
            }
            + remains.packages.map { path in
                say(
                    "pakotnē \(path) cilvēks vēl ir; pakotnes nemaina: izlemiet, vai tā vēl jāglabā, ja ne, "
                        + "izdzēsiet šo mapi, un par dzēšanu paziņojiet tam, kam tā iesniegta",
                    "the package \(path) holds the person still; packages are not changed: decide whether it "
                        + "must be kept, delete that folder if not, and tell whoever it was handed in to of the "
                        + "erasure")
            }
            + remains.closedPackages.map { path in
                say(
                    "\(path) ir šifrēts vai nav lasāms, un nevar pateikt, vai cilvēks tajā ir; rīkojieties tā, "
                        + "it kā būtu: ja tas nav jāglabā, izdzēsiet to",
                    "\(path) is encrypted or cannot be read, so nobody can tell whether it holds the person; "
                        + "act as if it did: where it need not be kept, delete it")
            }
            + [
                say(
                    "kopijas ārpus stāvokļa mapes (pumpurs backup, žurnāli, iesūtījumi) jāizdzēš pašiem",
                    "copies outside of the state folder (pumpurs backup, journals, mail) are yours to "
                        + "remove")
            ]
    }

    func resumed(_ count: Int) -> String {
        count == 0
            ? say("nav iesāktu dzēšanu\n", "no erasure was cut off\n")
            : say("pabeigtas iesāktās dzēšanas: \(count)\n", "erasures finished: \(count)\n")
    }

    func message(of refusal: ErasureRun.Refusal) -> MessageText {
        switch refusal {
        case .retained(let obstacle, let request):
            // What was only tried is not recorded.
            let isRecorded = request > 0
            return MessageText(
                lv: "dzēst nedrīkst: \(Self.reason(obstacle).lv)"
                    + (isRecorded ? "; atteikums ir ierakstīts (Nr. \(request))" : ""),
                en: "it may not be erased: \(Self.reason(obstacle).en)"
                    + (isRecorded ? "; the refusal is recorded (No. \(request))" : ""))
        case .unknown, .unknownInTrial:
            return MessageText(
                lv: "krātuvē par šo cilvēku nav nekā; pārbaudiet kodu failā un --state",
                en: "the store has nothing of this person; check the code in the file, and --state")
        case .erasedBefore:
            return MessageText(
                lv: "šis cilvēks jau ir dzēsts, un nekas par viņu vairs nav atsūtīts",
                en: "this person was erased before, and nothing of them has come since")
        case .unnamedPupils(let count):
            return MessageText(
                lv:
                    "ir \(count) skolēni, kurus pēc atslēgas zuduma nevar nosaukt, un šis cilvēks var būt viens no "
                    + "tiem, tāpēc nekas nav dzēsts; ielieciet agrākos failus iesūtnē vai nosauciet pumpurs keys "
                    + "escrow failu, palaidiet pumpurs keys recover un dzēsiet tad; ja nav ne viena, ne otra, dzēsiet "
                    + "ar --leave-unnamed: to ieraksti, kurus nevar nosaukt, paliek",
                en:
                    "there are \(count) pupils whom nobody can name since a key was lost, and this person may be one "
                    + "of them, so nothing was erased; put the earlier files into the inbox or name the file of "
                    + "pumpurs keys escrow, run pumpurs keys recover, and erase then; if there is neither, erase "
                    + "with --leave-unnamed: the records of those whom nobody can name stay")
        case .namesPerson:
            return MessageText(
                lv: "--author, --reason vai --ticket nosauc pašu cilvēku; rakstiet bez tā",
                en: "--author, --reason or --ticket names the person; write it without")
        }
    }

    static func reason(_ obstacle: Retention.Obstacle) -> MessageText {
        switch obstacle {
        case .noDate:
            MessageText(
                lv: "pašvaldības failā nav `retention: {retain_until: …}`; dienu nosaka vēstule",
                en:
                    "the municipality's file has no `retention: {retain_until: …}`; the day comes by "
                    + "letter")
        case .notPassed(let day):
            MessageText(
                lv: "dati jāglabā līdz \(day.latvian)", en: "the data must be kept until \(day)")
        case .onHold(let day):
            MessageText(
                lv: day.map { "projekts ir apturēts līdz \($0.latvian)" } ?? "projekts ir apturēts",
                en: day.map { "the project is on hold until \($0)" } ?? "the project is on hold")
        }
    }
}
