import PupilSupport

@testable import Submission

extension SoundContent {
    static var reference: PackageReference {
        PackageReference(
            operation: .init(
                number: "8.3.4.0/16/I/001", title: "Atbalsts", fund: "ESF", period: "2014-2020",
                startsOn: "2017-03-16", endsOn: "2022-12-31", lowestLevel: 5, highestLevel: 12),
            semester: "2018-2019-2", municipality: "JURMALA",
            schools: [
                .init(code: "jaundubulti", name: "Jaundubultu vidusskola"),
                .init(code: "sloka", name: "Slokas pamatskola"),
            ],
            semesters: [
                .init(
                    code: "2018-2019-1", startsOn: "2018-09-03", endsOn: "2018-12-21",
                    plansEndOn: "2018-12-31",
                    holidays: [.init(from: "2018-10-22", until: "2018-10-26")]),
                .init(
                    code: "2018-2019-2", startsOn: "2019-01-07", endsOn: "2019-05-31",
                    plansEndOn: "2019-08-31",
                    holidays: [
                        .init(from: "2019-03-11", until: "2019-03-15", fromLevel: 1, toLevel: 8)
                    ]),
            ],
            classBands: [.init(code: "5-6", from: 5, to: 6), .init(code: "7-12", from: 7, to: 12)],
            terms: terms,
            announced: [
                .init(semester: "2018-2019-2", participants: 4, teachers: 3, source: "ziņa")
            ],
            previous: .init(
                package: "pumpurs_8.3.4.0-16-I-001_JURMALA_2018-2019-S1_r01",
                manifest: String(repeating: "b", count: 64), semester: "2018-2019-1", grandTotal: 3)
        )
    }

    private static var terms: [PackageReference.TermEntry] {
        let statuses = [
            ("draft", false), ("in_approval", false), ("approved", true), ("in_progress", true),
            ("under_review", true), ("interrupted", true), ("inactive", true),
        ]
        return statuses.map { code, counts in
            .init(vocabulary: "plan-statuses", code: code, name: code, counts: counts)
        } + [
            .init(
                vocabulary: "measures", code: "consultation", name: "konsultācija", role: "teacher"),
            .init(
                vocabulary: "measures", code: "psychologist", name: "psihologs",
                role: "psychologist"),
            .init(vocabulary: "subjects", code: "mathematics", name: "matemātika"),
            .init(vocabulary: "risks", code: "family", name: "ģimene"),
            .init(vocabulary: "risks", code: "learning", name: "mācības"),
            .init(vocabulary: "roles", code: "psychologist", name: "psihologs"),
            .init(vocabulary: "roles", code: "teacher", name: "pedagogs"),
        ]
            + OutcomeCode.allCases.map {
                .init(vocabulary: "outcomes", code: $0.rawValue, name: $0.rawValue)
            }
            + ContinuationCode.allCases.map {
                .init(vocabulary: "continuations", code: $0.rawValue, name: $0.rawValue)
            }
    }
}
