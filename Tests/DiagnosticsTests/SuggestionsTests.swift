import Testing

@testable import Diagnostics

struct SuggestionsTests {
    @Test(arguments: [
        ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("plāns", "plāns", 0), ("plans", "plāns", 1),
        ("plns", "plāns", 1), ("plāānss", "plāns", 2), ("palns", "plans", 1),
        ("kitten", "sitting", 3), ("abcd", "dcba", 3), ("ca", "abc", 3),
    ])
    func `the distance counts letters changed, added, dropped and swapped`(
        first: String, second: String, distance: Int
    ) {
        #expect(Suggestions.editDistance(Array(first), Array(second)) == distance)
    }

    @Test func `the distance is the same both ways`() {
        #expect(
            Suggestions.editDistance(Array("semestris"), Array("semstiris"))
                == Suggestions.editDistance(Array("semstiris"), Array("semestris")))
    }

    @Test func `the nearest comes first`() {
        #expect(
            Suggestions.nearest(to: "psihlogs", among: ["pedagogs", "psihologi", "psihologs"])
                == ["psihologs", "psihologi"])
    }

    @Test func `candidates as near as each other stand in the order of their letters`() {
        #expect(Suggestions.nearest(to: "ab", among: ["ad", "ac"]) == ["ac", "ad"])
    }

    @Test func `of candidates as near as each other the one with swapped letters comes first`() {
        #expect(
            Suggestions.nearest(to: "windows-1275", among: ["windows-1255", "windows-1257"])
                == ["windows-1257", "windows-1255"])
    }

    @Test func `case does not matter`() {
        #expect(Suggestions.nearest(to: "PSIHOLOGS", among: ["psihologs"]) == ["psihologs"])
    }

    @Test func `what is too far is not suggested`() {
        #expect(Suggestions.nearest(to: "psihologs", among: ["mentors", "asistents"]).isEmpty)
    }

    @Test func `no more than the limit is suggested`() {
        #expect(
            Suggestions.nearest(to: "aaa", among: ["aab", "aac", "aad", "aae"], limit: 2)
                == ["aab", "aac"])
    }

    @Test func `of many words none of which is near three are told`() {
        let words = ["psihologs", "logopēds", "pedagoga palīgs", "ēdināšana", "ceļš", "viesnīca"]
        #expect(
            Suggestions.allowed(words, insteadOf: "Mūzikas terapija") == [
                "viesnīca", "ēdināšana", "ceļš",
            ])
    }

    @Test func `a few words are told whole`() {
        #expect(
            Suggestions.allowed(["meitene", "zēns"], insteadOf: "nezināms") == ["meitene", "zēns"])
    }

    @Test func `of many allowed words none of which is near the first are examples`() {
        let words = ["psihologs", "logopēds", "pedagoga palīgs", "ēdināšana", "ceļš", "viesnīca"]
        let told = "psihologs, logopēds, pedagoga palīgs, ēdināšana, ceļš"
        #expect(
            Suggestions.details(ofAllowed: words, insteadOf: "Mūzikas terapija") == [
                "allowed.lv": "atļauti, piemēram: \(told)",
                "allowed.en": "allowed, for example: \(told)",
            ])
    }

    @Test func `allowed words that are near are called so`() {
        let words = ["psihologs", "logopēds", "pedagoga palīgs", "ēdināšana", "ceļš", "viesnīca"]
        #expect(
            Suggestions.details(ofAllowed: words, insteadOf: "psihologss")["allowed.en"]
                == "nearest allowed: psihologs")
    }

    @Test func `of a few allowed words all are told`() {
        #expect(
            Suggestions.details(ofAllowed: ["meitene", "zēns"], insteadOf: "nezināms")["allowed.lv"]
                == "atļauti: meitene, zēns")
    }

    @Test func `a text of millions of letters is compared in no time`() {
        let words = (0..<200).map { "konsultācija \($0)" }
        let start = ContinuousClock.now
        let allowed = Suggestions.allowed(words, insteadOf: String(repeating: "ab", count: 1 << 20))
        #expect(allowed.count == 3)
        #expect(ContinuousClock.now - start < .seconds(5))
    }
}
