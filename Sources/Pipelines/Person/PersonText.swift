public import PupilSupport

extension PersonDocument {
    /// The document as text for people.
    ///
    /// - Parameter language: The language of the words around what is kept.
    public func text(in language: Language) -> String {
        func say(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }
        var lines: [String] = []
        lines.append(
            "\(roleName(language)) \(references.joined(separator: ", "))"
                .trimmingBlanks)
        for entry in vault {
            lines.append(
                say("glabātavā: ", "in the vault: ")
                    + [entry.givenName, entry.familyName, entry.code].filter { !$0.isEmpty }
                    .joined(separator: " "))
        }
        section(
            say("Ieraksti", "Records"),
            records.map { entry in
                let values = entry.values.sorted { $0.key < $1.key }
                    .map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
                let held = entry.heldBack ? say(" [aizturēts]", " [held back]") : ""
                return "\(entry.kind) \(entry.place.text(language))\(held): \(values)"
            }, &lines)
        section(
            say("Aizturēts", "Held back"),
            heldBack.map { entry in
                "\(entry.place.text(language)): \(entry.text ?? "…")"
            }, &lines)
        section(
            say("Citi ieraksti failos", "Other records of files"),
            others.map { $0.text(language) }, &lines)
        section(
            say("Pārbaudes", "Checks"),
            findings.map { finding in
                "\(finding.rule) \(finding.place.text(language)): \(finding.message[language])"
            }, &lines)
        section(
            say("Karantīna", "Quarantine"),
            quarantine.map { entry in
                "\(entry.id). \(entry.place.text(language)): \(entry.state), "
                    + entry.rules.joined(separator: ", ")
            }, &lines)
        section(
            say("Lēmumi par cilvēku", "Decisions on the person"),
            decisions.map { decision in
                let undone = decision.undone ? say(" (atcelts)", " (taken back)") : ""
                return
                    "\(decision.id). \(decision.kind) \(decision.first) \(decision.second)\(undone): "
                    + "\(decision.author), \(decision.reason)"
            }, &lines)
        section(
            say("Pieņemti brīdinājumi", "Warnings accepted"),
            acknowledgements.map {
                "\($0.id). \($0.rule): \($0.author), \($0.reason)"
            }, &lines)
        section(
            say("Faili, kuros nevarēja meklēt", "Files that could not be looked through"),
            problems.map { "\($0.file): \($0.message[language])" }, &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private func roleName(_ language: Language) -> String {
        switch (role, language) {
        case ("teacher", .latvian): "pedagogs"
        case ("teacher", _): "teacher"
        case (_, .latvian): "skolēns"
        default: "pupil"
        }
    }

    private func section(_ title: String, _ rows: [String], _ lines: inout [String]) {
        guard !rows.isEmpty else { return }
        lines.append("")
        lines.append("\(title): \(rows.count)")
        lines += rows.map { "  \($0)" }
    }
}

extension PersonPlace {
    func text(_ language: Language) -> String {
        let place = "\(file):\(cell ?? "\(line)")"
        if inForce { return place }
        return place + (language == .latvian ? " (aizstāts)" : " (replaced)")
    }
}

extension String {
    fileprivate var trimmingBlanks: String { hasSuffix(" ") ? String(dropLast()) : self }
}
