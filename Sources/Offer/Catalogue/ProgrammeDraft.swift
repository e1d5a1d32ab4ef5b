package import Languages

/// What staff or a file say about a programme.
package struct ProgrammeDraft: Sendable, Hashable, Codable {
    package var cycle: Cycle.ID
    package var number: String
    package var title: String
    package var language: Language
    package var institution = ""
    package var hours: Int
    package var days: Int?
    package var competence: CycleCode.ID?
    package var priority: CycleCode.ID?
    package var area: CycleCode.ID?
    /// In the order of the cycle's list.
    package var targets: [CycleCode.ID] = []
    package var target = ""
    package var form = Programme.Form.direct
    package var phases = ""
    package var seatsMin = 0
    package var seatsMax = 30
    /// In hundredths of the accreditor's currency.
    package var price: Int?
    package var priceCovers = ""
    package var goal = ""
    package var specificGoals = ""
    package var outcomes = ""
    package var topics = ""
    package var evaluation = ""
    package var followUp = ""
    package var isFree = false
    package var earlier: [EarlierNumber] = []
    /// Each as a line has it: the name, behind a comma the occupation.
    package var authors: [String] = []
    package var trainers: [String] = []
    package var contact = ""
    package var reach = ""

    package init(
        cycle: Cycle.ID, number: String, title: String, language: Language, institution: String = "", hours: Int,
        competence: CycleCode.ID? = nil, priority: CycleCode.ID? = nil, area: CycleCode.ID? = nil, target: String = "",
        form: Programme.Form = .direct, seatsMax: Int = 30, goal: String = "", outcomes: String = "", topics: String = "",
        isFree: Bool = false, authors: [String] = [], trainers: [String] = []
    ) {
        self.cycle = cycle
        self.number = number
        self.title = title
        self.language = language
        self.institution = institution
        self.hours = hours
        self.competence = competence
        self.priority = priority
        self.area = area
        self.target = target
        self.form = form
        self.seatsMax = seatsMax
        self.goal = goal
        self.outcomes = outcomes
        self.topics = topics
        self.isFree = isFree
        self.authors = authors
        self.trainers = trainers
    }
}

extension Programme {
    /// What it says, for a form or for a copy in another cycle.
    package var draft: ProgrammeDraft {
        var draft = ProgrammeDraft(
            cycle: cycle.id, number: number, title: title, language: language, institution: institution, hours: hours,
            competence: competence?.id, priority: priority?.id, area: area?.id, target: target, form: form, seatsMax: seatsMax,
            goal: goal, outcomes: outcomes, topics: topics, isFree: isFree,
            authors: authors.map(\.written), trainers: trainers.map(\.written))
        (draft.days, draft.targets, draft.phases, draft.seatsMin) = (days, targets.map(\.id), phases, seatsMin)
        (draft.price, draft.priceCovers) = (price?.minor, priceCovers)
        (draft.specificGoals, draft.evaluation, draft.followUp, draft.earlier) = (specificGoals, evaluation, followUp, earlier)
        (draft.contact, draft.reach) = (contact?.written ?? "", contact?.reach ?? "")
        return draft
    }
}
