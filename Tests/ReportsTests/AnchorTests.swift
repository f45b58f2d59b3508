import Foundation
import PupilSupport
import Rollup
import Testing

@testable import Reports

@Suite struct `Places of a page` {
    @Test func `each figure of a page has one place, named by its address`() throws {
        let report = try SampleReport.springSemester()
        let page = try PageRenderer().render(report, in: .latvian)
        let places = page.matches(of: /<td[^>]* id="([^"]+)"/).map { String($0.1) }
        #expect(Set(places).count == places.count)
        #expect(places.contains("2018-2019-2/participants/school=sloka"))
        let known = Set(report.cube.figures.map(\.address.description))
        #expect(places.count > 100)
        #expect(places.allSatisfy(known.contains))
    }
}
