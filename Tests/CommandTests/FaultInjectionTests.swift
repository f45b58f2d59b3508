import Foundation
import Testing

/// Kills the rollup in the middle, again and again.
@Suite struct `A rollup that is killed` {
    /// How often; `make test-kills` does it 200 times, which takes longer than all other tests.
    private static let kills =
        ProcessInfo.processInfo.environment["PUMPURS_KILLS"].flatMap { Int($0) } ?? 12

    /// The inbox of two schools and one semester, which every part of a run has to do with.
    ///
    /// Four families of indicators are enough to go through every step, and take half the time of seven.
    private func prepared() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        for family in ["feedback", "need", "outcomes"] {
            try FileManager.default.removeItem(
                at: workplace.path("pipelines/indicators/\(family).yaml"))
        }
        for school in ["sloka", "vaivari"] {
            try FileManager.default.createDirectory(
                at: workplace.path("inbox"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: Workplace.repository.appending(path: "sample-data/\(school)/2018-2019-2"),
                to: workplace.path("inbox/\(school)"))
        }
        return workplace
    }

    @Test func `at random moments leaves a sound store, and the next run the same outputs`()
        throws
    {
        let undisturbed = try prepared()
        let clock = ContinuousClock()
        let whole = try clock.measure { _ = try undisturbed.rollup() }
        let expected = try undisturbed.files(in: "reports")
        // Half of the runs begin with an empty store, half with one whose files were corrected since.
        let earlier = try prepared()
        try earlier.editLines("inbox/vaivari/konsultacijas.csv") { $0.remove(at: 5) }
        _ = try earlier.rollup(at: .october2019)
        var generator = SystemRandomNumberGenerator()
        let length = Double(whole.components.attoseconds) / 1e18 + Double(whole.components.seconds)
        // A run takes as long as the machine lets it, and one that begins with a store is the shorter.
        var lengths = [length, length]
        var sound = 0
        var cutOff = 0
        for number in 0..<Self.kills {
            let workplace = try prepared()
            if number.isMultiple(of: 2) {
                for folder in ["state", "reports"] {
                    try FileManager.default.copyItem(
                        at: earlier.path(folder), to: workplace.path(folder))
                }
            }
            let delay = Double.random(in: 0..<lengths[number % 2], using: &generator)
            if try workplace.kill(after: delay) {
                cutOff += 1
            } else {
                lengths[number % 2] = delay
            }
            let rerun = try workplace.rollup()
            let isWhole = try workplace.files(in: "reports") == expected
            let check = try workplace.integrity()
            let leftovers = try FileManager.default.contentsOfDirectory(
                atPath: workplace.path("state").path
            ).filter { $0.hasPrefix(".") }
            if [0, 3].contains(rerun.code), isWhole, check == "ok 0 0", leftovers.isEmpty {
                sound += 1
            } else {
                Issue.record(
                    """
                    killed after \(delay) s of at most \(length): code \(rerun.code), outputs equal: \(isWhole), \
                    store: \(check), left over: \(leftovers)
                    """)
            }
        }
        #expect(sound == Self.kills)
        // Most of the moments lie within a run and not behind it.
        #expect(cutOff > Self.kills / 4)
    }

    @Test func `leaves the previous reports as they were, or the new ones, never half`() throws {
        let earlier = try prepared()
        try earlier.editLines("inbox/vaivari/konsultacijas.csv") { $0.remove(at: 5) }
        _ = try earlier.rollup(at: .october2019)
        let old = try earlier.files(in: "reports")
        let undisturbed = try prepared()
        _ = try undisturbed.rollup()
        let new = try undisturbed.files(in: "reports")
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            let workplace = try prepared()
            for folder in ["state", "reports"] {
                try FileManager.default.copyItem(
                    at: earlier.path(folder), to: workplace.path(folder))
            }
            _ = try workplace.kill(after: Double.random(in: 0..<0.6, using: &generator))
            for semester in ["2018-2019-1", "2018-2019-2", "2019-2020-1"] {
                func files(_ all: [String: [UInt8]]) -> [String: [UInt8]] {
                    all.filter { $0.key.hasPrefix("\(semester)/internal/") }
                }
                let found = files(try workplace.files(in: "reports"))
                #expect(found == files(old) || found == files(new))
            }
        }
    }

    @Test func `what a killed run was writing is gone after the next, and nothing else`() throws {
        let workplace = try prepared()
        _ = try workplace.rollup(at: .october2019)
        // No process has a number as high as this.
        for name in [
            ".pumpurs-2000000000-0", ".pumpurs-2000000000-link",
            "2018-2019-2/.public-2000000000/x.csv",
        ] {
            try workplace.write("", to: "reports/\(name)")
        }
        let others = ["index.html.2019", ".pumpurs-notes", ".pumpurs-\(getpid())-0"]
        for name in others { try workplace.write("mine", to: "reports/\(name)") }
        _ = try workplace.rollup()
        let hidden = Set(
            try workplace.files(in: "reports").keys.filter { $0.contains(".pumpurs-") })
        #expect(hidden == Set(others.dropFirst()))
        #expect(try workplace.text("reports/index.html.2019") == "mine")
        // A file that the program does not write is somebody's and gets a place in the report's folder.
        #expect(try workplace.files(in: "reports")["2018-2019-2/public/x.csv"] != nil)
    }

    @Test(arguments: [(SIGTERM, 143), (SIGINT, 130)] as [(Int32, Int32)])
    func `a run that is asked to stop ends with the code of the signal and leaves nothing behind`(
        signal: Int32, code: Int32
    ) throws {
        let workplace = try prepared()
        _ = try workplace.rollup(at: .october2019)
        let state = try workplace.files(in: "state")
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 20)
        defer { holder.terminate() }
        // What a shell runs in the background ignores SIGINT, and so would all that is started from there.
        let outcome = try workplace.shell(
            """
            exec python3 -c 'import os, signal, subprocess, sys, time
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            run = subprocess.Popen([os.environ["PUMPURS"], "rollup", "--inbox", "inbox", "--state", "state",
                "--output", "reports", "--language", "en", "--lock-wait", "60"])
            time.sleep(4)
            run.send_signal(\(signal))
            sys.exit(run.wait())'
            """)
        #expect(outcome.code == code)
        #expect(
            outcome.errors
                == "pumpurs: the run was interrupted (\(signal == SIGINT ? "SIGINT" : "SIGTERM")); store "
                + "and reports are as they were before the step that was interrupted, and the next run "
                + "goes on\n")
        #expect(try workplace.files(in: "state") == state)
    }

    @Test func `a run that is asked how far it has come answers and goes on`() throws {
        let workplace = try prepared()
        _ = try workplace.rollup(at: .october2019)
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 6)
        defer { holder.terminate() }
        let outcome = try workplace.shell(
            """
            exec python3 -c 'import os, signal, subprocess, sys, time
            run = subprocess.Popen([os.environ["PUMPURS"], "rollup", "--inbox", "inbox", "--state", "state",
                "--output", "reports", "--language", "en", "--lock-wait", "60"])
            time.sleep(3)
            run.send_signal(signal.SIGUSR1)
            sys.exit(run.wait())'
            """)
        #expect([0, 3].contains(outcome.code))
        #expect(outcome.errors.hasPrefix("pumpurs: nothing that takes long is being done\n"))
    }

    /// Swift's report of a crash halts every thread by a signal, and waits half a minute for one that does not halt.
    @Test func `a run that crashes is not kept by the thread that waits for signals`() throws {
        let workplace = try prepared()
        _ = try workplace.rollup(at: .october2019)
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 40)
        defer { holder.terminate() }
        let outcome = try workplace.shell(
            """
            exec python3 -c 'import os, signal, subprocess, sys, time
            run = subprocess.Popen([os.environ["PUMPURS"], "rollup", "--inbox", "inbox", "--state", "state",
                "--output", "reports", "--lock-wait", "60"], stdout=subprocess.DEVNULL, stderr=open("errors", "w"))
            said = lambda: open("errors").read()
            time.sleep(3)
            run.send_signal(signal.SIGILL)
            end = time.time() + 20
            while time.time() < end and run.poll() is None and "crashed" not in said():
                time.sleep(0.1)
            print("in time" if time.time() < end else "late")
            # What writes the report looks into the program until it has written all of it.
            before = None
            while before != said():
                before = said()
                time.sleep(1)
            run.kill()
            run.wait()'
            """)
        #expect(outcome.output == "in time\n")
    }
}

extension Workplace {
    /// Starts a rollup and kills it after some seconds.
    ///
    /// - Returns: Whether it was still running.
    fileprivate func kill(after seconds: Double) throws -> Bool {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = [
            "rollup", "--inbox", "inbox", "--state", "state", "--output", "reports", "--pipelines",
            "pipelines",
        ]
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SOURCE_DATE_EPOCH": "\(Int.spring2020)"]) { $1 }
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(seconds * 1_000_000))
        let isRunning = process.isRunning
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return isRunning
    }

    /// What SQLite and the sums of records say of the store: `ok 0 0` when it is sound.
    fileprivate func integrity() throws -> String {
        let outcome = try shell(
            """
            python3 -c '
            import sqlite3
            store = sqlite3.connect("state/pumpurs.sqlite")
            check = store.execute("PRAGMA integrity_check").fetchone()[0]
            dangling = len(store.execute("PRAGMA foreign_key_check").fetchall())
            unbalanced = store.execute("SELECT COUNT(*) FROM delivery WHERE recordsRead <> recordsLoaded"
                " + recordsHeldBack + recordsIgnored").fetchone()[0]
            print(check, dangling, unbalanced, end="")
            '
            """)
        return outcome.output
    }
}
