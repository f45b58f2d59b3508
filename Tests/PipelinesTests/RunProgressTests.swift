import Diagnostics
import Synchronization
import Testing

@testable import Pipelines

struct RunProgressTests {
    private static func status(
        _ step: RunProgress.Step?, done: Int = 0, total: Int = 0, records: Int = 0,
        milliseconds: Int = 0
    ) -> RunStatus {
        RunStatus(
            step: step, subject: "m.csv", place: nil, done: done, total: total,
            records: records, milliseconds: milliseconds)
    }

    @Test func `a status names what is done, how fast and how long it takes still`() {
        let status = Self.status(
            .loading, done: 25, total: 100, records: 3000, milliseconds: 1000)
        #expect(status.text.lv == "lasa m.csv, 25 %, 3000 ierakstu/s, vēl 3 s")
        #expect(status.text.en == "reading m.csv, 25%, 3000 records/s, 3 s left")
    }

    @Test func `what cannot be known is not said`() {
        #expect(Self.status(.counting, milliseconds: 50).text.en == "counting and protecting m.csv")
        #expect(
            Self.status(.counting, milliseconds: 2500).text.en
                == "counting and protecting m.csv, for 2 s")
        #expect(Self.status(nil).text.en == "beginning")
    }

    @Test func `more bytes than a file was said to have are still no more than all of it`() {
        let status = Self.status(.loading, done: 300, total: 200, milliseconds: 1000)
        #expect(status.percent == 100)
        #expect(status.secondsLeft == 0)
    }

    @Test func `a step begins anew`() {
        let progress = RunProgress()
        progress.begin(.surveying, "a.csv", of: 10)
        progress.advance(by: 10)
        progress.begin(.loading, "b.csv", of: 20, place: (2, 3))
        progress.count(records: 5)
        #expect(progress.status.done == 0)
        #expect(progress.status.records == 5)
        #expect(progress.status.text.en.hasPrefix("reading b.csv (2 of 3), 0%"))
    }

    @Test func `a step is shown when it begins, and not at every byte`() {
        let shown = Mutex(0)
        let progress = RunProgress { _ in shown.withLock { $0 += 1 } }
        progress.begin(.loading, "a.csv", of: 1_000_000)
        for _ in 0..<10_000 { progress.advance(by: 1) }
        let count = shown.withLock { $0 }
        #expect(count >= 1)
        #expect(count < 1000)
    }
}
