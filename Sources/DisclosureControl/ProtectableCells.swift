/// Finds the cells that can be hidden at all without standing in a range that is too narrow.
///
/// When every cell that may be hidden is hidden, ranges are as wide as they get. A cell that is too narrow even then
/// can never be hidden safely, so it is published, which may narrow others. What is left at the end is the
/// greatest choice that protects its cells: each better choice is a part of it.
struct ProtectableCells {
    /// The choice of all cells that can be hidden.
    let all: Choice
    /// The names of demanded cells that nothing can protect.
    let lost: [String]

    init(_ part: ChoicePart, threshold: Int) {
        var hidden = part.mayHide
        var choice = Choice(part, hidden: hidden, threshold: threshold)
        var lost: Set<String> = []
        while true {
            var toPublish = Set(choice.narrow())
            if toPublish.isEmpty {
                for telling in choice.tellings() {
                    let isFreeToShow = !part.isDemanded[telling.told]
                    toPublish.insert(isFreeToShow ? telling.told : telling.single)
                    if isFreeToShow { continue }
                    if part.isDemanded[telling.single] {
                        lost.formUnion([part.names[telling.told], part.names[telling.single]])
                    }
                }
            }
            guard !toPublish.isEmpty else { break }
            for column in toPublish.sorted() {
                hidden[column] = false
                if part.isDemanded[column] { lost.insert(part.names[column]) }
            }
            guard lost.isEmpty else { break }
            choice = Choice(
                part, hidden: hidden, threshold: threshold, witnesses: choice.search.pool.all)
        }
        all = choice
        self.lost = lost.sorted()
    }
}
