/// A source whose records name their school and their semester, in one file for a whole county.
enum CountySource {
    static let definition = """
        version: 1
        source: novads
        name: {lv: novads, en: county}
        check_digit: ignore
        files:
          - kind: pupils
            recognise: {columns: [Skola, Semestris, Kods, Klase]}
            encoding: utf-8
            format: csv
            csv: {delimiter: ";"}
            records:
              - record: enrolment
                fields:
                  school: {column: Skola}
                  semester: {column: Semestris}
                  pupil: {column: Kods}
                  class: {column: Klase}

        """
}
