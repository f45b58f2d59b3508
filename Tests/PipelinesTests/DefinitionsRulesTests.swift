import Diagnostics
import Testing

@testable import Pipelines

struct `The rules of definitions` {
    @Test func `codes count up without a gap`() {
        let codes = DefinitionRules.all.map(\.code)
        let expected = (1...codes.count).map { "DEF-0" + ($0 < 10 ? "0" : "") + "\($0)" }
        #expect(codes == expected)
    }

    @Test func `every rule is an error of the definitions`() {
        for rule in DefinitionRules.all {
            #expect(rule.stage == .definition && rule.severity == .error)
        }
    }

    @Test func `both languages say the same`() {
        for rule in DefinitionRules.all {
            for text in [rule.summary, rule.advice] {
                let latvian = placeholders(text.lv, droppingSuffix: "_lv")
                #expect(latvian == placeholders(text.en), "\(rule.code)")
            }
        }
    }

    @Test func `a message in Latvian has nothing left to fill in`() throws {
        let found = try faults(
            "sources/kapa.yaml", "encoding: windows-1257", "encoding: windows-1275", in: .latvian)
        let expected = [
            """
            pipelines/sources/kapa.yaml:12:15: kļūda: 'windows-1275' nav atslēgas 'encoding' vērtība \
            [DEF-012]
              padoms: vai domājāt 'windows-1257'? atļauts: utf-8, utf-16le, utf-16be, windows-1257, \
            iso-8859-13, iso-8859-4, cp775, mac-central-european, windows-1252, iso-8859-1, \
            iso-8859-15, mac-roman, cp850, windows-1250, iso-8859-2, cp852, windows-1251, koi8-r, \
            cp866, windows-1253, windows-1254, windows-1255, windows-1256
            """
        ]
        #expect(found == expected)
    }

    private func placeholders(_ text: String, droppingSuffix suffix: String = "") -> Set<String> {
        let names = text.matches(of: /\{([a-z_]+)\}/).map { String($0.1) }
        return Set(names.map { $0.hasSuffix(suffix) ? String($0.dropLast(suffix.count)) : $0 })
    }
}
