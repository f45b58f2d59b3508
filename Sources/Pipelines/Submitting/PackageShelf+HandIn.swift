import Submission

extension PackageShelf {
    /// Enters that a sealed package was handed in.
    ///
    /// - Parameters:
    ///   - package: The name of the package.
    ///   - person: Who handed it in.
    ///   - receipt: The number of the receipt.
    ///   - isCorrection: Whether another receipt was entered by mistake before.
    /// - Returns: The line of the register; the one that was there where it says the same.
    /// - Throws: ``SubmissionError`` when no such package was sealed, it is not as it was, it is a yearly report that
    ///   lacks something or is preliminary, or another receipt is known; or ``OutputError``.
    public func handIn(
        _ package: String, by person: String, receipt: String, correcting isCorrection: Bool = false
    ) throws -> Entry {
        let folder = try sealedPackage(package, for: .handIn)
        if let year = YearReading.manifest(of: folder) {
            switch year.state {
            case .final: break
            case .incomplete: throw SubmissionError.incompleteYear(package)
            case .preliminary:
                throw SubmissionError.preliminaryYear(package, year: year.reportPeriod.year)
            }
        }
        if !isCorrection, let later = laterRevision(than: package) {
            throw SubmissionError.replaced(package, by: later)
        }
        let before = entries().last { $0.package == package && $0.state == .handedIn }
        if let before, let known = before.receipt {
            if known == receipt, before.by == person { return before }
            guard isCorrection else {
                throw SubmissionError.handedIn(
                    package, receipt: known, by: before.by ?? "?", at: before.at)
            }
        }
        let at = Moment.text(of: Moment.now)
        try enterUnnamed([package], at: at)
        let entry = Entry(
            package: package, state: .handedIn, at: at, manifest: registered(package), by: person,
            receipt: receipt, corrects: isCorrection ? before?.receipt : nil)
        try add(entry)
        return entry
    }

    /// Returns the last sealed revision of what a package reports, where that is not itself.
    private func laterRevision(than package: String) -> String? {
        let sealed = knownEntries().filter { $0.state == .sealed }.map(\.package)
        if let own = PackageName(package) {
            return sealed.compactMap { PackageName($0) }.filter {
                $0.revision(1) == own.revision(1) && $0.revision > own.revision
            }.max { $0.revision < $1.revision }?.description
        }
        guard let own = YearName(package) else { return nil }
        return sealed.compactMap { YearName($0) }.filter {
            $0.isSameReport(as: own) && !$0.isPreliminary && $0.revision > own.revision
        }.max { $0.revision < $1.revision }?.description
    }

    /// Returns the name of a package that is named by its folder, or by its name as it is.
    ///
    /// - Throws: ``SubmissionError/elsewhere(path:folder:)`` when the folder lies in another one than the packages.
    public func name(of package: String) throws(SubmissionError) -> String {
        var text = package[...]
        while text.count > 1, text.last == "/" { text.removeLast() }
        guard let slash = text.lastIndex(of: "/") else { return String(text) }
        let parent = slash == text.startIndex ? "/" : String(text[..<slash])
        guard PathOrder.contains(parent, path), PathOrder.contains(path, parent) else {
            throw .elsewhere(path: ShownPath.text(of: package), folder: ShownPath.text(of: path))
        }
        return String(text[text.index(after: slash)...])
    }
}
