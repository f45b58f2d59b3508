import Foundation
import Testing

@Suite struct `Decisions on people without a good code` {
    /// A workplace in which everybody but Līva lacks a good code in the list of the second semester.
    private static func write(to workplace: borrowing Workplace) throws {
        var pupils = PeopleInbox.everybody
        pupils[1].code = ""
        (pupils[2].code, pupils[2].given) = ("", "Elsa")
        (pupils[3].code, pupils[3].family) = ("070506-2062", "Liepa")
        try PeopleInbox.write(pupils, to: workplace)
    }

    @Test func `nothing merges by itself, and each link makes one pupil more count`() throws {
        let workplace = try Workplace()
        try Self.write(to: workplace)
        #expect(try workplace.participants() == 1)
        #expect(try workplace.participants() == 1)
        let unknown = try workplace.unidentified()
        #expect(unknown.count == 3)
        for (index, pupil) in [PeopleInbox.anna, PeopleInbox.elza, PeopleInbox.zane].enumerated() {
            let person = try workplace.reference(of: pupil)
            #expect(try workplace.advice(on: unknown[index]).first?.contains(pupil.given) == true)
            let outcome = try workplace.decide("link", person, unknown[index])
            #expect(outcome.code == 0)
            #expect(try workplace.participants() == 2 + index)
        }
        #expect(try workplace.unidentified() == [])
    }

    @Test func `a link says what it is and which file was read again`() throws {
        let workplace = try Workplace()
        try Self.write(to: workplace)
        _ = try workplace.participants()
        let unknown = try workplace.unidentified()[0]
        let person = try workplace.reference(of: PeopleInbox.anna)
        #expect(
            try workplace.decide("link", unknown, person).output
                == """
                1  \(unknown) is \(person); 2019-10-07 06:00 UTC, clerk: file
                  jaundubulti/2018-2019-2/skolenu-saraksts.csv: 2 loaded, 2 held back
                The reports are still those of before; pumpurs rollup writes them anew, and pumpurs \
                diff shows which figures move

                """)
    }

    @Test func `undo brings back what was before, byte for byte`() throws {
        let workplace = try Workplace()
        try Self.write(to: workplace)
        _ = try workplace.participants()
        let before = try workplace.files(in: "reports/2018-2019-2/internal")
        let advice = try workplace.people("list").output
        let unknown = try workplace.unidentified()[0]
        _ = try workplace.decide("link", try workplace.reference(of: PeopleInbox.anna), unknown)
        #expect(try workplace.participants() == 2)
        #expect(try workplace.decide("undo", "1").code == 0)
        #expect(try workplace.participants() == 1)
        #expect(try workplace.files(in: "reports/2018-2019-2/internal") == before)
        #expect(try workplace.people("list").output == advice)
    }

    @Test func `part undoes a link and takes the person out of the advice for good`() throws {
        let workplace = try Workplace()
        try Self.write(to: workplace)
        _ = try workplace.participants()
        let unknown = try workplace.unidentified()[0]
        let elza = try workplace.reference(of: PeopleInbox.elza)
        _ = try workplace.decide("link", elza, unknown)
        #expect(try workplace.decide("part", elza, unknown).code == 0)
        #expect(try workplace.participants() == 1)
        #expect(try workplace.advice(on: unknown).map { $0.prefix(8) } == ["1.  Anna"])
        let refused = try workplace.decide("link", elza, unknown)
        #expect(refused.code == 64)
        #expect(
            refused.errors == """
                pumpurs: it is decided that \(elza) and \(unknown) are never the same (decision 2); \
                if they are, first people undo 2

                """)
        #expect(try workplace.decide("undo", "2").code == 0)
        #expect(try workplace.advice(on: unknown).map { $0.prefix(8) } == ["1.  Anna", "2.  Elza"])
    }

    @Test func `a decision outlives new bytes, changed definitions and the first semester's list`()
        throws
    {
        let workplace = try Workplace()
        try Self.write(to: workplace)
        _ = try workplace.participants()
        let unknown = try workplace.unidentified()[0]
        _ = try workplace.decide("link", try workplace.reference(of: PeopleInbox.anna), unknown)
        try workplace.editLines(PeopleInbox.list) { $0.append($0[1]) }
        #expect(try workplace.participants() == 2)
        let source = "pipelines/sources/jaundubulti.yaml"
        try workplace.write(try workplace.text(source) + "# changed\n", to: source)
        #expect(try workplace.participants() == 2)
        try FileManager.default.removeItem(
            at: workplace.path("inbox/jaundubulti/2018-2019-1/skolenu-saraksts.csv"))
        #expect(try workplace.participants() == 2)
        #expect(try workplace.unidentified().contains(unknown) == false)
    }

    @Test func `another name under a linked code is held back`() throws {
        let workplace = try Workplace()
        try Self.write(to: workplace)
        _ = try workplace.participants()
        let unknown = try workplace.unidentified()[2]
        _ = try workplace.decide("link", try workplace.reference(of: PeopleInbox.zane), unknown)
        #expect(try workplace.participants() == 2)
        var pupils = [PeopleInbox.liva, PeopleInbox.zane]
        (pupils[1].code, pupils[1].given, pupils[1].family) = ("070506-2062", "Ilze", "Egle")
        try PeopleInbox.writeList(pupils, to: workplace)
        #expect(try workplace.participants() == 1)
        #expect(try workplace.unidentified() == [unknown])
    }

    @Test func `a code with several names cannot be linked`() throws {
        let workplace = try Workplace()
        var pupils = PeopleInbox.everybody
        for index in 1...2 { pupils[index].code = "120306-2" }
        try PeopleInbox.write(pupils, to: workplace)
        _ = try workplace.participants()
        let unknown = try workplace.unidentified()
        #expect(unknown.count == 1)
        let refused = try workplace.decide(
            "link", try workplace.reference(of: PeopleInbox.anna), unknown[0])
        #expect(
            refused.errors == """
                pumpurs: the records of \(unknown[0]) have several names with one code, so they may \
                be several people; ask the school to correct the code

                """)
    }

    @Test func `files that a cut-off run did not read again are read by the next one`() throws {
        let workplace = try Workplace()
        try Self.write(to: workplace)
        _ = try workplace.participants()
        let unknown = try workplace.unidentified()[0]
        let person = try workplace.reference(of: PeopleInbox.anna)
        // Definitions that refuse the file stand for a run that is killed behind the decision.
        let source = "pipelines/sources/jaundubulti.yaml"
        let definitions = try workplace.text(source)
        try workplace.write(
            definitions.replacing("sex: {column: Dzimums}", with: "sex: {column: Nav tādas}"),
            to: source)
        #expect(try workplace.decide("link", person, unknown).code == 3)
        try workplace.write(definitions, to: source)
        #expect(try workplace.participants() == 2)
    }
}
