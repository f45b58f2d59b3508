import Diagnostics
import Normalization
import Testing

@testable import Extraction
@testable import Pipelines

@Suite struct `How sure a departure from a pin is` {
    private let pinned = FileDefinition(
        kind: "a", recognition: Recognition(), format: .delimited(DelimitedOptions()), records: [])

    private func departure(
        encoding: TextEncoding = .utf8, encodingMargin: Double = 0, delimiter: UInt8 = 0x2C,
        dialectMargin: Double? = nil
    ) -> PinDeparture {
        var found = pinned
        found.encoding = encoding
        found.format = .delimited(DelimitedOptions(delimiter: delimiter))
        return PinDeparture(
            from: pinned, to: found,
            encoding: EncodingFinding(encoding, because: .noWords, margin: encodingMargin),
            dialect: dialectMargin.map {
                DialectFinding(
                    options: DelimitedOptions(), hasDelimiter: true, runnerUp: nil, margin: $0,
                    commonSign: nil)
            })
    }

    @Test func `another encoding by a thin margin is not read, for it may garble names`() {
        #expect(!departure(encoding: .windows1257, encodingMargin: 0.89).isSure)
        #expect(departure(encoding: .windows1257, encodingMargin: 0.9).isSure)
    }

    @Test func `another dialect that is a guess is not read`() {
        #expect(!departure(delimiter: 0x3B, dialectMargin: 0.01).isSure)
        #expect(departure(delimiter: 0x3B, dialectMargin: 0.02).isSure)
    }

    @Test func `the thinner of two margins is shown`() {
        let departure = departure(
            encoding: .windows1257, encodingMargin: 0.999, delimiter: 0x09, dialectMargin: 0.34)
        #expect(
            departure.details == [
                "pinned": "encoding: utf-8, delimiter: \",\"",
                "found": "encoding: windows-1257, delimiter: tab", "margin": "34 %",
            ])
    }

    @Test func `the margin of an encoding that is as pinned does not count`() {
        #expect(departure(encodingMargin: 0, delimiter: 0x3B, dialectMargin: 0.5).margin == 0.5)
    }

    @Test func `a refusal in doubt says that the margin is too thin`() {
        let details = departure(delimiter: 0x3B, dialectMargin: 0.01).detailsOfDoubt
        #expect(details["margin.en"] == "1 %, too thin to read it so")
        #expect(details["margin.lv"] == "1 %, par maz, lai tā lasītu")
    }

    @Test func `an encoding in doubt says that the margin is too thin`() {
        let finding = EncodingFinding(.windows1257, because: .noWords, margin: 0.5)
        let refusal = finding.refusal(
            pinned: .utf8, contradiction: .byteOutsideUTF8(at: 7), isInDoubt: true)
        #expect(
            refusal.rule.summary.text(in: .english, details: refusal.details)
                == "the file is not in UTF-8: byte 7 does not fit; it seems to be WINDOWS-1257 "
                + "(margin 50 %, too thin to read it so): the bytes make words in no known encoding"
        )
        #expect(
            refusal.rule.summary.text(in: .latvian, details: refusal.details)
                == "fails nav kodējumā UTF-8: 7. baits tajā neder; šķiet, ka tas ir WINDOWS-1257 "
                + "(pārsvars 50 %, par maz, lai tā lasītu): nevienā zināmā kodējumā baiti neveido "
                + "vārdus")
    }

    @Test func `a file in no known encoding is refused without another reading`() {
        let finding = EncodingFinding(nil, because: .noWords, margin: 0)
        let refusal = finding.refusal(
            pinned: .utf8, contradiction: .byteOutsideUTF8(at: 7), isInDoubt: false)
        #expect(
            refusal.rule.summary.text(in: .english, details: refusal.details)
                == "the file is not in UTF-8: byte 7 does not fit; the bytes make words in no known "
                + "encoding")
    }
}
