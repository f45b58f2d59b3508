import Foundation
import Testing

@Suite struct `Names and links in the inbox` {
    private static let marks = "vaivari/2018-2019-2/vertejumi.csv"

    @Test func `a file whose name is not UTF-8 is read and its bytes are part of a word`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let old = workplace.path("inbox/\(Self.marks)").path
        let new = Array("\(workplace.path("inbox").path)/v".utf8) + [0xE7, 0xFF]
        let moved = (new.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
            $0.baseAddress.map { rename(old, $0) }
        }
        #expect(moved == 0)
        let outcome = try workplace.report()
        let quality = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
        #expect(outcome.errors.isEmpty)
        #expect(try Summary(workplace, "2018-2019-2").state == "complete")
        #expect(quality.contains { $0["entry"] == "file" && $0["file"] == "v…" })
    }

    @Test func `links that are not followed are named as other refused files are`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try link("inbox/a-loop", to: ".", workplace)
        try link("inbox/vaivari/gone.csv", to: "nowhere.csv", workplace)
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        #expect(
            outcome.errors == """
                a-l…: fatal: the link is not followed: it leads to a folder [FIL-014]
                  help: put the files themselves into the folder, or remove the link
                vaivari/g….csv: fatal: the link is not followed: it leads nowhere [FIL-014]
                  help: put the files themselves into the folder, or remove the link

                """)
        let quality = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter { $0["rule"] == "FIL-014" }
        #expect(quality.map { $0["file"] } == ["a-l…", "vaivari/g….csv"])
        #expect(quality.map { $0["disposition"] } == ["refused", "refused"])
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("participants") == 35)
        #expect(try Summary(workplace, "2018-2019-2").state == "incomplete")
    }

    @Test func `an export behind a link is read`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.moveItem(
            at: workplace.path("inbox/\(Self.marks)"), to: workplace.path("elsewhere.csv"))
        try link("inbox/\(Self.marks)", to: workplace.path("elsewhere.csv").path, workplace)
        #expect(try workplace.report().errors.isEmpty)
        #expect(try Summary(workplace, "2018-2019-2").state == "complete")
    }

    private func link(
        _ name: String, to target: String, _ workplace: borrowing Workplace
    ) throws {
        try #require(symlink(target, workplace.path(name).path) == 0)
    }
}
