import Testing

@testable import Normalization

@Suite struct `Slips of the keys` {
    @Test(
        arguments: [
            ("anna", "anna", 0), ("ana", "anna", 1), ("annna", "anna", 1), ("anza", "anna", 1),
            ("nana", "anna", 1), ("", "an", 2), ("elza", "anna", nil), ("anna", "annabella", nil),
        ] as [(String, String, Int?)])
    func `a letter left out, put in, mistaken or swapped is one slip`(
        _ first: String, _ second: String, _ slips: Int?
    ) {
        #expect(EditDistance.between(first, second, atMost: 2) == slips)
        #expect(EditDistance.between(second, first, atMost: 2) == slips)
    }

    @Test(
        arguments: [
            ("01010721231", .oneDigitDiffers), ("01010712230", .digitsSwapped),
            ("0101072123", .digitMissing), ("1010721230", .digitMissing),
            ("010107212300", .digitTooMany), ("01010721230", nil), ("01010721321", nil),
            ("11010721231", nil), ("010107212", nil), ("", nil),
        ] as [(String, MatchReason?)])
    func `a code one slip from a good one is told, any other not`(
        _ code: String, _ slip: MatchReason?
    ) {
        #expect(EditDistance.slip(in: code, of: "01010721230") == slip)
    }
}
