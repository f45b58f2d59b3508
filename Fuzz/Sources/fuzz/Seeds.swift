import CZip
import Extraction
import Glibc

/// The inputs with which fuzzing begins, made of the repository's own files.
enum Seeds {
    /// Writes the seeds of all targets into folders of their names.
    ///
    /// - Returns: Whether there were files to make them of.
    static func write(into folder: String, from repository: String) -> Bool {
        let samples = Folder.files(in: "\(repository)/sample-data")
        let corpora = Folder.files(in: "\(repository)/../shared/corpora")
        let workbooks = Folder.files(in: "\(repository)/Tests/ExtractionTests/Fixtures")
        let tables = (samples + corpora).filter { $0.hasSuffix(".csv") }
        let documents = (samples + corpora).filter { $0.hasSuffix(".xml") }
        guard !tables.isEmpty, !documents.isEmpty, !workbooks.isEmpty else {
            print("no files in \(repository)")
            return false
        }
        var delimited = SeedFolder("\(folder)/delimited")
        for path in tables { delimited.add(table: Folder.start(of: path, count: 1500)) }
        for text in smallTables { delimited.add(table: Array(text.utf8)) }
        var xml = SeedFolder("\(folder)/xml")
        for path in documents { xml.add(document: Folder.start(of: path, count: 2000)) }
        for text in smallDocuments { xml.add(document: Array(text.utf8)) }
        var workbook = SeedFolder("\(folder)/workbook")
        for path in workbooks where path.hasSuffix(".xlsx") {
            workbook.add([1] + Folder.start(of: path, count: 1 << 16))
            workbook.add([0] + StoredArchive.input(of: entries(of: path, partSize: 2500)))
        }
        workbook.add([0] + StoredArchive.input(of: SmallWorkbook.entries))
        workbook.add(
            [1] + StoredArchive.archive(of: StoredArchive.input(of: SmallWorkbook.entries)))
        print(
            "seeds: \(delimited.count) tables, \(xml.count) documents, \(workbook.count) workbooks")
        return true
    }

    private static let smallTables = [
        "vards;klase;stundas\nJānis;5;3\nAnna;6;x;9\n",
        "Saraksts\n\n\"a\",b,c\r\n\"1 \"\"x\"\"\",\"2\n3\",4\r\n\n5,6\r\nKopā,,10\r\nPiezīme\n",
        "a|b\n'x|y'|z\n'\\'q'|1\n\"open|2\n3|4\n\"5\" x\"|6\n",
        "Nodarbība,,,Skolēns\nDatums,Stundas,Veids,Kods\n24.01.2019,\"0,75\",K,1\n25.01.2019,1,K,2\n",
        "1\t2\t3\n\n4\t5\t6\n7\n",
    ]

    private static let smallDocuments = [
        "<e y='9' xmlns:q='urn:b'><s n='1' q:n='&amp;'><d>x</d><a><b c='2'>y</b></a></s></e>",
        "<e e='1'><e e='2'>a<e>b</e><![CDATA[<&]]><!-- c --><?p i?></e>&#257;</e>",
        "<!DOCTYPE foo [<!ENTITY x 'y'>]><foo bar='&x;'>&x;</foo>",
        "<?xml version='1.0' encoding='windows-1257'?>\n<foo bar='1'>text</foo>",
    ]

    /// The parts of a workbook, the long ones cut.
    private static func entries(
        of path: String, partSize: Int
    ) -> [(name: String, content: [UInt8])] {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else { return [] }
        defer { zip_discard(archive) }
        return (0..<zip_get_num_entries(archive, 0)).compactMap { index in
            guard let name = zip_get_name(archive, zip_uint64_t(index), 0),
                let file = zip_fopen_index(archive, zip_uint64_t(index), 0)
            else { return nil }
            defer { zip_fclose(file) }
            var content = [UInt8](repeating: 0, count: partSize)
            let count = content.withUnsafeMutableBytes {
                zip_fread(file, $0.baseAddress, zip_uint64_t(partSize))
            }
            return (String(cString: name), Array(content.prefix(Int(max(0, count)))))
        }
    }
}

/// A folder of seeds, each under a number.
private struct SeedFolder {
    let path: String
    private(set) var count = 0

    init(_ path: String) {
        self.path = path
        mkdir(path, 0o755)
    }

    mutating func add(_ bytes: [UInt8]) {
        count += 1
        Folder.write(bytes, to: "\(path)/seed-\(count)")
    }

    /// Adds a table with choices under which it can be read, and some under which it cannot.
    mutating func add(table bytes: [UInt8]) {
        let counts = DelimitedChoice.delimiters.prefix(4).map { sign in bytes.count { $0 == sign } }
        let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        let codePage = UInt8(TextEncoding.allCases.firstIndex(of: .windows1257) ?? 0)
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        add([UInt8(best), 0, 0, 0, 0, 0, isUTF8 ? 0 : codePage, 6] + bytes)
        add([UInt8(best), 1, 1, 1, 1, 1, isUTF8 ? 0 : codePage, 0xA0] + bytes)
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        for (index, encoding) in TextEncoding.allCases.enumerated().prefix(4) where index > 0 {
            guard let encoded = encoding.encoded(text) else { continue }
            add([UInt8(best), 0, 3, 0, 2, 0, UInt8(index), UInt8(index)] + encoded)
        }
    }

    /// Adds a document with each set of tables.
    mutating func add(document bytes: [UInt8]) {
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        for tables in 0..<5 as Range<UInt8> { add([isUTF8 ? 0 : 3, tables, 7 * tables] + bytes) }
    }
}
