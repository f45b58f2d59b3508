import Foundation
import Testing

@Suite struct `Advice on people without a good code` {
    /// What the list of pupils says of somebody, and what is advised.
    private static func advice(on pupil: PeopleInbox.Pupil) throws -> [String] {
        let workplace = try Workplace()
        try PeopleInbox.write([pupil], to: workplace)
        #expect(try workplace.participants() == 0)
        return try workplace.advice(on: try workplace.unidentified().first ?? "")
    }

    private static let place = "same birth date; same school; same class"

    @Test func `a pupil without a code is known by name, birth date, school and class`() throws {
        var pupil = PeopleInbox.liva
        pupil.code = ""
        #expect(try Self.advice(on: pupil) == ["1.  Līva  80: same name; \(Self.place)"])
    }

    @Test func `a name without diacritics is the same name`() throws {
        var pupil = PeopleInbox.liva
        (pupil.code, pupil.given, pupil.family) = ("nav", "LIVA", "Niedrite")
        #expect(
            try Self.advice(on: pupil) == [
                "1.  Līva  76: same name without diacritics, hyphens and order; \(Self.place)"
            ])
    }

    @Test func `of twins the one with the same given name comes first`() throws {
        var pupil = PeopleInbox.elza
        (pupil.code, pupil.family) = ("-", "Berzina Kalnina")
        #expect(
            try Self.advice(on: pupil) == [
                "1.  Elza  76: same name without diacritics, hyphens and order; \(Self.place)",
                "2.  Anna  50: same birth date; same family name, another given name; same school; "
                    + "same class",
            ])
    }

    @Test func `twins who are equally likely share a place`() throws {
        var pupil = PeopleInbox.anna
        (pupil.code, pupil.given) = ("", "K.")
        #expect(
            Set(try Self.advice(on: pupil)) == [
                "1.= Anna  50: same birth date; same family name, another given name; same school; "
                    + "same class",
                "1.= Elza  50: same birth date; same family name, another given name; same school; "
                    + "same class",
            ])
    }

    @Test func `a slip in the name and a digit too few lead to the pupil`() throws {
        var pupil = PeopleInbox.zane
        pupil.code.removeLast()
        pupil.given = "Zene"
        #expect(
            try Self.advice(on: pupil) == [
                "1.  Zane  106: one digit of the code is missing; one letter of the name differs; "
                    + Self.place
            ])
    }

    @Test func `a pupil with a changed surname is known by the rest`() throws {
        var pupil = PeopleInbox.zane
        (pupil.code, pupil.family) = ("", "Liepa")
        #expect(
            try Self.advice(on: pupil) == [
                "1.  Zane  48: same birth date; same school; same given name, another family name; "
                    + "same class"
            ])
    }

    @Test func `a mistyped code without a name leads to the pupil`() throws {
        let workplace = try Workplace()
        try PeopleInbox.write(PeopleInbox.everybody, to: workplace)
        let code = PeopleInbox.anna.code
        let swapped =
            code.prefix(4) + String(code.dropFirst(4).prefix(2).reversed())
            + code.dropFirst(6)
        try workplace.write(
            try workplace.text(PeopleInbox.sessions).replacing(
                code, with: swapped.dropLast(1) + ""),
            to: PeopleInbox.sessions)
        #expect(try workplace.participants() == 3)
        #expect(
            try workplace.advice(on: try workplace.unidentified().first ?? "") == [
                "nobody is alike"
            ])
        try workplace.write(
            try workplace.text(PeopleInbox.sessions).replacing(
                swapped.dropLast(1) + "", with: code.dropLast(1) + ""),
            to: PeopleInbox.sessions)
        #expect(try workplace.participants() == 3)
        #expect(
            try workplace.advice(on: try workplace.unidentified().first ?? "") == [
                "1.  Anna  53: one digit of the code is missing; same school; same class"
            ])
    }

    @Test func `the advice names nobody unless it is asked to`() throws {
        var pupil = PeopleInbox.liva
        pupil.code = "010107-2123"
        let workplace = try Workplace()
        try PeopleInbox.write([pupil], to: workplace)
        _ = try workplace.participants()
        let silent = try workplace.people("list")
        let known = try workplace.people("list", "--known")
        let telling = try workplace.people("list", "--names")
        for text in ["Līva", "Niedrīte", "0101072123", "010107", "01.01.2007"] {
            #expect(!(silent.output + silent.errors + known.output).contains(text))
        }
        #expect(telling.output.contains("[010107-2123, Līva Niedrīte, 01.01.2007.]"))
        #expect(telling.output.contains("[01010721230, Līva Niedrīte, 01.01.2007.]"))
        let store = try workplace.files(in: "state").filter { $0.key.hasPrefix("pumpurs.sqlite") }
        for bytes in store.values {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Niedr"))
            #expect(!String(decoding: bytes, as: UTF8.self).contains("0101072123"))
        }
    }
}
