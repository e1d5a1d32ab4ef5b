import Accounts
import Centres
@testable import Contests
import Files
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A contest that takes works from today on, for so many days.
    func contest(
        _ name: String = "Мој крај", _ kind: ContestKind = .photo, days: Int = 10, forPupils: Bool = true, kinds: Set<ContestFileKind> = [.picture],
        grades: ClosedRange<Int>? = nil, most: Int = 5, pixels: Int? = nil, parent: Contest.ID? = nil, threshold: Int? = nil
    ) async throws -> Contest {
        let (centre, zone, today) = (centre, zone, today)
        return try await vesna.does { act in
            var draft = ContestDraft(kind, name, in: .sr, opens: zone.startOfDay(today), closes: zone.endOfDay(today.adding(days: days)).adding(minutes: -1))
            (draft.rules, draft.isForPupils, draft.parent, draft.threshold) = ("# Ко учествује\n\nУченици.", forPupils, parent, threshold)
            let id = try ContestDeskStore.announce(draft, at: centre, in: act)
            var category = ContestCategoryDraft("Фотографија")
            (category.kinds, category.grades, category.mostWorks, category.leastPixels) = (kinds, grades, most, pixels)
            try ContestDeskStore.add(category, to: id, at: centre, in: act)
            try ContestStore.move(id, to: .open, at: centre, in: act)
            return try ContestStore.contest(id, at: centre, in: act)
        }
    }

    static let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>".utf8)

    /// A file that is kept twice, made without a photo.
    func picture(_ name: String = "Milica_Petrovic_5a.svg", side: Int = 9) throws -> NewWork {
        let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"\(side)\" height=\"9\"/></svg>".utf8)
        return try FileIntake(FileFolder(app.installation.files)).madeWork(drawing, name, shown: "work-1", alt: "")
    }

    /// A work that its mentor has sent in; the mentor works at a school.
    func sent(
        _ contest: Contest, by mentor: Someone, title: String = "Мост у магли", authors: [AuthorDraft] = [AuthorDraft("Лена Вукић", grade: 5)], school: School.ID?,
        hasPicture: Bool = true, minutes: Int? = nil, side: Int = .random(in: 1...1_000_000)
    ) async throws -> ContestWork.ID {
        let centre = centre, file = try hasPicture ? picture(side: side) : nil, codes = (0..<5).map { _ in WorkCode.random() }
        return try await mentor.does { act in
            var draft = WorkDraft(title, in: contest.categories[0].id)
            (draft.authors, draft.school, draft.alt, draft.minutes) = (authors, school, "Камени мост", minutes)
            let id = try WorkWriteStore.begin(draft, codes: codes, in: contest.id, at: centre, act)
            if let file { try WorkWriteStore.add([file], to: id, at: centre, in: act) }
            try WorkWriteStore.send(id, arrived: act.now, at: centre, in: act)
            return id
        }
    }

    /// What all guardians of a mentor's pupils said on paper.
    func consents(_ mentor: Someone, _ contest: Contest.ID, _ answer: ConsentAnswer = ConsentAnswer(enter: .yes, show: .yes, name: .yes)) async throws {
        let (centre, person) = (centre, mentor.id)
        try await mentor.does { act in
            let authors = try MyContestStore.works(of: person, in: contest, in: act).flatMap(\.authors)
            try ConsentStore.onPaper(Dictionary(uniqueKeysWithValues: authors.map { ($0.id, answer) }), in: contest, at: centre, act)
        }
    }

    func moves(_ contest: Contest.ID, to states: Contest.State...) async throws {
        let centre = centre
        for state in states { try await vesna.does { try ContestStore.move(contest, to: state, at: centre, in: $0) } }
    }

    func work(_ id: ContestWork.ID) async throws -> ContestWork {
        try await finds { try #require(try ContestWorkStore.works("w.id = \(id)", in: $0).first) }
    }

    /// The guardian's page of the first author of a work.
    func guardianPath(_ work: ContestWork.ID) async throws -> String { ConsentLink(try #require(try await self.work(work).authors.first)).path(app.installation.seal) }
}

extension Contest {
    /// One without works, for rules.
    static func sample(closes: Instant, decided: Day? = nil, months: Int? = nil) -> Contest {
        let draft = ContestDraft(.photo, "Мој крај", in: .sr, opens: closes.adding(days: -10), closes: closes)
        return Contest(
            id: Contest.ID(1), centre: Centre.ID(1), state: .open, draft: draft, decidedOn: decided, keepMonths: months, event: nil, poster: nil, created: draft.opens,
            erased: nil, categories: [])
    }
}
