import ArgumentParser
import Diagnostics
import Pipelines
import PupilSupport
import SupportStore

struct PeopleList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List whom held records name without a good code, and whom they may mean.",
        discussion: """
            The likeliest comes first, with a score and the reasons; those who are equally likely \
            share a place. It is advice: nothing is merged until pumpurs people link says so.
            """)

    @Flag(help: "Show names, personal codes and birth dates; they come from the vault.")
    var names = false

    @Flag(help: "List the known people instead.")
    var known = false

    @OptionGroup var place: StoreOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Exit.guarded(in: shared.language, state: place.state) {
            let (definitions, _) = try shared.loadDefinitions()
            let store = try place.open(existing: true, in: shared.language)
            let advice = try PeopleAdvice(
                store,
                for: VaultPurpose(
                    command: "people list",
                    purpose: names ? "show names and codes" : "compare names and codes"))
            let files = ShownFileNames(
                try store.currentDeliveries().map(\.fileName), knowing: definitions.words)
            let text = PeopleListText(
                advice: advice, files: files, isNaming: names, language: shared.language)
            try Terminal.standardOutput.write(known ? text.known() : text.unidentified())
        }
    }
}

/// The text of `pumpurs people list`.
struct PeopleListText {
    let advice: PeopleAdvice
    let files: ShownFileNames
    let isNaming: Bool
    let language: MessageLanguageOption

    private func said(_ lv: String, _ en: String) -> String { language == .lv ? lv : en }

    private func role(_ role: PersonRole) -> String {
        switch role {
        case .pupil: said("skolēns", "pupil")
        case .teacher: said("pedagogs", "teacher")
        }
    }

    // MARK: - Held records

    func unidentified() -> String {
        var lines: [String] = []
        for group in advice.register.unidentified { lines += self.lines(of: group) }
        if lines.isEmpty {
            lines.append(
                said(
                    "neviens aizturēts ieraksts nenosauc cilvēku bez laba koda",
                    "no held record names anybody without a good code"))
        }
        let pairs = advice.possiblyOne()
        if !pairs.isEmpty {
            lines.append(
                said(
                    "VARBŪT VIENS CILVĒKS (tas pats vārds un dzimšanas datums, citi kodi):",
                    "POSSIBLY ONE PERSON (same name and birth date, different codes):"))
            for (first, second) in pairs {
                lines.append("    \(shown(first))  \(shown(second))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(of group: UnidentifiedGroup) -> [String] {
        let count = group.places.count
        var lines = [
            "\(group.reference)  \(role(group.role)), "
                + said("ieraksti: \(count)", "records: \(count)")
        ]
        if isNaming { lines += group.people.map { "    \(identity(of: $0))" } }
        var rows: [(file: String, lines: [Int])] = []
        for place in group.places {
            if rows.last?.file == place.file {
                rows[rows.count - 1].lines.append(place.line)
            } else {
                rows.append((place.file, [place.line]))
            }
        }
        for row in rows {
            let numbers = row.lines.map(String.init).joined(separator: ", ")
            lines.append("    \(files[row.file]): \(numbers)")
        }
        let (candidates, asLikely) = advice.candidates(for: group)
        for candidate in candidates {
            let isTie =
                candidates.count { $0.rank == candidate.rank } > 1
                || asLikely > 0 && candidate.rank == candidates.last?.rank
            let reasons = candidate.reasons.map { reason in
                reason.text(in: language.messages, details: [:])
            }.joined(separator: "; ")
            lines.append(
                "    \(candidate.rank).\(isTie ? "=" : " ") \(shown(candidate.person))  "
                    + "\(candidate.score): \(reasons)")
        }
        if asLikely > 0 {
            lines.append(
                "    "
                    + said(
                        "un vēl tikpat līdzīgi: \(asLikely)",
                        "and \(asLikely) more who are as likely"))
        }
        if candidates.isEmpty {
            lines.append("    " + said("neviens nav līdzīgs", "nobody is alike"))
        }
        return lines
    }

    // MARK: - Known people

    func known() -> String {
        let lines = advice.register.known.map { person in
            let schools = person.schools.sorted().joined(separator: ", ")
            var line = "\(shown(person))  \(role(person.role)): \(schools.isEmpty ? "–" : schools)"
            if person.survivor != person.reference {
                line += said("; ir \(person.survivor)", "; is \(person.survivor)")
            }
            return line
        }
        return lines.isEmpty
            ? said("krātuvē nav neviena cilvēka\n", "the store knows nobody\n")
            : lines.joined(separator: "\n") + "\n"
    }

    private func shown(_ person: KnownPerson) -> String {
        guard isNaming else { return person.reference }
        let texts =
            [person.identifier.text, "\(person.givenName) \(person.familyName)"]
            + person.birthDates.sorted().map(\.latvian)
        return "\(person.reference) [\(shown(texts))]"
    }

    private func identity(of person: UnidentifiedPerson) -> String {
        let texts = [
            person.code, "\(person.givenName) \(person.familyName)",
            person.birthDate?.latvian ?? "",
        ]
        return "[\(shown(texts))]"
    }

    /// Texts of files on one line; what would move the terminal's cursor is left out.
    private func shown(_ texts: [String]) -> String {
        texts.map { text in
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { $0.properties.generalCategory != .control })
            ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
