public import Benchmark
import CMemory
import Glibc

/// What a part takes in or gives out; its throughput is how many of them it does in a second.
public enum Unit: String {
    /// Bytes of a file as sent.
    case bytes
    /// Records of files or of the store.
    case records
    /// Texts of cells.
    case values
    /// Figures of a semester.
    case figures
}

/// Why what was measured says nothing.
public enum Mismeasurement: Error {
    /// The part did something else than it was given to do.
    case didNotDo(String)
    /// The system does not tell how much memory the process takes.
    case memoryIsNotTold
}

/// What is measured of every part; throughput and memory are read by this module itself.
public enum Measure {
    /// How many of the part's units were done.
    public static let amount = BenchmarkMetric.custom(
        "Amount", polarity: .prefersLarger, useScalingFactor: false)
    /// How many of the part's units were done in a second.
    public static let throughput = BenchmarkMetric.custom(
        "Units in a second", polarity: .prefersLarger, useScalingFactor: false)
    /// What the threads of the process took of the processor, in nanoseconds; it grows less than time where other
    /// programs run beside.
    public static let processor = BenchmarkMetric.custom(
        "Processor (ns)", useScalingFactor: false)
    /// The memory at the highest that was not there before the part began.
    public static let ownMemory = BenchmarkMetric.custom(
        "Memory of the part (KiB)", useScalingFactor: false)
    /// The memory of the whole process at the highest while the part worked.
    public static let peakMemory = BenchmarkMetric.custom(
        "Memory of the process (KiB)", useScalingFactor: false)
}

/// Registers a part to be measured.
///
/// What is given is made once and what a run needs anew is made before each, neither of which counts. Memory is
/// measured in runs of their own, the very first among them, for which all freed memory is handed back to the
/// system, so that it is not that of what came before; the time of those does not count.
///
/// - Parameters:
///   - part: The name.
///   - unit: What `work` counts.
///   - seconds: How long it is run again and again.
///   - make: Makes what is given.
///   - prepare: Makes what one run needs.
///   - work: Does the part and returns how much it did, which must be the same in each run and not 0.
public func measure<Given, Prepared>(
    _ part: String, in unit: Unit, seconds: Int = 2, given make: @escaping () throws -> Given,
    preparing prepare: @escaping (Given) throws -> Prepared,
    work: @escaping (Prepared) throws -> Int
) {
    let configuration = Benchmark.Configuration(
        metrics: [
            .wallClock, Measure.amount, Measure.throughput, Measure.processor, Measure.ownMemory,
            Measure.peakMemory,
        ], tags: ["of": unit.rawValue], warmupIterations: 0, maxDuration: .seconds(seconds))
    var amounts: Set<Int> = []
    Benchmark(part, configuration: configuration) { (benchmark: Benchmark, given: Given) in
        if benchmark.currentIteration < runsForMemory {
            let prepared = try prepare(given)
            let before = try ResidentMemory.restart()
            amounts.insert(try work(prepared))
            let after = try ResidentMemory.now()
            benchmark.measurement(Measure.ownMemory, max(0, after.peak - before))
            benchmark.measurement(Measure.peakMemory, after.peak)
        }
        let prepared = try prepare(given)
        let clock = ContinuousClock()
        benchmark.startMeasurement()
        let (start, processor) = (clock.now, processorTime())
        let amount = try work(prepared)
        let seconds = (clock.now - start) / .seconds(1)
        let taken = processorTime() - processor
        benchmark.stopMeasurement()
        amounts.insert(amount)
        guard amount > 0, amounts.count == 1 else {
            throw Mismeasurement.didNotDo("amounts done: \(amounts.sorted())")
        }
        benchmark.measurement(Measure.amount, amount)
        benchmark.measurement(Measure.processor, taken)
        benchmark.measurement(Measure.throughput, Int(Double(amount) / seconds))
    } setup: {
        // As the program does when it imports.
        cmemory_keep_freed()
        return try make()
    }
}

/// Registers a part that needs nothing anew.
public func measure<Given>(
    _ part: String, in unit: Unit, seconds: Int = 2, given make: @escaping () throws -> Given,
    work: @escaping (Given) throws -> Int
) {
    measure(part, in: unit, seconds: seconds, given: make, preparing: { $0 }, work: work)
}

/// Returns what this process has taken of the processor, in nanoseconds.
private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// How many runs measure memory.
private let runsForMemory = 3
