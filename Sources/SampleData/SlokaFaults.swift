/// The faults in the samples of Slokas pamatskola.
///
/// None of them may change what is counted.
struct SlokaFaults {
    let export: SlokaExport

    private var world: SampleWorld { export.world }
    private var plans: [SamplePlan] { world.plans(of: .sloka, in: export.term) }

    func add(to pupils: inout [Element]) {
        switch export.term {
        case .autumn2018: addMarkOfEleven(to: &pupils)
        case .spring2019:
            addToSessions(&pupils)
            addPlanThatEndsBeforeItStarts(to: &pupils)
        case .autumn2019: addToLaterSessions(&pupils)
        }
    }

    private func addMarkOfEleven(to pupils: inout [Element]) {
        guard let place = pupils[3].children.firstIndex(where: { $0.name == "vertejums" }) else {
            return
        }
        pupils[3].children[place].text = "11"
        pupils[3].children[place].findings = [.init("FLD-010", ".", "a mark of 11")]
    }

    private func addToSessions(_ pupils: inout [Element]) {
        let day = Day(2019, 3, 4)
        var session = world.spareSession(of: plans[0], from: day)
        let music = export.element(of: session).with(
            "atbalsts", "Zīmēšanas terapija",
            .init("FLD-002", "@atbalsts", "“Zīmēšanas terapija”, which is no measure"))
        insert(music, underPlan: 0, &pupils)
        session.date = plans[0].startsOn + -3
        insert(
            export.element(of: session).with(
                .init("XRC-003", "@datums", "three days before the plan starts")),
            underPlan: 0, &pupils)
        session = world.spareSession(of: plans[1], from: day)
        session.date = plans[1].startsOn + 1
        insert(
            export.element(of: session).with(
                .init("XRC-004", "@datums", "a week before the head approved the plan")),
            underPlan: 1, &pupils)
        insert(
            export.element(of: world.spareSession(of: plans[2], from: day)).with(
                "datums", "2018-12-11",
                .init("REC-005", "@datums", "a day of the semester before")),
            underPlan: 2, &pupils)
        insert(
            export.element(of: world.spareSession(of: plans[3], from: day)).with(
                "datums", "2019-02-30", .init("FLD-004", "@datums", "30 February")),
            underPlan: 3, &pupils)
        insert(
            export.element(of: world.spareSession(of: plans[3], from: Day(2019, 3, 25))).with(
                "minutes", "", .init("FLD-001", "@minutes", "no length")),
            underPlan: 3, &pupils)
        session = world.spareSession(of: plans[4], from: day)
        session.isRemote = true
        insert(
            export.element(of: session).with(
                "apliecinats", nil,
                .init("REC-004", "@apliecinats", "remote, without a confirmation")),
            underPlan: 4, &pupils)
        let copied = export.element(of: plans[5].sessions[2])
        insert(
            copied.with(.init("XRC-007", "", "an element above once more", .ignored)), underPlan: 5,
            &pupils)
    }

    /// A plan that is held back: what stands in it names a plan that was not delivered.
    private func addPlanThatEndsBeforeItStarts(to pupils: inout [Element]) {
        let pupil = world.waiting(at: .sloka, in: export.term)[0]
        let plan = world.sparePlan(for: pupil, .sloka, export.term, 41)
        var element = export.element(of: plan).with(
            "lidz", (plan.startsOn + -10).iso,
            .init("REC-002", "@lidz", "the plan ends ten days before it starts"))
        for place in element.children.indices
        where ["risks", "pasakums"].contains(element.children[place].name) {
            element.children[place].findings = [
                .init("XRC-011", "../@numurs", "the plan was held back for its dates")
            ]
        }
        element.children.append(
            export.element(of: world.spareSession(of: plan, from: Day(2019, 3, 5))).with(
                .init("XRC-001", "../@numurs", "the plan was held back for its dates")))
        let code = PersonalCodes.hyphenated(pupil.code)
        guard let row = pupils.firstIndex(where: { $0.attributes.first?.value == code }),
            let place = pupils[row].children.firstIndex(where: { $0.name == "vertejums" })
        else { return }
        pupils[row].children.insert(element, at: place)
    }

    private func addToLaterSessions(_ pupils: inout [Element]) {
        var session = world.spareSession(of: plans[0], from: Day(2019, 10, 7))
        insert(
            export.element(of: session).with(
                "minutes", "400", .init("FLD-008", "@minutes", "400 minutes")),
            underPlan: 0, &pupils)
        insert(
            export.element(of: world.spareSession(of: plans[3], from: Day(2019, 10, 8))).with(
                "datums", "novembrī", .init("FLD-003", "@datums", "“novembrī” for a date")),
            underPlan: 3, &pupils)
        session = world.spareSession(of: plans[4], from: Day(2019, 11, 5))
        insert(export.element(of: session), underPlan: 4, &pupils)
        session.minutes = 80
        insert(
            export.element(of: session).with(
                .init("XRC-008", "", "the session above with another length", .loaded)),
            underPlan: 4, &pupils)
        session = world.spareSession(of: plans[5], from: Day(2019, 11, 5))
        session.date = Day(2019, 11, 16)
        insert(
            export.element(of: session).with(
                .init("REC-008", "@datums", "a Saturday", .loaded)),
            underPlan: 5, &pupils)
    }

    /// Puts a session after the other sessions of a plan.
    private func insert(_ session: Element, underPlan index: Int, _ pupils: inout [Element]) {
        for row in pupils.indices {
            for place in pupils[row].children.indices
            where pupils[row].children[place].attributes.first?.value == plans[index].number {
                let last = pupils[row].children[place].children.lastIndex {
                    $0.name == "nodarbiba"
                }
                pupils[row].children[place].children.insert(
                    session, at: (last ?? pupils[row].children[place].children.count - 1) + 1)
            }
        }
    }
}
