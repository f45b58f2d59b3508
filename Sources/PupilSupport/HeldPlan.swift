/// A plan that was delivered but is held back, so that nothing rests on it.
public struct HeldPlan: Sendable, Hashable {
    /// The plan, by the number that the delivery gives it.
    public let plan: Int
    /// The school, by its place in the municipality's list.
    public let school: Int
    /// The semester, as the store keeps it.
    public let semester: Int

    /// Creates a plan that is held back.
    public init(plan: Int, school: Int, semester: Int) {
        self.plan = plan
        self.school = school
        self.semester = semester
    }
}
