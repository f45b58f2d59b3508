import Diagnostics
import Testing

@testable import Pipelines

@Suite struct `The names by which files are shown` {
    @Test func `files that would be shown alike get numbers in the order of their letters`() {
        let given = [
            "b/Zigmunds.csv", "b/Zigfrīds.csv", "b/Zigurds.csv", "b/skola.csv", "Zigfrīds",
            "Zigmunds",
        ]
        let names = ShownFileNames(given, knowing: .ordinary)
        #expect(
            given.map { names[$0] } == [
                "b/Z… (2).csv", "b/Z….csv", "b/Z… (3).csv", "b/skola.csv", "Z…", "Z… (2)",
            ])
        #expect(
            ShownFileNames(given.reversed(), knowing: .ordinary)["b/Zigmunds.csv"] == "b/Z… (2).csv"
        )
    }

    @Test func `a file that looks as if it had a number keeps apart from one that gets it`() {
        let names = ShownFileNames(
            ["Anna.csv", "A… (2).csv", "Alise.csv", "A….csv"], knowing: .ordinary)
        let shown = ["Anna.csv", "A… (2).csv", "Alise.csv", "A….csv"].map { names[$0] }
        #expect(Set(shown).count == 4)
    }

    @Test func `names that differ in nothing but how letters are composed keep apart`() {
        let names = ShownFileNames(["ā.csv", "a\u{304}.csv"], knowing: .ordinary)
        #expect(names["ā.csv"] != names["a\u{304}.csv"])
    }

    @Test func `a name that the run does not have is shown by the same rule`() {
        #expect(ShownFileNames([], knowing: .ordinary)["Zigfrīds.csv"] == "Z….csv")
    }
}
