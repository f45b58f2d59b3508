import Foundation
import Testing

@testable import SupportStore

@Suite struct `A file that only its owner can read` {
    @Test func `is put in its place while another is put beside it`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-private-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let isPut = try PrivateFile.put(at: "\(folder)/8c/first") { target in
            try target.append([1])
            try PrivateFile.write([2], to: "\(folder)/8c/second")
            try target.append([3])
            return true
        }
        #expect(isPut)
        func bytes(_ name: String) -> [UInt8]? {
            FileManager.default.contents(atPath: "\(folder)/8c/\(name)").map(Array.init)
        }
        #expect(bytes("first") == [1, 3])
        #expect(bytes("second") == [2])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(folder)/8c").sorted()
                == ["first", "second"])
    }
}
