package import Accounts
package import Catalogue
package import Centres
package import Kernel
package import Languages
import Storage

/// What somebody does, as wishes are counted by it.
package enum NeedJob: String, CaseIterable, Sendable, Storable {
    case teaching = "class"
    case subject, vocational, preschool, associate, head, other

    package var name: Phrase {
        switch self {
        case .teaching: T.needs.jobClass
        case .subject: T.needs.jobSubject
        case .vocational: T.needs.jobVocational
        case .preschool: T.needs.jobPreschool
        case .associate: T.needs.jobAssociate
        case .head: T.needs.jobHead
        case .other: T.needs.jobOther
        }
    }

    /// What a job is by the words in which somebody wrote it; a proposal, which they may change.
    package static func guessed(_ words: String) -> NeedJob {
        let known: [(NeedJob, [String])] = [
            (.head, ["direktor", "pomocnik direktora", "direktorius", "principal", "head"]), (.preschool, ["vaspitac", "auklet", "ikimokyklin", "preschool"]),
            (.associate, ["pedagog", "psiholog", "logoped", "bibliotekar", "psicholog", "specialus", "strucni saradnik"]),
            (.teaching, ["razredn", "ucitelj", "pradin"]), (.vocational, ["strucn", "prakticn", "profesijos"]),
            (.subject, ["nastavni", "profesor", "mokytoj", "teacher"]),
        ]
        let folded = Fold.tokens(words).joined(separator: " ")
        return known.first { $0.1.contains { word in folded.hasPrefix(word) || folded.contains(" " + word) } }?.0 ?? .other
    }
}

/// What kind of thing is wished.
package enum WishForm: String, CaseIterable, Sendable, Storable {
    case seminar, webinar, workshop, gathering, lesson, exchange, course

    package var name: Phrase {
        switch self {
        case .seminar: T.needs.formSeminar
        case .webinar: T.needs.formWebinar
        case .workshop: T.needs.formWorkshop
        case .gathering: T.needs.formGathering
        case .lesson: T.needs.formLesson
        case .exchange: T.needs.formExchange
        case .course: T.needs.formCourse
        }
    }
}

/// When it is wished.
package enum WishTerm: String, CaseIterable, Sendable, Storable {
    case autumn, winter, winterBreak, spring, springBreak, summer

    package var name: Phrase {
        switch self {
        case .autumn: T.needs.termAutumn
        case .winter: T.needs.termWinter
        case .winterBreak: T.needs.termWinterBreak
        case .spring: T.needs.termSpring
        case .springBreak: T.needs.termSpringBreak
        case .summer: T.needs.termSummer
        }
    }
}

/// On which days somebody comes.
package enum PlanDay: String, CaseIterable, Sendable {
    case saturday, afternoon, holiday, online

    package var name: Phrase {
        switch self {
        case .saturday: T.needs.daySaturday
        case .afternoon: T.needs.dayAfternoon
        case .holiday: T.needs.dayHoliday
        case .online: T.needs.dayOnline
        }
    }
}

/// Who pays.
package enum WhoPays: String, CaseIterable, Sendable, Storable {
    case school, own = "self", both, municipality

    package var name: Phrase {
        switch self {
        case .school: T.needs.payerSchool
        case .own: T.needs.payerSelf
        case .both: T.needs.payerBoth
        case .municipality: T.needs.payerMunicipality
        }
    }
}

/// What keeps somebody from coming.
package enum Obstacle: String, CaseIterable, Sendable {
    case time, way, money, cover, family, offer, late

    package var name: Phrase {
        switch self {
        case .time: T.needs.obstacleTime
        case .way: T.needs.obstacleWay
        case .money: T.needs.obstacleMoney
        case .cover: T.needs.obstacleCover
        case .family: T.needs.obstacleFamily
        case .offer: T.needs.obstacleOffer
        case .late: T.needs.obstacleLate
        }
    }
}

/// What one person plans to learn in a school year: the ground of what the centre offers.
package struct NeedPlan: Sendable {
    package typealias ID = Kernel.ID<NeedPlan>

    package let id: ID
    package let person: Person.ID
    package let year: SchoolYear
    package let centre: Centre.ID
    package var about: About
    package var ways: Ways
    /// Whether the school sees it; a wish may still be kept from it.
    package let isShared: Bool
    package let changed: Instant
    /// How the person rates themselves, 1 to 4. Nobody else sees it.
    package var ratings: [CycleCode.ID: Int] = [:]
    package var wishes: [Wish] = []

    /// Where the person works and as what.
    package struct About: Sendable, Hashable {
        package var school: School.ID?
        package var job: NeedJob

        package init(school: School.ID? = nil, job: NeedJob = .other) { (self.school, self.job) = (school, job) }
    }

    /// On what it depends whether they come.
    package struct Ways: Sendable, Hashable {
        package var days: Set<PlanDay> = []
        package var payer: WhoPays?
        /// How far they travel.
        package var km: Int?
        package var obstacles: Set<Obstacle> = []
        package var note = ""
        /// Whether they would show a lesson to others.
        package var shows = false
        /// Whether they would write a programme.
        package var writes = false

        package init() {}
    }

    package static let ratings = 1...4
    package static let kilometres = 0...1000
    package static let mostWishes = 5

    /// What a school may see of it.
    package var forSchool: [Wish] { isShared ? wishes.filter { !$0.isHidden } : [] }
}

/// One thing that somebody wishes to learn.
package struct Wish: Sendable, Hashable {
    /// 1 for what is wished most.
    package let place: Int
    /// By which it is counted; nil for own words that nobody has matched.
    package let topic: Topic.ID?
    /// As the person chose it.
    package let chosen: Topic.ID?
    package let words: String
    package let form: WishForm?
    package let term: WishTerm?
    package let isHidden: Bool
    /// In which year it was wished first, if it came from an earlier plan.
    package let carried: SchoolYear?
    package let served: Instant?
}

/// A wish as it is typed.
package struct WishDraft: Sendable, Hashable {
    package var words: String
    package var form: WishForm?
    package var term: WishTerm?
    package var isHidden: Bool

    package init(_ words: String, form: WishForm? = nil, term: WishTerm? = nil, isHidden: Bool = false) {
        (self.words, self.form, self.term, self.isHidden) = (words, form, term, isHidden)
    }
}

/// The steps in which a plan is filled in, each a form of its own.
package enum PlanStep: String, CaseIterable, Sendable {
    case about, ratings, wishes, ways, sharing

    package var name: Phrase {
        switch self {
        case .about: T.needs.stepAbout
        case .ratings: T.needs.stepRatings
        case .wishes: T.needs.stepWishes
        case .ways: T.needs.stepWays
        case .sharing: T.needs.stepSharing
        }
    }

    /// The one behind it; nil after the last.
    package var next: PlanStep? { PlanStep.allCases.firstIndex(of: self).flatMap { $0 + 1 < PlanStep.allCases.count ? PlanStep.allCases[$0 + 1] : nil } }

    /// Whether something stands there already.
    package func isDone(in plan: NeedPlan?) -> Bool {
        guard let plan else { return false }
        return switch self {
        case .about: true
        case .ratings: !plan.ratings.isEmpty
        case .wishes: !plan.wishes.isEmpty
        case .ways: plan.ways != NeedPlan.Ways()
        case .sharing: plan.isShared
        }
    }
}
