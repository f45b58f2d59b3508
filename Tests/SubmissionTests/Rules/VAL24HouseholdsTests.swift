import PupilSupport
import Testing

@testable import Submission

struct VAL24HouseholdsTests {
    private func package(_ households: [(code: String, women: Int)]) -> SoundPackage {
        var package = SoundPackage()
        package.changeFigures { figures in
            for household in households {
                var row = known(
                    figures.output.first { $0.value.isOf("CO11", .semester, "Total") })
                row.value.code = household.code
                row.value.women = household.women
                row.value.men = 0
                row.value.total = household.women
                figures.output.append(row)
            }
        }
        return package
    }

    @Test func `households that fit into one another are in order`() {
        #expect(package([("CO12", 1), ("CO13", 1), ("CO14", 2)]).found.isEmpty)
    }

    @Test func `more jobless households with children than jobless ones are found`() {
        #expect(
            package([("CO12", 1), ("CO13", 2), ("CO14", 0)]).found == [
                "VAL-24 error indicators_output esf-2014|CO13|semester|2018-2019-2|Total: in total: CO13 is 2 but CO12 is 1"
            ])
    }

    @Test func `more people of households than participants are found`() {
        #expect(
            package([("CO12", 4), ("CO13", 0), ("CO14", 5)]).found == [
                "VAL-24 error indicators_output esf-2014|CO12|semester|2018-2019-2|Total: in total: CO12 is 4 but TOTAL is 3",
                "VAL-24 error indicators_output esf-2014|CO14|semester|2018-2019-2|Total: in total: CO14 is 5 but TOTAL is 3",
            ])
    }
}
