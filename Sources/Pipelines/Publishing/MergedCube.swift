import PupilSupport
import Rollup

extension Cube {
    /// Returns the cube with class bands put together; `nil` when a table does not allow it, because somebody stands in two
    /// bands, or a figure there is no count.
    func merging(_ merge: ClassBandMerge) -> Cube? {
        guard merge.isMerge else { return self }
        var places: [FigureAddress: Int] = [:]
        var merged: [Figure] = []
        var sums: [FigureAddress: Int] = [:]
        for figure in figures {
            guard let band = figure.address[.classBand] else {
                merged.append(figure)
                continue
            }
            guard figure.unit.decimals == 0, let value = figure.value else { return nil }
            sums[figure.address.without(.classBand), default: 0] += value.scaled
            let address = figure.address.replacing(.classBand, merge.codes[band] ?? band)
            guard let place = places[address] else {
                places[address] = merged.count
                merged.append(figure.moved(to: address))
                continue
            }
            merged[place] = merged[place].adding(figure)
        }
        for (address, sum) in sums {
            guard self.figure(at: address)?.value?.scaled == sum else { return nil }
        }
        return replacing(
            figures: merged, dimensions: dimensions.replacing(classBands: merge.bands))
    }
}

extension FigureAddress {
    fileprivate func replacing(_ dimension: DimensionName, _ category: String) -> FigureAddress {
        FigureAddress(
            semester: semester, indicator: indicator,
            coordinates: coordinates.map {
                $0.dimension == dimension ? Coordinate(dimension, category) : $0
            })
    }
}

extension Figure {
    fileprivate func moved(to address: FigureAddress) -> Figure {
        Figure(
            address: address, unit: unit, value: value, status: status, previous: previous,
            change: change, contributors: contributors)
    }

    fileprivate func adding(_ other: Figure) -> Figure {
        func sum(_ first: FigureValue?, _ second: FigureValue?) -> FigureValue? {
            guard let first, let second else { return nil }
            return FigureValue(scaled: first.scaled + second.scaled, decimals: first.decimals)
        }
        let people = contributors.flatMap { own in other.contributors.map { own + $0 } }
        return Figure(
            address: address, unit: unit, value: sum(value, other.value), status: status,
            previous: sum(previous, other.previous), change: sum(change, other.change),
            contributors: people)
    }
}
