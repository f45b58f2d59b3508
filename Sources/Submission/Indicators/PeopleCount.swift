/// How many people, women and men apart.
///
/// Somebody whose sex is not known is in the total alone; such a record is incomplete and stands in no
/// common indicator (esf.md, ESF-11 and ESF-15).
struct PeopleCount: Hashable, Sendable {
    private(set) var women = 0
    private(set) var men = 0
    private(set) var total = 0

    /// Counts people.
    init(_ people: some Sequence<Participant> = []) {
        for person in people { add(person.sex) }
    }

    /// Counts one more.
    mutating func add(_ sex: ParticipantSex?) {
        total += 1
        switch sex {
        case .women: women += 1
        case .men: men += 1
        case nil: break
        }
    }
}

extension IndicatorValue {
    /// Takes numbers of people.
    mutating func take(_ count: PeopleCount) {
        women = count.women
        men = count.men
        total = count.total
    }
}
