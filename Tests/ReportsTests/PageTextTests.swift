import Testing

@testable import Reports

struct PageTextTests {
    @Test func `each character that would be markup is named`() {
        #expect(
            escaped("<b title=\"a\">Zaļā & 'zilā'</b>")
                == "&lt;b title=&quot;a&quot;&gt;Zaļā &amp; &#39;zilā&#39;&lt;/b&gt;")
    }

    @Test func `a bracket is named though an accent follows it`() {
        #expect(escaped("<\u{301}a") == "&lt;\u{301}a")
    }

    @Test(arguments: ["", "Jūrmala", "5.–6. klase", "👩‍🏫 un e\u{301}"])
    func `text without markup stays as it is`(text: String) {
        #expect(Array(escaped(text).utf8) == Array(text.utf8))
    }

    private func escaped(_ text: String) -> String {
        var page: [UInt8] = []
        PageText.append(text, to: &page)
        return String(decoding: page, as: UTF8.self)
    }
}
