import Foundation
import Testing

@Suite struct `The state folder` {
    @Test func `another key than the store's is refused before anything is counted under it`()
        throws
    {
        let workplace = try Preparation.reported.copy()
        let first = try workplace.files(in: "reports")
        try workplace.write((0..<32).map { UInt8($0) }, to: "state/pumpurs.key")
        let outcome = try workplace.report()
        #expect(outcome.code == 77)
        #expect(
            outcome.errors
                == "pumpurs: the key state/pumpurs.key is not the one that this store was made with, "
                + "and under it everybody would be counted as somebody new; restore the right key "
                + "from the backup or, if it is lost, move this one away and run pumpurs keys "
                + "recover\n")
        #expect(try workplace.files(in: "reports") == first)
    }

    @Test func `a key file that a first run left empty gets a key`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write([], to: "state/pumpurs.key")
        #expect(try workplace.report().code == 3)
        #expect(try workplace.bytes("state/pumpurs.key").count == 32)
        #expect(try workplace.report().code == 3)
    }

    @Test func `a first run on a full disk leaves no key and the next one makes it`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.shell(
            "ulimit -f 0; \"$PUMPURS\" report --inbox inbox --language en 2>&1")
        #expect(outcome.code == 74)
        #expect(
            outcome.output
                == "pumpurs: state/pumpurs.key: File too large; give whoever runs the program the "
                + "right to read and write in this folder, and free space, or name another with "
                + "--state\n")
        #expect(Set(try workplace.files(in: "state").keys) == ["pumpurs.lock"])
        #expect(try workplace.report().code == 3)
    }

    @Test func `what a run left that was killed while it made the key is removed`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.write([1, 2, 3], to: "state/.pumpurs.key-999999999")
        try workplace.write([1, 2, 3], to: "state/.pumpurs.key-mine")
        #expect(try workplace.report().code == 3)
        let left = try workplace.files(in: "state").keys.filter { $0.hasPrefix(".") }
        #expect(left == [".pumpurs.key-mine"])
    }

    @Test func `two first runs at once count under one key`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.shell(
            "printf '1\\n2\\n3\\n' | xargs -P 3 -I {} \"$PUMPURS\" report --inbox inbox "
                + "--lock-wait 60 --output r{} --language en >/dev/null; "
                + "\"$PUMPURS\" report --inbox inbox")
        #expect(outcome.code == 3)
        let first = try workplace.files(in: "r1")
        #expect(first.isEmpty == false)
        #expect(try workplace.files(in: "r2") == first)
        #expect(try workplace.files(in: "r3") == first)
    }

    @Test func `every file of a store can be read by its owner only`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.shell("umask 000; \"$PUMPURS\" report --inbox inbox")
        for file in try workplace.files(in: "state").keys {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: workplace.path("state/\(file)").path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
        }
    }

    @Test func `a second run leaves at once with code 75 while the first works`() throws {
        let workplace = try Preparation.reported.copy()
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 60)
        let outcome = try workplace.report()
        holder.terminate()
        #expect(outcome.code == 75)
        #expect(
            outcome.errors
                == "pumpurs: another run works with the store (state/pumpurs.lock is locked); wait "
                + "until it has ended, or give --lock-wait the number of seconds to wait for it\n")
    }

    @Test func `a second run that is told to wait goes on when the first has ended`() throws {
        let workplace = try Preparation.reported.copy()
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 1)
        let outcome = try workplace.run(
            "report", "--inbox", "inbox", "--lock-wait", "60", "--language", "en")
        holder.waitUntilExit()
        #expect(outcome.code == 3)
        #expect(outcome.errors == "")
    }
}

@Suite struct `Cells in the wrong column` {
    @Test func `a name that stands where a measure or a plan number should is never shown`() throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"
        try workplace.editLines(name) { lines in
            for (line, column) in [(1, 2), (2, 6), (4, 7), (5, 4), (6, 8), (7, 9), (8, 12), (9, 1)]
            {
                var cells = lines[line]
                    .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
                    .map(Array.init)
                cells[column] = Array("Zebediah Quux-Oort".utf8)
                lines[line] = Array(cells.joined(separator: [UInt8(ascii: ";")]))
            }
        }
        let outcome = try workplace.report()
        var outputs = try workplace.files(in: "reports")
        outputs["terminal"] = Array((outcome.output + outcome.errors).utf8)
        for (file, bytes) in try workplace.files(in: "state") { outputs["state/\(file)"] = bytes }
        for (file, bytes) in outputs {
            #expect(bytes.ranges(of: Array("Zebediah".utf8)).isEmpty, "the name is in \(file)")
            #expect(bytes.ranges(of: Array("Quux".utf8)).isEmpty, "the name is in \(file)")
        }
        let quality = String(
            decoding: outputs["2018-2019-2/internal/quality.csv"] ?? [], as: UTF8.self)
        #expect(quality.contains("Z… Q…-O…"))
    }
}
