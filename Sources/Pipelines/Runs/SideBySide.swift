import DisclosureControl
import Foundation
import Synchronization

/// Work that is done side by side, on as many threads as the machine has use for.
struct SideBySide: Workers {
    /// How many things can be done at once.
    static var width: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// Returns what is made of each element, in the order of the elements, whichever is made first.
    static func results<Element: Sendable, Value: Sendable>(
        of elements: [Element], _ make: @Sendable (Element) throws -> Value
    ) -> [Result<Value, any Error>] {
        let made = Mutex<[Int: Result<Value, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: elements.count) { place in
            let value = Result { try make(elements[place]) }
            made.withLock { $0[place] = value }
        }
        return made.withLock { made in elements.indices.compactMap { made[$0] } }
    }

    func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ make: @Sendable (Element) -> Value
    ) -> [Value] {
        guard elements.count > 1 else { return elements.map { make($0) } }
        return Self.results(of: elements) { make($0) }.compactMap { try? $0.get() }
    }
}

/// A value that is made on another thread while whoever wants it does something else.
final class LaterValue<Value: Sendable>: Sendable {
    private let made = Mutex<Result<Value, any Error>?>(nil)
    // It begins at zero: a semaphore that is freed below the value it began with ends the program.
    private let isMade = DispatchSemaphore(value: 0)

    /// Begins to make the value as soon as those before it on the queue are made.
    init(on queue: DispatchQueue, _ make: @escaping @Sendable () throws -> Value) {
        queue.async { [self] in
            let value = Result { try make() }
            made.withLock { $0 = value }
            isMade.signal()
        }
    }

    /// Waits for the value.
    ///
    /// - Throws: What kept it from being made.
    func value() throws -> Value? {
        isMade.wait()
        isMade.signal()
        return try made.withLock { $0 }?.get()
    }
}
