public import SupportStore

extension FileRekeying.Cause {
    /// Why, in Latvian.
    public var latvian: String {
        switch self {
        case .retention: "beidzies tās glabāšanas laiks"
        case .erasure, .unblankable: "tajā nevarēja aizklāt dzēsta cilvēka ierakstus"
        }
    }

    /// Why, in English.
    public var english: String {
        switch self {
        case .retention: "its time was over"
        case .erasure, .unblankable: "the records of an erased person could not be blanked in it"
        }
    }

    /// The values for texts of rules.
    var reasons: [String: String] { ["reason.lv": latvian, "reason.en": english] }
}
