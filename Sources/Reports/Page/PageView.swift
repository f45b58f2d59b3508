/// What the page shows, word by word: the property names are the contract with the templates.
///
/// Every view names its properties itself: the template engine would find them by reflection, at a
/// hundred times the cost.
struct PageView {
    let language: String
    let title: String
    let semester: String
    let period: String
    let board: String
    let project: String
    let projectTitle: String
    let funding: String
    let planMark: [String]
    let words: WordsView
    let audience: String
    let isInternal: Bool
    let state: StateView
    let keyFigures: [KeyFigureView]
    let targets: [TargetView]
    let sections: [SectionView]
    /// Where to go from the page, and where on it.
    let links: [PageLink]
    let contents: [PageLink]
    let notes: [String]
    let quality: QualityView
    let definitions: [DefinitionView]
    let countingUnits: [CountingUnitView]
    let protection: [String]
    let revisions: [String]
    let contact: [String]
    let definitionsHash: String
}

/// What stands at the head of the page on how far its figures can be relied on.
struct StateView {
    let isIncomplete: Bool
    let sentence: String
    let finality: String
    /// How many records are held back; nothing when none is.
    let heldBack: [String]
    let reasons: [String]
}

/// The fixed words of the page.
struct WordsView {
    let skip: String
    let contents: String
    let union: String
    let fund: String
    let plan2020: String
    let slogan: String
    let ensemble: String
    let keyFigures: String
    let quality: String
    let definitions: String
    let countingUnits: String
    let protection: String
    let revisions: String
    let contact: String
    let definitionsHash: String
    let dataFiles: String
}

/// A key figure with its word, its change and its line over the semesters.
struct KeyFigureView {
    var number: CellView
    let word: String
    let detail: String
    let change: String
    let sparklines: [SparklineView]
}

/// A target and whether it was reached.
struct TargetView {
    let sentence: String
    let source: String
    let isReached: Bool
}

/// A subject of the report.
struct SectionView {
    let id: String
    let heading: String
    let notes: [String]
    var tables: [TableView]
}

/// What was read and what was found.
struct QualityView {
    let notes: [String]
    let tables: [TableView]
    let findings: [FindingsView]
    let remarks: [String]
}

/// What an indicator means.
struct DefinitionView {
    let name: String
    let meaning: String
    let unit: String
}

/// What one counted thing is.
struct CountingUnitView {
    let name: String
    let meaning: String
}

/// A link of a page.
struct PageLink {
    let href: String
    let text: String
    /// The language of the page that it leads to, where that is another one.
    var language: [String] = []
}
