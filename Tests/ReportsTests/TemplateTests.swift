import Foundation
import Mustache
import PupilSupport
import Testing

@testable import Reports

@Suite struct `Templates of the page` {
    @Test(arguments: PageTemplates.all.keys.sorted())
    func `a template escapes everything`(name: String) throws {
        let template = try #require(PageTemplates.all[name])
        #expect(!template.contains("{{{"))
        #expect(!template.contains("{{&"))
        #expect(!template.contains("CONTENT_TYPE"))
    }

    @Test(arguments: PageTemplates.all.keys.sorted())
    func `a template asks for nothing from outside and has no script`(name: String) throws {
        let template = try #require(PageTemplates.all[name]).lowercased()
        for word in ["<script", "javascript:", "http://", "https://", "onload", "@import", "url("] {
            #expect(!template.contains(word), "\(word)")
        }
    }

    @Test func `every name in a template exists on its view`() throws {
        var names: Set<String> = ["."]
        for view in try Self.views() { collectNames(of: view, into: &names) }
        // Names that no view stores: a row divides its cells when it is asked.
        names.formUnion(["runs", "shape"])
        for (name, template) in PageTemplates.all {
            for tag in tags(of: template) where !tag.hasPrefix(">") || tag.hasPrefix(">*") {
                let path = tag.drop { "#/^>*".contains($0) }
                let parts = path == "." ? ["."] : path.split(separator: ".").map(String.init)
                for part in parts { #expect(names.contains(part), "{{\(tag)}} in \(name)") }
            }
        }
    }

    @Test func `every template that a template or a view names is there`() throws {
        let all = PageTemplates.all
        let named = all.values.flatMap(tags).filter { $0.hasPrefix(">") && !$0.hasPrefix(">*") }
            .map { String($0.dropFirst()) }
        for name in named + CellView.Shape.allCases.map(\.rawValue)
            + ChartMark.Shape.allCases.map(\.rawValue)
        {
            #expect(all[name] != nil, "\(name)")
        }
    }

    @Test func `every view names its properties itself, and all of them`() throws {
        var seen: Set<String> = []
        for view in try Self.views() { check(view, seen: &seen) }
        #expect(
            seen == [
                "PageView", "StateView", "WordsView", "KeyFigureView", "SparklineView", "Place",
                "TargetView", "SectionView", "TableView", "RowView", "CellRun", "CellView",
                "ChartView", "ChartKeyView", "ChartMark", "QualityView", "FindingsView",
                "FindingView", "DefinitionView", "CountingUnitView", "PageLink", "IndexView",
                "IndexWordsView", "IndexRowView", "PackagePageView",
            ])
    }

    private static func views() throws -> [Any] {
        let package = PackagePage(
            title: "title", board: "board", operation: "operation", funding: "funding",
            contact: "contact", threshold: 5, sections: [])
        return [
            PageRenderer().view(of: try SampleReport.autumnSemester(), in: .latvian),
            PageRenderer().view(of: try SampleReport.springSemester(), in: .latvian),
            PageRenderer().view(of: try SampleReport.publicSemester(), in: .latvian),
            try SampleReport.index(for: .public).view(in: .latvian), package.view,
        ]
    }

    private func check(_ value: Any, seen: inout Set<String>) {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .struct else {
            for child in mirror.children { check(child.value, seen: &seen) }
            return
        }
        let type = "\(type(of: value))"
        guard let view = value as? any MustacheParent else {
            Issue.record("\(type) names nothing")
            return
        }
        seen.insert(type)
        for child in mirror.children {
            // A row shows its cells in runs.
            if let row = value as? RowView, child.label == "cells" {
                check(CellRun.runs(of: row.cells), seen: &seen)
                continue
            }
            let found = child.label.flatMap(view.child)
            #expect(found != nil, "\(child.label ?? "") of \(type)")
            if let words = child.value as? String {
                #expect((found as? ShownWords)?.renderText == words)
            }
            check(child.value, seen: &seen)
        }
    }

    /// A cell of each kind is shown by a template of its own; it shows what that for all kinds would show.
    @Test(arguments: [nil, "sign"], [nil, "anchor"])
    func `a template for one kind of cells shows what that for all kinds does`(
        sign: String?, anchor: String?
    ) throws {
        for link in [nil, "link", "anchor"] {
            for codes in [[], ["code", "<b>"]] {
                let cell = CellView(
                    label: "a \"label\"", text: "<1 & 2>", sign: sign, codes: codes,
                    anchor: anchor, link: link)
                let own = CellRun.runs(of: [cell, cell])[0]
                let any = CellRun(shape: .any, cells: [cell, cell])
                let text = try PageTemplates.render(own, as: own.shape.rawValue)
                #expect(try PageTemplates.render(any, as: any.shape.rawValue) == text)
                #expect(text.contains("&lt;1 &amp; 2&gt;"))
            }
        }
    }

    @Test func `cells of one kind stand together and in their order`() {
        let cells = [
            CellView(label: "1", text: "1"), CellView(label: "2", text: "2"),
            CellView(label: "3", text: "3", link: "link"),
            CellView(label: "4", text: "4", sign: "sign"), CellView(label: "5", text: "5"),
        ]
        let runs = CellRun.runs(of: cells)
        #expect(runs.map(\.shape) == [.plain, .linked, .any, .plain])
        #expect(runs.flatMap(\.cells).map(\.text) == ["1", "2", "3", "4", "5"])
        #expect(CellRun.runs(of: []).isEmpty)
    }

    @Test func `the page escapes what a file holds`() throws {
        let page = try #require(try SampleReport.springSemester().files().first)
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("&lt;2018-2019-2&gt; &amp; &quot;nodarbība&quot;"))
        #expect(!text.contains("<2018-2019-2>"))
    }

    @Test func `in print nothing that leads to a table is left alone at a page's foot`() throws {
        let style = try #require(PageTemplates.all["style"])
        let print = try #require(style.range(of: "@media print{"))
        for rule in [
            "h2,.notes,.notes p,section>p,caption,thead,tbody tr:first-child{break-after:avoid;"
                + "break-inside:avoid}",
            "tbody tr:first-child,tbody tr:last-child{break-before:avoid}",
        ] { #expect(style[print.upperBound...].contains(rule)) }
        for rule in ["thead{display:table-header-group}", "tr{break-inside:avoid}"] {
            #expect(style[..<print.lowerBound].contains(rule))
        }
    }

    @Test func `every id on the page stands once`() throws {
        let page = try #require(try SampleReport.springSemester().files().first)
        let text = String(decoding: page.bytes, as: UTF8.self)
        let ids = text.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(ids.count == Set(ids).count)
    }

    private func tags(of template: String) -> [String] {
        template.matches(of: /\{\{([^}]*)\}\}/).map { String($0.output.1) }
    }

    private func collectNames(of value: Any, into names: inout Set<String>) {
        for child in Mirror(reflecting: value).children {
            if let label = child.label { names.insert(label) }
            collectNames(of: child.value, into: &names)
        }
    }
}
