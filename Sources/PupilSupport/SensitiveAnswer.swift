/// An answer to a question that the law protects most: nothing but one of these four is kept
/// (esf.md, GDPR-13).
public enum SensitiveAnswer: String, Hashable, Sendable, CaseIterable {
    /// Yes.
    case yes
    /// No.
    case no
    /// The pupil, or whoever answers for the pupil, did not want to say.
    case refused
    /// Nobody asked, or nothing was written down.
    case notCollected = "not_collected"
}
