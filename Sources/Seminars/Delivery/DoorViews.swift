import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The door page. Everything is a plain form; the script adds speed and a queue for when the network is gone.
struct DoorViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter form: whom it was searched for, and whether only those show who are not marked yet.
    func show(_ sight: DoorSight, _ form: FilledForm) -> Screen {
        let (roll, session) = (sight.roll, sight.session)
        let title = roll.event.title(in: reader.language)
        let path = reader.link("/staff/events/\(roll.event.id)/sessions/\(session.id)")
        let words = Fold.query(form["q"])
        let onlyMissing = form["show"] == "missing"
        let rows = roll.rows(in: session.id).filter { row in
            (!onlyMissing || roll.mark(row.registration, session.id)?.mark == nil) && words.allSatisfy { word in search(row).contains { $0.hasPrefix(word) } }
        }
        return Screen("\(t(T.delivery.door)) · \(title.text)", .bare(class: "door", script: "door")) {
            head(sight)
            notices(sight, form.problem)
            searching(path, form["q"], onlyMissing: onlyMissing)
            marks(sight, rows, path, form)
            HTML::p(.class("door-nothing"), .hidden(!rows.isEmpty), .data("nothing", "")) { t(roll.rows.isEmpty ? T.delivery.nobodyText : T.delivery.nobodyFound) }
            Buttons {
                if sight.takesIn { LinkButton(t(T.delivery.walkIn), href: "\(path)/walk-in", .quiet) }
                LinkButton(t(T.delivery.screen), href: "\(path)/screen", .quiet)
            }
        }
    }

    private func head(_ sight: DoorSight) -> some HTML {
        let (roll, session) = (sight.roll, sight.session)
        let title = roll.event.title(in: reader.language)
        return header {
            HTML::p(.class("door-back")) {
                a(.href(reader.link(sight.takesIn ? "/staff/events/\(roll.event.id)/attendance" : "/me"))) {
                    Icon.back
                    t(sight.takesIn ? T.delivery.attendance : T.accounts.me)
                }
            }
            h1(.lang(title.language.htmlLang)) { title.text }
            HTML::p { t.session(session) }
            HTML::p(.class("door-count")) {
                strong(.data("there", "")) { "\(roll.count(session.id, \.isThere))" }; " "; t(T.delivery.hereOf(seats: .number(roll.rows(in: session.id).count)))
                " · "; strong(.data("missing", "")) { "\(roll.unmarked(session.id))" }; " "; t(T.delivery.missing)
            }
        }
    }

    @HTMLBuilder private func notices(_ sight: DoorSight, _ problem: Problem?) -> some HTML {
        HTML::p(
            .class("door-line"), .role("status"), .hidden(), .data("line", ""), .data("online", t(T.delivery.lineOn)), .data("offline", t(T.delivery.lineOff)),
            .data("waits", t(T.delivery.lineWaits)), .data("enter", t(T.delivery.lineEnter))) { "" }
        if let problem { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
        ForEach(reader.said) { said in Notice(.good, isNews: true) { HTML::p { said } } }
        if reader.now < sight.session.opens { Notice(.waiting) { HTML::p { t(T.delivery.tooEarly(opens: .instant(sight.session.opens))) } } }
        if sight.roll.event.state == .closed, problem == nil { Notice(.waiting, t(T.delivery.closedTitle)) { HTML::p { t(T.delivery.doorClosed) } } }
    }

    @HTMLBuilder private func searching(_ path: String, _ words: String, onlyMissing: Bool) -> some HTML {
        form(.action("\(path)/door"), .method(.get), .class("door-search"), .role("search")) {
            HTML::label(.for("q"), .class("unseen")) { t(T.delivery.search) }
            input(.type(.search), .id("q"), .name("q"), .value(words), .placeholder(t(T.delivery.search)), .autocomplete("off"))
            if onlyMissing { input(.type(.hidden), .name("show"), .value("missing")) }
            Submit(t(T.common.search), .quiet)
        }
        FilterChips(t(T.delivery.showing), [
            NavItem(t(T.delivery.everybody), href: "\(path)/door", isCurrent: !onlyMissing),
            NavItem(t(T.delivery.onlyMissing), href: "\(path)/door?show=missing", isCurrent: onlyMissing),
        ])
    }

    private func marks(_ sight: DoorSight, _ rows: [RollRow], _ path: String, _ form: FilledForm) -> some HTML {
        let who = reader.actor.person.map { "\($0)" } ?? ""
        return HTML::form(
            .action("\(path)/door"), .method(.post), .data("door", "\(path)/marks?who=\(who)"), .data("session", "\(sight.session.id)"), .data("who", who),
            .data("words", marksWords)
        ) {
            HiddenFields(reader.hidden + [Hidden("q", form["q"]), Hidden("show", form["show"])])
            DoorList(rows.map { person($0, sight) }, DoorList.Words(tap: t(T.delivery.tap), more: t(T.delivery.otherMark)))
        }
    }

    private func person(_ row: RollRow, _ sight: DoorSight) -> DoorList.Person {
        let mark = sight.roll.mark(row.registration, sight.session.id)
        return DoorList.Person(
            id: "\(row.registration)", name: row.name.listed, detail: t.shown([row.school, row.place].filter { !$0.isEmpty }.joined(separator: ", ")),
            search: search(row).joined(separator: " "), mark: mark?.mark?.rawValue ?? "", word: t.mark(mark), tap: Tap.text(row.registration, .present),
            others: Mark.allCases.filter { $0 != .present }.map { (Tap.text(row.registration, $0), t($0.name)) }
                + [(Tap.text(row.registration, nil), t(T.delivery.takeBack))])
    }

    /// The words of a person's name in both scripts, folded.
    private func search(_ row: RollRow) -> [String] {
        [row.name, row.otherName].compactMap(\.self).flatMap { Fold.indexText($0.full).split(separator: " ").map(String.init) }
    }

    /// What the script writes at a person whom it marks: `present=…;late=…`.
    private var marksWords: String {
        (Mark.allCases.map { "\($0.rawValue)=\(t($0.name))" } + ["=\(t(T.delivery.tap))"]).joined(separator: ";")
    }
}
