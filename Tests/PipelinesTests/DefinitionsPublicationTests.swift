import Diagnostics
import PupilSupport
import Testing

@testable import Pipelines

struct `What catalogues of data are told` {
    private func load(_ lines: String) throws -> (Definitions?, [String]) {
        let folder = try DefinitionsFolder()
        try folder.replace(
            "low_mark_below: 4", with: "low_mark_below: 4\n\(lines)", in: "jurmala.yaml")
        let (definitions, diagnostics) = folder.load()
        return (definitions, diagnostics.map { $0.summary(in: .english) })
    }

    @Test func `nothing is told that is not defined`() throws {
        let (definitions, _) = try DefinitionsFolder().load()
        #expect(try #require(definitions).municipality.publication == Publication())
    }

    @Test func `licence and contact are read`() throws {
        let (definitions, found) = try load(
            """
            publication:
              licence: {name: CC0-1.0, title: {lv: Brīvs, en: Free}, path: https://example.org}
              contact: {name: {lv: Pārvalde, en: Board}, email: dati@example.org}
            """)
        #expect(found == [])
        #expect(
            definitions?.municipality.publication
                == Publication(
                    licence: .init(
                        name: "CC0-1.0", title: LocalizedText(lv: "Brīvs", en: "Free"),
                        path: "https://example.org"),
                    contact: .init(
                        name: LocalizedText(lv: "Pārvalde", en: "Board"),
                        email: "dati@example.org")))
    }

    @Test func `a licence without an address is refused`() throws {
        let (_, found) = try load(
            "publication: {licence: {name: CC0-1.0, title: {lv: Brīvs, en: Free}}}")
        #expect(found == ["the key 'path' is missing"])
    }
}
