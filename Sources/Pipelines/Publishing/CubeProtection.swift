import DisclosureControl
import PupilSupport
import Rollup

/// Figures that may be shown to everybody, made from those that may not.
struct CubeProtection {
    /// Why a semester cannot be released.
    struct Failure: Error, Hashable {
        /// The addresses of the figures that cannot be protected; never none.
        let addresses: [String]

        fileprivate init(addresses: [String]) { self.addresses = addresses }

        /// Names the cells, or the whole semester where nobody knows which they are.
        fileprivate init(_ cells: [String], of semester: Semester) {
            addresses = cells.isEmpty ? [semester.code] : cells.map { "\(semester.code)/\($0)" }
        }
    }

    /// The protected figures.
    let cube: Cube
    /// How many figures are not shown.
    let hiddenCount: Int
    /// Whether class bands were put together.
    let areClassBandsMerged: Bool

    /// A cube of more figures is released with its bands as they are: to try each way would take too long.
    private static let mostFiguresToTry = 5000

    /// Protects the figures of a semester, with those class bands that lose least.
    ///
    /// - Parameters:
    ///   - exact: The figures, which know how many people stand behind each.
    ///   - bands: The class bands of the definitions.
    ///   - threshold: Numbers of people from 1 to just below it are hidden.
    ///   - before: What was released of the semester before, or `nil`.
    ///   - earlier: What was released of this semester until now, or `nil`; its bands stay.
    /// - Throws: ``Failure`` when a figure cannot be protected.
    init(
        of exact: Cube, bands: [ClassBand], threshold: Int, before: ReleasedFigures?,
        earlier: ReleasedFigures?
    ) throws {
        let ways = ClassBandMerge.ways(of: bands).compactMap { way -> Way? in
            if let earlier, !earlier.hasBands(of: way) { return nil }
            if way.isMerge, exact.figures.count > Self.mostFiguresToTry { return nil }
            return exact.merging(way).map { Way(cube: $0, isMerged: way.isMerge) }
        }
        var best: (protection: CubeProtection, shown: Int)?
        var failure: Failure?
        var memory = ChoiceMemory()
        var isSettled = false
        // The first way often settles it. The others are tried side by side and looked at in their order, each with
        // what was chosen in those before all of them.
        var place = 0
        while place < ways.count, !isSettled {
            let next = Array(ways[place...].prefix(place == 0 ? 1 : SideBySide.width))
            place += next.count
            let tried = SideBySide.results(of: next) { [memory] way in
                way.tried(
                    threshold: threshold, before: before, earlier: earlier, remembering: memory)
            }
            for trial in tried {
                let (outcome, learned) = try trial.get()
                memory.formUnion(learned)
                do {
                    let protection = try outcome.get()
                    let shown = protection.peopleShownByClassBand
                    // Coarser bands must tell of a good many more to be worth the detail: more than 3 in 100.
                    if best.map({ 100 * shown > 103 * $0.shown }) ?? true {
                        best = (protection, shown)
                    }
                    isSettled = protection.hidesNoClassBand
                } catch let one as Failure { failure = failure ?? one }
                if isSettled { break }
            }
        }
        guard let best else {
            throw failure ?? Failure(addresses: ["\(exact.semester.code)/class_band"])
        }
        self = best.protection
    }

    /// A way of putting class bands together, and the figures that come of it.
    private struct Way {
        let cube: Cube
        let isMerged: Bool

        /// Protects the figures; what was chosen on the way may help with others.
        func tried(
            threshold: Int, before: ReleasedFigures?, earlier: ReleasedFigures?,
            remembering known: ChoiceMemory
        ) -> (outcome: Result<CubeProtection, any Error>, learned: ChoiceMemory) {
            var memory = known
            let outcome = Result {
                try CubeProtection(
                    of: cube, isMerged: isMerged, threshold: threshold, before: before,
                    earlier: earlier, remembering: &memory)
            }
            return (outcome, memory)
        }
    }

    private var byClassBand: [Figure] {
        cube.figures.filter { $0.address[.classBand] != nil }
    }

    /// How many people the tables by class band show, in the schools and in the city.
    private var peopleShownByClassBand: Int {
        byClassBand.reduce(0) { $0 + ($1.value?.scaled ?? 0) }
    }

    private var hidesNoClassBand: Bool { byClassBand.allSatisfy { $0.status != .confidential } }

    /// Protects the figures of a semester with the class bands that they have.
    private init(
        of exact: Cube, isMerged: Bool, threshold: Int, before: ReleasedFigures?,
        earlier: ReleasedFigures?, remembering memory: inout ChoiceMemory
    ) throws {
        let families = ReleaseScope.families(of: exact.families)
        let listed = exact.figures.filter { figure in
            ReleaseScope.contains(figure.address)
                && Self.isListed(figure, in: exact, before: before)
        }
        let scope = exact.replacing(figures: listed, families: families)
        let definitions = Dictionary(
            families.flatMap(\.indicators).map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        let counted = listed.filter { figure in
            figure.value != nil
                && (definitions[figure.address.indicator].map(ReleaseSystem.holds) ?? false)
        }
        let sensitive = SensitiveFigures(counted, in: scope)
        let alone = Set(
            counted.filter { ($0.contributors ?? $0.value?.scaled) == 1 }.map(\.address))
        let figures = Dictionary(
            counted.map { ($0.address.cell, $0) }, uniquingKeysWith: { $1 })
        let values = figures.compactMapValues { $0.value?.scaled }
        let systems = ReleaseSystem.systems(
            of: counted.map(\.address), in: scope, threshold: threshold
        ) { $0.holds { values[$0] } == true }
        var hidden: Set<String> = []
        for system in systems {
            let singles = Self.innermost(of: alone, in: system)
            let cells = system.addresses.compactMap { address in
                figures[address.cell].map { figure in
                    Self.cell(
                        figure, threshold: threshold, isSensitive: sensitive.contains(address),
                        isSingle: singles.contains(address.cell),
                        before: before, earlier: earlier)
                }
            }
            let left = Self.fewLeft(of: system, values: values) {
                earlier?[$0] == figures[$0]?.value.map { .value($0.description) }
            }
            var suppression = GuardedSuppression(alone: alone, remembering: memory)
            defer { memory = suppression.memory }
            func hide(pinning pinned: Set<String>) throws -> Set<String> {
                try suppression.hidden(
                    of: LinkedTables(
                        cells: cells.map { $0.pinned(among: pinned) } + left.map(\.cell),
                        relations: system.relations + left.map(\.relation)),
                    threshold: system.threshold)
            }
            do {
                let pinned =
                    cells.count > Self.mostFiguresToTry
                    ? [] : Set(system.addresses.filter(Self.isHeadline).map(\.cell))
                let kept = pinned.isEmpty ? nil : try? hide(pinning: pinned)
                hidden.formUnion(try kept ?? hide(pinning: []))
            } catch let fault as SuppressionFault {
                throw Failure(fault.cells, of: exact.semester)
            } catch let fault as LinkedTablesFault {
                throw Failure(fault.cells, of: exact.semester)
            }
        }
        let shown = ShownFigures(
            scope, definitions: definitions, hidden: hidden, before: before)
        let protected = listed.map(shown.figure)
        hiddenCount = protected.count { $0.status == .confidential }
        cube = scope.replacing(figures: protected, families: families)
        areClassBandsMerged = isMerged
    }

    /// Whether a row stands in a released table: in one that lists only what was counted, a row of zero would say
    /// that there was something before.
    private static func isListed(
        _ figure: Figure, in cube: Cube, before: ReleasedFigures?
    ) -> Bool {
        guard ReleaseScope.listsOnlyCounted(figure.address.dimensions) else { return true }
        if let value = figure.value, value.scaled != 0 || figure.status == .low { return true }
        if before?.has(figure.address.cell) == true { return true }
        // A ratio of what is listed is listed as well.
        let operands = cube.indicator(figure.address.indicator)?.aggregate.operands ?? []
        return operands.contains { code in
            (cube.figure(at: figure.address.of(code))?.value?.scaled ?? 0) != 0
        }
    }

    private static func cell(
        _ figure: Figure, threshold: Int, isSensitive: Bool, isSingle: Bool,
        before: ReleasedFigures?, earlier: ReleasedFigures?
    ) -> Cell {
        let name = figure.address.cell
        let value = figure.value?.scaled ?? 0
        let people = figure.contributors ?? value
        var state = Cell.State.open
        switch earlier?[name] {
        case .hidden: state = .hiddenBefore
        case .value(let text) where text == figure.value?.description: state = .publishedBefore
        default: break
        }
        return Cell(
            name, value: value,
            lowest: ReleasedFigures.leastPossible(figure.address, before: before),
            isUnsafe: state != .publishedBefore
                && ((1..<threshold).contains(people) || isSensitive),
            isSingle: isSingle, cost: cost(of: figure, people: people), state: state)
    }

    /// The remainders that are as few as a figure must not be.
    ///
    /// No table shows them, but a whole and its part do.
    private static func fewLeft(
        of system: ReleaseSystem, values: [String: Int], wasShown: (String) -> Bool
    ) -> [(cell: Cell, relation: Relation)] {
        system.remainders.compactMap { remainder in
            let (whole, part) = (remainder.whole.cell, remainder.part.cell)
            guard let all = values[whole], let some = values[part],
                (1..<system.threshold).contains(all - some), !(wasShown(whole) && wasShown(part))
            else { return nil }
            let cell = Cell(
                remainder.cell, value: all - some, isUnsafe: true, isSingle: false, cost: 0,
                state: .hiddenBefore)
            return (cell, remainder.relation)
        }
    }

    /// Of one person's figures that lie one within the other the innermost: what a person learns of himself gives
    /// nobody else away.
    private static func innermost(of alone: Set<FigureAddress>, in system: ReleaseSystem) -> Set<
        String
    > {
        let cells = Set(alone.map(\.cell))
        let outer = alone.flatMap { address in
            address.dimensions.map { address.without($0).cell }
        }
        // A part and its whole: the pairs of the only speech therapist, and the one teacher that she is.
        let wholes = system.relations.compactMap { relation -> String? in
            guard relation.terms.count == 2, relation.lower == nil, relation.upper == 0,
                relation.terms.map(\.coefficient) == [1, -1],
                relation.terms.allSatisfy({ cells.contains($0.cell) })
            else { return nil }
            return relation.terms[1].cell
        }
        // The only one in a role is the only one who gives its measure; of the two names the role's is enough.
        let byAddress = Dictionary(
            alone.map { ($0.cell, $0) }, uniquingKeysWith: { first, _ in first })
        let doubles = system.relations.compactMap { relation -> String? in
            guard let same = relation.sameFigures, let part = byAddress[same.part],
                let whole = byAddress[same.whole], part.dimensions.count == whole.dimensions.count
            else { return nil }
            return same.part
        }
        return cells.subtracting(outer).subtracting(wholes).subtracting(doubles)
    }

    /// Whether a figure is what a report is about in the first place, so that others are rather hidden.
    private static func isHeadline(_ address: FigureAddress) -> Bool {
        ["participants", "teachers", "sessions", "minutes"].contains(address.indicator)
            && address.dimensions.allSatisfy { $0 == .school }
    }

    /// What a reader loses: the people, and much more where the figure is a total.
    private static func cost(of figure: Figure, people: Int) -> Int {
        let isTotal = figure.address.dimensions.allSatisfy { $0 == .school }
        let base = 1 + min(people, 1000)
        return isTotal ? base * (figure.address.coordinates.isEmpty ? 100 : 10) : base
    }
}

extension Cell {
    /// Returns the cell as one that stays shown, when it is among those and nothing says that it must be hidden.
    fileprivate func pinned(among names: Set<String>) -> Cell {
        guard names.contains(name), state == .open, !isUnsafe else { return self }
        var cell = self
        cell.state = .publishedBefore
        return cell
    }
}

extension SuppressionFault {
    /// The names of the cells that the fault is about.
    var cells: [String] {
        switch self {
        case .cannotProtect(let cells), .noChoiceFound(let cells), .notConfirmed(let cells): cells
        case .audit: []
        }
    }
}

extension LinkedTablesFault {
    /// The names of the cells that the fault is about.
    var cells: [String] {
        switch self {
        case .cellsDiffer(let name), .unknownCell(let name), .valueOutOfBounds(let name): [name]
        case .relationDoesNotHold(let cells), .numberTooLarge(let cells): cells
        }
    }
}
