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
    let words: WordsView
    let isIncomplete: Bool
    let state: String
    let reasons: [String]
    let keyFigures: [KeyFigureView]
    let hasTargets: Bool
    let targets: [TargetView]
    let sections: [SectionView]
    let notes: [String]
    let quality: QualityView
    let definitions: [DefinitionView]
    let definitionsHash: String
}

/// The fixed words of the page.
struct WordsView {
    let skip: String
    let union: String
    let fund: String
    let plan2020: String
    let slogan: String
    let ensemble: String
    let internalUse: String
    let keyFigures: String
    let targets: String
    let quality: String
    let definitions: String
    let definitionsHash: String
    let dataFiles: String
}

/// A key figure with its word and its change.
struct KeyFigureView {
    let number: String
    let word: String
    let change: String
    let hasChange: Bool
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
    let tables: [TableView]
}

/// A table and, with a basis, what it counts and from what.
struct TableView {
    let caption: String
    var basis: String?
    let corner: String
    let headers: [String]
    let rows: [RowView]
    var isWords = false
}

/// A row of a table.
struct RowView {
    let header: String
    let isTotal: Bool
    let cells: [CellView]
}

extension RowView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "header": header
        case "isTotal": isTotal
        case "cells": cells
        default: nil
        }
    }
}

/// A cell with the heading under which a small screen shows it.
struct CellView {
    let label: String
    let text: String
    /// Whether the text is a code, which must not be broken.
    let isCode: Bool
    let isDrawn: Bool
    /// The bar that is as long as the number in this cell is great.
    let bar: BarView?

    init(label: String, text: String, isCode: Bool = false, bar: BarView? = nil) {
        self.label = label
        self.text = text
        self.isCode = isCode
        isDrawn = bar != nil
        self.bar = bar
    }
}

extension CellView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "label": label
        case "text": text
        case "isCode": isCode
        case "isDrawn": isDrawn
        case "bar": bar
        default: nil
        }
    }
}

/// A bar, of at most 100.
struct BarView {
    let id: String
    let name: String
    let description: String
    let length: String
}

/// What was read and what was found.
struct QualityView {
    let note: String
    let tables: [TableView]
    let remarks: [String]
}

/// What an indicator means.
struct DefinitionView {
    let name: String
    let meaning: String
    let unit: String
    let code: String
}
