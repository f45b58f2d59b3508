import Foundation
import Testing

@testable import Pipelines

struct SideBySideTests {
    private struct Odd: Error, Hashable { let number: Int }

    @Test func `what is made side by side comes in the order of what it is made of`() throws {
        let made = SideBySide.results(of: Array(0..<50)) { number in
            // The first are made last.
            if number < 2 { Thread.sleep(forTimeInterval: 0.05) }
            return 2 * number
        }
        #expect(try made.map { try $0.get() } == (0..<50).map { 2 * $0 })
    }

    @Test func `what fails fails by itself`() throws {
        let made = SideBySide.results(of: [1, 2, 3]) { number in
            guard number != 2 else { throw Odd(number: number) }
            return number
        }
        #expect(made.map { try? $0.get() } == [1, nil, 3])
        #expect(throws: Odd(number: 2)) { try made[1].get() }
    }

    @Test func `a later value can be asked for more than once`() throws {
        let value = LaterValue(on: DispatchQueue(label: "test")) { 7 }
        #expect(try [value.value(), value.value()] == [7, 7])
    }

    @Test func `a later value throws what kept it from being made`() {
        let value = LaterValue<Int>(on: DispatchQueue(label: "test")) { throw Odd(number: 1) }
        #expect(throws: Odd(number: 1)) { try value.value() }
    }

    @Test func `values of one queue are made one after the other`() throws {
        let queue = DispatchQueue(label: "test")
        let times = (0..<3).map { _ in
            LaterValue(on: queue) {
                let start = ContinuousClock.now
                Thread.sleep(forTimeInterval: 0.01)
                return (start: start, end: ContinuousClock.now)
            }
        }
        let made = try times.map { try #require(try $0.value()) }
        #expect(made[0].end <= made[1].start && made[1].end <= made[2].start)
    }
}
