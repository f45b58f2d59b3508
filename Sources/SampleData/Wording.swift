/// The words in which the schools write terms; every school has its own.
enum Wording {
    static func semester(_ term: SchoolTerm, _ school: SampleSchool) -> String {
        switch (term, school) {
        case (_, .sloka): term.code
        case (.autumn2018, .jaundubulti): "2018./2019. m.g. 1. semestris"
        case (.spring2019, .jaundubulti): "2018./2019. m.g. 2. semestris"
        case (.autumn2019, .jaundubulti): "2019./2020. m.g. 1. semestris"
        case (.autumn2018, .vaivari): "2018/2019 I semestris"
        case (.spring2019, .vaivari): "2018/2019 II semestris"
        case (.autumn2019, .vaivari): "2019/2020 I semestris"
        }
    }

    static func measure(_ code: String, _ school: SampleSchool) -> String {
        switch school {
        case .jaundubulti:
            [
                "subject_consultation": "Individuālās konsultācijas",
                "teacher_support": "Pedagoga konsultatīvais atbalsts",
                "psychologist": "Psihologa konsultācija",
                "social_pedagogue": "Sociālā pedagoga konsultācija",
                "teaching_assistant": "Pedagoga palīgs",
            ][code] ?? code
        case .sloka, .vaivari:
            [
                "subject_consultation": school == .sloka ? "IK" : "konsultācija mācību priekšmetā",
                "teacher_support": "KA-PED", "psychologist": "KA-PSI", "social_pedagogue": "KA-SOC",
                "special_educator": "speciālais pedagogs", "speech_therapist": "KA-LOG",
            ][code] ?? code
        }
    }

    static func subject(_ code: String?, _ school: SampleSchool) -> String {
        guard let code else { return "" }
        let name =
            [
                "latvian": "Latviešu valoda", "mathematics": "Matemātika",
                "english": "Angļu valoda", "russian": "Krievu valoda",
                "latvian_history": "Latvijas vēsture", "natural_science": "Dabaszinības",
                "biology": "Bioloģija", "geography": "Ģeogrāfija", "physics": "Fizika",
                "chemistry": "Ķīmija", "sports": "Sports",
            ][code] ?? code
        switch (school, code) {
        case (.jaundubulti, "english"): return "Svešvaloda I (angļu)"
        case (.sloka, _): return name.lowercased()
        default: return name
        }
    }

    static func risk(_ code: String, _ school: SampleSchool) -> String {
        switch school {
        case .jaundubulti:
            [
                "learning": "grūtības mācību satura apguvē", "social_health": "veselības problēmas",
                "family": "nepietiekama vecāku iesaiste", "economic": "materiālie apstākļi",
            ][code] ?? code
        case .sloka:
            ["learning": "MAC", "social_health": "SOC", "family": "GIM", "economic": "EKO"][code]
                ?? code
        case .vaivari:
            [
                "learning": "Mācību darba un izglītības iestādes riski",
                "social_health": "Sociālās vides un veselības riski",
                "family": "Ar ģimeni saistītie riski", "economic": "Ekonomiskie riski",
            ][code] ?? code
        }
    }

    static func status(_ code: String) -> String {
        ["in_progress": "Īstenošanā", "interrupted": "Apturēts", "in_approval": "Saskaņošanā"][code]
            ?? "Apstiprināts"
    }

    static func outcome(_ code: String, _ school: SampleSchool) -> String {
        switch code {
        case "improved": school == .vaivari ? "uzlabojies" : "sekmes uzlabojušās"
        case "unchanged": "bez izmaiņām"
        case "worse": school == .vaivari ? "pasliktinājies" : "sekmes pasliktinājušās"
        default: "nav salīdzināms"
        }
    }

    static func continuation(_ code: String) -> String {
        switch code {
        case "continues": "turpina saņemt atbalstu"
        case "left_school": "pabeidza skolu"
        default: "atbalsts vairs nav nepieciešams"
        }
    }

    /// The class, written in one of the five ways that secretaries have.
    static func schoolClass(_ level: Int, _ parallel: Character, way: Int) -> String {
        switch way % 5 {
        case 0: "\(level).\(parallel)"
        case 1: "\(level)\(parallel)"
        case 2: "\(level).\(parallel.uppercased())"
        case 3: "\(level). \(parallel)"
        default: "\(level).\(parallel.uppercased()) klase"
        }
    }

    /// Hours with a decimal comma, `0,75`.
    static func hours(_ minutes: Int) -> String {
        let hundredths = minutes * 100 / 60
        let fraction = hundredths % 100
        let whole = hundredths / 100
        guard fraction > 0 else { return "\(whole)" }
        return "\(whole),\(fraction.isMultiple(of: 10) ? "\(fraction / 10)" : padded(fraction))"
    }

    /// The day on which a remote session was confirmed: the same.
    static func confirmation(_ session: SampleSession) -> Day? {
        session.isRemote ? session.date : nil
    }
}
