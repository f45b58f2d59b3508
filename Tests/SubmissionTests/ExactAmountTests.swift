import Testing

@testable import Submission

struct ExactAmountTests {
    @Test(arguments: ["0", "12.5", "-0.0001", "99999999999999.9999", "7"])
    func `an amount is written as it was read`(text: String) {
        #expect(ExactAmount(text)?.description == text)
    }

    @Test(arguments: ["", "-", ".5", "1.", "1.23456", "1,5", "+1", "1e3", "--1", "123456789012345"])
    func `other text is no amount`(text: String) {
        #expect(ExactAmount(text) == nil)
    }

    @Test func `a price is rounded to cents once and half up`() {
        // 10.01 an hour for 45 minutes is 7.5075; for 90 minutes 15.015.
        #expect(ExactAmount("10.01")?.price(of: 45, per: 60)?.description == "7.51")
        #expect(ExactAmount("10.01")?.price(of: 90, per: 60)?.description == "15.02")
    }

    @Test func `what is taken back is what was given`() {
        #expect(
            ExactAmount("10.01")?.price(of: -90, per: 60)
                == (ExactAmount("10.01")?.price(of: 90, per: 60)).map { -$0 })
    }

    @Test func `an impossible price is none`() {
        #expect(ExactAmount("99999999999999")?.price(of: .max, per: 60) == nil)
    }
}
