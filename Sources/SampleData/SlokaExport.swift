/// Writes the samples of Slokas pamatskola: one XML file a semester.
struct SlokaExport {
    let world: SampleWorld
    let term: SchoolTerm

    private var plans: [SamplePlan] { world.plans(of: .sloka, in: term) }

    /// Returns the file's writer after everything is written.
    func document(file: String) -> DocumentWriter {
        var pupils = world.list(of: .sloka, in: term).map { element(of: $0.pupil, $0.place) }
        SlokaFaults(export: self).add(to: &pupils)
        if term != .autumn2018 {
            pupils += Feedback.answers(participants: plans.count).map { answer in
                Element(
                    "atsauksme",
                    [
                        ("respondenti", answer.respondents), ("vertejums", answer.rating),
                        ("skaits", "\(answer.count)"),
                    ])
            }
        }
        let made = [
            SchoolTerm.autumn2018: "2019-01-09", .spring2019: "2019-06-12",
            .autumn2019: "2020-01-08",
        ]
        var writer = DocumentWriter(file: file, encoding: "UTF-8")
        writer.write(
            Element(
                "atbalsts",
                [
                    ("xmlns", "urn:pumpurs:sloka:1"), ("iestade", "Slokas pamatskola"),
                    ("semestris", term.code), ("sagatavots", made[term]),
                ], pupils))
        return writer
    }

    private func element(of pupil: SamplePupil, _ place: SamplePupil.Place) -> Element {
        let level = pupil.level(in: term)
        var children = [
            Element("vards", text: pupil.given), Element("uzvards", text: pupil.family),
        ]
        if let need = world.need(of: pupil, at: place) {
            children.append(
                Element(
                    "vajadziba",
                    [
                        ("risks", Wording.risk(need.risk, .sloka)),
                        ("atbalsts", Wording.measure(need.measure, .sloka)),
                        ("minutes", "\(need.minutes)"),
                    ]))
        }
        children += plans.enumerated().filter { $0.element.pupil == pupil.number }.map {
            element(of: $0.element, number: $0.offset % 6 == 2 ? "8.3.4.0/16/I001" : nil)
        }
        if place.until == nil {
            for subject in Curriculum.subjects(level: level) {
                children.append(
                    Element(
                        "vertejums", [("prieksmets", Wording.subject(subject, .sloka))],
                        text: world.book.mark(pupil.number, subject, term)))
            }
            let absence = world.absence(of: pupil, in: term)
            children.append(
                Element(
                    "kavejumi",
                    [("stundas", "\(absence.missed)"), ("attaisnotas", "\(absence.justified)")]))
        }
        return Element(
            "skolens",
            [
                ("pk", PersonalCodes.hyphenated(pupil.code)),
                ("dzimums", pupil.isFemale ? "S" : "V"), ("dzimis", pupil.born.iso),
                ("klase", Wording.schoolClass(level, pupil.parallel, way: pupil.number + 2)),
                ("no", place.from?.iso), ("lidz", place.until?.iso),
            ], children)
    }

    func element(of plan: SamplePlan, number: String? = nil) -> Element {
        var children = [
            Element(
                "apstiprinats",
                [
                    ("direktors", plan.headApprovedOn.iso),
                    ("pasvaldiba", plan.municipalityApprovedOn?.iso),
                    ("ikvd", plan.stateApprovedOn?.iso),
                ])
        ]
        children += plan.risks.map { Element("risks", text: Wording.risk($0, .sloka)) }
        children += plan.measures.map { measure in
            Element(
                "pasakums",
                [
                    ("veids", Wording.measure(measure.measure, .sloka)),
                    ("prieksmets", measure.subject.map { Wording.subject($0, .sloka) }),
                    ("minutes", "\(measure.minutes)"),
                ])
        }
        children += plan.sessions.map(element(of:))
        if let outcome = plan.outcome, let continuation = plan.continuation {
            children.append(
                Element(
                    "rezultats",
                    [
                        ("iznakums", Wording.outcome(outcome, .sloka)),
                        ("turpmak", Wording.continuation(continuation)),
                    ]))
        }
        return Element(
            "plans",
            [
                ("numurs", plan.number), ("projekts", number ?? plan.projectNumber),
                ("no", plan.startsOn.iso), ("lidz", plan.endsOn.iso),
                ("iesniegums", plan.appliedOn.iso), ("statuss", Wording.status(plan.status)),
            ], children)
    }

    func element(of session: SampleSession) -> Element {
        var children: [Element] = []
        if !session.markBefore.isEmpty {
            children.append(
                Element(
                    "vertejumi",
                    [
                        ("pirms", session.markBefore),
                        ("pec", session.markAfter.isEmpty ? nil : session.markAfter),
                    ]))
        }
        if !session.note.isEmpty { children.append(Element("piezime", text: session.note)) }
        return Element(
            "nodarbiba",
            [
                ("datums", session.date.iso), ("minutes", "\(session.minutes)"),
                ("pedagogs", PersonalCodes.hyphenated(world.cast.teachers[session.teacher].code)),
                ("atbalsts", Wording.measure(session.measure, .sloka)),
                ("prieksmets", session.subject.map { Wording.subject($0, .sloka) }),
                ("norise", session.isRemote ? "attālināti" : nil),
                ("apliecinats", Wording.confirmation(session)?.iso),
            ], children)
    }
}
