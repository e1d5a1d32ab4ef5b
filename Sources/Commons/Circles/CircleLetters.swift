package import Accounts
import Centres
import Events
package import Kernel
package import Languages
import Look
import Queues

/// What members of a circle are told by letter, each in the own language and script.
package enum CircleLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("circle-invited", T.circles.kindInvited, tellsEvent: false) {
            [T.circles.letterInvitedSubject(name: $0.part, day: $0.day), T.circles.letterInvited(name: $0.part)]
        },
        LetterKind("circle-again", T.circles.kindAgain, tellsEvent: false) {
            [T.circles.letterAgainSubject(name: $0.part, day: $0.day), T.circles.letterAgain(name: $0.part)]
        },
        LetterKind("circle-cancelled", T.circles.kindCancelled, tellsEvent: false) {
            [T.circles.letterCancelledSubject(name: $0.part, day: $0.day), T.circles.letterCancelled(name: $0.part)]
        },
        LetterKind("circle-due", T.circles.kindDue, tellsEvent: false) {
            [T.circles.letterDueSubject(name: $0.part), T.circles.letterDue(name: $0.part, day: $0.day), T.circles.letterSay]
        },
        LetterKind("circle-late", T.circles.kindLate, tellsEvent: false) {
            [T.circles.letterLateSubject(name: $0.part), T.circles.letterLate(name: $0.part, day: $0.day)]
        },
        LetterKind("circle-visit", T.circles.kindVisit, tellsEvent: false) { [T.circles.letterVisitSubject(day: $0.day), T.circles.letterVisit(day: $0.day)] },
        LetterKind("circle-digest", T.circles.kindDigest, tellsEvent: false) {
            [T.circles.letterDigestSubject(count: 3, name: $0.part), T.circles.letterDigestEnd]
        },
    ]

    package enum News: Sendable {
        case invited, again, cancelled

        fileprivate func subject(_ name: Value, _ day: Value) -> Phrase {
            switch self {
            case .invited: T.circles.letterInvitedSubject(name: name, day: day)
            case .again: T.circles.letterAgainSubject(name: name, day: day)
            case .cancelled: T.circles.letterCancelledSubject(name: name, day: day)
            }
        }

        fileprivate func text(_ name: Value) -> Phrase {
            switch self {
            case .invited: T.circles.letterInvited(name: name)
            case .again: T.circles.letterAgain(name: name)
            case .cancelled: T.circles.letterCancelled(name: name)
            }
        }
    }

    /// An invitation, a change of it or its end, with the entry for the calendar.
    static func tell(_ news: News, _ id: Person.ID, _ meeting: CircleMeeting, _ sight: CircleSight, from installation: String, in act: Act) throws {
        let details = meeting.details, circle = sight.circle
        try write(to: id, of: circle, in: act) { person, centre, t, origin in
            let name = Value.text(t.shown(circle.details.name))
            var facts = [(t(T.circles.when), "\(t.day(details.day)), \(t.times(details.begins, to: details.ends))")]
            if !details.place.isEmpty { facts.append((t(T.circles.place), t.shown(details.place))) }
            if news != .cancelled {
                if !details.link.isEmpty { facts.append((t(T.circles.link), details.link)) }
                facts += meeting.points.enumerated().map { ("\($0 + 1)", $1.title) }
            }
            let quorum = circle.details.quorum, members = sight.members.count
            let needed = t(T.circles.neededOf(needed: .number(quorum.needed(of: members)), members: .number(members)))
            let calendar = CircleCalendar.text(
                meeting, of: circle, to: person, centre, t, origin: origin, stamped: act.now, from: installation, isOff: news == .cancelled)
            return PersonLetter(
                subject: t(news.subject(name, .day(details.day, .inSentenceShort))),
                paragraphs: [t(news.text(name))] + (news == .cancelled ? [] : [needed]), facts: facts,
                action: news == .cancelled ? nil : (t(T.circles.sayIfComes), "\(circle.path)/meetings/\(meeting.id)"),
                calendar: calendar.map { Letter.Calendar(method: (news == .cancelled ? EventCalendar.Method.cancel : .request).rawValue, text: $0) })
        }
    }

    /// That the day of a conclusion comes, or has passed.
    static func remind(_ owner: Person.ID, of conclusion: CircleConclusion, _ circle: Circle, isLate: Bool, in act: Act) throws {
        try write(to: owner, of: circle, in: act) { _, _, t, _ in
            let name = Value.text(t.shown(circle.details.name)), day = Value.day(conclusion.details.due)
            return PersonLetter(
                subject: t(isLate ? T.circles.letterLateSubject(name: name) : T.circles.letterDueSubject(name: name)),
                paragraphs: [t(isLate ? T.circles.letterLate(name: name, day: day) : T.circles.letterDue(name: name, day: day)),
                    conclusion.details.text, t(T.circles.letterSay)],
                action: (t(T.circles.sayWhatBecame), "\(circle.path)/conclusions/\(conclusion.id)"))
        }
    }

    /// That a visit waits for the reader's word.
    static func askToSign(_ id: Person.ID, _ visit: CircleVisit, _ circle: Circle, in act: Act) throws {
        try write(to: id, of: circle, in: act) { _, _, t, _ in
            PersonLetter(
                subject: t(T.circles.letterVisitSubject(day: .day(visit.details.day, .inSentenceShort))),
                paragraphs: [t(T.circles.letterVisit(day: .day(visit.details.day)))], facts: [(t(T.circles.lesson), visit.details.lesson)],
                action: (t(T.circles.confirmVisit), "\(circle.path)/visits"))
        }
    }

    /// What others wrote since the last letter.
    static func digest(_ id: Person.ID, _ posts: [CirclePost], _ circle: Circle, in act: Act) throws {
        try write(to: id, of: circle, in: act) { _, _, t, _ in
            let name = Value.text(t.shown(circle.details.name))
            return PersonLetter(
                subject: t(T.circles.letterDigestSubject(count: posts.count, name: name)),
                    paragraphs: posts.map { "\($0.name): \($0.text)" } + [t(T.circles.letterDigestEnd)],
                action: (t(T.circles.readAndAnswer), "\(circle.path)/talk"))
        }
    }

    private static func write(to id: Person.ID, of circle: Circle, in act: Act, _ written: (Person, Centre, Texts, String) -> PersonLetter) throws {
        try PersonLetter.send(to: id, of: circle.centre, about: .circle(circle.id), in: act) { t, person, centre in
            written(person, centre, t, centre.origin(default: act.address))
        }
    }
}
