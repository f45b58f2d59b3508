import Mustache

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

extension CellView {
    /// What a cell holds, by the template that shows such cells.
    ///
    /// Most cells are of few kinds, and a template for one kind need not ask each of them for all that a
    /// cell may have, which was most of what a page cost.
    enum Shape: String, CaseIterable {
        /// A text alone.
        case plain = "plaincells"
        /// A figure that can be linked to.
        case anchored = "anchoredcells"
        /// A figure that leads to where it stands first.
        case linked = "linkedcells"
        /// A figure that can be linked to and leads to itself.
        case anchoredAndLinked = "figurecells"
        /// Whatever a cell may have.
        case any = "cells"
    }

    /// The kind of the cell.
    var shape: Shape {
        // Nothing is said of a sign where there is a link.
        guard codes.isEmpty, sign == nil || link != nil else { return .any }
        return switch (anchor != nil, link != nil) {
        case (false, false): .plain
        case (true, false): .anchored
        case (false, true): .linked
        case (true, true): .anchoredAndLinked
        }
    }
}

extension CellView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "label": ShownWords(label)
        case "text": ShownWords(text)
        case "link": ShownWords(link)
        case "anchor": ShownWords(anchor)
        case "sign": ShownWords(sign)
        case "codes": ShownWords.all(codes)
        default: nil
        }
    }
}

/// Cells of one kind that stand beside each other.
struct CellRun {
    let shape: CellView.Shape
    var cells: [CellView]

    /// Divides cells into runs.
    static func runs(of cells: [CellView]) -> [CellRun] {
        var runs: [CellRun] = []
        for cell in cells {
            let shape = cell.shape
            if runs.last?.shape == shape {
                runs[runs.count - 1].cells.append(cell)
            } else {
                runs.append(CellRun(shape: shape, cells: [cell]))
            }
        }
        return runs
    }
}

extension CellRun: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        // The name of a template, which the engine looks for as a plain text.
        case "shape": shape.rawValue
        case "cells": cells
        default: nil
        }
    }
}
