import DisclosureControl
import Foundation
import PupilSupport
import Reports
import Rollup

/// Checks one release against what it gives away, alone and together with the one before.
struct ReleaseCheck {
    private let document: ReleasedDocument
    private let release: ReleasedFigures
    private let semester: Semester
    private let before: ReleasedFigures?
    private let path: String
    private let definitions: Definitions
    private let cube: Cube
    private let remaking: ReleaseRemaking

    /// In a larger system remainders are looked at only where the whole and the part are shown: each costs a search.
    private static let mostFiguresForRemainders = 5000

    init(
        _ document: ReleasedDocument, of semester: Semester, before: ReleasedFigures?,
        path: String, definitions: Definitions, indicators: IndicatorSet
    ) {
        self.document = document
        release = ReleasedFigures(document)
        self.semester = semester
        self.before = before
        self.path = path
        self.definitions = definitions
        remaking = ReleaseRemaking(
            document, of: semester, definitions: definitions, indicators: indicators)
        cube = remaking.cube
    }

    func run() throws -> ReleaseAudit.Semester {
        let figures = document.tables.flatMap(\.figures)
        let hidden = figures.count { $0.status == ValueStatus.confidential.rawValue }
        return ReleaseAudit.Semester(
            code: semester.code, hidden: hidden, shown: figures.count - hidden,
            findings: besideHidden() + narrow() + (try files()))
    }

    // MARK: - What stands beside hidden figures

    private func besideHidden() -> [AuditFinding] {
        let indicators = Dictionary(
            cube.families.flatMap(\.indicators).map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        var findings: [AuditFinding] = []
        for table in document.tables {
            for figure in table.figures {
                guard let address = FigureAddress(figure.address) else { continue }
                let isHidden = figure.status == ValueStatus.confidential.rawValue
                let hasNumber = figure.previous != nil || figure.change != nil
                if isHidden, hasNumber || figure.value != nil {
                    findings.append(finding(figure.address, .numberBesideHidden))
                }
                let previous = ReleasedFigure.shown(figure.previous, decimals: table.decimals)
                if let previous, before?[address.cell] != .value(previous.description) {
                    findings.append(finding(figure.address, .unreleasedBefore))
                }
                let isMadeFromHidden = isMadeFromHidden(address, indicators[address.indicator])
                if !isHidden, isMadeFromHidden {
                    findings.append(finding(figure.address, .madeFromHidden))
                }
                guard let base = base(of: address, indicators[address.indicator]) else { continue }
                if isHidden, !isMadeFromHidden {
                    findings.append(finding(figure.address, .hiddenForNothing))
                }
                if figure.value != nil, base < ReleaseScope.leastPercentageBase {
                    findings.append(finding(figure.address, .percentageOfFew))
                }
            }
        }
        return findings
    }

    private func isMadeFromHidden(_ address: FigureAddress, _ definition: IndicatorDefinition?)
        -> Bool
    {
        switch definition?.aggregate {
        case .share, .mean, .difference:
            definition?.aggregate.operands.contains {
                release[address.of($0).cell] == .hidden
            } ?? false
        default: false
        }
    }

    /// What a percentage is of, where that is shown.
    private func base(of address: FigureAddress, _ definition: IndicatorDefinition?) -> Int? {
        guard case .share(_, let whole)? = definition?.aggregate,
            case .value(let text)? = release[address.of(whole).cell]
        else { return nil }
        return Int(text)
    }

    // MARK: - What can be worked out

    private func narrow() -> [AuditFinding] {
        var broken: Set<RelationKind> = []
        do {
            return try narrow { relation in
                guard relation.holds(for: shown) == false else { return true }
                broken.insert(RelationKind(relation))
                return false
            }
        } catch {
            // What the figures break where they are shown is no rule where they are hidden either: where schools do
            // not say what risks pupils have, the risks cover nobody.
            let known = broken
            let findings = try? narrow { relation in
                relation.holds(for: shown) != false && !known.contains(RelationKind(relation))
            }
            return findings ?? [finding(semester.code, .contradictory)]
        }
    }

    private func shown(_ cell: String) -> Int? {
        guard case .value(let text) = release[cell] else { return nil }
        return Int(text)
    }

    /// Looks for hidden figures of which the shown ones tell too much.
    ///
    /// - Parameter agrees: Whether an equation that should hold by definition is one.
    private func narrow(agrees: @escaping (Relation) -> Bool) throws -> [AuditFinding] {
        let counted = cube.figures.filter { figure in
            cube.indicator(figure.address.indicator).map(ReleaseSystem.holds) == true
                && (figure.status == .confidential || figure.value != nil)
        }
        let threshold =
            document.protection?.threshold
            ?? definitions.municipality.publication.threshold
        let systems = ReleaseSystem.systems(
            of: counted.map(\.address), in: cube, threshold: threshold, agrees: agrees)
        let shares = shares()
        return try systems.flatMap { system in
            let names = Set(system.addresses.map(\.cell))
            let cells = system.addresses.map { address in
                PublishedCell(
                    address.cell, shown(address.cell).map { .published($0) } ?? .hidden,
                    lowest: ReleasedFigures.leastPossible(address, before: before))
            }
            let left = system.remainders.filter { remainder in
                // Beside one hidden figure what is left has a range as wide as that.
                shown(remainder.whole.cell) == nil && shown(remainder.part.cell) == nil
                    && system.addresses.count <= Self.mostFiguresForRemainders
            }
            let relations =
                system.relations + left.map(\.relation)
                + shares.filter { $0.terms.allSatisfy { names.contains($0.cell) } }
            let unknown = Set(left.map(\.cell))
            let result = try Audit(threshold: system.threshold).result(
                of: PublishedTables(
                    cells: cells + unknown.sorted().map { PublishedCell($0, .hidden) },
                    relations: relations))
            return fewLeft(of: system)
                + result.unsafe.filter { cell in
                    !unknown.contains(cell.name) || cell.isAmong(1..<system.threshold)
                }.map { cell in
                    finding(
                        "\(semester.code)/\(cell.name)",
                        .narrow(least: cell.least.value, greatest: cell.greatest.value))
                }
        }
    }

    /// Wholes and parts that are both shown, and leave a few.
    private func fewLeft(of system: ReleaseSystem) -> [AuditFinding] {
        system.remainders.compactMap { remainder in
            guard let whole = shown(remainder.whole.cell), let part = shown(remainder.part.cell),
                (1..<system.threshold).contains(whole - part)
            else { return nil }
            return finding(
                "\(semester.code)/\(remainder.cell)",
                .narrow(least: whole - part, greatest: whole - part))
        }
    }

    /// What percentages say of figures that are hidden.
    private func shares() -> [Relation] {
        cube.figures.flatMap { figure -> [Relation] in
            guard
                case .share(let part, let whole)? = cube.indicator(figure.address.indicator)?
                    .aggregate,
                let value = figure.value
            else { return [] }
            return Relation.share(
                of: figure.address.of(part).cell, in: figure.address.of(whole).cell,
                is: value.scaled, outOf: 1000)
        }
    }

    // MARK: - What the files hold

    private func files() throws -> [AuditFinding] {
        let manager = FileManager.default
        guard document.definitions == definitions.hash else {
            // What the files are called no definition changes.
            let own = Set(try remaking.report.files().map(\.name))
            return strangers(beside: own) + [finding(semester.code, .otherDefinitions)]
        }
        let page = manager.contents(atPath: "\(path)/report.html") ?? Data()
        let isEnglish = String(decoding: page.prefix(200), as: UTF8.self).contains("lang=\"en\"")
        let made = try remaking.report.files(in: isEnglish ? .english : .latvian)
        var findings: [AuditFinding] = []
        for file in made {
            let place = "\(semester.code)/public/\(file.name)"
            guard let bytes = manager.contents(atPath: "\(path)/\(file.name)") else {
                findings.append(finding(place, .missingFile))
                continue
            }
            if Array(bytes) != file.bytes { findings.append(finding(place, .strangeFile)) }
        }
        return findings + strangers(beside: Set(made.map(\.name)))
    }

    /// Files that no release has.
    private func strangers(beside own: Set<String>) -> [AuditFinding] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().filter {
            !own.contains($0)
        }.map { finding("\(semester.code)/public/\($0)", .strangeFile) }
    }

    private func finding(_ place: String, _ kind: AuditFinding.Kind) -> AuditFinding {
        AuditFinding(semester: semester.code, place: place, kind: kind)
    }
}

/// What a relation is about: the tables of its figures and on which side they stand.
private struct RelationKind: Hashable {
    private let sides: Set<String>
    private let hasLower: Bool
    private let hasUpper: Bool

    init(_ relation: Relation) {
        sides = Set(
            relation.terms.map { term in
                let table = term.cell.split(separator: "/").map { $0.prefix { $0 != "=" } }
                return "\(term.coefficient.signum()) \(table.joined(separator: "/"))"
            })
        hasLower = relation.lower != nil
        hasUpper = relation.upper != nil
    }
}

extension CellBounds {
    /// Whether a value lies in a range for certain.
    fileprivate func isAmong(_ range: Range<Int>) -> Bool {
        guard let low = least.value, let high = greatest.value else { return false }
        return range.contains(low) && range.contains(high)
    }
}
