public import Diagnostics
import PupilSupport

/// Why a text is no address of a figure; the message names the part that is wrong.
public struct AddressProblem: Error, Hashable {
    /// What is wrong, and what is allowed.
    public let message: MessageText
}

extension SemesterRollup {
    /// Returns the address that a text names, its parts in the order of the definitions.
    ///
    /// A mark of a place in a page, `#`, may stand before it.
    ///
    /// - Throws: ``AddressProblem`` for the first part that is wrong.
    public func checkedAddress(_ text: String) throws(AddressProblem) -> FigureAddress {
        let written = text.hasPrefix("#") ? text.dropFirst() : text[...]
        let parts = written.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let semester = Semester(code: first) else {
            throw .problem(
                lv: "adreses daļa '\(parts.first ?? "")' nav semestris; rakstiet, piemēram, "
                    + "2018-2019-2/participants",
                en:
                    "part '\(parts.first ?? "")' of the address is no semester; write, for example, "
                    + "2018-2019-2/participants")
        }
        let code = parts.count > 1 ? parts[1] : ""
        guard let indicator = indicators[code] else {
            throw .unknown(
                code, "rādītājs", "indicator", allowed: indicators.indicators.map(\.code))
        }
        var coordinates: [FigureAddress.Coordinate] = []
        for part in parts.dropFirst(2) { coordinates.append(try coordinate(part, of: indicator)) }
        let names = coordinates.map(\.dimension)
        guard Set(names).count == names.count,
            let breakdown = indicator.breakdowns.first(where: {
                Set($0.dimensions) == Set(names)
            })
        else { throw Self.noBreakdown(names, of: indicator, in: semester) }
        return FigureAddress(
            semester: semester, indicator: code,
            coordinates: breakdown.dimensions.compactMap { name in
                coordinates.first { $0.dimension == name }
            })
    }

    private func coordinate(
        _ part: String, of indicator: IndicatorDefinition
    ) throws(AddressProblem) -> FigureAddress.Coordinate {
        let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            .map(String.init)
        let dimensionNames = DimensionName.allCases.filter { name in
            indicator.breakdowns.contains { $0.dimensions.contains(name) }
        }
        guard let first = halves.first, let dimension = DimensionName(rawValue: first) else {
            throw .unknown(
                halves.first ?? "", "dalījums", "dimension", allowed: dimensionNames.map(\.rawValue)
            )
        }
        guard halves.count == 2 else {
            throw .problem(
                lv: "adreses daļai '\(part)' nav vērtības; rakstiet \(part)=…",
                en: "part '\(part)' of the address has no value; write \(part)=…")
        }
        guard dimensions.place(of: halves[1], in: dimension) != nil else {
            throw .unknown(
                halves[1], "\(dimension.rawValue) vērtība", "category of \(dimension.rawValue)",
                allowed: dimensions.categories(of: dimension).map(\.code))
        }
        return FigureAddress.Coordinate(dimension, halves[1])
    }

    private static func noBreakdown(
        _ names: [DimensionName], of indicator: IndicatorDefinition, in semester: Semester
    ) -> AddressProblem {
        let found = names.map(\.rawValue).joined(separator: ", ")
        let allowed = indicator.breakdowns.map { breakdown in
            ([semester.code, indicator.code] + breakdown.dimensions.map { "\($0.rawValue)=…" })
                .joined(separator: "/")
        }.joined(separator: ", ")
        return .problem(
            lv: "rādītājam '\(indicator.code)' nav dalījuma '\(found)'; ir: \(allowed)",
            en:
                "indicator '\(indicator.code)' is not broken down by '\(found)'; there are: \(allowed)"
        )
    }
}

extension AddressProblem {
    fileprivate static func problem(lv: String, en: String) -> AddressProblem {
        AddressProblem(message: MessageText(lv: lv, en: en))
    }

    fileprivate static func unknown(
        _ found: String, _ lv: String, _ en: String, allowed: [String]
    ) -> AddressProblem {
        let near = Suggestions.allowed(allowed, insteadOf: found).joined(separator: ", ")
        return problem(
            lv: "adreses daļa '\(found)' nav \(lv); vai domājāt: \(near)",
            en: "part '\(found)' of the address is no \(en); did you mean: \(near)")
    }
}
