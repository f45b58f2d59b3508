import Foundation
import Testing

@testable import Extraction

/// Files made to keep a parser busy.
enum HostileFile: String, CaseIterable, Codable {
    case manyAttributes, manyNamespaces, endlessTag, endlessValue, endlessComment
    case endlessInstruction, endlessText, endlessSubset, deepElements, manyNames, manyReferences

    func write(to path: String) throws {
        let many = 200_000
        let endless = String(repeating: "x", count: 12 << 20)
        let text: String
        switch self {
        case .manyAttributes:
            text = "<e>" + "<s" + (0..<many).map { " n\($0)='1'" }.joined() + "/></e>"
        case .manyNamespaces:
            text = "<e>" + "<s" + (0..<many).map { " xmlns:n\($0)='1'" }.joined() + "/></e>"
        case .endlessTag: text = "<e><s " + endless
        case .endlessValue: text = "<e><s n='" + endless + "'/></e>"
        case .endlessComment: text = "<e><!--" + endless + "--></e>"
        case .endlessInstruction: text = "<e><?" + endless + "?></e>"
        case .endlessText: text = "<e><s>" + endless + "</s></e>"
        case .endlessSubset: text = "<!DOCTYPE e [" + endless + "]><e/>"
        case .deepElements: text = String(repeating: "<e>", count: many)
        case .manyNames: text = "<e>" + (0..<many).map { "<n\($0)/>" }.joined() + "</e>"
        case .manyReferences:
            text = "<e><s>" + String(repeating: "&#256;", count: 2 * many) + "&x;</s></e>"
        }
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}

@Suite(.serialized) struct XMLCostTests {
    @Test(arguments: HostileFile.allCases)
    func `a hostile file is refused at little cost`(kind: HostileFile) async throws {
        let file = try TemporaryFile("")
        try kind.write(to: file.path)
        await expectLittleCost(of: file.path)
    }

    @Test(
        .enabled(if: Corpora.arePresent, "the folder ../shared/corpora is not there"),
        arguments: Corpora.files("xml-attacks", ending: ".xml"))
    func `an attack is refused at little cost`(path: String) async {
        await expectLittleCost(of: path)
    }
}

/// Expects that a file is refused within a second and 64 MiB, by a process of its own: the time is that
/// of its processor, which other tests do not add to, and the memory that beyond what it began with.
///
/// The program is to take a tenth of a second; tests run without optimisation.
private func expectLittleCost(of path: String) async {
    await #expect(processExitsWith: .success) { [path] in
        let before = usage()
        let tables = [try table("e/s", [".", "@n"])]
        let found = refusal { _ = try readXML(path, tables: tables) }
        _ = try XMLRoot(path: FilePath(path))
        let after = usage()
        if found == nil { exit(2) }
        if after.seconds - before.seconds > 1 { exit(3) }
        if after.kibibytes - before.kibibytes > 64 << 10 { exit(4) }
        exit(0)
    }
}

private func usage() -> (seconds: Double, kibibytes: Int) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let parts = [usage.ru_utime, usage.ru_stime]
    return (
        parts.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }, usage.ru_maxrss
    )
}
