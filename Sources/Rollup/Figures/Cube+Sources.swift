public import PupilSupport

extension Cube {
    /// Returns the names of what a table's figures were counted from, each once.
    ///
    /// An indicator that is made from others has the sources of those.
    public func sources(of indicator: String, by dimensions: [DimensionName]) -> [LocalizedText] {
        guard let family = families.first(where: { $0.has(indicator) }),
            let definition = family.indicators.first(where: { $0.code == indicator })
        else { return [] }
        let breakdown = definition.breakdowns.first { $0.dimensions == dimensions }
        if let query = breakdown?.evidence ?? definition.evidence {
            return [family.sources[query]].compactMap(\.self)
        }
        var sources: [LocalizedText] = []
        for operand in definition.aggregate.operands {
            for source in self.sources(of: operand, by: dimensions) where !sources.contains(source)
            {
                sources.append(source)
            }
        }
        return sources
    }
}

extension IndicatorFamily {
    fileprivate func has(_ indicator: String) -> Bool {
        indicators.contains { $0.code == indicator }
    }
}
