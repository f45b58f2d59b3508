/// A figure of the project: an indicator, or one category of it.
struct ProjectFigure: Sendable {
    let indicator: ProjectIndicator
    let breakdown: ProjectBreakdown
    /// Where tallies have what belongs to the category.
    let slot: Int
    let code: String
    let label: String

    /// Whether it is counted over a span.
    func isCounted(in type: PeriodType) -> Bool {
        type == .semester || !indicator.isOfSemester && breakdown != .role
    }
}

/// The figures of the project, and a small number for every category that something is broken down by.
struct ProjectFigures: Sendable {
    /// The figures in their order.
    let all: [ProjectFigure]
    /// How many slots there are; the first is for what is not broken down.
    let slotCount: Int
    private let slots: [ProjectBreakdown: [String: Int]]
    private let bands: [PackageReference.BandEntry]

    init(_ package: PackageCase) {
        let reference = package.reference
        var names: Set<String> = []
        bands = reference.classBands.filter { names.insert($0.code).inserted }
        var slots: [ProjectBreakdown: [String: Int]] = [ProjectBreakdown.none: ["": 0]]
        var count = 1
        var categories: [ProjectBreakdown: [String]] = [ProjectBreakdown.none: [""]]
        for breakdown in ProjectBreakdown.allCases where breakdown != .none {
            let codes =
                breakdown == .classBand
                ? reference.classBands.map(\.code)
                : reference.terms.filter { $0.vocabulary == breakdown.vocabulary }.map(\.code)
            categories[breakdown] = codes
            for code in codes where slots[breakdown]?[code] == nil {
                slots[breakdown, default: [:]][code] = count
                count += 1
            }
        }
        self.slots = slots
        slotCount = count
        all = ProjectIndicator.all.flatMap { indicator in
            indicator.breakdowns.flatMap { breakdown in
                (categories[breakdown] ?? []).map { category in
                    ProjectFigure(
                        indicator: indicator, breakdown: breakdown,
                        slot: slots[breakdown]?[category] ?? 0,
                        code: indicator.code(breakdown, category),
                        label: package.label(of: indicator, breakdown, category))
                }
            }
        }
    }

    /// Returns the slot of a category, or `nil` for a code that is none.
    func slot(_ breakdown: ProjectBreakdown, _ code: String) -> Int? { slots[breakdown]?[code] }

    /// Returns the slots of the bands that a class belongs to.
    func slots(ofClass level: Int?) -> [Int] {
        guard let level else { return [] }
        return bands.filter { $0.from <= level && level <= $0.to }
            .compactMap { slot(.classBand, $0.code) }
    }
}
