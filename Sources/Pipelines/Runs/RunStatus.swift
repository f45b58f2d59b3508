public import Diagnostics

/// How far a run has come at one moment.
public struct RunStatus: Sendable {
    /// What is being done; `nil` before the first step.
    public let step: RunProgress.Step?
    /// The file or the semester.
    public let subject: String
    /// The how manyth of how many it is, where that is known.
    public let place: (number: Int, count: Int)?
    /// The number of bytes gone through.
    public let done: Int
    /// The number of bytes that there are; 0 where that is not known.
    public let total: Int
    /// The number of records stored.
    public let records: Int
    /// The milliseconds since the step began.
    public let milliseconds: Int

    /// The share of the step that is done, in per cent, where it can be known.
    public var percent: Int? { total > 0 ? min(100, done * 100 / total) : nil }

    /// The number of records stored in a second; `nil` while it would say nothing.
    public var rate: Int? {
        records > 0 && milliseconds >= 200 ? records * 1000 / milliseconds : nil
    }

    /// The seconds that the rest of the step takes at the rate so far; `nil` while it would say nothing.
    public var secondsLeft: Int? {
        guard total > 0, done > 0, milliseconds >= 200 else { return nil }
        return (max(0, total - done) * milliseconds / done + 999) / 1000
    }

    /// One line that says it.
    public var text: MessageText {
        guard let step else { return MessageText(lv: "sākas", en: "beginning") }
        let verb = step.verb
        var lv = "\(verb.lv) \(subject)"
        var en = "\(verb.en) \(subject)"
        func add(_ latvian: String, _ english: String) {
            lv += latvian
            en += english
        }
        if let place {
            add(" (\(place.number) no \(place.count))", " (\(place.number) of \(place.count))")
        }
        if let percent { add(", \(percent) %", ", \(percent)%") }
        if let rate { add(", \(rate) ierakstu/s", ", \(rate) records/s") }
        if let secondsLeft {
            add(", vēl \(secondsLeft) s", ", \(secondsLeft) s left")
        } else if milliseconds >= 1000 {
            add(", jau \(milliseconds / 1000) s", ", for \(milliseconds / 1000) s")
        }
        return MessageText(lv: lv, en: en)
    }
}

extension RunProgress.Step {
    fileprivate var verb: (lv: String, en: String) {
        switch self {
        case .surveying: ("pārbauda", "checking")
        case .loading: ("lasa", "reading")
        case .counting: ("skaita un aizsargā", "counting and protecting")
        case .writing: ("raksta", "writing")
        }
    }
}
