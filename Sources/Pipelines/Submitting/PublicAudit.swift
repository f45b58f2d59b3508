import DisclosureControl
import PupilSupport
import Rollup
import Submission

/// Works out what the public part of a package gives away, from nothing but the package.
struct PublicAudit {
    /// Returns the figures whose hidden value can be worked out.
    ///
    /// - Parameters:
    ///   - rows: The rows.
    ///   - manifest: The manifest of their package.
    ///   - earlier: The rows of the package of the semester before, or `nil`.
    func disclosures(
        _ rows: [PublicRow], of manifest: PackageManifest, earlier: [PublicRow]?
    ) -> [String] {
        // Without the definitions nobody can say that nothing is given away.
        guard let semester = Semester(code: manifest.reference.semester),
            let model = manifest.reference.publicModel, let indicators = model.indicators
        else { return ["manifest.json"] }
        let units = Dictionary(
            indicators.indicators.map { ($0.code, $0.unit) }, uniquingKeysWith: { $1 })
        var values: [String: Int] = [:]
        var figures: [Figure] = []
        for row in rows {
            guard let address = row.address(in: semester), let unit = units[row.measure] else {
                continue
            }
            if let value = row.value { values[address.cell] = value }
            figures.append(
                Figure(
                    address: address, unit: unit,
                    value: row.value.map { FigureValue(scaled: $0, decimals: 0) },
                    status: ValueStatus(rawValue: row.status) ?? .missing, previous: nil,
                    change: nil))
        }
        let known = Set(earlier?.compactMap { $0.address(in: semester.previous)?.cell } ?? [])
        let cube = Cube(
            released: semester, previousSemester: nil, indicators: indicators,
            families: ReleaseScope.families(of: indicators.families),
            dimensions: model.dimensions(of: manifest), figures: figures, targets: [],
            schoolsBefore: [], silentBefore: [])
        let counted = cube.figures.filter { $0.status == .confidential || $0.value != nil }
        let systems = ReleaseSystem.systems(
            of: counted.map(\.address), in: cube, threshold: manifest.disclosure.threshold
        ) { $0.holds { values[$0] } != false }
        return systems.flatMap { system -> [String] in
            let cells = system.addresses.map { address in
                PublishedCell(
                    address.cell, values[address.cell].map { .published($0) } ?? .hidden,
                    lowest: ReleaseScope.listsOnlyCounted(address.dimensions)
                        && !known.contains(address.cell) ? 1 : 0)
            }
            do {
                return try Audit(threshold: system.threshold).result(
                    of: PublishedTables(cells: cells, relations: system.relations)
                ).unsafe.map(\.name)
            } catch { return [semester.code] }
        }
    }
}

extension PublicRow {
    /// The address that the reports give the figure.
    func address(in semester: Semester) -> FigureAddress? {
        var coordinates: [FigureAddress.Coordinate] = []
        if !school.isEmpty { coordinates.append(.init(.school, school)) }
        if breakdown != Self.total {
            guard let dimension = DimensionName(rawValue: breakdown) else { return nil }
            coordinates.append(.init(dimension, category))
        }
        if sex != Self.total { coordinates.append(.init(.sex, sex == "F" ? "female" : "male")) }
        return FigureAddress(semester: semester, indicator: measure, coordinates: coordinates)
    }
}
