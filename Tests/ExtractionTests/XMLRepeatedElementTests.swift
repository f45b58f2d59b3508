import Diagnostics
import Testing

@testable import Extraction

@Suite struct `Elements that stand twice in a record` {
    /// What is remarked on, as `PATH at LINE:BYTE in RECORD`, at every size of blocks.
    private static func remarks(_ text: String, _ columns: [String]) throws -> [String] {
        let file = try TemporaryFile(text)
        let tables = [try table("e/s", columns)]
        func found(blockSize size: Int) throws -> [String] {
            var reader = try XMLRecordReader(
                path: FilePath(file.path), encoding: .utf8, tables: tables,
                words: KnownWords(of: columns), blockSize: size)
            var found: [String] = []
            while let batch = try reader.nextBatch() {
                for remark in batch.remarks where remark.rule.code == "XML-009" {
                    let record = remark.record.map { batch.records[$0].line } ?? 0
                    found.append(
                        "\(remark.columnName ?? "") at \(remark.line):\(remark.byte) in \(record)")
                }
            }
            return found
        }
        let whole = try found(blockSize: 1 << 15)
        for size in blockSizes { #expect(try found(blockSize: size) == whole) }
        return whole
    }

    @Test func `a second element is named with its place and its record`() throws {
        #expect(
            try Self.remarks("<e>\n<s><d>1</d>\n<d>2</d></s>\n<s><d>3</d></s></e>", ["d"])
                == ["d at 3:16 in 2"])
    }

    @Test func `a second element counts where both say the same, and where one is empty`() throws {
        #expect(try Self.remarks("<e><s><d>1</d><d>1</d></s></e>", ["d"]).count == 1)
        #expect(try Self.remarks("<e><s><d>1</d><d/></s></e>", ["d"]).count == 1)
    }

    @Test func `an element that stands three times is named once`() throws {
        #expect(try Self.remarks("<e><s><d>1</d><d>2</d><d>3</d></s></e>", ["d"]).count == 1)
    }

    @Test func `an attribute of a second element is named`() throws {
        #expect(
            try Self.remarks("<e><s><a><b c='1'/><b c='2'/></a></s></e>", ["a/b/@c"])
                == ["a/b/@c at 1:19 in 1"])
    }

    @Test func `attributes met while text is read are named`() throws {
        #expect(
            try Self.remarks("<e><s>x<b c='1'/>y<b c='2'/></s></e>", [".", "b/@c"])
                == ["b/@c at 1:18 in 1"])
    }

    @Test func `elements of the same name on other paths are no repetition`() throws {
        #expect(
            try Self.remarks("<e><s><a><d>1</d></a><d>2</d><d2/></s></e>", ["a/d", "d"]).isEmpty)
    }

    @Test func `a second element without the attribute that is read is no repetition`() throws {
        #expect(try Self.remarks("<e><s><b c='1'/><b/></s></e>", ["b/@c"]).isEmpty)
    }

    @Test func `what nothing reads may stand as often as it likes`() throws {
        #expect(try Self.remarks("<e><s><d>1</d><f/><f/></s></e>", ["d"]).isEmpty)
    }

    @Test func `a record that follows has none`() throws {
        let text = "<e><s><d>1</d><d>2</d></s>" + String(repeating: "<s><d>1</d></s>", count: 9000)
        #expect(try Self.remarks(text + "</e>", ["d"]).count == 1)
    }
}
