import Extraction
import PupilSupport
import Testing

@testable import Pipelines

/// What becomes of single values.
struct TwinValueTests {
    @Test func `the same text becomes the same text, in capitals and in small letters`() throws {
        let twin = try rows(
            "vārds,cits\nBērziņš,BĒRZIŅŠ\nbērziņš,Bērziņš-Liepa\nLiepa,x Bērziņš y\n")
        let name = twin[1][0]
        #expect(name != "Bērziņš")
        #expect(twin[1][1] == name.uppercased())
        #expect(twin[2][0] == name.lowercased())
        #expect(twin[2][1] == "\(name)-\(twin[3][0])")
        #expect(twin[3][1].contains(name))
    }

    @Test func `letters become letters of their kind`() throws {
        for seed in 1...20 {
            let twin = try rows("vārds\nŠķēņīte\nOzoliņa\n", seed: UInt64(seed))
            #expect(
                twin[1][0].wholeMatch(of: /[ČĢĶĻŅŠŽ][čģķļņšž][āēīū][čģķļņšž][āēīū][b-z][aeiou]/)
                    != nil)
            #expect(
                twin[2][0].wholeMatch(of: /[AEIOU][b-z][aeiou][b-z][aeiou][čģķļņšž][aeiou]/) != nil)
        }
    }

    @Test func `an invented personal code is nobody's and keeps its form and its month`() throws {
        // The first two have a right check digit, which only a person's has.
        let codes = ["010107-21234", "01010721234", "32123456789", "3212345678", "321234-56789"]
        for seed in 1...50 {
            let text = "kods,cits\n" + codes.map { "\($0),x\n" }.joined()
            let twin = try rows(text, seed: UInt64(seed)).dropFirst().map { $0[0] }
            for (code, new) in zip(codes, twin) where code.filter(\.isNumber).count == 11 {
                #expect(new != code)
                #expect(new.count == code.count)
                let personal = try #require(PersonalCode(new))
                #expect(!personal.hasValidCheckDigit)
                #expect(personal.isNewKind == code.hasPrefix("32"))
                if !personal.isNewKind { #expect(new.dropFirst(2).prefix(4) == "0107") }
            }
            #expect(twin[0].filter(\.isNumber) == twin[1])
            #expect(twin[2] == twin[4].filter(\.isNumber))
        }
    }

    @Test func `a code that names no day names none in the twin`() throws {
        for seed in 1...20 {
            let twin = try rows("kods\n310299-11234\n", seed: UInt64(seed))
            #expect(PersonalCode(twin[1][0]) == nil)
            #expect(twin[1][0].wholeMatch(of: /\d\d0299-1\d{4}/) != nil)
        }
    }

    @Test func `a birth day stays that of the code`() throws {
        let twin = try rows(
            "kods,diena,cita\n150307-21234,15.03.2007.,2007-03-15\n09030721234,9.3.2007,09/03/07\n")
        #expect(twin[1][0].prefix(2) == twin[1][1].prefix(2))
        #expect(twin[1][0].prefix(2) == twin[1][2].suffix(2))
        #expect(twin[1][1] != "15.03.2007.")
        #expect(twin[2][0].dropFirst().first == twin[2][1].first)
    }

    @Test func `days become days of their month, as valid as before`() throws {
        let days = ["01.02.2019", "28.02.2019", "30.02.2019", "5.3.19", "2019-12-31", "20191231"]
        for seed in 1...30 {
            let text = "diena,x\n" + days.map { "\($0),y\n" }.joined()
            let twin = try rows(text, seed: UInt64(seed)).dropFirst().map { $0[0] }
            #expect(twin[0].wholeMatch(of: /0[1-9]\.02\.2019/) != nil)
            #expect(twin[1].wholeMatch(of: /(1\d|2[0-8])\.02\.2019/) != nil)
            #expect(twin[2].wholeMatch(of: /(29|31)\.02\.2019/) != nil)
            #expect(twin[3].wholeMatch(of: /[1-9]\.3\.19/) != nil)
            #expect(twin[4].wholeMatch(of: /2019-12-([12]\d|3[01])/) != nil)
            #expect(twin[5].suffix(2) == twin[4].suffix(2))
            #expect(zip(days, twin).allSatisfy { $0 != $1 })
        }
    }

    @Test func `numbers keep their zeros and their length`() throws {
        for seed in 1...20 {
            let twin = try rows("numurs\n007\n120,50\n0\n9\n", seed: UInt64(seed), sign: ";")
            #expect(twin[1][0].wholeMatch(of: /00[1-9]/) != nil)
            #expect(twin[2][0].wholeMatch(of: /[1-9]\d\d,[1-9]\d/) != nil)
            #expect(twin[3][0] == "0")
            #expect(twin[4][0].wholeMatch(of: /[1-8]/) != nil)
        }
    }

    @Test func `a time stays a time`() throws {
        for seed in 1...20 {
            let twin = try rows(
                "laiks,x\n10:30,y\n9:05,y\n2019-05-31T08:15Z,y\n", seed: UInt64(seed))
            #expect(twin[1][0].wholeMatch(of: /(1\d|2[0-3]):[0-5]\d/) != nil)
            #expect(twin[2][0].wholeMatch(of: /\d:[0-5]\d/) != nil)
            #expect(twin[3][0].wholeMatch(of: /2019-05-[123]\dT0\d:[0-5]\dZ/) != nil)
        }
    }

    @Test func `a control sum stays right`() throws {
        let amounts = (0..<12).map { 1010 + 7 * $0 }
        let rows = amounts.map { "Vārds,\($0)\n" }.joined()
        let text = "vārds,stundas\n\(rows)Kopā,\(amounts.reduce(0, +))\n"
        let twin = try self.rows(text)
        let found = twin.dropFirst().prefix(12).compactMap { Int($0[1]) }
        #expect(twin[13] == ["Kopā", "\(amounts.reduce(0, +))"])
        #expect(found.reduce(0, +) == amounts.reduce(0, +))
        #expect(found != amounts)
    }

    @Test func `a seed gives the same twin again and none another one`() throws {
        let file = try TwinFile("vārds,kods\nBērziņš,010107-21234\nKalniņa,020207-21234\n")
        #expect(try file.twin(seed: 5) == file.twin(seed: 5))
        #expect(try file.twin(seed: 5) != file.twin(seed: 6))
        #expect(try Twin(of: file.path).bytes != Twin(of: file.path).bytes)
    }

    @Test func `a semester, a class, a mark, hours and the project's number stay, faults and all`()
        throws
    {
        let text =
            "semestris,klase,vērtējums,stundas,projekts\n"
            + [
                "2018-2019-2,5.A,4,\"0,75\",8.3.4.0/16/I/001",
                "2018./2019. m.g. 3. semestris,13.z,12,45,8.3.4.0/16/I/002",
                "2018/2019,7. klase,10,1:20,8.3.4.0./16/I001",
            ].map { $0 + "\n" }.joined()
        #expect(try TwinFile(text).twin() == text)
    }

    @Test func `a short number of a person does not stay`() throws {
        let twin = try rows("kods,Personāla Nr.,2018-2019\n49,123,x\n50,124,y\n")
        #expect(twin[1][0] != "49" && twin[1][1] != "123")
    }

    @Test func `two numbers never become one`() throws {
        let twin = try rows("plāna numurs\n" + (10...99).map { "A-\($0)\n" }.joined())
        #expect(Set(twin.dropFirst().map { $0[0] }).count == 90)
    }

    @Test func `days of a school year keep their order and their weekends`() throws {
        let days = ["04.02.2019", "09.02.2019", "12.02.2019", "23.02.2019"]
        for seed in 1...20 {
            let twin = try rows(
                "diena,x\n" + days.map { "\($0),y\n" }.joined(), seed: UInt64(seed)
            ).dropFirst().map { $0[0] }
            #expect(twin.sorted() == twin)
            for (day, new) in zip(days, twin) {
                func weekday(_ text: String) -> Int {
                    CivilDate(year: 2019, month: 2, day: Int(text.prefix(2)) ?? 0)?.weekday ?? 0
                }
                #expect((weekday(day) > 5) == (weekday(new) > 5))
            }
        }
    }

    @Test func `a check digit unlike the others stays unlike them, on a code that is nobody's`()
        throws
    {
        // The last one has a right check digit, the others are made up.
        let codes = (1...9).map { "01010\($0)-21230" }.filter {
            PersonalCode($0)?.hasValidCheckDigit == false
        }
        let odd = try #require(
            (0...9).map { "150307-2123\($0)" }.first {
                PersonalCode($0)?.hasValidCheckDigit == true
            })
        let twin = try rows("kods,x\n" + (codes + [odd]).map { "\($0),y\n" }.joined())
        let new = try twin.dropFirst().map { try #require(PersonalCode($0[0])) }
        #expect(new.dropLast().allSatisfy { !$0.hasValidCheckDigit })
        #expect(new.last?.hasValidCheckDigit == true)
        #expect(new.last?.birthDate?.year == 1807)
    }

    /// The cells of the twin of a text.
    private func rows(
        _ text: String, seed: UInt64 = 1, sign: Character = ","
    ) throws -> [[String]] {
        try TwinFile(text).twin(seed: seed).split(separator: "\n").map { line in
            line.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
        }
    }
}
