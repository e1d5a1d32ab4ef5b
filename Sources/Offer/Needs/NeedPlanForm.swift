import Catalogue
import Centres
import Forms
import Kernel
import Languages

/// What was typed into the steps of a plan, and the other way round.
extension NeedPlan.About {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let job = NeedJob(rawValue: typed["job"])
        faults.require(job != nil, "job", T.common.errorChoose)
        let school = School.ID(typed["school"])
        faults.require(school != nil || typed["school"].isEmpty, "school", T.common.errorChoose)
        try faults.check()
        self.init(school: school, job: job ?? .other)
    }

    var typed: Typed { Typed(["school": school?.description ?? "", "job": job.rawValue]) }
}

/// How somebody rates themselves.
struct PlanRatings {
    let ratings: [CycleCode.ID: Int]

    /// Each competence has one answer, whatever the form carries.
    init(_ typed: Typed, of codes: [CycleCode]) throws {
        var faults = Faults(), ratings: [CycleCode.ID: Int] = [:]
        for code in codes {
            let field = "rating-\(code.id)", values = typed.all(field).filter { !$0.isEmpty }
            guard let value = values.first else { continue }
            faults.require(values.count == 1, field, T.needs.errorRatedTwice(competence: .title(code.label)))
            let rating = Int(typed: value, in: NeedPlan.ratings)
            faults.require(rating != nil, field, T.common.errorChoose)
            ratings[code.id] = rating
        }
        try faults.check()
        self.ratings = ratings
    }

    static func typed(_ ratings: [CycleCode.ID: Int]) -> Typed { Typed(ratings.map { ("rating-\($0.key)", "\($0.value)") }) }
}

/// What somebody wishes, in its order; empty lines between are passed over.
struct PlanWishes {
    let drafts: [WishDraft]

    init(_ typed: Typed) throws {
        var faults = Faults(), drafts: [WishDraft] = []
        let numbers = typed.fields.compactMap { field in field.name.hasPrefix("wish-") && !field.value.isEmpty ? Int(typed: field.name.dropFirst(5), in: 1...100) : nil }
        faults.require(Set(numbers).isSubset(of: 1...NeedPlan.mostWishes), "wish-\(NeedPlan.mostWishes)", T.needs.errorMostWishes(most: .number(NeedPlan.mostWishes)))
        for place in 1...NeedPlan.mostWishes {
            let words = typed["wish-\(place)"]
            guard !words.isEmpty else { continue }
            faults.limit(words, "wish-\(place)", .sentence)
            faults.require(!TopicWord.key(words).isEmpty, "wish-\(place)", T.needs.errorWords)
            let form = WishForm(rawValue: typed["form-\(place)"]), term = WishTerm(rawValue: typed["term-\(place)"])
            faults.require(form != nil || typed["form-\(place)"].isEmpty, "form-\(place)", T.common.errorChoose)
            faults.require(term != nil || typed["term-\(place)"].isEmpty, "term-\(place)", T.common.errorChoose)
            drafts.append(WishDraft(words, form: form, term: term, isHidden: typed.has("hidden-\(place)")))
        }
        try faults.check()
        self.drafts = drafts
    }

    static func typed(_ wishes: [Wish], _ topics: TopicList, in language: Language) -> Typed {
        Typed(wishes.flatMap { wish -> [(name: String, value: String)] in
            let words = wish.words.isEmpty ? wish.topic.flatMap { topics[$0] }?.names.name(in: language).text ?? "" : wish.words
            return [("wish-\(wish.place)", words), ("form-\(wish.place)", wish.form?.rawValue ?? ""), ("term-\(wish.place)", wish.term?.rawValue ?? "")]
                + (wish.isHidden ? [("hidden-\(wish.place)", "yes")] : [])
        })
    }
}

extension NeedPlan.Ways {
    init(_ typed: Typed) throws {
        self.init()
        var faults = Faults()
        days = Set(typed.all("days").compactMap(PlanDay.init))
        obstacles = Set(typed.all("obstacles").compactMap(Obstacle.init))
        payer = WhoPays(rawValue: typed["payer"])
        faults.require(payer != nil || typed["payer"].isEmpty, "payer", T.common.errorChoose)
        km = faults.numberOrNothing(typed, "km", in: NeedPlan.kilometres)
        note = typed.lines("note")
        faults.limit(note, "note")
        (shows, writes) = (typed.has("shows"), typed.has("writes"))
        try faults.check()
    }

    var typed: Typed {
        Typed([("payer", payer?.rawValue ?? ""), ("km", km.map { "\($0)" } ?? ""), ("note", note)] + days.map { ("days", $0.rawValue) }
            + obstacles.map { ("obstacles", $0.rawValue) } + (shows ? [("shows", "yes")] : []) + (writes ? [("writes", "yes")] : []))
    }
}
