/// What catalogues of data are told of a municipality's figures; nothing is said that is not defined.
public struct Publication: Hashable, Sendable {
    /// The terms under which published figures may be used.
    public struct Licence: Hashable, Sendable {
        /// The identifier, `CC-BY-4.0`.
        public let name: String
        /// The title.
        public let title: LocalizedText
        /// The address of the text.
        public let path: String

        /// Creates a licence.
        public init(name: String, title: LocalizedText, path: String) {
            self.name = name
            self.title = title
            self.path = path
        }
    }

    /// Whom a reader may ask.
    public struct Contact: Hashable, Sendable {
        /// The name of the office.
        public let name: LocalizedText
        /// The address for letters by e-mail.
        public let email: String

        /// Creates a contact.
        public init(name: LocalizedText, email: String) {
            self.name = name
            self.email = email
        }
    }

    /// The licence, or `nil` when none is defined.
    public let licence: Licence?
    /// The contact, or `nil` when none is defined.
    public let contact: Contact?

    /// Numbers of people from 1 to just below this are shown to nobody but the Board: 3 to 10.
    public let threshold: Int

    /// The threshold where none is defined, `esf.md` SDC-2.
    public static let usualThreshold = 5

    /// Creates what catalogues are told.
    public init(
        licence: Licence? = nil, contact: Contact? = nil, threshold: Int = usualThreshold
    ) {
        self.licence = licence
        self.contact = contact
        self.threshold = threshold
    }
}
