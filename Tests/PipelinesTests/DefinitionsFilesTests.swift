import Diagnostics
import Foundation
import Testing

@testable import Pipelines

struct `The files of the folder` {
    private func faultsAfter(_ spoil: (DefinitionsFolder) throws -> Void) throws -> [String] {
        let folder = try DefinitionsFolder()
        try spoil(folder)
        return folder.faults()
    }

    @Test func `a missing folder is one finding`() {
        let (definitions, found) = DefinitionLoader(folder: "no/such", knownRuleCodes: []).load()
        let expected = [
            """
            no/such: error: there is no folder 'no/such' [DEF-001]
              help: name the folder that holds the definitions, usually pipelines
            """
        ]
        #expect(definitions == nil)
        #expect(found.map { $0.rendered(in: .english) } == expected)
    }

    @Test func `a path that cannot be read as a file is reported`() throws {
        let found = try faultsAfter { folder in
            try folder.remove("vocabularies/sexes.yaml")
            try folder.makeFolder("vocabularies/sexes.yaml")
        }
        let expected = [
            """
            pipelines: error: the file 'vocabularies/sexes.yaml' is missing [DEF-018]
              help: add the file or correct its name
            """,
            """
            pipelines/vocabularies/sexes.yaml: error: the file cannot be read [DEF-002]
              help: check that it is a file and that you may read it
            """,
        ]
        #expect(found == expected)
    }

    @Test func `a file of more than a mebibyte is not read`() throws {
        let found = try faultsAfter { folder in
            let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: 1_048_577)
            try folder.write(bytes, to: "sources/kapa.test.yaml")
        }
        let expected = [
            """
            pipelines/sources/kapa.test.yaml: error: the file has 1048577 bytes; at most 1048576 are \
            read [DEF-003]
              help: keep definitions only in definitions, not data
            """
        ]
        #expect(found == expected)
    }

    @Test func `bytes that are not UTF-8 are found by line`() throws {
        let found = try faultsAfter { folder in
            let bytes = [UInt8]("version: 1\nexamples: ".utf8) + [0xE2, 0x0A]
            try folder.write(bytes, to: "sources/kapa.test.yaml")
        }
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:2: error: the line holds bytes that are not UTF-8 \
            [DEF-004]
              help: save the file as UTF-8
            """
        ]
        #expect(found == expected)
    }

    @Test func `a control character is found by line and column`() throws {
        let found = try faultsAfter { folder in
            try folder.write([UInt8]("version: 1\nšī: \u{1}".utf8), to: "sources/kapa.test.yaml")
        }
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:2:5: error: this is not YAML: control characters are \
            not allowed [DEF-005]
              help: check indentation and brackets; quote text that begins with @ * & ! % or holds \
            ': '
            """
        ]
        #expect(found == expected)
    }

    @Test func `brackets without end do not exhaust the stack`() throws {
        let found = try faultsAfter { folder in
            let text = "version: 1\nexamples: " + String(repeating: "[", count: 200_000)
            try folder.write([UInt8](text.utf8), to: "sources/kapa.test.yaml")
        }
        #expect(found.count == 1)
    }

    @Test func `a list is not a definition`() throws {
        let found = try faultsAfter { folder in
            try folder.write([UInt8]("- a".utf8), to: "sources/kapa.test.yaml")
        }
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:1:1: error: expected a mapping, found a list [DEF-011]
              help: write a mapping
            """
        ]
        #expect(found == expected)
    }

    @Test func `an empty file lacks everything`() throws {
        let found = try faultsAfter { folder in
            try folder.write([], to: "sources/kapa.test.yaml")
        }
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:1:1: error: the file does not begin with 'version: 1': \
            there is no version [DEF-007]
              help: make 'version: 1' the first line
            """,
            """
            pipelines/sources/kapa.test.yaml:1:1: error: the key 'examples' is missing [DEF-009]
              help: add 'examples: …'
            """,
        ]
        #expect(found == expected)
    }

    @Test func `a byte order mark and line ends of Windows change no place`() throws {
        let found = try faultsAfter { folder in
            let text = "\u{FEFF}version: 1\r\nexamples: no\r\n"
            try folder.write([UInt8](text.utf8), to: "sources/kapa.test.yaml")
        }
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:2:11: error: expected a list, found 'no' [DEF-011]
              help: write a list
            """
        ]
        #expect(found == expected)
    }

    @Test func `a folder without a municipality is refused`() throws {
        let found = try faultsAfter { try $0.remove("jurmala.yaml") }
        let expected = [
            """
            pipelines: error: the folder must hold one municipality file, but holds none [DEF-017]
              help: keep one .yaml file at this level, such as jurmala.yaml
            """
        ]
        #expect(found == expected)
    }

    @Test func `a folder with two municipalities is refused`() throws {
        let found = try faultsAfter { try $0.write([], to: "liepaja.yaml") }
        let expected = [
            """
            pipelines: error: the folder must hold one municipality file, but holds 2: jurmala.yaml, \
            liepaja.yaml [DEF-017]
              help: keep one .yaml file at this level, such as jurmala.yaml
            """
        ]
        #expect(found == expected)
    }

    @Test func `a missing vocabulary is named`() throws {
        let found = try faultsAfter { try $0.remove("vocabularies/plan-statuses.yaml") }
        let expected = [
            """
            pipelines: error: the file 'vocabularies/plan-statuses.yaml' is missing [DEF-018]
              help: add the file or correct its name
            """
        ]
        #expect(found == expected)
    }

    @Test func `a vocabulary that the model does not know is not passed over`() throws {
        let found = try faultsAfter { try $0.write([], to: "vocabularies/risk.yaml") }
        let expected = [
            """
            pipelines/vocabularies/risk.yaml: error: the file is not read: the model has no such \
            vocabulary [DEF-019]
              help: did you mean 'risks.yaml'? rename or remove the file
            """
        ]
        #expect(found == expected)
    }

    @Test func `a file that ends in yml is not passed over`() throws {
        let found = try faultsAfter { try $0.write([], to: "sources/priede.yml") }
        let expected = [
            """
            pipelines/sources/priede.yml: error: the file is not read: it ends in .yml [DEF-019]
              help: did you mean 'sources/priede.yaml'? rename or remove the file
            """
        ]
        #expect(found == expected)
    }

    @Test func `examples need a source`() throws {
        let found = try faultsAfter { try $0.write([], to: "sources/kappa.test.yaml") }
        let expected = [
            """
            pipelines/sources/kappa.test.yaml: error: the file is not read: there is no source \
            'kappa' [DEF-019]
              help: did you mean 'kapa.test.yaml'? rename or remove the file
            """
        ]
        #expect(found == expected)
    }

    @Test func `a folder without sources is refused`() throws {
        let found = try faultsAfter { folder in
            try folder.remove("sources")
            let delivery = "  - {school: upe, semester: 2018-2019-2, kinds: [support]}\n"
            try folder.replace(delivery, with: "", in: "jurmala.yaml")
            let other =
                "  - {school: kapa, semester: 2018-2019-2, kinds: [consultations, pupils]}\n"
            try folder.replace("deliveries:\n" + other, with: "", in: "jurmala.yaml")
        }
        let expected = [
            """
            pipelines: error: the folder 'sources' holds no source [DEF-020]
              help: describe each sender's files in a sources/<source>.yaml
            """
        ]
        #expect(found == expected)
    }
}
