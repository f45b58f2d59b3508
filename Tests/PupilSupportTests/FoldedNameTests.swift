import PupilSupport
import Testing

@Suite struct `Folded names` {
    @Test(arguments: [
        ("Ģirts", "Šķēle-Ņižņika", "girts niznika skele"),
        ("NIŽŅIKA ŠĶĒLE", "ģirts", "girts niznika skele"),
        ("Le\u{304}ne", "O'Konora", "konora lene o"), ("", " - ", ""),
    ])
    func `capitals, diacritics, hyphens and order do not matter`(
        _ given: String, _ family: String, _ folded: String
    ) {
        #expect(FoldedName(given, family).text == folded)
    }
}
