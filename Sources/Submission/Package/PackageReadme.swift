/// Writes `README.lv.txt`: what the package is, for somebody who opens it years later.
struct PackageReadme {
    let manifest: PackageManifest
    let contact: String
    let funding: String

    var text: String {
        let totals = manifest.totals
        let period = manifest.reportPeriod
        return """
            \(manifest.package)

            Kas tas ir
              Projekta Nr. \(manifest.operation.number) “\(manifest.operation.title)” pusgada dati:
              \(period.schoolYear). mācību gada \(period.semester). semestris, no \(period.from) līdz \(period.to).
              Iesniedz: \(manifest.reporter.name).
              Forma ir sava, “\(manifest.schema)”; valsts augšupielādes formas nav publiskas, un šī nav neviena no tām.\
            \(notCompared)

            Ko skaita
              Semestra dalībnieki (dažādi skolēni ar ieskaitītu nodarbību): \(totals.pupilsSemester)
              Semestra pedagogi (dažādas personas, kas sniegušas atbalstu): \(totals.pedagogues)
              Semestra plāni, kurus ieskaita: \(totals.plans)
              Visi projekta dalībnieki kopš sākuma, katrs vienreiz: \(totals.grandTotal)
                no tiem ar pilnīgām ziņām: \(totals.total), ar nepilnīgām: \(totals.incomplete)
              Plāni nav skolēni. Pilsētā skolēns skaitīts vienreiz, arī ja atbalstīts vairākās skolās
              (aggregate/reconciliation.csv). Gadus un semestrus nedrīkst saskaitīt: skolēns var būt vairākos.
              Rādītāji LV-834-… ir projekta pašu; CO un CR ir ESF kopējie rādītāji.

            Summas
              \(money)

            Mapes
              restricted/  ziņas par personām pseidonīmos\(manifest.identifiersIncluded ? " un ar personas kodiem" : ""); tikai saņēmējam
              aggregate/   precīzi skaitļi iestādēm; nav publiski
              public/      aizsargāti skaitļi; c nozīmē “nav rādīts”, lai neatklātu atsevišķus skolēnus
              schemas/     formu apraksti (XSD, JSON Schema)

            Kā pārbaudīt
              sha256sum -c SHA256SUMS
              xmllint --noout --schema schemas/package.xsd restricted/participants.xml aggregate/indicators.xml
              pumpurs verify \(manifest.package)

            Pārbaudes
              Kļūdas: \(manifest.validation.errors). Brīdinājumi: \(manifest.validation.warnings), pieņemti ar \
            pamatojumu: \(manifest.validation.waived.reduce(0) { $0 + $1.hits }).
              validation-report.csv tās uzskaita.

            Saziņa
              \(contact.isEmpty ? "nav norādīta" : contact)

            \(funding)

            """
    }

    /// What a reader must know of earlier packages that were lost.
    private var notCompared: String {
        var text = ""
        if manifest.supersededNotCompared == true, let earlier = manifest.supersedes {
            text +=
                "\n  Ar \(earlier.package) NAV salīdzināts: tās nebija, vai tā nebija tāda, kā aizzīmogota;"
                + "\n  claims.csv tāpēc ir visas vienības no jauna, bez labojumu rindām."
        }
        if let earlier = manifest.previousNotCompared {
            text +=
                "\n  Ar \(earlier.package) NAV salīdzināts: tās nebija, vai tā nebija tāda, kā aizzīmogota."
        }
        return text
    }

    private var money: String {
        manifest.rates.count == 0
            ? "Vienības izmaksu likmes nav noteiktas, tāpēc summas nav aprēķinātas; claims.csv ir tikai vienības."
            : "Likmes: \(manifest.rates.count). \(manifest.rates.rounding)"
    }
}
