import Reports
import Submission

/// Makes the page of a package's public part from what the package itself says.
struct PackagePageMaker {
    private let manifest: PackageManifest
    private let rows: [PublicRow]

    init(_ manifest: PackageManifest, rows: [PublicRow]) {
        self.manifest = manifest
        self.rows = rows
    }

    /// Returns the page.
    func bytes() throws -> [UInt8] {
        let words = manifest.reference.publicWords
        return try PackagePage(
            title: words?.title ?? manifest.package, board: manifest.reporter.name,
            operation: manifest.operation.number, funding: words?.funding ?? "",
            contact: words?.contact ?? "", threshold: manifest.disclosure.threshold,
            sections: ProjectIndicator.all.compactMap(section)
        ).bytes()
    }

    private func section(_ indicator: ProjectIndicator) -> PackagePage.Section? {
        let own = rows.filter { $0.measure == indicator.name }
        guard !own.isEmpty else { return nil }
        let places = [""] + manifest.reference.schools.map(\.code)
        let headers = places.map { place in
            place.isEmpty
                ? "Pilsētā"
                : manifest.reference.schools.first { $0.code == place }?.name ?? place
        }
        let tables = indicator.breakdowns.compactMap { breakdown -> PackagePage.Table? in
            let name = breakdown == .none ? PublicRow.total : breakdown.rawValue
            let part = own.filter { $0.breakdown == name }
            let lines = lines(of: part, breakdown)
            guard !lines.isEmpty else { return nil }
            return PackagePage.Table(
                caption: indicator.label + Self.suffix(breakdown), corner: "", headers: headers,
                rows: lines.map { line in
                    PackagePage.Row(
                        header: line.name,
                        cells: places.map { place in
                            part.first {
                                $0.school == place && $0.category == line.category
                                    && $0.sex == line.sex
                            }.map { PackagePage.Cell(value: $0.value, status: $0.status) }
                        })
                })
        }
        return PackagePage.Section(heading: indicator.label, tables: tables)
    }

    private struct Line: Hashable {
        let category: String
        let sex: String
        let name: String
    }

    /// The lines of a table: categories in the order of their lists, and women, men, all.
    private func lines(of rows: [PublicRow], _ breakdown: ProjectBreakdown) -> [Line] {
        let categories: [(code: String, name: String)] =
            switch breakdown {
            case .none: [(PublicRow.total, "Kopā")]
            case .classBand:
                manifest.reference.classBands.map { ($0.code, "\($0.from).–\($0.to). klase") }
            default:
                manifest.reference.terms.filter { $0.vocabulary == breakdown.listName }
                    .map { ($0.code, $0.name) }
            }
        let present = Set(rows.map { [$0.category, $0.sex] })
        let sexes = [("F", "Meitenes"), ("M", "Zēni"), (PublicRow.total, "")]
        return categories.flatMap { code, name in
            sexes.compactMap { sex, word in
                present.contains([code, sex])
                    ? Line(category: code, sex: sex, name: word.isEmpty ? name : word) : nil
            }
        }
    }

    private static func suffix(_ breakdown: ProjectBreakdown) -> String {
        switch breakdown {
        case .none: ""
        case .classBand: " pa klašu grupām"
        case .risk: " pēc riska"
        case .measure: " pēc atbalsta pasākuma"
        case .subject: " pēc mācību priekšmeta"
        case .role: " pēc amata"
        case .outcome: " pēc rezultāta"
        case .continuation: " pēc turpmākā"
        }
    }
}
