import Foundation
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
        let report = try SampleReport.autumnSemester()
        let spring = try SampleReport.springSemester()
        var names: Set<String> = ["."]
        let views: [Any] = [
            PageRenderer().view(of: report, in: .latvian),
            PageRenderer().view(of: spring, in: .latvian),
            PageRenderer().view(of: try SampleReport.publicSemester(), in: .latvian),
            try SampleReport.index(for: .public).view(in: .latvian),
        ]
        for view in views { collectNames(of: view, into: &names) }
        // What a mark draws is asked of it by name; the test below holds the names.
        names.formUnion(ChartMark.Shape.allCases.map { "\($0)" })
        for (name, template) in PageTemplates.all {
            for tag in tags(of: template) where !tag.hasPrefix(">") {
                let path = tag.drop { "#/^".contains($0) }
                let parts = path == "." ? ["."] : path.split(separator: ".").map(String.init)
                for part in parts { #expect(names.contains(part), "{{\(tag)}} in \(name)") }
            }
        }
    }

    @Test func `a view that names its properties itself names them all`() {
        let cell = CellView(
            label: "label", text: "text", sign: "sign", codes: ["code"], anchor: "anchor",
            link: "link")
        let row = RowView(header: "header", cells: [cell])
        for name in Mirror(reflecting: cell).children.compactMap(\.label) {
            #expect(cell.child(named: name) != nil, "\(name)")
        }
        for name in Mirror(reflecting: row).children.compactMap(\.label) {
            #expect(row.child(named: name) != nil, "\(name)")
        }
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
