import PupilSupport
import Rollup

/// The description of the folder's files as a Data Package, with the fields that catalogues of open
/// data ask for.
struct DataPackage {
    static let fileName = "datapackage.json"
    static let profile = "https://datapackage.org/profiles/2.0/datapackage.json"

    let report: SemesterReport
    let language: Language
    let files: [DescribedFile]

    var bytes: [UInt8] {
        let (municipality, semester) = (report.municipality, report.semester)
        var members: [(key: String, value: JSONText)] = [
            ("$schema", .words(Self.profile)),
            (
                "name",
                .words("pumpurs-\(municipality.code)-\(semester.code)-\(report.audience.rawValue)")
            ),
            ("title", .words(title)),
            ("description", .words(description)),
            ("language", .words(language.rawValue)),
            ("audience", .words(report.audience.rawValue)),
            ("state", .words(report.state.code)),
        ]
        if let entry = report.revision?.entries.last {
            members += [
                ("version", .words(entry.name)), ("issued", .words(entry.closedOn.description)),
            ]
        }
        if let period = municipality.calendar.period(of: semester) {
            members.append(
                (
                    "temporal",
                    .object([
                        ("start", .words(period.startsOn.description)),
                        ("end", .words(period.endsOn.description)),
                    ])
                ))
        }
        members += [
            ("spatial", .words(municipality.code)),
            ("accrualPeriodicity", .words(Self.twiceAYear)),
            ("publisher", .object([("name", .words(municipality.board[language]))])),
        ]
        let publication = municipality.publication
        if let contact = publication.contact {
            members.append(
                (
                    "contactPoint",
                    .object([
                        ("name", .words(contact.name[language])), ("email", .words(contact.email)),
                    ])
                ))
        }
        if let licence = publication.licence {
            members.append(
                (
                    "licenses",
                    .list([
                        .object([
                            ("name", .words(licence.name)), ("path", .words(licence.path)),
                            ("title", .words(licence.title[language])),
                        ])
                    ])
                ))
        }
        members += [
            ("keywords", .list([.words(municipality.project.shortName), .words("ESF")])),
            (
                "contributors",
                .list([
                    .object([
                        ("title", .words(municipality.board[language])),
                        ("roles", .list([.words("publisher")])),
                    ])
                ])
            ),
            (
                "sources",
                .list(
                    municipality.schools.map { .object([("title", .words($0.name[language]))]) })
            ),
            ("funding", Funding(project: municipality.project).json),
            ("definitions", .words(report.definitionsHash)),
            ("resources", .list(files.map(resource))),
        ]
        return JSONText.object(members).bytes
    }

    /// How often such data come, in the European Union's list of frequencies.
    static let twiceAYear = "http://publications.europa.eu/resource/authority/frequency/ANNUAL_2"

    private var title: String {
        "\(Phrases.title[language]), \(Phrases.name(of: report.semester)[language])"
    }

    private var description: String {
        let project = report.municipality.project
        let use = report.audience == .public ? Phrases.publicUse : Phrases.exactFigures
        return "\(project.title[language]) (\(project.shortName)). \(use[language])."
    }

    private func resource(_ file: DescribedFile) -> JSONText {
        var members: [(key: String, value: JSONText)] = [
            ("name", .words(file.name)), ("path", .words(file.file.name)),
        ]
        if file.table != nil { members.append(("type", .words("table"))) }
        members += [
            ("title", .words(file.title[language])),
            ("description", .words(file.description[language])),
            ("format", .words(file.format)), ("mediatype", .words(file.mediaType)),
        ]
        if file.format != "xlsx" { members.append(("encoding", .words("utf-8"))) }
        members += [
            ("bytes", .integer(file.file.content.count)),
            ("hash", .words("sha256:" + file.file.content.sha256)),
        ]
        if file.isConvenience { members.append(("convenience", .truth(true))) }
        if let table = file.table {
            members += [("dialect", table.dialect), ("schema", table.schema(in: language))]
        }
        return .object(members)
    }
}
