import Diagnostics
import PupilSupport

extension RowWorker {
    /// Somebody whom the row names without a good code, and whom a decision says that they are.
    struct Unidentified {
        let person: UnidentifiedPerson
        let decision: Int?
        /// The number of the person among those of the delivery, where a decision names them.
        let number: Int?
    }

    /// Returns the person that a decision says a record means, whose code is not good or not there;
    /// `nil` when there is no such decision.
    mutating func identify(
        _ mapping: CompiledMapping, field: Int, row: Int, registries: inout DeliveryRegistries
    ) -> Int? {
        let isTeacher: Bool
        switch mapping.kind.fields[field].type {
        case .pupil: isTeacher = false
        case .teacher: isTeacher = true
        default: return nil
        }
        let entry: Unidentified
        if let known = unidentified.first(where: { $0.person.isTeacher == isTeacher }) {
            entry = known
        } else {
            let person = person(
                isTeacher: isTeacher, mapping: mapping, field: field, row: row,
                registries: registries)
            let identified = context.identify?(person)
            let number = identified.map { identified in
                isTeacher
                    ? registries.teacher(identified.identifier)
                    : registries.pupil(identified.identifier)
            }
            entry = Unidentified(
                person: person, decision: identified?.decision, number: number)
            unidentified.append(entry)
        }
        guard let number = entry.number, let decision = entry.decision else { return nil }
        add(
            Diagnostic(
                FieldRules.identifiedByDecision,
                at: position(ofField: field, mapping: mapping, row: row),
                details: ["decision": "\(decision)"]))
        return number
    }

    private func person(
        isTeacher: Bool, mapping: CompiledMapping, field: Int, row: Int,
        registries: DeliveryRegistries
    ) -> UnidentifiedPerson {
        var code = ""
        if case .reader(let reader) = mapping.slots[field] {
            code = cellText(reader, row: row) ?? ""
        }
        let naming = table.mappings.first {
            $0.personFields != nil && $0.kind == (isTeacher ? .staffMember : .pupil)
        }
        func name(_ field: Int?) -> String {
            guard let naming, let field, let number = value(naming, field, row), number >= 0 else {
                return ""
            }
            return registries.names[number]
        }
        let school = table.mappings.lazy.compactMap { mapping in
            mapping.schoolField.flatMap { value(mapping, $0, row) }
        }.first.map { context.municipality.schools[$0].code }
        let schoolClass = table.mappings.lazy.compactMap { mapping in
            mapping.kind.fieldIndex("class").flatMap { value(mapping, $0, row) }
        }.first
        var birthDate: Int?
        if let naming, let field = naming.birthDateField { birthDate = value(naming, field, row) }
        return UnidentifiedPerson(
            isTeacher: isTeacher, school: context.source.school ?? school ?? context.source.code,
            code: code, givenName: name(naming?.personFields?.givenName),
            familyName: name(naming?.personFields?.familyName),
            birthDate: birthDate.flatMap(CivilDate.init(storedValue:)),
            schoolClass: isTeacher ? nil : schoolClass)
    }

    /// Returns the good value of a field of the row as its mapping reads it.
    private func value(_ mapping: CompiledMapping, _ field: Int, _ row: Int) -> Int? {
        let value: Int
        switch mapping.slots[field] {
        case .reader(let reader): value = values[reader * rowCount + row]
        case .constant(let constant): value = constant
        case .semesterOf, .empty: return nil
        }
        return value <= ValueReader.none ? nil : value
    }
}
