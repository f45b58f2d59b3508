import Testing

struct `The municipality` {
    @Test func `days are in order`() throws {
        let found = try faults(
            "jurmala.yaml",
            "ends_on: 2022-12-31",
            "ends_on: 2016-12-31")
        let expected = [
            """
            pipelines/jurmala.yaml:10:12: error: 'ends_on' (2016-12-31) lies before 'starts_on' \
            (2017-03-16) [DEF-029]
              help: correct one of the days
            """
        ]
        #expect(found == expected)
    }

    @Test func `semesters do not overlap`() throws {
        let found = try faults(
            "jurmala.yaml",
            "plans_end_on: 2018-12-31",
            "plans_end_on: 2019-01-07")
        let expected = [
            """
            pipelines/jurmala.yaml:37:5: error: semester 2018-2019-2 begins on 2019-01-07, not \
            after the end of semester 2018-2019-1, 2019-01-07 [DEF-030]
              help: semesters must not overlap, up to and with their 'plans_end_on'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a semester lies in its school year`() throws {
        let found = try faults(
            "jurmala.yaml",
            "starts_on: 2018-09-03",
            "starts_on: 2017-09-03")
        let expected = [
            """
            pipelines/jurmala.yaml:32:16: error: 'starts_on' (2017-09-03) does not lie between \
            2018-07-01 and 2019-08-31 [DEF-031]
              help: correct the day or the semester
            """
        ]
        #expect(found == expected)
    }

    @Test func `the last day of a level lies in the semester`() throws {
        let found = try faults(
            "jurmala.yaml",
            "ends_on: 2019-05-17",
            "ends_on: 2018-05-17")
        let expected = [
            """
            pipelines/jurmala.yaml:41:36: error: 'ends_on' (2018-05-17) does not lie between \
            2019-01-07 and 2019-08-31 [DEF-031]
              help: correct the day or the semester
            """
        ]
        #expect(found == expected)
    }

    @Test func `holidays touch the semester`() throws {
        let found = try faults(
            "jurmala.yaml",
            "{from: 2018-12-24, until: 2019-01-04}",
            "{from: 2019-01-02, until: 2019-01-04}")
        let expected = [
            """
            pipelines/jurmala.yaml:36:16: error: 'from' (2019-01-02) does not lie between \
            2018-09-03 and 2018-12-31 [DEF-031]
              help: correct the day or the semester
            """
        ]
        #expect(found == expected)
    }

    @Test func `class bands do not overlap`() throws {
        let found = try faults(
            "jurmala.yaml",
            "levels: {from: 5, to: 8}}",
            "levels: {from: 5, to: 9}}")
        let expected = [
            """
            pipelines/jurmala.yaml:16:70: error: the class bands '5-8' and '9-12' share levels: \
            9 [DEF-032]
              help: let each level belong to one band
            """
        ]
        #expect(found == expected)
    }

    @Test func `class bands hold every level of the project`() throws {
        let found = try faults(
            "jurmala.yaml",
            "levels: {from: 9, to: 12}}",
            "levels: {from: 10, to: 11}}")
        let expected = [
            """
            pipelines/jurmala.yaml:15:3: error: levels that are in no class band: 9, 12 [DEF-033]
              help: the bands must hold all levels of the project, 5 to 12
            """
        ]
        #expect(found == expected)
    }
}
