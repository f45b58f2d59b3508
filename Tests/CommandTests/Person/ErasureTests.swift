import Foundation
import Testing

@Suite struct `Erasing a pupil` {
    static let pupils = [Asked.kristers, Asked.sandis, Asked.roberts]

    @Test func `takes the sensitive answers of the pupil and of nobody else`() throws {
        let workplace = try Workplace.rolledUp()
        let outcome = try workplace.shell(
            """
            python3 -c "
            import sqlite3
            store, vault = sqlite3.connect('state/pumpurs.sqlite'), sqlite3.connect('state/vault.sqlite')
            delivery, = store.execute('SELECT MIN(id) FROM delivery WHERE supersededBy IS NULL').fetchone()
            vault.execute('INSERT INTO sensitiveAnswers SELECT ?, id, id, sealed FROM pupil', (delivery,))
            vault.commit()"
            """)
        try #require(outcome.code == 0)
        let count = "SELECT COUNT(*) FROM sensitiveAnswers"
        let before = try workplace.query(count, of: "state/vault.sqlite")
        let erasure = try workplace.erase(Asked.sandis)
        #expect(erasure.code == 0, "\(erasure.errors)")
        let after = try workplace.query(count, of: "state/vault.sqlite")
        #expect(Int(before.dropLast()) == Int(after.dropLast()).map { $0 + 1 })
    }

    @Test(arguments: pupils)
    func `no byte of the state holds the codes, the names or the pseudonym any more`(
        _ pupil: Asked.Pupil
    ) throws {
        let workplace = try Workplace.rolledUp()
        let before = try pseudonyms(workplace)
        #expect(try !workplace.places(of: pupil.traces).isEmpty)
        let outcome = try workplace.erase(pupil)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let gone = before.subtracting(try pseudonyms(workplace))
        #expect(gone.count == 1)
        let raw = try gone.map { try #require(bytes(ofHexadecimal: $0)) }
        #expect(try workplace.places(of: pupil.traces + raw + gone.map { Array($0.utf8) }) == [])
    }

    private func pseudonyms(_ workplace: borrowing Workplace) throws -> Set<String> {
        Set(
            try workplace.query("SELECT pseudonym FROM pupil").split(separator: "\n")
                .map(String.init))
    }

    private func bytes(ofHexadecimal text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text[...]
        while rest.count >= 2 {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    @Test(arguments: pupils)
    func `the figures are then those of an inbox without the pupil`(_ pupil: Asked.Pupil) throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(pupil)
        _ = try workplace.rollup(at: .dayAfter)
        let other = try Workplace()
        try other.copySamples()
        try other.retain()
        try other.remove(pupil)
        _ = try other.rollup(at: .dayAfter)
        for semester in ["2018-2019-1", "2018-2019-2"] {
            let (one, two) = (try workplace.figures(semester), try other.figures(semester))
            let differing = Set(one.keys).union(two.keys).filter { one[$0] != two[$0] }
            #expect(differing.sorted() == [])
        }
    }

    @Test func `records are conserved, and the blanked files are as long as those that were sent`()
        throws
    {
        let workplace = try Workplace.rolledUp()
        let before = try workplace.query(
            "SELECT fileName, recordsRead, bytes FROM delivery ORDER BY id")
        try workplace.erase(Asked.kristers)
        #expect(
            try workplace.query("SELECT fileName, recordsRead, bytes FROM delivery ORDER BY id")
                == before)
        #expect(
            try workplace.query(
                """
                SELECT COUNT(*) FROM delivery
                WHERE recordsRead <> recordsLoaded + recordsHeldBack + recordsIgnored
                """) == "0\n")
        let sizes = try workplace.openedArchive().map(\.value.count)
        for size in try workplace.query("SELECT DISTINCT bytes FROM delivery").split(
            separator: "\n")
        {
            #expect(sizes.contains(Int(size) ?? -1))
        }
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(!doctor.output.contains("archive"), "\(doctor.output)")
        #expect(doctor.code != 74)
    }

    @Test func `the raw text of another pupil's session stands where it stood`() throws {
        let workplace = try Workplace.rolledUp()
        let address = "2018-2019-2/sessions/school=vaivari"
        let before = try workplace.run(
            "explain", address, "--raw", "--state", "state", "--language", "en")
        try workplace.erase(Asked.sandis)
        let after = try workplace.run(
            "explain", address, "--raw", "--state", "state", "--language", "en")
        #expect(after.output == before.output)
        let sloka = try workplace.run(
            "explain", "2018-2019-2/sessions/school=sloka", "--raw", "--state", "state",
            "--language", "en")
        #expect(sloka.code == 0)
        #expect(sloka.output.contains("<nodarbiba"))
        #expect(!sloka.output.contains(Asked.sandis.hyphened))
    }

    @Test func `the same bytes in the inbox are known, and nothing is loaded again`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.kristers)
        _ = try workplace.rollup(at: .dayAfter)
        let deliveries = try workplace.query("SELECT COUNT(*) FROM delivery")
        _ = try workplace.rollup(at: .spring2020)
        #expect(try workplace.query("SELECT COUNT(*) FROM delivery") == deliveries)
        #expect(try workplace.places(of: Asked.kristers.traces) == [])
    }

    @Test
    func `under other definitions the blanked files are read again, and the erased are counted`()
        throws
    {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.kristers)
        let before = try workplace.query(Self.counts)
        let text = try workplace.text("pipelines/jurmala.yaml")
        try workplace.write(text + "\n# read anew\n", to: "pipelines/jurmala.yaml")
        _ = try workplace.rollup(at: .dayAfter)
        #expect(try workplace.query(Self.counts) == before)
        #expect(
            try workplace.query("SELECT COUNT(*) FROM finding WHERE rule = 'FIL-034'") != "0\n")
        #expect(try workplace.places(of: Asked.kristers.traces) == [])
    }

    private static let counts = """
        SELECT fileName, recordsRead, recordsLoaded, recordsHeldBack, recordsIgnored
        FROM delivery WHERE supersededBy IS NULL ORDER BY fileName
        """

    @Test(arguments: [Asked.kristers, Asked.sandis])
    func `a later delivery that names the pupil again is known, and blanked in the archive`(
        _ pupil: Asked.Pupil
    ) throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(pupil)
        let people = try workplace.query("SELECT COUNT(*) FROM pupil")
        // A comment or a line of somebody else makes other bytes of the files.
        if pupil.sheet == "sloka" {
            let file = "inbox/sloka/2018-2019-2/atbalsts.xml"
            let text = try workplace.text(file)
            try workplace.write(
                text.replacingOccurrences(
                    of: "<vertejums prieksmets=\"sports\">7",
                    with:
                        "<vertejums prieksmets=\"sports\">8"), to: file)
        } else {
            try workplace.editLines("inbox/jaundubulti/2018-2019-2/atbalsta-plani.csv") {
                $0.swapAt(1, 2)
            }
            try workplace.editLines("inbox/jaundubulti/2018-2019-2/skolenu-saraksts.csv") {
                $0.swapAt(1, 2)
            }
        }
        _ = try workplace.rollup(at: .dayAfter)
        #expect(try workplace.query("SELECT COUNT(*) FROM pupil") == people)
        #expect(
            try workplace.query("SELECT COUNT(*) FROM finding WHERE rule = 'FIL-034'") != "0\n")
        #expect(try workplace.places(of: pupil.traces) == [])
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code != 74, "\(doctor.output)")
    }

    @Test func `a dry run counts by kind and file and changes nothing`() throws {
        let workplace = try Workplace.rolledUp()
        let before = try workplace.query("SELECT COUNT(*) FROM erasureRequest")
        let outcome = try workplace.erase(Asked.sandis, "--dry-run")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("would be erased (nothing was changed):\n"))
        #expect(outcome.output.contains("\n  session: "), "\(outcome.output)")
        #expect(outcome.output.contains("  sloka/2018-2019-2/atbalsts.xml: records: "))
        #expect(outcome.output.contains("the inbox still has sloka/2018-2019-2/atbalsts.xml"))
        #expect(try workplace.query("SELECT COUNT(*) FROM erasureRequest") == before)
        #expect(try !workplace.places(of: Asked.sandis.traces).isEmpty)
    }

    @Test func `the tombstone says when, why, for which case and by whom, and nothing of whom`()
        throws
    {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.sandis)
        #expect(
            try workplace.query(
                "SELECT number, role, erasedAt, reasonCode, ticket, author FROM tombstone")
                == "1|pupil|\(Int.dayAfter)|request|L-17|A. Kalnina\n")
        #expect(
            try workplace.query("SELECT outcome, obstacle, ticket FROM erasureRequest")
                == "erased||L-17\n")
        #expect(try workplace.query("SELECT sealed, figuresBefore FROM erasure") == "None|None\n")
    }

    @Test func `erased twice, the second says that it was done`() throws {
        let workplace = try Workplace.rolledUp()
        try workplace.erase(Asked.sandis)
        let outcome = try workplace.erase(Asked.sandis)
        #expect(outcome.code == 0)
        #expect(
            outcome.errors
                == "pumpurs: this person was erased before, and nothing of them has come since\n")
    }

    @Test func `two pupils erased one after the other leave no trace of either`() throws {
        let workplace = try Workplace.rolledUp()
        #expect(try workplace.erase(Asked.sandis).code == 0)
        #expect(try workplace.erase(Asked.kristers).code == 0)
        #expect(try workplace.places(of: Asked.sandis.traces + Asked.kristers.traces) == [])
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code != 74, "\(doctor.output)")
    }

    @Test func `a gzip file is packed anew without the pupil`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.retain()
        _ = try workplace.shell("gzip inbox/jaundubulti/2018-2019-2/*.csv")
        _ = try workplace.rollup(at: .october2019)
        let counts = try workplace.query("SELECT SUM(recordsRead) FROM delivery")
        let outcome = try workplace.erase(Asked.kristers)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(!outcome.output.contains("removed from the archive"), "\(outcome.output)")
        var packed = 0
        for (name, bytes) in try workplace.openedArchive() {
            try workplace.write(bytes, to: "sent/\(name)")
            if bytes.starts(with: [0x1F, 0x8B]) { packed += 1 }
        }
        #expect(packed > 0)
        let unpacked = try workplace.shell(
            """
            mkdir plain && for file in sent/*; do
                name=plain/$(basename "$file"); gzip -dc <"$file" >"$name" 2>/dev/null || cp "$file" "$name"
            done
            """)
        #expect(unpacked.code == 0)
        for (name, bytes) in try workplace.files(in: "plain") {
            for trace in Asked.kristers.traces {
                #expect(Data(bytes).range(of: Data(trace)) == nil, "\(name)")
            }
        }
        #expect(try workplace.query("SELECT SUM(recordsRead) FROM delivery") == counts)
        let text = try workplace.text("pipelines/jurmala.yaml")
        try workplace.write(text + "\n# read anew\n", to: "pipelines/jurmala.yaml")
        _ = try workplace.rollup(at: .dayAfter)
        #expect(
            try workplace.query(
                "SELECT SUM(recordsRead) FROM delivery WHERE supersededBy IS NULL") == counts)
    }
}

extension Workplace {
    /// Takes a pupil out of the files of the inbox.
    func remove(_ pupil: Asked.Pupil) throws {
        for name in try files(in: "inbox/\(pupil.sheet)").keys {
            let file = "inbox/\(pupil.sheet)/\(name)"
            if name.hasSuffix(".xml") {
                var text = try text(file)
                while let start = text.range(of: "<skolens pk=\"\(pupil.hyphened)\""),
                    let end = text.range(
                        of: "</skolens>", range: start.lowerBound..<text.endIndex)
                {
                    text.removeSubrange(start.lowerBound..<end.upperBound)
                }
                // The staff list has nothing of pupils, and is no UTF-8.
                guard try text != self.text(file) else { continue }
                try write(text, to: file)
            } else {
                let codes = [pupil.digits, pupil.hyphened].map { Data($0.utf8) }
                var (kept, record) = ([UInt8](), [UInt8]())
                for byte in try bytes(file) {
                    record.append(byte)
                    // A quoted cell may hold line ends.
                    guard byte == 0x0A, record.count(where: { $0 == 0x22 }).isMultiple(of: 2)
                    else { continue }
                    if codes.allSatisfy({ Data(record).range(of: $0) == nil }) { kept += record }
                    record = []
                }
                try write(kept + record, to: file)
            }
        }
    }
}
