import Foundation
import Testing

@Suite struct `A fourth school` {
    @Test func `a tab-separated UTF-16 export is counted after adding YAML alone`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let municipality = try workplace.text("pipelines/jurmala.yaml")
        let place = try #require(municipality.range(of: "\nschools:\n"))
        try workplace.write(
            municipality.replacingCharacters(in: place, with: "\nschools:\n" + Self.school),
            to: "pipelines/jurmala.yaml")
        try workplace.write(Self.source, to: "pipelines/sources/bulduri.yaml")
        try workplace.write(Self.example, to: "pipelines/sources/bulduri.test.yaml")
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in Self.export.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        try workplace.write(bytes, to: "inbox/bulduri/nodarbibas.txt")
        let outcome = try workplace.report()
        let summary = try Summary(workplace, "2018-2019-2")
        #expect(outcome.code == 3)
        #expect(outcome.errors.isEmpty)
        #expect(summary.keyFigure("participants") == 36)
        #expect(summary.keyFigure("sessions") == 428)
        #expect(summary.schools("participants") == [1, 16, 11, 10])
    }

    private static let school = """
          - code: bulduri
            name: {lv: Bulduru pamatskola, en: Bulduri Primary School}
            short_name: {lv: Bulduri, en: Bulduri}
            levels: {from: 5, to: 9}

        """

    private static let source = """
        version: 1
        source: bulduri
        name: {lv: Bulduri, en: Bulduri}
        school: bulduri
        check_digit: synthetic
        files:
          - kind: everything
            recognise: {columns: [IAP, Kods, Ilgums]}
            encoding: utf-16le
            format: csv
            csv: {delimiter: tab, quote: none}
            records:
              - record: enrolment
                fields: {semester: {column: Semestris}, pupil: {column: Kods}, class: {column: Klase}}
              - record: plan
                fields:
                  semester: {column: Semestris}
                  plan_number: {column: IAP}
                  pupil: {column: Kods}
                  starts_on: {column: No}
                  ends_on: {column: Līdz}
                  status: {value: Apstiprināts}
                  head_approved_on: {column: No}
              - record: session
                fields:
                  semester: {column: Semestris}
                  plan_number: {column: IAP}
                  pupil: {column: Kods}
                  teacher: {column: Pedagogs, identified_by: staff_number}
                  measure: {value: psihologs}
                  date: {column: Datums}
                  minutes: {column: Ilgums}
              - record: staff_member
                fields: {staff_number: {column: Pedagogs}, teacher: {column: Pedagoga kods}}

        """

    private static let header =
        "Semestris\tIAP\tKods\tKlase\tNo\tLīdz\tDatums\tIlgums\tPedagogs\tPedagoga kods"
    private static let row =
        "2018./2019. 2. semestris\tB-1\t010106-21111\t6.a\t14.01.2019.\t31.05.2019.\t"
        + "05.02.2019.\t40\t7\t010170-11111"

    private static let export = header + "\r\n" + row + "\r\n"

    private static let example = """
        version: 1
        examples:
          - name: a row of everything
            file: everything
            input: |
              \(header)
              \(row)
            gives:
              - {record: enrolment, class: 6.a}
              - {record: plan, plan_number: B-1}
              - {record: session, minutes: 40, measure: psychologist}
              - {record: staff_member}

        """
}
