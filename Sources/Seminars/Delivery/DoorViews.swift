import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// The door page. Everything is a plain form; the script adds speed and a queue for when the network is gone.
enum DoorViews {
    static func show(_ visit: Visit, _ sight: DoorPages.Sight, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        let (roll, session) = (sight.roll, sight.session)
        let title = roll.event.title(in: visit.language)
        let base = visit.link("/staff/events/\(roll.event.id)")
        let path = "\(base)/sessions/\(session.id)"
        let query = problem == nil ? visit.query : visit.typed
        let who = visit.actor.person.map { "\($0)" } ?? ""
        let words = Fold.query(query["q"])
        let onlyMissing = query["show"] == "missing"
        let rows = roll.rows.filter { row in
            (!onlyMissing || roll.mark(row.registration, session.id)?.mark == nil) && words.allSatisfy { word in search(row).contains { $0.hasPrefix(word) } }
        }
        let there = roll.count(session.id, \.isThere)
        return visit.bare("\(t(T.delivery.door)) · \(title.text)", kind: "door", script: "door", status: problem == nil ? 200 : 409) {
            header {
                HTML::p(.class("door-back")) { a(.href(sight.takesIn ? "\(base)/attendance" : visit.link("/me"))) { Icon.back; t(sight.takesIn ? T.delivery.attendance : T.accounts.me) } }
                h1(.lang(title.language.htmlLang)) { title.text }
                HTML::p { AttendanceViews.head(session, t) }
                HTML::p(.class("door-count")) {
                    strong(.data("there", "")) { "\(there)" }; " "; t(T.delivery.hereOf(seats: .number(roll.rows.count)))
                    " · "; strong(.data("missing", "")) { "\(roll.unmarked(session.id))" }; " "; t(T.delivery.missing)
                }
            }
            HTML::p(
                .class("door-line"), .role("status"), .hidden(), .data("line", ""), .data("online", t(T.delivery.lineOn)), .data("offline", t(T.delivery.lineOff)),
                .data("waits", t(T.delivery.lineWaits)), .data("enter", t(T.delivery.lineEnter))) { "" }
            if let problem { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
            ForEach(visit.said) { said in Notice(.good, isNews: true) { HTML::p { said } } }
            if visit.now < session.opens { Notice(.waiting) { HTML::p { t(T.delivery.tooEarly(opens: .instant(session.opens))) } } }
            if roll.event.state == .closed { Notice(.waiting, t(T.delivery.closedTitle)) { HTML::p { t(T.delivery.doorClosed) } } }
            form(.action("\(path)/door"), .method(.get), .class("door-search"), .role("search")) {
                HTML::label(.for("q"), .class("unseen")) { t(T.delivery.search) }
                input(.type(.search), .id("q"), .name("q"), .value(query["q"]), .placeholder(t(T.delivery.search)), .autocomplete("off"))
                if onlyMissing { input(.type(.hidden), .name("show"), .value("missing")) }
                Submit(t(T.common.search), .quiet)
            }
            FilterChips(t(T.delivery.showing), [
                NavItem(t(T.delivery.everybody), href: "\(path)/door", isCurrent: !onlyMissing), NavItem(t(T.delivery.onlyMissing), href: "\(path)/door?show=missing", isCurrent: onlyMissing),
            ])
            form(
                .action("\(path)/door"), .method(.post), .data("door", "\(path)/marks?who=\(who)"), .data("session", "\(session.id)"), .data("who", who),
                .data("words", marksWords(t))
            ) {
                HiddenFields(visit.hidden + [Hidden("q", query["q"]), Hidden("show", query["show"])])
                DoorList(rows.map { person($0, sight, t) }, DoorList.Words(tap: t(T.delivery.tap), more: t(T.delivery.otherMark)))
            }
            HTML::p(.class("door-nothing"), .hidden(!rows.isEmpty), .data("nothing", "")) { t(roll.rows.isEmpty ? T.delivery.nobodyText : T.delivery.nobodyFound) }
            Buttons {
                if sight.takesIn { LinkButton(t(T.delivery.walkIn), href: "\(path)/walk-in", .quiet) }
                LinkButton(t(T.delivery.screen), href: "\(path)/screen", .quiet)
            }
        }
    }

    private static func person(_ row: RollRow, _ sight: DoorPages.Sight, _ t: Texts) -> DoorList.Person {
        let mark = sight.roll.mark(row.registration, sight.session.id)
        return DoorList.Person(
            id: "\(row.registration)", name: row.name.listed, detail: t.shown([row.school, row.place].filter { !$0.isEmpty }.joined(separator: ", ")),
            search: search(row).joined(separator: " "), mark: mark?.mark?.rawValue ?? "", word: AttendanceViews.word(mark, t),
            tap: Tap.text(row.registration, .present),
            others: Mark.allCases.filter { $0 != .present }.map { (Tap.text(row.registration, $0), t($0.name)) } + [(Tap.text(row.registration, nil), t(T.delivery.takeBack))])
    }

    /// The words of a person's name in both scripts, folded.
    private static func search(_ row: RollRow) -> [String] {
        [row.name, row.otherName].compactMap(\.self).flatMap { Fold.indexText($0.full).split(separator: " ").map(String.init) }
    }

    /// What the script writes at a person whom it marks: `present=…;late=…`.
    private static func marksWords(_ t: Texts) -> String {
        (Mark.allCases.map { "\($0.rawValue)=\(t($0.name))" } + ["=\(t(T.delivery.tap))"]).joined(separator: ";")
    }

    /// How everybody stands.
    static func states(_ roll: Roll, _ session: DatedSession.ID, _ t: Texts) -> [String: DoorPages.State.Person] {
        Dictionary(roll.rows.map { row in
            let mark = roll.mark(row.registration, session)
            return ("\(row.registration)", DoorPages.State.Person(mark: mark?.mark?.rawValue ?? "", word: AttendanceViews.word(mark, t)))
        }, uniquingKeysWith: { first, _ in first })
    }
}
