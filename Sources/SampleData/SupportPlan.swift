/// A support plan of the sample data with everything that hangs on it.
struct SamplePlan {
    var number: String
    let pupil: Int
    let school: SampleSchool
    let term: SchoolTerm
    var projectNumber = "8.3.4.0/16/I/001"
    var startsOn: Day
    var endsOn: Day
    var appliedOn: Day
    var headApprovedOn: Day
    var municipalityApprovedOn: Day?
    var stateApprovedOn: Day?
    var status = "in_progress"
    var risks: [String]
    var measures: [SampleMeasure]
    var sessions: [SampleSession] = []
    var outcome: String?
    var continuation: String?
}

/// A measure of a plan and who gives it.
struct SampleMeasure {
    let measure: String
    let subject: String?
    let teacher: Int
    var minutes: Int
}

/// One session, as a line of the consultation form.
struct SampleSession {
    let pupil: Int
    var plan: String
    let level: Int
    let parallel: Character
    var teacher: Int
    let measure: String
    let subject: String?
    var date: Day
    var minutes: Int
    var isRemote = false
    var markBefore = ""
    var markAfter = ""
    var note = ""
}

/// Subjects by class level.
enum Curriculum {
    static func subjects(level: Int) -> [String] {
        switch level {
        case ...5: ["latvian", "mathematics", "english", "natural_science", "sports"]
        case 6:
            [
                "latvian", "mathematics", "english", "russian", "latvian_history",
                "natural_science", "sports",
            ]
        case 7:
            [
                "latvian", "mathematics", "english", "russian", "latvian_history", "biology",
                "geography", "sports",
            ]
        default:
            [
                "latvian", "mathematics", "english", "russian", "latvian_history", "biology",
                "geography", "physics", "chemistry", "sports",
            ]
        }
    }
}
