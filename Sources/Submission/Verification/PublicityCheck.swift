/// Check 12: the page names the Union and the Fund in full, and shows the emblem (esf.md, section 5.3).
struct PublicityCheck {
    private let folder: PackageFolder

    init(_ folder: PackageFolder) { self.folder = folder }

    func failures() -> [VerificationFailure] {
        let page = String(
            decoding: folder.file(PublicSummary.pagePath)?.bytes ?? [], as: UTF8.self)
        let wanted = ["Eiropas Savienība", "Eiropas Sociālais fonds", "<svg"]
        guard wanted.contains(where: { !page.contains($0) }) else { return [] }
        return [
            VerificationFailure(
                .publicity, PublicSummary.pagePath,
                lv: "trūkst emblēmas vai Savienības un fonda vārda",
                en: "the emblem or the name of the Union or the Fund is missing")
        ]
    }
}
