import Foundation
import Testing

@Suite struct `Compressed input` {
    private static let consultations = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"
    private static let support = "inbox/sloka/2018-2019-2/atbalsts.xml"

    @Test func `files sent as gzip give the figures of the plain ones`() throws {
        let workplace = try Preparation.reported.copy()
        let table = "reports/2018-2019-2/internal/participants.csv"
        let plain = try workplace.bytes(table)
        for name in [Self.consultations, Self.support] { try compress(name, in: workplace) }
        try FileManager.default.removeItem(at: workplace.path("state"))
        let outcome = try workplace.report()
        #expect(outcome.code == 3)
        #expect(outcome.errors == "")
        #expect(try workplace.bytes(table) == plain)
    }

    @Test func `a gzip file that breaks off is refused by name`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try compress(Self.support, in: workplace)
        let name = "\(Self.support).gz"
        let packed = try workplace.bytes(name)
        try workplace.write(Array(packed.prefix(20)), to: name)
        #expect(
            try workplace.report().errors == """
                sloka/2018-2019-2/atbalsts.xml.gz: fatal: the compressed file (gzip) breaks off; \
                0 bytes could be unpacked [FIL-022]
                  help: send the file again; copying it was probably not finished

                """)
    }

    private func compress(_ name: String, in workplace: borrowing Workplace) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = [workplace.path(name).path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
