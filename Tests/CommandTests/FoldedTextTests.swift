import Testing

@Suite struct `A text folded for a search` {
    @Test(arguments: ["Ķeizars", "kEIZARS", "K\u{327}eizars", "ĶEIZARS", "keizars"])
    func `finds a name in any spelling`(spelling: String) {
        #expect(FoldedText(Array("klase \(spelling), 5.a".utf8)).place(of: "keizar") == 6)
    }

    @Test(arguments: ["K e i z a r s", "Kei\u{200B}zars", "Ķei\u{AD}zars", "[K]-[e]izars"])
    func `finds a name whose letters are apart by its letters alone`(spelling: String) {
        #expect(FoldedText(Array(spelling.utf8)).hasLetters(of: "keizar"))
    }

    @Test func `finds nothing where nothing is`() {
        #expect(FoldedText(Array("Ķeirs".utf8)).place(of: "keizar") == nil)
        #expect(FoldedText([]).place(of: "keizar") == nil)
    }
}
