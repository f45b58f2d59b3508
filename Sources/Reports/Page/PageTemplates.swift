/// The templates of the pages by name.
enum PageTemplates {
    static var all: [String: String] {
        [
            "report": PackageResources.report_mustache, "index": PackageResources.index_mustache,
            "package": PackageResources.package_mustache,
            "letter": PackageResources.letter_mustache,
            "style": PackageResources.style_mustache,
            "chartstyle": PackageResources.chartstyle_mustache,
            "ensemble": PackageResources.ensemble_mustache,
            "emblem": PackageResources.emblem_mustache, "table": PackageResources.table_mustache,
            "cell": PackageResources.cell_mustache, "chart": PackageResources.chart_mustache,
            "sparkline": PackageResources.sparkline_mustache,
            "findings": PackageResources.findings_mustache,
        ].mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private static let library = Result {
        PageTemplateLibrary(try all.mapValues { try PageTemplate($0) })
    }

    /// Renders a view.
    ///
    /// - Throws: ``PageTemplate/Fault`` when a template is broken.
    static func render(_ view: Any, as template: String) throws -> [UInt8] {
        try library.get().render(PageValue(of: view), as: template)
    }
}
