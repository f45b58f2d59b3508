import PupilSupport

extension Municipality {
    /// Returns the municipality with another name for its first school.
    func renamingFirstSchool(_ name: String) -> Municipality {
        let first = schools[0]
        let text = LocalizedText(lv: name, en: name)
        let school = School(code: first.code, name: text, shortName: text, levels: first.levels)
        return copy(schools: [school] + schools.dropFirst())
    }

    /// Returns the municipality with other schools or something else to tell catalogues.
    func copy(schools: [School]? = nil, publication: Publication? = nil) -> Municipality {
        Municipality(
            code: code, board: board, project: project, schools: schools ?? self.schools,
            classBands: classBands, calendar: calendar, lowMarkBelow: lowMarkBelow,
            targets: targets, expectedDeliveries: expectedDeliveries,
            publication: publication ?? self.publication)
    }
}
