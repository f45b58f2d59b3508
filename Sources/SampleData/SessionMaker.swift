/// Lays the sessions of the plans into school days.
struct SessionMaker {
    let cast: Cast
    let book: MarkBook

    /// Returns a plan with its sessions and its result.
    func completed(_ plan: SamplePlan, _ random: inout SplitMix64) -> SamplePlan {
        var plan = plan
        let pupil = cast.pupils[plan.pupil]
        let level = pupil.level(in: plan.term)
        let first = max(plan.startsOn, plan.headApprovedOn)
        let days = (first.number...plan.endsOn.number).map(Day.init(number:)).filter {
            plan.term.isSchoolDay($0, level: level)
        }
        for (index, measure) in plan.measures.enumerated() {
            let isShort = pupil.places.filter { $0.term == plan.term }.count > 1
            let wanted = isShort ? 5 : index == 0 ? 8 + random.below(5) : 2 + random.below(4)
            for day in random.shuffled(days).prefix(wanted).sorted() {
                plan.sessions.append(
                    session(of: pupil, plan, measure, on: day, level: level, &random))
            }
        }
        plan.sessions.sort { ($0.date, $0.teacher) < ($1.date, $1.teacher) }
        setResult(of: &plan, pupil, level: level)
        return plan
    }

    private func session(
        of pupil: SamplePupil, _ plan: SamplePlan, _ measure: SampleMeasure, on day: Day,
        level: Int, _ random: inout SplitMix64
    ) -> SampleSession {
        var session = SampleSession(
            pupil: pupil.number, plan: plan.number, level: level, parallel: pupil.parallel,
            teacher: measure.teacher, measure: measure.measure, subject: measure.subject, date: day,
            minutes: plan.school == .sloka
                ? random.pick([40, 40, 40, 40, 60, 80]) : random.pick([30, 45, 45, 45, 60, 90]))
        session.isRemote = random.chance(3)
        if let subject = measure.subject, random.chance(20) {
            session.markBefore = random.chance(10) ? "nv" : "\(2 + random.below(3))"
            session.markAfter = random.chance(25) ? "" : "\(3 + random.below(4))"
            session.note = Notes.text(for: subject, &random)
        }
        return session
    }

    private func setResult(of plan: inout SamplePlan, _ pupil: SamplePupil, level: Int) {
        guard plan.status != "interrupted" else { return }
        let pairs = plan.measures.compactMap(\.subject).compactMap { subject -> (Int, Int)? in
            guard let previous = plan.term.previous,
                let before = Int(book.mark(pupil.number, subject, previous)),
                let after = Int(book.mark(pupil.number, subject, plan.term))
            else { return nil }
            return (before, after)
        }
        let change = pairs.first.map { $0.1 - $0.0 }
        plan.outcome =
            change.map { $0 > 0 ? "improved" : $0 < 0 ? "worse" : "unchanged" } ?? "not_comparable"
        let leaves = level == (plan.school == .jaundubulti ? 12 : 9)
        let goesOn =
            plan.term == .spring2019
            ? pupil.isSupported(in: .autumn2019) : plan.outcome != "improved"
        plan.continuation =
            goesOn
            ? "continues" : leaves && plan.term == .spring2019 ? "left_school" : "no_longer_needed"
    }
}

/// What teachers note beside a session; some notes have several lines or quotation marks.
enum Notes {
    static func text(for subject: String, _ random: inout SplitMix64) -> String {
        random.pick(lines[subject] ?? general)
    }

    private static let general = [
        "Pārrunāts kontroldarbs.", "Skolēns ieradās sagatavojies.",
        "Atkārtota tēma.\nMājās: darba lapa Nr. 2.", "Teica: \"Tagad saprotu.\"",
    ]

    private static let lines: [String: [String]] = [
        "mathematics": [
            "Darbības ar daļskaitļiem.", "Lineāri vienādojumi; vēl jāvingrinās.",
            "Procentu aprēķini.\nMājās: 5. un 6. uzdevums.",
            "Labots kontroldarbs.\nKļūdas zīmēs, pārējais izdevās.",
        ],
        "latvian": [
            "Pieturzīmes salikta teikuma robežās.", "Domraksta plāns.\nMājās: ievads.",
            "Vārdšķiras; lasa \"Sprīdīti\".",
        ],
        "english": ["Past Simple; nepareizie darbības vārdi.", "Jauni vārdi, saruna."],
        "russian": ["Lasīšana un pārstāsts.", "Lietvārdu locīšana.\nMājās: 3. vingrinājums."],
    ]
}
