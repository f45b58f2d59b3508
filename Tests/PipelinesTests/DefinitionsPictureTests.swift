import Foundation
import PupilSupport
import Testing

@testable import Pipelines

struct `The mark of the plan and the contact` {
    private static let funding = "funding: {lv: ESF, en: ESF}"

    private func folder(naming path: String) throws -> DefinitionsFolder {
        let folder = try DefinitionsFolder()
        try folder.replace(
            Self.funding, with: "\(Self.funding)\n  logo_nap: \(path)", in: "jurmala.yaml")
        return folder
    }

    @Test func `a picture of the folder is taken`() throws {
        let folder = try folder(naming: "nap.svg")
        let bytes = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)
        try folder.write(bytes, to: "nap.svg")
        let mark = try #require(folder.load().0?.municipality.project.planMark)
        #expect(mark == PictureFile(format: .svg, bytes: bytes))
    }

    @Test func `a picture that is not there is a fault`() throws {
        let folder = try folder(naming: "nap.svg")
        #expect(
            folder.faults() == [
                """
                pipelines/jurmala.yaml:13:13: error: the file 'nap.svg' is missing [DEF-018]
                  help: add the file or correct its name
                """
            ])
    }

    @Test func `a file of another format is a fault`() throws {
        let folder = try folder(naming: "nap.png")
        try folder.write(Array("GIF89a".utf8), to: "nap.png")
        #expect(
            folder.faults() == [
                """
                pipelines/jurmala.yaml:13:13: error: the picture 'nap.png' cannot be used: it is \
                neither PNG nor SVG [DEF-057]
                  help: supply a PNG or SVG file of at most 500000 bytes
                """
            ])
    }

    @Test func `the contact is what the definitions say, and nothing where they do not`() throws {
        #expect(try DefinitionsFolder().load().0?.municipality.contact == nil)
        let folder = try DefinitionsFolder()
        try folder.replace(
            "low_mark_below: 4", with: "contact: {lv: a, en: b}\nlow_mark_below: 4",
            in: "jurmala.yaml")
        #expect(folder.load().0?.municipality.contact == LocalizedText(lv: "a", en: "b"))
    }
}
