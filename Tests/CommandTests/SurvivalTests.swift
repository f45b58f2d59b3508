import Foundation
import Testing

/// What can happen to a machine, one by one: each has its code and message, and nothing is lost.
@Suite struct `A rollup on a machine with troubles` {
    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    private func change(_ workplace: borrowing Workplace) throws {
        try workplace.editLines("inbox/vaivari/2018-2019-2/konsultacijas.csv") { $0.remove(at: 5) }
    }

    @Test(.enabled("a file system of its own can be mounted") { canMount })
    func `a full disk under the state is told with 74, and the outputs stay`() throws {
        let workplace = try prepared()
        try change(workplace)
        let reports = try workplace.files(in: "reports")
        let outcome = try workplace.shell(
            """
            unshare -m sh -c '
            size=$(du -sk state | cut -f1)
            mkdir full && mount -t tmpfs -o size=$((size + 16))k tmpfs full && cp -a state/. full/ &&
            { head -c 100M /dev/zero >full/filler 2>/dev/null; truncate -s -8K full/filler; }
            "$PUMPURS" rollup --inbox inbox --state full --output reports --language en
            code=$?; rm full/filler; mount -o remount,size=64m full
            python3 -c "import sqlite3; print(sqlite3.connect(\\"full/pumpurs.sqlite\\").execute(\\"PRAGMA integrity_check\\").fetchone()[0])"
            exit $code'
            """)
        #expect(outcome.code == 74)
        #expect(outcome.errors.contains("free space"))
        #expect(outcome.output == "ok\n")
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test(.enabled("a file system of its own can be mounted") { canMount })
    func `a full disk under the outputs is told with 73, and the old ones stay`() throws {
        let workplace = try prepared()
        try change(workplace)
        let reports = try workplace.files(in: "reports")
        let outcome = try workplace.shell(
            """
            unshare -m sh -c '
            size=$(du -sk reports | cut -f1)
            mkdir full && mount -t tmpfs -o size=$((size + 60))k tmpfs full && cp -a reports/. full/ &&
            { head -c 100M /dev/zero >full/filler 2>/dev/null; truncate -s -8K full/filler; }
            "$PUMPURS" rollup --inbox inbox --state state --output full --language en
            code=$?; cp -a full/. after/ 2>/dev/null || { mkdir after; cp -a full/. after/; }; exit $code'
            """)
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains("No space left on device"))
        let after = try workplace.files(in: "after")
        for (path, bytes) in reports { #expect(after[path] == bytes) }
        // With space again the next run writes what is missing.
        _ = try workplace.rollup()
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("sessions") == 426)
    }

    @Test func `outputs that may not be written are told with 73, and the old ones stay`() throws {
        let workplace = try prepared()
        try change(workplace)
        let reports = try workplace.files(in: "reports")
        let outcome = try workplace.shell(
            """
            chmod a+rX . && chmod -R a+rX inbox pipelines && chmod -R a-w reports
            if [ "$(id -u)" = 0 ]; then
                chown -R nobody state reports; run="setpriv --reuid=65534 --clear-groups"
            fi
            $run "$PUMPURS" rollup --inbox inbox --state state --output reports --language en
            code=$?; chmod -R u+w reports; exit $code
            """)
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains("it cannot be written: Permission denied"))
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test func `an input that may not be read is named, and the others count`() throws {
        let workplace = try prepared()
        let outcome = try workplace.shell(
            """
            chmod a+rX . && chmod -R a+rX inbox pipelines
            chmod 0 inbox/vaivari/2018-2019-2/konsultacijas.csv
            if [ "$(id -u)" = 0 ]; then
                chown -R nobody state reports; run="setpriv --reuid=65534 --clear-groups"
            fi
            $run "$PUMPURS" rollup --inbox inbox --state state --output reports --language en
            """)
        #expect(outcome.code == 3)
        #expect(
            outcome.errors.contains(
                "vaivari/2018-2019-2/konsultacijas.csv: the file cannot be read: Permission denied")
        )
        // What came before stays in force.
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("sessions") == 427)
        #expect(try Summary(workplace, "2018-2019-2").state == "incomplete")
    }

    @Test func `a store of a newer version is left alone and told with 74`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            """
            python3 -c 'import sqlite3
            store = sqlite3.connect("state/pumpurs.sqlite")
            store.execute("INSERT INTO grdb_migrations VALUES (?)", ["from the future"]); store.commit()'
            """)
        // The library that opens it takes and gives back a page, so the bytes may grow; what they say may not change.
        let dump = """
            python3 -c 'import sqlite3
            print("\\n".join(sqlite3.connect("state/pumpurs.sqlite").iterdump()))' | sha256sum
            """
        let (state, reports) = (try workplace.shell(dump), try workplace.files(in: "reports"))
        let outcome = try workplace.rollup()
        #expect(outcome.code == 74)
        #expect(outcome.errors.contains("was written by a newer version of pumpurs"))
        #expect(state.code == 0)
        #expect(try workplace.shell(dump).output == state.output)
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test func `a damaged store is left alone and told with 74, and doctor names the damage`()
        throws
    {
        let workplace = try prepared()
        var bytes = try workplace.bytes("state/pumpurs.sqlite")
        for place in 20_000..<60_000 { bytes[place] = 0x5A }
        try workplace.write(bytes, to: "state/pumpurs.sqlite")
        let reports = try workplace.files(in: "reports")
        try change(workplace)
        let outcome = try workplace.rollup()
        #expect(outcome.code == 74)
        #expect(outcome.errors.contains("is damaged"))
        #expect(try workplace.files(in: "reports") == reports)
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(doctor.code == 74)
    }

    @Test func `a torn file keeps its whole records, and the semester is incomplete`() throws {
        let workplace = try prepared()
        let file = "inbox/sloka/2018-2019-2/atbalsts.xml"
        let bytes = try workplace.bytes(file)
        try workplace.write(Array(bytes.prefix(bytes.count * 3 / 4)), to: file)
        let outcome = try workplace.rollup()
        #expect(outcome.code == 3)
        let summary = try Summary(workplace, "2018-2019-2")
        #expect(summary.state == "incomplete")
        #expect(summary.reasons.contains { $0.hasSuffix(": the file is torn") })
    }

    @Test func `a clock that was set back does not put the past into disorder`() throws {
        let workplace = try prepared()
        try change(workplace)
        _ = try workplace.rollup(at: .october2019 - 30 * 86_400)
        let outcome = try workplace.run(
            "diff", "run:1", "now", "--state", "state", "--language", "en")
        #expect(outcome.output.contains("(run 2)"))
        let first = try workplace.record(1)["started_at"] as? String
        #expect(first == "2019-10-07T12:00:00+03:00")
    }

    @Test func `records that do not add up stop the report with 70`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            """
            python3 -c 'import sqlite3
            store = sqlite3.connect("state/pumpurs.sqlite")
            store.execute("UPDATE delivery SET recordsLoaded = recordsLoaded + 1 WHERE id = 1"); store.commit()'
            """)
        try change(workplace)
        let reports = try workplace.files(in: "reports")
        let outcome = try workplace.rollup()
        #expect(outcome.code == 70)
        #expect(
            outcome.errors.contains("the records loaded, held back and ignored are not together"))
        #expect(try workplace.files(in: "reports") == reports)
    }

    @Test func `an inbox that is missing is told with 66, one without a usable file with 65`()
        throws
    {
        let workplace = try prepared()
        let missing = try workplace.run(
            "rollup", "--inbox", "nowhere", "--state", "state", "--output", "reports",
            "--language", "en")
        #expect(missing.code == 66)
        try workplace.write("nothing\n1\n2\n", to: "other/a.csv")
        let unusable = try workplace.run(
            "rollup", "--inbox", "other", "--state", "state", "--output", "reports", "--language",
            "en")
        #expect(unusable.code == 65)
    }

    @Test func `definitions that are wrong are told with 78 before anything is touched`() throws {
        let workplace = try prepared()
        try workplace.write("version: 1\nmunicipality: [\n", to: "pipelines/jurmala.yaml")
        let state = try workplace.files(in: "state")
        let outcome = try workplace.rollup()
        #expect(outcome.code == 78)
        #expect(try workplace.files(in: "state") == state)
    }

    @Test func `a file that grows while it is read is refused and read by the next run`() throws {
        let workplace = try prepared()
        let file = "inbox/vaivari/2018-2019-2/konsultacijas.csv"
        try change(workplace)
        // Whoever writes takes the file's last line away and puts it back, all the time.
        let outcome = try workplace.shell(
            """
            cp \(file) whole
            (while :; do head -c -40 whole >\(file); cat whole >\(file); done) & writer=$!
            for n in 1 2 3 4 5 6; do
                "$PUMPURS" rollup --inbox inbox --state state --output reports --language en
                echo $?
            done
            kill $writer; wait $writer 2>/dev/null; cp whole \(file)
            "$PUMPURS" rollup --inbox inbox --state state --output reports --language en
            exit 0
            """)
        #expect(outcome.output.split(separator: "\n").allSatisfy { ["0", "3"].contains($0) })
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("sessions") == 426)
        let archived = try workplace.files(in: "state/archive")
        let names = archived.keys.map { ($0 as NSString).lastPathComponent }
        #expect(
            names.allSatisfy { name in
                name.count == 64 || name == "key.sealed"
                    || name.count == 71 && name.hasSuffix(".sealed")
            })
    }

    @Test func `a backup is a whole state, and is verified`() throws {
        let workplace = try prepared()
        let outcome = try workplace.run(
            "backup", "--into", "copy", "--state", "state", "--language", "en")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("copy: the copy was verified; files of the archive: "))
        let reports = try workplace.files(in: "reports")
        let again = try workplace.run(
            at: .october2019, "rollup", "--inbox", "inbox", "--state", "copy", "--output", "other",
            "--language", "en")
        #expect([0, 3].contains(again.code))
        #expect(try workplace.files(in: "other") == reports)
        let refused = try workplace.run(
            "backup", "--into", "copy", "--state", "state", "--language", "en")
        #expect(refused.code == 73)
        #expect(
            refused.errors
                == "pumpurs: 'copy' is there already; name a folder that is not, such as one with the "
                + "day's date\n")
    }
}

/// Whether this account may mount a file system that only it sees.
let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
}()
