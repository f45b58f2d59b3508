import Testing

@testable import Reports

struct PageTextTests {
    @Test func `each character that would be markup is named`() {
        #expect(
            PageText().escapeText("<b title=\"a\">Zaļā & 'zilā'</b>")
                == "&lt;b title=&quot;a&quot;&gt;Zaļā &amp; &#39;zilā&#39;&lt;/b&gt;")
    }

    @Test func `a bracket is named though an accent follows it`() {
        #expect(PageText().escapeText("<\u{301}a") == "&lt;\u{301}a")
    }

    @Test(arguments: ["", "Jūrmala", "5.–6. klase", "👩‍🏫 un e\u{301}"])
    func `text without markup stays as it is`(text: String) {
        #expect(Array(PageText().escapeText(text).utf8) == Array(text.utf8))
    }
}
