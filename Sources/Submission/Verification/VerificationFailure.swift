public import PupilSupport

/// One of the thirteen checks of a package (esf.md, section 7.4).
public enum VerificationCheck: Int, Sendable, CaseIterable {
    case files = 1
    case modes
    case schemas
    case keys
    case rules
    case aggregates
    case publicFigures
    case disclosure
    case personalData
    case canonicalCodes
    case revisions
    case publicity
    case rebuild

    /// What the check looks at.
    public var name: LocalizedText {
        switch self {
        case .files:
            LocalizedText(
                lv: "katrs fails ir uzskaitīts un sakrīt, lieku nav",
                en: "every file is listed and matches, none is extra")
        case .modes:
            LocalizedText(lv: "piekļuves tiesības un īpašnieks", en: "access rights and owner")
        case .schemas: LocalizedText(lv: "tabulu forma", en: "the form of the tables")
        case .keys:
            LocalizedText(lv: "atslēgas un norādes", en: "keys and references")
        case .rules:
            LocalizedText(lv: "pārbaudes VAL-01 līdz VAL-57", en: "the rules VAL-01 to VAL-57")
        case .aggregates:
            LocalizedText(
                lv: "skaitļi, saskaitīti no ierakstiem",
                en: "figures counted again from the records")
        case .publicFigures:
            LocalizedText(
                lv: "publiskie skaitļi pret precīzajiem", en: "public figures against exact ones")
        case .disclosure:
            LocalizedText(
                lv: "ko no publiskā var izrēķināt", en: "what can be worked out from what is public"
            )
        case .personalData:
            LocalizedText(
                lv: "personas kodi un vārdi, kur tiem nav jābūt",
                en: "personal codes and names where none may be")
        case .canonicalCodes:
            LocalizedText(
                lv: "projekta numurs, periods, skolu kodi",
                en: "number of the project, period, codes of schools")
        case .revisions: LocalizedText(lv: "izdevumu secība", en: "the chain of revisions")
        case .publicity:
            LocalizedText(
                lv: "finansējuma teikums un emblēma", en: "the sentence on funding and the emblem")
        case .rebuild:
            LocalizedText(
                lv: "no tiem pašiem ierakstiem iznāk tie paši baiti",
                en: "the same records give the same bytes")
        }
    }
}

/// What is wrong with a package.
public struct VerificationFailure: Hashable, Sendable {
    /// The check that found it.
    public let check: VerificationCheck
    /// The file, or the row by its key; never a name or a personal code.
    public let place: String
    /// What is wrong.
    public let found: LocalizedText

    /// Creates the failure of a package whose manifest cannot be read.
    static func noManifest(in folder: PackageFolder) -> VerificationFailure {
        guard folder.file("manifest.json") == nil else {
            return VerificationFailure(
                .files, "manifest.json", lv: "manifests nav lasāms",
                en: "the manifest cannot be understood")
        }
        let lack = folder.lack(of: "manifest.json")
        return VerificationFailure(.files, "manifest.json", lv: lack.lv, en: lack.en)
    }

    /// Creates a failure.
    public init(_ check: VerificationCheck, _ place: String, lv: String, en: String) {
        self.check = check
        self.place = place
        found = LocalizedText(lv: lv, en: en)
    }
}
