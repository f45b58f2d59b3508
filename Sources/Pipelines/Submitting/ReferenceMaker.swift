import PupilSupport
import Submission

/// Makes what a package is checked against from the definitions.
struct ReferenceMaker {
    let definitions: Definitions
    let semester: Semester

    /// - Parameters:
    ///   - bands: The class bands of the public figures, merged ones included.
    ///   - previous: The last package of an earlier semester.
    ///   - superseded: The package of this semester that is replaced.
    func reference(
        bands: [ClassBand], previous: PackageReference.PreviousPackage?,
        superseded: PackageReference.SupersededPackage?
    ) -> PackageReference {
        let municipality = definitions.municipality
        let settings = municipality.submission
        return PackageReference(
            operation: operation, semester: semester.code, municipality: municipality.code,
            schools: municipality.schools.map { .init(code: $0.code, name: $0.name.lv) },
            semesters: municipality.calendar.periods.filter { $0.semester <= semester }.map(entry),
            classBands: bands.map {
                .init(code: $0.code, from: $0.levels.lowerBound, to: $0.levels.upperBound)
            }, terms: terms,
            announced: settings.announced.map {
                .init(
                    semester: $0.semester.code, participants: $0.participants,
                    teachers: $0.teachers, source: $0.source.lv)
            },
            rates: settings.rates.map {
                UnitRate(
                    id: $0.code, item: $0.measure, minutes: $0.minutes, euro: $0.euro,
                    validFrom: $0.validFrom.description,
                    validUntil: $0.validUntil?.description ?? "", legalBasis: $0.basis.lv)
            }, previous: previous, superseded: superseded,
            indicatorSet: settings.indicatorSet.flatMap(IndicatorSetName.init(rawValue:)),
            publicWords: .init(
                title:
                    "\(municipality.project.shortName): \(semester.latvian)",
                funding: municipality.project.funding.lv,
                contact: municipality.contact?.lv ?? ""),
            publicModel: PublicModel(definitions))
    }

    private var operation: PackageReference.Operation {
        let project = definitions.municipality.project
        return .init(
            number: project.number, title: project.title.lv, fund: "ESF", period: "2014-2020",
            startsOn: project.startsOn.description, endsOn: project.endsOn.description,
            lowestLevel: project.levels.lowerBound, highestLevel: project.levels.upperBound)
    }

    private func entry(_ period: SemesterPeriod) -> PackageReference.SemesterEntry {
        .init(
            code: period.semester.code, startsOn: period.startsOn.description,
            endsOn: period.endsOn.description, plansEndOn: period.plansEndOn.description,
            holidays: period.holidays.map { holiday in
                .init(
                    from: holiday.from.description, until: holiday.until.description,
                    fromLevel: holiday.levels?.lowerBound, toLevel: holiday.levels?.upperBound)
            })
    }

    private var terms: [PackageReference.TermEntry] {
        let names: [VocabularyName] = [
            .measures, .subjects, .risks, .roles, .planStatuses, .outcomes, .continuations,
        ]
        return names.flatMap { name in
            (definitions.vocabularies[name]?.terms ?? []).map { term in
                PackageReference.TermEntry(
                    vocabulary: name.rawValue, code: term.code, name: term.name.lv,
                    counts: term.attributes["counts"].map { $0 == "true" } ?? true,
                    isInMinutes: term.attributes["unit"].map { $0 == "minutes" } ?? true,
                    role: term.attributes["role"] ?? "")
            }
        }
    }
}
