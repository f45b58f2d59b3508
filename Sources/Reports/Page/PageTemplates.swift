import Mustache

/// The templates of the pages by name.
enum PageTemplates {
    static var all: [String: String] {
        [
            "report": PackageResources.report_mustache, "index": PackageResources.index_mustache,
            "package": PackageResources.package_mustache,
            "style": PackageResources.style_mustache,
            "chartstyle": PackageResources.chartstyle_mustache,
            "ensemble": PackageResources.ensemble_mustache,
            "emblem": PackageResources.emblem_mustache, "table": PackageResources.table_mustache,
            "cell": PackageResources.cell_mustache, "chart": PackageResources.chart_mustache,
            "sparkline": PackageResources.sparkline_mustache,
            "findings": PackageResources.findings_mustache,
            "plaincells": PackageResources.plaincells_mustache,
            "anchoredcells": PackageResources.anchoredcells_mustache,
            "linkedcells": PackageResources.linkedcells_mustache,
            "figurecells": PackageResources.figurecells_mustache,
            "cells": PackageResources.cells_mustache,
            "rectmark": PackageResources.rectmark_mustache,
            "linemark": PackageResources.linemark_mustache,
            "dotmark": PackageResources.dotmark_mustache,
            "wordsmark": PackageResources.wordsmark_mustache,
            "labelmark": PackageResources.labelmark_mustache,
            "numbermark": PackageResources.numbermark_mustache,
            "hatchmark": PackageResources.hatchmark_mustache,
        ].mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private static let library = Result {
        MustacheContentTypes.register(PageText(), named: "PAGE")
        return MustacheLibrary(
            templates: try all.mapValues {
                try MustacheTemplate(string: "{{% CONTENT_TYPE:PAGE}}\n" + $0)
            })
    }

    /// Reads the templates, which else the first page does.
    static func prepare() { _ = library }

    /// Renders a view, which names its properties itself.
    ///
    /// - Throws: An error of the template engine when a template is broken.
    static func render(_ view: any MustacheParent, as template: String) throws -> String {
        try library.get().render(view, withTemplate: template) ?? ""
    }
}
