import Foundation
import Testing

@Suite struct `Elements that stand once in each pupil` {
    private static func workplace() throws -> Workplace {
        let workplace = try Workplace()
        let pupils = (1...3).map { number in
            """
            <Skolens pk="01010\(number)-2123\(number)" klase="5.a" no="0\(number).09.2018">
              <Plans nr="P-\(number)" statuss="apstiprināts" no="1\(number).01.2019" \
            lidz="31.05.2019" direktors="17.01.2019"/>
            </Skolens>

            """
        }
        try workplace.write(
            "<Skola semestris=\"2018-2019-2\">\n" + pupils.joined() + "</Skola>\n", to: "a.xml")
        return workplace
    }

    @Test func `a plan is a record, and its days are not those of the enrolment`() throws {
        let output = try Self.workplace().run("inspect", "a.xml", "--language", "en").output
        let start = try #require(output.firstRange(of: "    records:\n"))
        #expect(
            String(output[start.upperBound...]) == """
                      - at: Skola/Skolens   # 3
                        record: pupil
                        fields:
                          pupil: {path: "@pk"}
                      - at: Skola/Skolens   # 3
                        record: enrolment
                        fields:
                          semester: {path: "../@semestris"}
                          pupil: {path: "@pk"}
                          class: {path: "@klase"}
                          enrolled_from: {path: "@no"}
                      - at: Skola/Skolens/Plans   # 3
                        record: plan
                        fields:
                          semester: {path: "../../@semestris"}
                          plan_number: {path: "@nr"}
                          pupil: {path: "../@pk"}
                          starts_on: {path: "@no"}
                          ends_on: {path: "@lidz"}
                          status: {path: "@statuss"}
                          head_approved_on: {path: "@direktors"}

                """)
    }

    @Test func `they are told with how many there are`() throws {
        let output = try Self.workplace().run("inspect", "a.xml", "--language", "en").output
        #expect(
            output.contains(
                """
                records too, one in each parent (choose with --record):
                  Skola/Skolens/Plans                     3

                """))
    }

    @Test(arguments: ["Plans", "Skola/Skolens/Plans"])
    func `they can be chosen`(path: String) throws {
        let outcome = try Self.workplace().run(
            "inspect", "a.xml", "--record", path, "--as", "csv")
        #expect(outcome.code == 0)
        #expect(
            outcome.output
                == "@nr,@statuss,@no,@lidz,@direktors,../@pk,../@klase,../@no,../../@semestris\r\n"
                + (1...3).map {
                    "P-\($0),apstiprināts,1\($0).01.2019,31.05.2019,17.01.2019,01010\($0)-2123\($0),5.a,"
                        + "0\($0).09.2018,2018-2019-2\r\n"
                }.joined())
    }
}
