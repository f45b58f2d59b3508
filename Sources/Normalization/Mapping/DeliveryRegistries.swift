import PupilSupport

/// Numbers the people and plans that a delivery names, in the order of first sight.
struct DeliveryRegistries {
    private(set) var pupils = Registry<PersonIdentifier>()
    private(set) var teachers = Registry<PersonIdentifier>()
    private(set) var plans = Registry<PlanIdentifier>()
    private(set) var planTexts = Registry<String>()
    private(set) var names = Registry<String>()
    private(set) var references = Registry<String>()
    private(set) var documents = Registry<String>()

    mutating func pupil(_ identifier: PersonIdentifier) -> Int { pupils.number(of: identifier) }

    mutating func teacher(_ identifier: PersonIdentifier) -> Int { teachers.number(of: identifier) }

    mutating func planText(_ text: String) -> Int { planTexts.number(of: text) }

    mutating func name(_ text: String) -> Int { names.number(of: text) }

    mutating func reference(_ text: String) -> Int { references.number(of: text) }

    mutating func document(_ text: String) -> Int { documents.number(of: text) }

    mutating func plan(school: Int, text: Int) -> Int {
        plans.number(of: PlanIdentifier(school: school, number: planTexts[text]))
    }
}

/// Numbers distinct values in the order of first sight.
struct Registry<Value: Hashable> {
    private var numbers: [Value: Int] = [:]
    private var values: [Value] = []
    private var handedOut = 0

    mutating func number(of value: Value) -> Int {
        if let number = numbers[value] { return number }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }

    subscript(number: Int) -> Value { values[number] }

    /// Returns the values numbered since the last call.
    mutating func takeNew() -> [Value] {
        defer { handedOut = values.count }
        return Array(values[handedOut...])
    }
}

extension DeliveryRegistries {
    /// Moves what was numbered since the last call into a batch.
    mutating func handOutNew(to batch: inout NormalizedBatch) {
        batch.newPupils = pupils.takeNew()
        batch.newTeachers = teachers.takeNew()
        batch.newPlanNumbers = plans.takeNew()
        batch.newReferences = references.takeNew()
        batch.newDocuments = documents.takeNew()
    }
}
