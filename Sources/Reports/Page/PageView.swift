import Mustache

/// What the page shows, word by word: the property names are the contract with the templates.
///
/// The views of which there are many name their properties themselves: the template engine would
/// find them by reflection, at a hundred times the cost.
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

/// A table of figures and, with a basis, what it counts and from what.
struct TableView {
    let caption: String
    var basis: String?
    let corner: String
    let headers: [String]
    var rows: [RowView]
    /// The chart beside the table: one or none.
    var charts: [ChartView] = []
}

extension TableView {

    /// The table with its columns as rows, the last of which is the total.
    func transposed(corner: String) -> TableView {
        TableView(
            caption: caption, basis: basis, corner: corner, headers: rows.map(\.header),
            rows: headers.indices.map { column in
                RowView(
                    header: headers[column], isTotal: column == headers.count - 1,
                    cells: rows.map { row in
                        var cell = row.cells[column]
                        cell.label = row.header
                        return cell
                    })
            })
    }
}

/// A row of a table.
struct RowView {
    let header: String
    let isTotal: Bool
    var cells: [CellView]

    init(header: String, isTotal: Bool = false, cells: [CellView]) {
        self.header = header
        self.isTotal = isTotal
        self.cells = cells
    }
}

extension RowView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "header": ShownWords(header)
        case "isTotal": isTotal
        case "cells": cells
        default: nil
        }
    }
}

/// A cell with the heading under which a small screen shows it, the address of its figure, by which
/// the place can be linked to, and what a sign in place of a number says.
struct CellView {
    var label: String
    let text: String
    var sign: String?
    /// Words that are not broken at their hyphens, instead of a text.
    var codes: [String] = []
    var anchor: String?
    var link: String?
}

extension CellView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "label": ShownWords(label)
        case "text": ShownWords(text)
        case "sign": ShownWords(sign)
        case "codes": codes.map { ShownWords($0) }
        case "anchor": ShownWords(anchor)
        case "link": ShownWords(link)
        default: nil
        }
    }
}

/// What was read and what was found.
struct QualityView {
    let notes: [String]
    let tables: [TableView]
    let findings: [FindingsView]
    let remarks: [String]
}

/// A table of findings.
struct FindingsView {
    let caption: String
    let placeLabel: String
    let columnLabel: String
    let ruleLabel: String
    let messageLabel: String
    let rows: [FindingView]
}

/// A finding.
struct FindingView {
    let place: String
    let column: String
    let rule: String
    let message: String
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
