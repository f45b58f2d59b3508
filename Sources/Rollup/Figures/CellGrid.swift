/// The cells of a breakdown, numbered with the last dimension running fastest.
struct CellGrid {
    let dimensions: [DimensionName]
    /// How many categories each dimension has.
    let sizes: [Int]
    /// How far apart two neighbouring categories of a dimension are.
    let strides: [Int]

    init(_ names: [DimensionName], in dimensions: Dimensions) {
        self.dimensions = names
        let sizes = names.map { dimensions.categories(of: $0).count }
        var strides = [Int](repeating: 1, count: sizes.count)
        for place in sizes.indices.dropLast().reversed() {
            strides[place] = strides[place + 1] * sizes[place + 1]
        }
        self.sizes = sizes
        self.strides = strides
    }

    var cellCount: Int { sizes.reduce(1, *) }

    /// Returns the place of a cell in each dimension.
    func places(of cell: Int) -> [Int] {
        sizes.indices.map { cell / strides[$0] % sizes[$0] }
    }
}
