public import PupilSupport
public import Rollup

extension IndicatorUnit {
    /// The unit as people say it.
    public var name: LocalizedText {
        switch self {
        case .pupils: Phrases.text("skolēni", "pupils")
        case .teachers: Phrases.text("pedagogi", "teachers")
        case .plans: Phrases.text("plāni", "plans")
        case .sessions: Phrases.text("nodarbības", "sessions")
        case .minutes: Phrases.text("minūtes", "minutes")
        case .lessons: Phrases.text("mācību stundas", "lessons")
        case .marks: Phrases.text("vērtējumi", "marks")
        case .pupilSubjects: Phrases.text("skolēna priekšmeti", "pupil-subjects")
        case .teacherPupilPairs: Phrases.text("pāri", "pairs")
        case .answers: Phrases.text("atbildes", "answers")
        case .percent: Phrases.text("%", "%")
        case .minutesPerTeacher: Phrases.text("minūtes vienam pedagogam", "minutes for a teacher")
        case .pupilsPerTeacher: Phrases.text("skolēni vienam pedagogam", "pupils for a teacher")
        case .sessionsPerPupil: Phrases.text("nodarbības vienam skolēnam", "sessions for a pupil")
        }
    }
}

extension CountingUnit {
    /// What one counted thing is, in few words and in a sentence.
    var words: (name: LocalizedText, meaning: LocalizedText) {
        switch self {
        case .distinctPersons:
            (
                Phrases.text("personas", "persons"),
                Phrases.text(
                    "katru cilvēku katrā ailē skaita vienreiz, lai cik plānu vai nodarbību viņam būtu",
                    "each person counts once in a cell, however many plans or sessions")
            )
        case .personsInSchools:
            (
                Phrases.text("personas skolās", "persons in schools"),
                Phrases.text(
                    "cilvēku skaita vienreiz katrā skolā, tātad dažus vairākkārt",
                    "a person counts once in each school, so some count several times")
            )
        case .plans:
            (
                Phrases.text("plāni", "plans"),
                Phrases.text(
                    "individuālie atbalsta plāni; vienam skolēnam var būt vairāki",
                    "individual support plans; a pupil may have several")
            )
        case .sessions:
            (
                Phrases.text("nodarbības", "sessions"),
                Phrases.text(
                    "notikušas nodarbības vienam skolēnam", "sessions held for one pupil")
            )
        case .minutes:
            (
                Phrases.text("minūtes", "minutes"),
                Phrases.text(
                    "nodarbību vai plāna minūtes; stunda ir 60 minūtes",
                    "minutes of sessions or of a plan; an hour is 60 minutes")
            )
        case .pupilSubjects:
            (
                Phrases.text("skolēna priekšmeti", "pupil-subjects"),
                Phrases.text(
                    "viens skolēns vienā mācību priekšmetā", "one pupil in one school subject")
            )
        case .teacherPupilPairs:
            (
                Phrases.text("pāri", "pairs"),
                Phrases.text(
                    "viens pedagogs un viens skolēns, ko viņš atbalsta",
                    "one teacher and one pupil whom they support")
            )
        case .lessons:
            (
                Phrases.text("mācību stundas", "lessons"),
                Phrases.text(
                    "viena skolēna kavētas stundas stundu sarakstā",
                    "lessons of the timetable that one pupil missed")
            )
        case .answers:
            (
                Phrases.text("atbildes", "answers"),
                Phrases.text(
                    "aptaujas atbildes; kas atbildēja, nav zināms",
                    "answers to a survey; who gave them is not known")
            )
        case .ratio:
            (
                Phrases.text("attiecības", "ratios"),
                Phrases.text(
                    "divu skaitļu dalījums, noapaļots vienreiz, līdz vienai zīmei aiz komata",
                    "one number divided by another, rounded once, to one decimal")
            )
        case .announced:
            (
                Phrases.text("paziņotais", "announced"),
                Phrases.text(
                    "skaitlis, kas paziņots kā mērķis, nevis saskaitīts",
                    "a number announced as a target, not counted")
            )
        }
    }
}
