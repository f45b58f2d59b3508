import Mustache
import Testing

@testable import Reports

/// The pages' own engine held against the library whose language it speaks.
@Suite struct `Templates taken apart` {
    private static var view: [String: Any] {
        [
            "title": "A <b> & \"c\" 'd'", "empty": "", "isSo": true, "isNot": false,
            "words": ["skip": "over", "deep": ["er": "still"]] as [String: Any],
            "none": [String](), "one": ["x"], "some": ["x", "y"],
            "rows": [
                ["name": "first", "cells": [["text": "1"], ["text": "2"]]] as [String: Any],
                ["name": "second", "cells": [[String: Any]](), "title": "own"] as [String: Any],
            ] as [Any],
        ]
    }

    private static let partials = [
        "cell": "<td>{{text}}</td>", "line": "<hr>{{title}}\n", "bare": "{{#one}}{{.}}{{/one}}",
    ]

    @Test(arguments: [
        "", "plain\ntext\n", "{{title}}", "{{ title }}".filter { $0 != " " },
        "a{{title}}b{{missing}}c", "{{words.skip}}{{words.deep.er}}{{words.missing.er}}",
        "{{#some}}[{{.}}]{{/some}}", "{{#none}}x{{/none}}{{^none}}y{{/none}}",
        "{{#isSo}}x{{/isSo}}{{#isNot}}y{{/isNot}}{{^isNot}}z{{/isNot}}{{^isSo}}w{{/isSo}}",
        "{{#title}}{{.}}{{/title}}{{#empty}}e{{/empty}}{{^empty}}f{{/empty}}",
        "{{#missing}}x{{/missing}}{{^missing}}y{{/missing}}",
        "{{#rows}}\n<tr>{{name}} {{title}}{{#cells}}{{>cell}}{{/cells}}</tr>\n{{/rows}}\nend\n",
        "  {{#rows}}  \n  <tr>\n  {{/rows}}\n", "{{#rows}}{{name}}\n{{/rows}}\n",
        "<p>{{#rows}}\n{{name}}{{/rows}}\n</p>\n", "{{#one}}</div>{{/one}}", "{{>line}}\n{{>line}}",
        "x {{>line}} y\n", "{{>bare}}\n", "{{>unknown}}\n",
        "{{#rows}}{{#cells}}{{name}}{{/cells}}{{/rows}}",
        "{{#words}}{{skip}}{{title}}{{/words}}", "\t{{title}}\n \n",
        "{{#one}}\n{{#some}}\n{{.}}\n{{/some}}\n{{/one}}\n",
    ])
    func `a page is what the library makes of the template`(text: String) throws {
        MustacheContentTypes.register(Escaping(), named: "TESTED")
        let all = Self.partials.merging(["tested": text]) { $1 }
        let library = MustacheLibrary(
            templates: try all.mapValues {
                try MustacheTemplate(string: "{{% CONTENT_TYPE:TESTED}}\n" + $0)
            })
        let expected = library.render(Self.view, withTemplate: "tested")
        let own = PageTemplateLibrary(try all.mapValues { try PageTemplate($0) })
        let page = own.render(Self.value(Self.view), as: "tested")
        #expect(String(decoding: page, as: UTF8.self) == expected)
    }

    @Test(arguments: ["{{title", "{{}}", "{{ title }}", "{{{title}}}", "{{&title}}", "{{!x}}"])
    func `a tag of another kind is a fault`(text: String) {
        #expect(throws: PageTemplate.Fault.self) { try PageTemplate(text) }
    }

    @Test(arguments: ["{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{#a}}{{^b}}{{/a}}{{/b}}"])
    func `a section that does not end where it should is a fault`(text: String) {
        #expect(throws: PageTemplate.Fault.self) { try PageTemplate(text) }
    }

    @Test func `words that are not there are not looked for further out`() throws {
        let library = PageTemplateLibrary(["page": try PageTemplate("{{#cell}}{{sign}}{{/cell}}")])
        let cell = CellView(label: "", text: "1", sign: nil)
        let view = PageValue.named(["sign": .words("outer"), "cell": .parts(cell)])
        #expect(library.render(view, as: "page").isEmpty)
    }

    @Test func `a view is taken apart by the names of its properties`() {
        struct View {
            let name = "x"
            let number: Int? = nil
            let count = 3
            let rows = [RowView(header: "h", cells: [])]
        }
        let value = PageValue(of: View())
        guard case .words("x")? = value["name"], case .words("3")? = value["count"],
            case .list(let rows)? = value["rows"], case .words("h")? = rows.first?["header"]
        else {
            Issue.record("\(value)")
            return
        }
        if let number = value["number"] { Issue.record("\(number)") }
    }

    private static func value(_ any: Any) -> PageValue {
        switch any {
        case let words as String: .words(words)
        case let flag as Bool: .flag(flag)
        case let members as [String: Any]: .named(members.mapValues(value))
        case let list as [Any]: .list(list.map(value))
        default: .nothing
        }
    }
}

/// The escaping of the pages, for the library.
private struct Escaping: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var page: [UInt8] = []
        PageText.append(text, to: &page)
        return String(decoding: page, as: UTF8.self)
    }
}
