public import Diagnostics
public import PupilSupport

/// What normalising one batch of records gives.
public struct NormalizedBatch: Sendable {
    /// The records of the model, kind by kind.
    public var records: [ModelBatch] = []
    /// People named for the first time in the delivery, in the order of their numbers.
    public var newPupils: [PersonIdentifier] = []
    /// Teachers named for the first time in the delivery, in the order of their numbers.
    public var newTeachers: [PersonIdentifier] = []
    /// Plans named for the first time in the delivery, in the order of their numbers.
    public var newPlanNumbers: [PlanIdentifier] = []
    /// References of documents named for the first time in the delivery, in the order of their numbers.
    public var newReferences: [String] = []
    /// Numbers of documents of schools named for the first time in the delivery, in the order of their numbers.
    public var newDocuments: [String] = []
    /// Names given with a person, once for each different spelling.
    public var names: [GivenName] = []
    /// Records that are held back.
    public var heldBack: [SourcePlace] = []
    /// Records that name somebody without a good code, held back or not.
    public var unidentified: [UnidentifiedRecord] = []
    /// Records that are left out because they name people who were erased.
    public var erased: [SourcePlace] = []
    /// What was found, in the order of the file.
    public var findings: [Diagnostic] = []
    /// The columns of which nothing is kept; they come with the first batch of a table.
    public var droppedColumns: [DroppedColumn] = []
    /// The number of records read.
    public var recordsRead = 0
    /// The number of records left out by rule.
    public var recordsIgnored = 0
    /// Whether the table's total row is among the records.
    public var hasTotalRow = false
    /// The semesters that loaded records name.
    public var semesters: Set<Int> = []
    /// The semesters that records name which are held back.
    public var heldSemesters: Set<Int> = []
    /// The schools that loaded records name, by their places in the municipality's list.
    public var schools: Set<Int> = []
    /// The schools that records name which are held back.
    public var heldSchools: Set<Int> = []
    /// The plans that are held back with their records.
    public var heldPlans: Set<HeldPlan> = []
}
