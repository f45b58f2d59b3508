import Testing

@testable import Extraction

struct CodePageTests {
    private static let alphabet = "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ"

    @Test(
        arguments: [
            (
                .windows1257,
                [
                    0xE2, 0xE8, 0xE7, 0xEC, 0xEE, 0xED, 0xEF, 0xF2, 0xF0, 0xFB, 0xFE, 0xC2, 0xC8,
                    0xC7, 0xCC, 0xCE, 0xCD, 0xCF, 0xD2, 0xD0, 0xDB, 0xDE,
                ]
            ),
            (
                .iso8859Part4,
                [
                    0xE0, 0xE8, 0xBA, 0xBB, 0xEF, 0xF3, 0xB6, 0xF1, 0xB9, 0xFE, 0xBE, 0xC0, 0xC8,
                    0xAA, 0xAB, 0xCF, 0xD3, 0xA6, 0xD1, 0xA9, 0xDE, 0xAE,
                ]
            ),
            (
                .cp775,
                [
                    0x83, 0xD1, 0x89, 0x85, 0x8C, 0xE9, 0xEB, 0xEC, 0xD5, 0xD7, 0xD8, 0xA0, 0xB6,
                    0xED, 0x95, 0xA1, 0xE8, 0xEA, 0xEE, 0xBE, 0xC7, 0xCF,
                ]
            ),
            (
                .macCentralEuropean,
                [
                    0x82, 0x8B, 0x95, 0xAE, 0xB4, 0xFA, 0xBA, 0xC0, 0xE4, 0xF0, 0xEC, 0x81, 0x89,
                    0x94, 0xFE, 0xB1, 0xB5, 0xB9, 0xBF, 0xE1, 0xED, 0xEB,
                ]
            ),
        ] as [(TextEncoding, [UInt8])])
    func `the letters of Latvian have the bytes of the standard`(
        encoding: TextEncoding, bytes: [UInt8]
    ) {
        #expect(encoding.encoded(Self.alphabet) == bytes)
    }

    @Test(arguments: TextEncoding.allCases)
    func `text in ASCII is the same in every encoding`(encoding: TextEncoding) throws {
        let text = String(String.UnicodeScalarView((0x20..<0x7F).compactMap(Unicode.Scalar.init)))
        let bytes = try #require(encoding.encoded(text))
        #expect(bytes.count { $0 >= 0x20 && $0 < 0x7F } == text.count)
    }

    @Test(arguments: TextEncoding.allCases.filter(\.isSingleByte))
    func `what a code page writes it reads again`(encoding: TextEncoding) throws {
        let page = try #require(CodePage.all[encoding])
        let text = String(String.UnicodeScalarView(page.scalars.compactMap { $0 }))
        let bytes = try #require(encoding.encoded(text))
        let read = try bytes.withUnsafeBufferPointer { try TextDecoder(encoding).text(of: $0) }
        #expect(read == text)
    }

    @Test(
        arguments: [
            (.windows1257, 12), (.windows1252, 5), (.windows1250, 5), (.windows1251, 1),
            (.iso8859Part1, 32), (.iso8859Part13, 32), (.iso8859Part4, 32), (.cp775, 0),
            (.macCentralEuropean, 0), (.macRoman, 1),
        ] as [(TextEncoding, Int)])
    func `some bytes have no meaning`(encoding: TextEncoding, count: Int) throws {
        #expect(CodePage.all[encoding]?.scalars.count { $0 == nil } == count)
    }

    @Test func `the control characters of ISO-8859-13 are no text`() {
        #expect(throws: UndefinedByte(offset: 1, byte: 0x84)) {
            try [UInt8]([0x61, 0x84]).withUnsafeBufferPointer {
                try TextDecoder(.iso8859Part13).text(of: $0)
            }
        }
    }
}
