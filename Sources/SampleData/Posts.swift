/// The posts that teachers and specialists hold in the project.
enum Posts {
    struct Post {
        let schools: [SampleSchool]
        let measure: String
        let subject: String?
        let since: SchoolTerm

        init(
            _ schools: SampleSchool..., measure: String = "subject_consultation",
            subject: String? = nil, since: SchoolTerm = .spring2019
        ) {
            self.schools = schools
            self.measure = measure
            self.subject = subject
            self.since = since
        }
    }

    /// 24 posts in spring 2019, three of them at two schools, and seven more in autumn 2019.
    static let all: [Post] = [
        Post(.jaundubulti, subject: "mathematics"), Post(.jaundubulti, subject: "mathematics"),
        Post(.jaundubulti, subject: "latvian"), Post(.jaundubulti, subject: "latvian"),
        Post(.jaundubulti, subject: "english"), Post(.jaundubulti, subject: "russian"),
        Post(.jaundubulti, subject: "physics"), Post(.jaundubulti, subject: "chemistry"),
        Post(.jaundubulti, measure: "teacher_support"),
        Post(.sloka, subject: "mathematics"), Post(.sloka, subject: "latvian"),
        Post(.sloka, subject: "english"), Post(.sloka, subject: "russian"),
        Post(.sloka, subject: "latvian_history"), Post(.sloka, measure: "teacher_support"),
        Post(.vaivari, subject: "mathematics"), Post(.vaivari, subject: "latvian"),
        Post(.vaivari, subject: "english"), Post(.vaivari, subject: "physics"),
        Post(.vaivari, subject: "geography"), Post(.vaivari, measure: "special_educator"),
        Post(.jaundubulti, .sloka, measure: "psychologist"),
        Post(.jaundubulti, .vaivari, measure: "social_pedagogue"),
        Post(.sloka, .vaivari, measure: "speech_therapist"),
        Post(.jaundubulti, subject: "mathematics", since: .autumn2019),
        Post(.jaundubulti, subject: "biology", since: .autumn2019),
        Post(.jaundubulti, measure: "teaching_assistant", since: .autumn2019),
        Post(.sloka, subject: "mathematics", since: .autumn2019),
        Post(.sloka, measure: "social_pedagogue", since: .autumn2019),
        Post(.vaivari, subject: "mathematics", since: .autumn2019),
        Post(.vaivari, measure: "psychologist", since: .autumn2019),
    ]
}
