import Submission

/// Makes many packages' worth of records from those of one: each copy has other people, plans and sessions.
///
/// Copies share schools, so that there are as many schools as are asked for, whatever the number of copies.
struct Multiplication {
    /// How many times everybody is there; 1 leaves everything as it is.
    let copies: Int
    /// How many times every school is there.
    let schoolCopies: Int

    /// The name of a school in a copy.
    func school(_ code: String, _ copy: Int) -> String {
        let own = copy % schoolCopies
        return own == 0 || code.isEmpty ? code : "\(code)-\(own)"
    }

    /// The name of a plan in a copy; it begins with the code of its school.
    private func plan(_ id: String, _ copy: Int) -> String {
        guard copy > 0, !id.isEmpty else { return id }
        let code = String(id.prefix { $0 != "/" })
        return "\(school(code, copy))\(id.dropFirst(code.count))-\(copy)"
    }

    /// Hexadecimal text of the same length that no other copy has.
    private func fresh(_ text: String, _ copy: Int) -> String {
        guard copy > 0, !text.isEmpty else { return text }
        let digits = PackageFile.fingerprint(of: Array("\(text)/\(copy)".utf8))
        return String(digits.prefix(text.utf8.count))
    }

    // MARK: - Records

    /// Returns the records of all copies but for claims, which are made of sessions.
    func records(_ sample: PackageContent) -> PackageContent {
        var content = PackageContent()
        for copy in 0..<copies { add(copy, of: sample, to: &content) }
        return content
    }

    private func add(_ copy: Int, of sample: PackageContent, to content: inout PackageContent) {
        // Records of one plan or person share its name, as they do when they come from the store.
        var plans: [String: String] = [:]
        var people: [String: String] = [:]
        func plan(_ id: String, _ copy: Int) -> String {
            if let known = plans[id] { return known }
            let name = self.plan(id, copy)
            plans[id] = name
            return name
        }
        func fresh(_ text: String, _ copy: Int) -> String {
            if let known = people[text] { return known }
            let name = self.fresh(text, copy)
            people[text] = name
            return name
        }
        content.participants += sample.participants.map { person in
            var person = person
            person.id = fresh(person.id, copy)
            person.school = school(person.school, copy)
            person.sourceFile = fresh(person.sourceFile, copy)
            return person
        }
        content.sensitive += sample.sensitive.map { record in
            var record = record
            record.participant = fresh(record.participant, copy)
            return record
        }
        content.participations += sample.participations.map { record in
            var record = record
            record.id = plan(record.id, copy)
            record.participant = fresh(record.participant, copy)
            record.school = school(record.school, copy)
            return record
        }
        content.measures += sample.measures.map { record in
            var record = record
            record.plan = plan(record.plan, copy)
            return record
        }
        content.outcomes += sample.outcomes.map { record in
            var record = record
            record.plan = plan(record.plan, copy)
            return record
        }
        content.teachers += sample.teachers.map { record in
            var record = record
            record.id = fresh(record.id, copy)
            record.school = school(record.school, copy)
            return record
        }
        content.timesheets += sample.timesheets.map { record in
            var record = record
            record.teacher = fresh(record.teacher, copy)
            record.school = school(record.school, copy)
            return record
        }
        content.consultations += sample.consultations.map { record in
            var record = record
            let file = String(record.id.prefix { $0 != "-" })
            record.id = fresh(file, copy) + record.id.dropFirst(file.count)
            record.plan = plan(record.plan, copy)
            record.teacher = fresh(record.teacher, copy)
            return record
        }
    }

    // MARK: - What records are checked against

    /// Returns the reference with all schools, and with announcements of all copies.
    func reference(_ sample: PackageReference) -> PackageReference {
        var reference = sample
        reference.schools = (0..<schoolCopies).flatMap { copy in
            sample.schools.map { entry in
                .init(
                    code: school(entry.code, copy),
                    name: copy == 0 ? entry.name : "\(entry.name) \(copy)")
            }
        }
        reference.announced = sample.announced.map { announcement in
            var announcement = announcement
            announcement.participants *= copies
            announcement.teachers *= copies
            return announcement
        }
        return reference
    }

    /// Returns the files that all schools sent.
    func inputs(_ sample: [PackageManifest.Input]) -> [PackageManifest.Input] {
        (0..<schoolCopies).flatMap { copy in
            sample.map { input in
                var input = input
                input.schools = input.schools.map { school($0, copy) }
                if copy > 0 { input.file = "\(copy)/\(input.file)" }
                input.sha256 = fresh(input.sha256, copy)
                return input
            }
        }
    }

    /// Returns public rows of all schools: what the sample shows is shown, with the exact value.
    func publicRows(_ sample: [PublicRow], of aggregates: PackageAggregates) -> [PublicRow] {
        let exact = aggregates.semesterFigures
        return (0..<schoolCopies).flatMap { copy in
            sample.filter { copy == 0 || !$0.school.isEmpty }.map { row in
                var row = row
                row.school = school(row.school, copy)
                if copy > 0 { row.schoolName += " \(copy)" }
                if row.value != nil { row.value = row.exactValue(in: exact) }
                return row
            }
        }
    }
}
