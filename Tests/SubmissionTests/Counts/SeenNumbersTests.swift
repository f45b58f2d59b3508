import Testing

@testable import Submission

struct SeenNumbersTests {
    @Test func `a number is new once in every round`() {
        var numbers = SeenNumbers(below: 3)
        #expect(!numbers.contains(2))
        let first = [2, 2, 0].map { numbers.isNew($0) }
        #expect(first == [true, false, true])
        #expect(numbers.contains(2))
        numbers.begin()
        #expect(!numbers.contains(2))
        let second = [2, 2].map { numbers.isNew($0) }
        #expect(second == [true, false])
    }
}
