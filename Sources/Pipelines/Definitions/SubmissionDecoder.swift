import PupilSupport
import Submission

/// Decodes what the definitions say of the submission.
struct SubmissionDecoder {
    let names: DefinitionNames

    func decode(_ value: DefinitionValue) -> SubmissionSettings? {
        let keys = ["recipient", "indicator_set", "announced", "unit_costs"]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let recipient = mapping["recipient"].map { $0.code() }
        let set = mapping["indicator_set"].map { value in
            value.choice(among: IndicatorSetName.allCases.map(\.rawValue))
        }
        let announced = (mapping["announced"]?.listOrNothing() ?? []).map(announced(_:))
        var codes = CodeRegister()
        let rates = (mapping["unit_costs"]?.listOrNothing() ?? []).map { rate($0, codes: &codes) }
        if case .some(nil) = recipient { return nil }
        if case .some(nil) = set { return nil }
        guard !announced.contains(nil), !rates.contains(nil) else { return nil }
        return SubmissionSettings(
            recipient: (recipient ?? nil) ?? SubmissionSettings().recipient,
            indicatorSet: set ?? nil, announced: announced.compactMap { $0 },
            rates: rates.compactMap { $0 })
    }

    private func announced(_ value: DefinitionValue) -> AnnouncedNumbers? {
        guard
            let mapping = value.mapping(keys: ["semester", "participants", "teachers", "source"])
        else { return nil }
        let semester = mapping.required("semester").flatMap(names.semester(_:))
        let participants = mapping.required("participants")?.integer(0...1_000_000)
        let teachers = mapping.required("teachers")?.integer(0...1_000_000)
        let source = mapping.required("source")?.localizedText()
        guard let semester, let participants, let teachers, let source else { return nil }
        return AnnouncedNumbers(
            semester: semester, participants: participants, teachers: teachers, source: source)
    }

    private func rate(_ value: DefinitionValue, codes: inout CodeRegister) -> ConfiguredRate? {
        let keys = [
            "code", "measure", "minutes", "euro", "valid_from", "valid_until", "legal_basis",
        ]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let code = mapping.required("code")?.code()
        if let code, let value = mapping["code"] { codes.add(code, at: value) }
        let measure = mapping.required("measure")?.code()
        let minutes = mapping.required("minutes")?.integer(1...10_000)
        let euro = mapping.required("euro").flatMap(amount(_:))
        let from = mapping.required("valid_from")?.date()
        let until = mapping["valid_until"].map { $0.date() }
        if case .some(nil) = until { return nil }
        mapping.checkOrder("valid_from", from, "valid_until", until ?? nil)
        let basis = mapping.required("legal_basis")?.localizedText()
        guard let code, let measure, let minutes, let euro, let from, let basis else { return nil }
        return ConfiguredRate(
            code: code, measure: measure, minutes: minutes, euro: euro, validFrom: from,
            validUntil: until ?? nil, basis: basis)
    }

    /// Reads a price as exact decimal text; it is never a floating-point number.
    private func amount(_ value: DefinitionValue) -> String? {
        guard let text = value.text() else { return nil }
        guard let amount = ExactAmount(text), amount > ExactAmount(0) else {
            value.report(DefinitionRules.noAmount, ["found": text])
            return nil
        }
        return amount.description
    }
}
