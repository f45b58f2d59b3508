/// The semester marks of the whole cast.
struct MarkBook {
    private var marks: [String: String] = [:]

    /// Fills the book; marks of supported subjects mostly rise in the semester of the support.
    init(cast: Cast, plans: [SamplePlan], _ random: inout SplitMix64) {
        for pupil in cast.pupils {
            for place in pupil.places where place.until == nil {
                let level = pupil.level(in: place.term)
                for subject in Curriculum.subjects(level: level) {
                    let key = Self.key(pupil.number, subject, place.term)
                    marks[key] = mark(of: pupil, in: subject, place.term, plans, &random)
                }
            }
        }
    }

    /// Returns the mark as schools write it, or blank.
    func mark(_ pupil: Int, _ subject: String, _ term: SchoolTerm) -> String {
        marks[Self.key(pupil, subject, term)] ?? ""
    }

    private static func key(_ pupil: Int, _ subject: String, _ term: SchoolTerm) -> String {
        "\(pupil) \(subject) \(term.code)"
    }

    private func mark(
        of pupil: SamplePupil, in subject: String, _ term: SchoolTerm, _ plans: [SamplePlan],
        _ random: inout SplitMix64
    ) -> String {
        if subject == "sports" {
            let dice = random.below(100)
            return dice < 6 ? "i" : dice < 8 ? "ni" : "\(6 + random.below(4))"
        }
        guard pupil.part != .atEase else { return "\(5 + random.below(5))" }
        let weak = Self.weakSubjects(of: pupil, plans)
        let before = Int(mark(pupil.number, subject, term.previous ?? .autumn2018))
        guard weak.contains(subject) else {
            return "\(min(8, max(4, (before ?? 5) + random.below(3) - 1)))"
        }
        guard pupil.isSupported(in: term), term != .autumn2018 else {
            if before != nil, term != .autumn2018 {
                return "\(max(2, (before ?? 4) - random.below(2)))"
            }
            return random.chance(4) ? "nv" : "\(2 + random.below(2))"
        }
        switch random.below(100) {
        case ..<62: return "\(min(7, max(4, (before ?? 3) + 1 + random.below(2))))"
        case ..<82: return "\(before ?? 3)"
        case ..<90: return "\(max(1, (before ?? 3) - 1))"
        case ..<96: return "nv"
        default: return ""
        }
    }

    /// The subjects in which a pupil is weak: those of the plans, or mathematics while waiting.
    private static func weakSubjects(of pupil: SamplePupil, _ plans: [SamplePlan]) -> Set<String> {
        let planned = plans.filter { $0.pupil == pupil.number }.flatMap(\.measures)
        return Set(planned.compactMap(\.subject)).union(["mathematics"])
    }
}
