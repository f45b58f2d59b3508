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
    private var values: [Value] = []
    /// The hashes of the values: a table that grows need not hash a nation's identifiers again.
    private var hashes: [Int] = []
    /// An open-addressing table of numbers, counted from 1.
    private var slots = [UInt32](repeating: 0, count: 64)
    private var handedOut = 0

    mutating func number(of value: Value) -> Int {
        let hash = value.hashValue
        var slot = hash & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, values[number] == value { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        values.append(value)
        hashes.append(hash)
        slots[slot] = UInt32(values.count)
        if values.count * 2 > slots.count { grow() }
        return values.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = hash & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
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
