public import PupilSupport

/// A town of three schools, small enough to count by hand.
public enum SmallTown {
    /// The municipality.
    public static let municipality = Municipality(
        code: "jurmala",
        board: text("Jūrmalas pilsētas domes Izglītības pārvalde", "Education Board"),
        project: Project(
            number: "8.3.4.0/16/I/001", acceptedNumbers: [],
            title: text(
                "Atbalsts priekšlaicīgas mācību pārtraukšanas samazināšanai",
                "Support to reduce early school leaving"),
            shortName: "PuMPuRS", startsOn: day(2017, 3, 16), endsOn: day(2022, 12, 31),
            levels: 5...12,
            funding: text(
                "Projektu līdzfinansē Eiropas Savienība no Eiropas Sociālā fonda.",
                "The project is co-financed by the European Union, European Social Fund.")),
        schools: [
            school("jaundubulti", "Jaundubultu vidusskola", "Jaundubulti Secondary School", 5...12),
            school("sloka", "Slokas pamatskola", "Sloka Primary School", 5...9),
            school("vaivari", "Vaivaru pamatskola", "Vaivari Primary School", 5...9),
        ],
        classBands: [
            ClassBand(code: "5-6", name: text("5.–6. klase", "classes 5–6"), levels: 5...6),
            ClassBand(code: "7-9", name: text("7.–9. klase", "classes 7–9"), levels: 7...9),
            ClassBand(code: "10-12", name: text("10.–12. klase", "classes 10–12"), levels: 10...12),
        ],
        calendar: SemesterCalendar(periods: [
            SemesterPeriod(
                semester: semester(2018, 2), startsOn: day(2019, 1, 7), endsOn: day(2019, 5, 31),
                plansEndOn: day(2019, 8, 31))
        ]),
        lowMarkBelow: 4,
        targets: [
            Target(
                indicator: "participants", semester: semester(2019, 1), moreThan: 60,
                by: day(2019, 12, 31), source: text("Paziņojums, 07.10.2019.", "Announcement"))
        ],
        expectedDeliveries: [])

    /// The vocabularies, as few terms as the tests need.
    public static let vocabularies: [VocabularyName: Vocabulary] = [
        .sexes: vocabulary(.sexes, [("female", "sieviete"), ("male", "vīrietis")]),
        .risks: vocabulary(
            .risks,
            [
                ("learning", "mācību darba riski"), ("economic", "ekonomiskie riski"),
                ("family", "ģimenes riski"),
            ]),
        .measures: vocabulary(
            .measures,
            [
                ("subject_consultation", "konsultācijas mācību priekšmetā"),
                ("psychologist", "psihologa konsultācijas"), ("meals", "ēdināšana"),
            ],
            ["meals": ["unit": "euro"]], others: ["unit": "minutes"]),
        .roles: vocabulary(.roles, [("teacher", "pedagogs"), ("psychologist", "psihologs")]),
        .subjects: vocabulary(
            .subjects,
            [
                ("mathematics", "matemātika"), ("latvian", "latviešu valoda"),
                ("english", "angļu valoda"),
            ]),
        .planStatuses: vocabulary(
            .planStatuses,
            [
                ("draft", "projekts"), ("approved", "apstiprināts"),
                ("in_progress", "īstenošanā"), ("interrupted", "apturēts"),
            ],
            ["draft": ["counts": "false"]], others: ["counts": "true"]),
        .outcomes: vocabulary(
            .outcomes,
            [
                ("improved", "sekmes uzlabojušās"), ("unchanged", "bez izmaiņām"),
                ("worse", "sekmes pasliktinājušās"),
            ]),
        .continuations: vocabulary(
            .continuations,
            [
                ("continues", "turpina saņemt atbalstu"),
                ("no_longer_needed", "atbalsts vairs nav nepieciešams"),
                ("left_school", "skolu atstājis"),
            ]),
        .respondents: vocabulary(
            .respondents,
            [("pupils", "skolēni"), ("parents", "vecāki"), ("teachers", "skolotāji")]),
        .ratings: vocabulary(
            .ratings,
            [
                ("positive", "pozitīvi"), ("rather_positive", "drīzāk pozitīvi"),
                ("negative", "negatīvi"),
            ],
            ["negative": ["positive": "false"]], others: ["positive": "true"]),
    ]

    /// Returns a semester that exists.
    public static func semester(_ year: Int, _ number: Int) -> Semester {
        guard let semester = Semester(startYear: year, number: number) else {
            preconditionFailure("no such semester")
        }
        return semester
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("no such day")
        }
        return date
    }

    private static func text(_ lv: String, _ en: String) -> LocalizedText {
        LocalizedText(lv: lv, en: en)
    }

    private static func school(
        _ code: String, _ lv: String, _ en: String, _ levels: ClosedRange<Int>
    ) -> School {
        School(
            code: code, name: text("Jūrmalas pilsētas \(lv)", "Jūrmala City \(en)"),
            shortName: text(lv, en), levels: levels)
    }

    private static func vocabulary(
        _ name: VocabularyName, _ terms: [(code: String, lv: String)],
        _ attributes: [String: [String: String]] = [:], others: [String: String] = [:]
    ) -> Vocabulary {
        Vocabulary(
            name: name,
            terms: terms.map { term in
                Term(
                    code: term.code,
                    name: text(term.lv, term.code.replacing("_", with: " ")),
                    attributes: attributes[term.code] ?? others)
            })
    }
}
