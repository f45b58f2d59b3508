import Testing

@testable import Diagnostics

struct MessageTextTests {
    private let text = MessageText(lv: "skolā nav {found} klases", en: "{found} of {found}, {}")

    @Test func `a placeholder is replaced by its detail`() {
        #expect(text.text(in: .latvian, details: ["found": "13"]) == "skolā nav 13 klases")
    }

    @Test func `a placeholder is replaced as often as it stands`() {
        #expect(
            text.text(in: .english, details: ["found": "a", "": "-"]) == "a of a, -")
    }

    @Test func `a placeholder without a detail stays as it stands`() {
        #expect(text.text(in: .latvian, details: [:]) == "skolā nav {found} klases")
    }

    @Test func `a detail is not searched for placeholders`() {
        #expect(
            text.text(in: .latvian, details: ["found": "{found}"]) == "skolā nav {found} klases")
    }

    @Test func `an open brace without its fellow stays`() {
        let open = MessageText(lv: "", en: "a {b")
        #expect(open.text(in: .english, details: ["b": "c"]) == "a {b")
    }

    @Test func `a text without placeholders stays as it is`() {
        #expect(MessageText(lv: "teksts", en: "text").text(in: .english, details: [:]) == "text")
    }
}

struct SeverityTests {
    @Test func `severities rise from note to fatal`() {
        #expect(
            Severity.allCases.shuffled().sorted() == [.note, .warning, .error, .fatal])
    }

    @Test func `severities have English words`() {
        #expect(
            Severity.allCases.map { $0.label(in: .english) }
                == ["note", "warning", "error", "fatal"])
    }

    @Test func `severities have Latvian words`() {
        #expect(
            Severity.allCases.map { $0.label(in: .latvian) }
                == ["piezīme", "brīdinājums", "kļūda", "fails noraidīts"])
    }
}

struct RenderingTests {
    private let rule = Rule(
        "FLD-001", .field, .error,
        summary: .init(lv: "ailē '{column}' nav vērtības", en: "'{column}' has no value"),
        advice: .init(lv: "ierakstiet '{column}'", en: "fill '{column}' in"))

    @Test func `a finding is rendered in English`() {
        let finding = Diagnostic(
            rule, at: InputPosition(file: "plani.csv", line: 17), details: ["column": "Sākums"])
        #expect(
            finding.rendered(in: .english)
                == "plani.csv:17: error: 'Sākums' has no value [FLD-001]\n  help: fill 'Sākums' in")
    }

    @Test func `a finding is rendered in Latvian`() {
        let finding = Diagnostic(
            rule, at: InputPosition(file: "plani.csv", line: 17, byte: 90, column: 3),
            details: ["column": "Sākums"])
        #expect(
            finding.rendered(in: .latvian)
                == "plani.csv:17:3: kļūda: ailē 'Sākums' nav vērtības [FLD-001]\n"
                + "  padoms: ierakstiet 'Sākums'")
    }

    @Test func `a finding that concerns the whole file names the file`() {
        #expect(InputPosition(file: "plani.csv").description == "plani.csv")
    }

    @Test func `a column without a line is not shown`() {
        #expect(InputPosition(file: "plani.csv", column: 3).description == "plani.csv")
    }

    @Test func `a finding has its rule's severity`() {
        #expect(Diagnostic(rule, at: InputPosition(file: "a")).severity == .error)
    }

    @Test func `a finding may have a severity of its own`() {
        let finding = Diagnostic(rule, severity: .note, at: InputPosition(file: "a"))
        #expect(finding.rendered(in: .english).hasPrefix("a: note: "))
    }
}
