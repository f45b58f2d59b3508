import Testing

@testable import PupilSupport

struct RecordKindTests {
    @Test func `the model has thirteen kinds of record`() {
        #expect(
            RecordKind.allCases.map(\.rawValue) == [
                "pupil", "enrolment", "staff_member", "plan", "plan_risk", "plan_measure",
                "plan_result", "session", "mark", "absence", "feedback", "need",
                "sensitive_answers",
            ])
    }

    @Test func `each kind but sensitive answers has a table of its own`() {
        #expect(
            RecordKind.inStore.map(\.table) == [
                "pupilRecord", "enrolment", "staffMember", "plan", "planRisk", "planMeasure",
                "planResult", "session", "mark", "absence", "feedback", "need",
            ])
    }

    @Test func `a session has its fields in the order of the contract`() {
        #expect(
            RecordKind.session.fields.map(\.name) == [
                "school", "semester", "plan_number", "pupil", "class", "teacher", "role",
                "measure", "subject", "date", "minutes", "mode", "confirmed_on", "mark_before",
                "mark_after", "order_number",
            ])
    }

    @Test(arguments: [
        (RecordKind.pupil, ["pupil"]),
        (.enrolment, ["school", "semester", "pupil", "class"]),
        (.staffMember, ["school", "staff_number", "teacher"]),
        (
            .plan,
            ["school", "semester", "plan_number", "pupil", "starts_on", "ends_on", "status"]
        ),
        (.planRisk, ["school", "plan_number", "risk"]),
        (.planMeasure, ["school", "plan_number", "measure"]),
        (.planResult, ["school", "plan_number", "outcome", "continuation"]),
        (.session, ["school", "semester", "pupil", "teacher", "measure", "date", "minutes"]),
        (.mark, ["school", "semester", "pupil", "subject"]),
        (.absence, ["school", "semester", "pupil", "missed_lessons"]),
        (.feedback, ["school", "semester", "respondent", "rating"]),
        (.need, ["school", "semester", "pupil", "risk"]),
        (.sensitiveAnswers, ["pupil"]),
    ])
    func `a kind demands what the contract marks`(kind: RecordKind, required: [String]) {
        #expect(kind.fields.filter(\.isRequired).map(\.name) == required)
    }

    @Test func `no kind names a field twice`() {
        for kind in RecordKind.allCases {
            #expect(Set(kind.fields.map(\.name)).count == kind.fields.count)
        }
    }

    @Test func `columns of the store are camel case`() {
        #expect(
            RecordKind.plan.fields.map(\.column) == [
                "school", "semester", "planNumber", "pupil", "projectNumber", "startsOn", "endsOn",
                "appliedOn", "status", "headApprovedOn", "municipalityApprovedOn",
                "stateApprovedOn",
            ])
    }

    @Test func `a field is found by its name`() {
        #expect(RecordKind.session.fieldIndex("minutes") == 10)
    }

    @Test func `a field that the kind lacks has no place`() {
        #expect(RecordKind.session.fieldIndex("risk") == nil)
    }

    @Test func `what identifies a person, or the law protects most, is personal`() {
        let personal = RecordKind.allCases.flatMap(\.fields).filter(\.isPersonal).map(\.name)
        #expect(
            Set(personal) == [
                "pupil", "teacher", "staff_number", "given_name", "family_name", "birth_date",
                "foreign_minority", "disability", "other_disadvantaged", "evidence_reference",
            ])
    }

    @Test func `a batch has a value for each field of a record`() {
        var batch = ModelBatch(kind: .mark)
        #expect(batch.width == 5)
        [1, 2, 3, 4, 5].withUnsafeBufferPointer {
            batch.append($0, at: SourcePlace(line: 2, byte: 10, length: 8))
        }
        #expect(batch.count == 1)
        #expect(batch[0, 4] == 5)
    }
}

struct IdentifierTests {
    @Test func `a staff number belongs to its school`() {
        let scope = PersonIdentifier.staffNumbers(of: "sloka")
        #expect(PersonIdentifier(scope: scope, text: "17").isStaffNumber)
        #expect(scope == "staff-number/sloka")
    }

    @Test func `a personal code is no staff number`() {
        let person = PersonIdentifier(scope: PersonIdentifier.personalCode, text: "16117519997")
        #expect(!person.isStaffNumber)
    }
}
