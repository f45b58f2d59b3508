import Foundation
import Testing

@testable import Normalization

struct ComposedTextTests {
    private static let ranges: [ClosedRange<UInt32>] = [
        0x20...0x24F, 0x1E00...0x1EFF, 0x400...0x52F,
    ]

    @Test func `letters and marks become the letters of the Latvian alphabet`() {
        let text = "Ja\u{304}nis Be\u{304}rzin\u{327}s\u{30C}, C\u{30C}iekurkalns"
        #expect(scalars(text.composed) == scalars("Jānis Bērziņš, Čiekurkalns"))
    }

    @Test func `text that is composed stays as it is`() {
        #expect(scalars("Ķīkule „Žanete”".composed) == scalars("Ķīkule „Žanete”"))
    }

    @Test(arguments: ranges)
    func `every letter is put together again`(range: ClosedRange<UInt32>) {
        for scalar in range.compactMap(Unicode.Scalar.init) {
            let text = String(scalar)
            #expect(
                scalars(text.decomposedStringWithCanonicalMapping.composed) == scalars(text),
                "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(arguments: ranges)
    func `every letter with every mark is what Foundation makes of it`(
        range: ClosedRange<UInt32>
    ) {
        let letters = range.compactMap(Unicode.Scalar.init).filter(\.properties.isAlphabetic)
        for letter in letters {
            for mark in (0x300...0x345 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
                let text = String(String.UnicodeScalarView([letter, mark]))
                if scalars(text.composed) != scalars(text.precomposedStringWithCanonicalMapping) {
                    Issue.record("\(scalars(text))")
                }
            }
        }
    }

    @Test func `any order of several marks is what Foundation makes of it`() {
        let marks: [Unicode.Scalar] = [
            "\u{300}", "\u{301}", "\u{302}", "\u{304}", "\u{307}", "\u{308}", "\u{30C}",
            "\u{31B}", "\u{323}", "\u{327}", "\u{328}", "\u{331}", "\u{34F}",
        ]
        for letter in "aAcosSuUzīǖʒ".unicodeScalars {
            for first in marks {
                for second in marks {
                    for third in marks {
                        let text = String(
                            String.UnicodeScalarView([letter, first, second, third, "x"]))
                        let expected = text.precomposedStringWithCanonicalMapping
                        if scalars(text.composed) != scalars(expected) {
                            Issue.record("\(scalars(text))")
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: [
        "\u{212A}elvin", "\u{212B}ngström", "\u{304}a", "", "a\u{344}", "\u{323}\u{31B}",
    ])
    func `texts at the edge are what Foundation makes of them`(text: String) {
        #expect(scalars(text.composed) == scalars(text.precomposedStringWithCanonicalMapping))
    }

    private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
