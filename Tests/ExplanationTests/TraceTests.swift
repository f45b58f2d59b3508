import Foundation
import GRDB
import PupilSupport
import Rollup
import Testing

@testable import Pipelines
@testable import SupportStore

@Suite struct `A line traced to its figures` {
    @Test func `every row of 60 figures leads back to its figure`() throws {
        let store = try SampleStore.shared.get()
        var generator = SeededNumbers(state: 7)
        for figure in store.pick(60, seed: 834) {
            let address = figure.address.description
            let document = try #require(try store.run.explanation(of: address))
            let leaf =
                document.figure.evidence == nil ? document.figure.operands.first : document.figure
            guard let row = leaf?.evidence?.rows.randomElement(using: &generator) else { continue }
            let line = try #require(SourceLine("\(row.file):\(row.line)"))
            let traced = try store.run.trace(line)
            #expect(
                traced.records.contains { record in
                    record.byte == row.byte && record.figures.contains(address)
                }, "\(address) \(row.file):\(row.line)")
        }
    }

    @Test(arguments: [
        "jaundubulti/2018-2019-2/konsultacijas.csv:12", "sloka/2018-2019-2/atbalsts.xml:3",
        "vaivari/2018-2019-2/vertejumi.csv:4",
    ])
    func `what a record changes is what a store without it differs in`(place: String) throws {
        let store = try SampleStore.shared.get()
        let line = try #require(SourceLine(place))
        let record = try #require(try store.run.trace(line).records.first)
        let folder = store.folder + "-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: store.folder, toPath: folder)
        try DatabaseQueue(path: "\(folder)/pumpurs.sqlite").write { database in
            for kind in RecordKind.inStore {
                try database.execute(
                    sql: "UPDATE \(kind.table) SET isHeld = 1 WHERE delivery = ? AND byte = ?",
                    arguments: [record.delivery, record.byte])
            }
        }
        let reader = try StoreReader(stateFolder: folder)
        var expected: Set<String> = []
        for semester in try reader.read({ try $0.currentSemesters() }) {
            let (now, otherwise) = (
                try store.run.rollup.cube(of: semester, in: store.run.reader),
                try store.run.rollup.cube(of: semester, in: reader)
            )
            for figure in now.figures {
                let other = otherwise.figure(at: figure.address)
                guard other?.value != figure.value else { continue }
                expected.insert(
                    "\(figure.address) \(figure.value?.description ?? "-") "
                        + (other.map { $0.value?.description ?? "-" } ?? "0"))
            }
            for figure in otherwise.figures
            where now.figure(at: figure.address) == nil && figure.value?.scaled != 0 {
                expected.insert("\(figure.address) 0 \(figure.value?.description ?? "-")")
            }
        }
        let found = record.changes.map { change in
            "\(change.address) \(change.exact.now?.description ?? "-") "
                + (change.exact.otherwise?.description ?? "-")
        }
        #expect(Set(found.filter(isCount)) == expected.filter(isCount))
        #expect(!found.isEmpty)
    }

    /// A share of nothing has no value where a count is 0.
    private func isCount(_ change: String) -> Bool {
        !change.contains("share") && !change.contains("per_")
    }

    @Test func `a place may be written with a column, as a cell and with a folder before it`() {
        #expect(SourceLine("a/b.csv:17")?.line == 17)
        #expect(SourceLine("a/b.csv:17:4") == SourceLine("a/b.csv:17"))
        #expect(SourceLine("a/b.xlsx:Lapa1!B5") == SourceLine("a/b.xlsx:5"))
        #expect(SourceLine("a/b.xlsx:'Lapa 1'!5") == SourceLine("a/b.xlsx:5"))
        #expect(SourceLine("a/b.csv") == nil)
        #expect(SourceLine("a/b.csv:0") == nil)
        #expect(SourceLine(":4") == nil)
    }

    @Test func `a line within a record that spans several finds the record`() throws {
        let store = try SampleStore.shared.get()
        let line = try #require(SourceLine("sloka/2018-2019-2/atbalsts.xml:43"))
        #expect(try store.run.trace(line).records.map(\.kinds) == [["session"]])
        #expect(try store.run.trace(line).records.map(\.line) == [40])
    }
}
