/// Everything that is kept of a person; the property names are those of the JSON.
public struct PersonDocument: Encodable, Sendable {
    /// The form of the document.
    let schema = "pumpurs-person/1"
    /// `pupil` or `teacher`.
    let role: String
    /// How command lines name the person, one for each code.
    let references: [String]
    /// What the vault has sealed of the person, one for each code.
    let vault: [PersonVaultEntry]
    /// The records, by kind, delivery and place.
    let records: [PersonRecordEntry]
    /// The records that are held back and name the person.
    let heldBack: [PersonHeldEntry]
    /// Other records of files that name the person, of which nothing is kept but the text in the archive.
    let others: [PersonPlace]
    /// What checks found in the person's records.
    let findings: [PersonFinding]
    /// The history of records that are or were held back.
    let quarantine: [PersonQuarantineEntry]
    /// Decisions on who the person is.
    let decisions: [PersonDecisionEntry]
    /// Warnings of the person's records that somebody accepted.
    let acknowledgements: [PersonAcknowledgement]
    /// The files of the archive in which the person could not be looked for.
    let problems: [FileProblem]

    /// Whether anything is kept.
    public var isKnown: Bool {
        !references.isEmpty || !heldBack.isEmpty || !others.isEmpty
    }

    private enum CodingKeys: String, CodingKey {
        case schema, role, references, vault, records, heldBack = "held_back", others, findings
        case quarantine, decisions, acknowledgements, problems
    }
}

/// What the vault has sealed of a person.
struct PersonVaultEntry: Encodable, Sendable {
    let code: String
    let givenName: String
    let familyName: String

    private enum CodingKeys: String, CodingKey {
        case code, givenName = "given_name", familyName = "family_name"
    }
}

/// Where something stands.
struct PersonPlace: Encodable, Hashable, Sendable {
    let file: String
    let line: Int
    /// The cell of a workbook, or `nil`.
    let cell: String?
    let delivery: Int
    /// Whether the delivery counts, or another took its place.
    let inForce: Bool

    private enum CodingKeys: String, CodingKey {
        case file, line, cell, delivery, inForce = "in_force"
    }
}

/// A record of the model.
struct PersonRecordEntry: Encodable, Sendable {
    let kind: String
    let place: PersonPlace
    let heldBack: Bool
    /// The values by field; a field without a value is left out.
    let values: [String: String]

    private enum CodingKeys: String, CodingKey {
        case kind, place, heldBack = "held_back", values
    }
}

/// A record that is held back, as it stands in the file.
struct PersonHeldEntry: Encodable, Sendable {
    let place: PersonPlace
    let text: String?
}

/// What a check found.
struct PersonFinding: Encodable, Sendable {
    let place: PersonPlace
    let rule: String
    let message: TwoTexts
}

/// The history of a record that is or was held back.
struct PersonQuarantineEntry: Encodable, Sendable {
    let id: Int
    let place: PersonPlace
    let rules: [String]
    let state: String
    let attempts: Int
}

/// A decision on who somebody is.
struct PersonDecisionEntry: Encodable, Sendable {
    let id: Int
    let kind: String
    let first: String
    let second: String
    let author: String
    let reason: String
    let undone: Bool
}

/// A warning that somebody accepted.
struct PersonAcknowledgement: Encodable, Sendable {
    let id: Int
    let rule: String
    let author: String
    let reason: String
}
