import PupilSupport

/// Writes `README.lv.txt` of a yearly report, for somebody who opens it years later.
struct YearReadme {
    private let manifest: YearManifest
    private let words: YearWords

    init(_ manifest: YearManifest) {
        self.manifest = manifest
        words = YearWords(manifest)
    }

    var text: String {
        let totals = manifest.totals
        let year = manifest.reportPeriod.year
        let publicWords = manifest.reference.publicWords
        let contact = publicWords?.contact ?? ""
        return """
            \(manifest.package)
            \(words.state.map { "\n\($0)\n" } ?? "")
            Kas tas ir
              Pārskats par projekta dalībniekiem kalendārajā gadā: \(year).
              Projekts Nr. \(manifest.operation.number) “\(manifest.operation.title)”.
              Iesniedz: \(manifest.reporter.name), līdz \(Self.day(manifest.dueOn))
              Forma ir sava, “\(manifest.schema)”; valsts augšupielādes formas nav publiskas, un šī nav neviena no tām.
              Skaitļi ir precīzi, arī mazi: tas ir iestādei. Nekas no tā nav publisks.

            Gada semestri
            \(manifest.semesters.map { "  \(line(of: $0))" }.joined(separator: "\n"))

            Ko skaita
              Gada dalībnieki (dažādi skolēni ar ieskaitītu nodarbību šajā gadā): \(totals.participants), \
            sievietes \(totals.women), vīrieši \(totals.men)
              Pedagogi un speciālisti, kas gadā snieguši atbalstu: \(totals.pedagogues)
              Nodarbības: \(totals.sessions), minūtes: \(totals.minutes), plāni, kas sākušies gadā: \(totals.plans)
              Visi projekta dalībnieki no sākuma līdz gada beigām, katrs vienreiz: \(totals.grandTotal)
                no tiem ar pilnīgām ziņām: \(totals.total), ar nepilnīgām: \(totals.incomplete)
              calendar_year ir gads, cumulative – no projekta sākuma līdz gada beigām. Gadus nedrīkst saskaitīt:
              skolēns var būt vairākos. Pilsētā (Total) skolēns skaitīts vienreiz, arī ja atbalstīts vairākās skolās.
              Rādītāji LV-834-… ir projekta pašu; CO un CR ir ESF kopējie rādītāji\
            \(manifest.sensitiveIncluded ? "." : "; CO15–CO17 ir nulles, jo jutīgās atbildes nav ņemtas.")

            Kas mainījies (aggregate/changes.csv)
              \(sinceRevision)
              Salīdzinot ar \(year - 1). gadu no tiem pašiem datiem: \(manifest.changes.sincePreviousYear)

            Mape
              aggregate/   indicators.csv rādītāji, reconciliation.csv kā skaitļi saskan, units.csv sniegtās vienības,
                           semesters.csv semestri un to pakotnes, changes.csv kas mainījies

            Kā pārbaudīt
              sha256sum -c SHA256SUMS
              pumpurs verify \(manifest.package)

            Saziņa
              \(contact.isEmpty ? "nav norādīta" : contact)

            \(publicWords?.funding ?? "")

            """
    }

    private var sinceRevision: String {
        guard let earlier = manifest.supersedes else {
            return "Šī gada iepriekšēja pārskata nav."
        }
        if manifest.supersededNotCompared == true {
            return
                "Ar \(earlier.package) NAV salīdzināts: tā nebija, vai tas nebija tāds, kā uzrakstīts."
        }
        return "Salīdzinot ar \(earlier.package): \(manifest.changes.sinceRevision)"
    }

    private func line(of semester: YearSemester) -> String {
        var text = "\(semester.semester): "
        switch semester.state {
        case .sealed: text += "aizzīmogots \(semester.package?.package ?? "")"
        case .sealedOtherData:
            text += "aizzīmogots \(semester.package?.package ?? ""), bet dati kopš tā mainījušies"
        case .sealedAltered:
            text +=
                "aizzīmogots \(semester.package?.package ?? ""), bet pakotnes NAV vai tā nav tāda, kā aizzīmogota"
        case .notSealed: text += "pakotne NAV aizzīmogota"
        case .notInCalendar: text += "semestra NAV kalendārā, tāpēc no tā nekas nav skaitīts"
        }
        if !semester.missing.isEmpty {
            text += "; nav atsūtīts: \(semester.missing.joined(separator: ", "))"
        }
        if semester.heldBack > 0 { text += "; aizturēti ieraksti: \(semester.heldBack)" }
        return text
    }

    private static func day(_ text: String) -> String { CivilDate(iso: text)?.latvian ?? text }
}
