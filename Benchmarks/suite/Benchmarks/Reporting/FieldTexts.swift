import PupilSupport

/// The texts that the parser of a type of field is given.
struct FieldTexts {
    let record: RecordKind
    let field: String
    /// Returns the text of a number.
    let text: @Sendable (Int) -> String

    /// One field of each type of the model.
    ///
    /// Texts of people, plans and documents are all different, for a file's texts are each parsed once; terms, labels
    /// and days are few and come again.
    static let all: [FieldTexts] = [
        .init(record: .session, field: "pupil") { "32\(number($0, digits: 4))-\(20_000 + $0)" },
        .init(record: .session, field: "teacher") { "33\(number($0, digits: 4))-\(20_000 + $0)" },
        .init(record: .staffMember, field: "staff_number") { "SK\(number($0, digits: 5))" },
        .init(record: .pupil, field: "given_name") { "\(pick($0, ["Elīna", "Ģirts"]))-\($0)" },
        .init(record: .session, field: "school") {
            pick($0, ["Slokas pamatskola", "Vaivaru pamatskola"])
        },
        .init(record: .session, field: "semester") {
            pick($0, ["2018/2019 II semestris", "2018-2019-2", "2019/2020 I semestris"])
        },
        .init(record: .session, field: "class") { pick($0, ["5.a", "12. b", "7.A klase"]) },
        .init(record: .session, field: "date") {
            let (day, month) = (number(1 + $0 % 28, digits: 2), number(1 + $0 % 12, digits: 2))
            return pick(
                $0,
                ["2019-\(month)-\(day)", "\(day).\(month).2019.", "2019. gada \(day). maijs"])
        },
        .init(record: .session, field: "minutes") { "\(20 + $0 % 160)" },
        .init(record: .absence, field: "missed_lessons") { "\($0 % 300)" },
        .init(record: .mark, field: "mark") { pick($0, ["7", "nv", "10", "4"]) },
        .init(record: .session, field: "measure") {
            pick($0, ["konsultācija mācību priekšmetā", "Psihologa konsultācijas"])
        },
        .init(record: .session, field: "plan_number") { "IAP-\(number($0, digits: 4))/2019" },
        .init(record: .plan, field: "project_number") {
            pick($0, ["8.3.4.0/16/I/001", "8.3.4.0/16/I001"])
        },
        .init(record: .session, field: "order_number") { "1-8/\(number($0, digits: 4))" },
        .init(record: .sensitiveAnswers, field: "evidence_reference") {
            "ATZ-\(number($0, digits: 4))"
        },
    ]

    private static func pick(_ number: Int, _ texts: [String]) -> String {
        texts[number % texts.count]
    }

    private static func number(_ number: Int, digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
