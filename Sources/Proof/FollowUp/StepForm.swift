import Forms
import Kernel
import Languages

/// What was typed of a step and of its use, and the other way round.
extension StepDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let day = Day(typed: typed["due"])
        faults.require(day != nil, "due", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        self.init(typed.lines("step"), by: day)
        faults.require(!text.isEmpty, "step", T.followup.errorNoStep)
        faults.limit(text, "step", .note)
        try faults.check()
    }
}

extension StepSharing {
    init(_ typed: Typed) { self.init(withSchool: typed.has("forSchool"), withCentre: typed.has("forCentre")) }

    var fields: [(name: String, value: String)] { (withSchool ? [("forSchool", "yes")] : []) + (withCentre ? [("forCentre", "yes")] : []) }
}

extension UseAnswer {
    /// With the day on which colleagues were told of it.
    static func read(_ typed: Typed, own: Language) throws -> (answer: UseAnswer, shown: Day?) {
        var faults = Faults()
        let use = Use(rawValue: typed["used"])
        faults.require(use != nil, "used", T.common.errorChoose)
        let named = typed.all("hindered"), hindered = Set(named.compactMap(Hindrance.init(rawValue:)))
        faults.require(named.allSatisfy { Hindrance(rawValue: $0) != nil }, "hindered", T.common.errorChoose)
        let words = typed.lines("words")
        faults.limit(words, "words", .note)
        var shown: Day?
        if !typed["shown"].isEmpty {
            shown = Day(typed: typed["shown"])
            faults.require(shown != nil, "shown", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        }
        try faults.check()
        return (UseAnswer(use ?? .never, hindered: hindered, words: words), shown)
    }
}

/// An address on the web, as what somebody shows.
enum ProofLink {
    static func read(_ typed: Typed) throws -> String {
        let text = typed["link"]
        var faults = Faults()
        let isAddress = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) && text.count > $0.count }
        faults.require(text.isEmpty || (isAddress && !text.contains(where: \.isWhitespace)), "link", T.followup.errorLink)
        faults.limit(text, "link")
        try faults.check()
        return text
    }
}

extension StepSight {
    /// What stands in the fields when the page is opened: what was said before.
    func typed(_ turn: Turn?) -> Typed {
        let sharing = StepSharing(withSchool: step.school != nil, withCentre: step.isNamed).fields
        guard let turn else { return Typed([("step", step.details.text), ("due", step.details.due?.iso ?? "")] + sharing) }
        let said = step.answers[turn]
        let fields = [("used", said?.use.rawValue ?? ""), ("words", said?.words ?? ""), ("shown", step.proof.shown?.iso ?? "")]
        return Typed(fields + (said?.hindered ?? []).map { ("hindered", $0.rawValue) } + sharing)
    }
}
