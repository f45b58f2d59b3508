/// Neighbouring class bands put together, so that fewer and greater numbers can be shown.
public struct ClassBandMerge: Hashable, Sendable {
    /// The bands that come out.
    public let bands: [ClassBand]
    /// The code of the new band by the code of each old one.
    public let codes: [String: String]

    /// The ways in which bands can be put together: none first, then the finer before the coarser; never all into one, which
    /// would be the total.
    ///
    /// - Parameter bands: The bands, from the lowest classes up.
    public static func ways(of bands: [ClassBand]) -> [ClassBandMerge] {
        guard (2...6).contains(bands.count) else {
            return [ClassBandMerge(groups: bands.map { [$0] })]
        }
        let cuts = bands.count - 1
        return (1..<(1 << cuts)).reversed().map { mask in
            var groups = [[bands[0]]]
            for (place, band) in bands.enumerated().dropFirst() {
                if mask >> (place - 1) & 1 == 1 {
                    groups.append([band])
                } else {
                    groups[groups.count - 1].append(band)
                }
            }
            return ClassBandMerge(groups: groups)
        }.sorted { $0.bands.count > $1.bands.count }
    }

    /// Whether anything is put together.
    public var isMerge: Bool { codes.contains { $0.key != $0.value } }

    private init(groups: [[ClassBand]]) {
        var codes: [String: String] = [:]
        bands = groups.compactMap { group in
            guard let first = group.first, let last = group.last else { return nil }
            let levels = first.levels.lowerBound...last.levels.upperBound
            let band =
                group.count == 1
                ? first
                : ClassBand(
                    code: "\(levels.lowerBound)-\(levels.upperBound)",
                    name: LocalizedText(
                        lv: "\(levels.lowerBound).–\(levels.upperBound). klase",
                        en: "classes \(levels.lowerBound)–\(levels.upperBound)"), levels: levels)
            for old in group { codes[old.code] = band.code }
            return band
        }
        self.codes = codes
    }
}
