import Foundation
import Testing

@testable import Pipelines

struct BatchRingTests {
    @Test func `batches come out in the order in which they went in`() throws {
        let ring = BatchRing<Int>()
        let thread = Thread {
            for number in 0..<100 where !ring.append(number) { return }
            ring.finish(.success(()))
        }
        thread.start()
        var numbers: [Int] = []
        while let number = try ring.next() { numbers.append(number) }
        #expect(numbers == Array(0..<100))
    }

    @Test func `a ring that is given up with batches under way is freed in peace`() async {
        await #expect(processExitsWith: .success) {
            var ring: BatchRing<Int>? = BatchRing(capacity: 4)
            for number in 0..<4 { _ = ring?.append(number) }
            ring?.cancel()
            ring = nil
            exit(0)
        }
    }

    @Test func `nobody wants batches of a ring that is given up`() {
        let ring = BatchRing<Int>(capacity: 1)
        ring.cancel()
        #expect(!ring.append(1))
    }
}
