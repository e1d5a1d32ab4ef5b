import Forms
import HTML
import Kernel
import Languages
import Look

/// The board of ideas.
struct ClubIdeaViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.club.title), href: reader.link("/club"))] }
    private var below: [Look.Link] { trail + [Look.Link(t(T.club.ideas), href: reader.link("/club/ideas"))] }

    func chip(_ idea: ClubIdea) -> Chip {
        let tone: Tone = switch idea.state {
        case .sent: .waiting
        case .open: .info
        case .taken, .done: .good
        case .declined: .neutral
        }
        return Chip(tone, t(idea.state.name))
    }

    func board(_ ideas: [ClubIdea], _ waiting: [ClubIdea]) -> Screen {
        Screen(t(T.club.ideas), description: t(T.club.ideasLead), trail: trail) {
            Heading(t(T.club.ideas), lead: t(T.club.ideasLead))
            Buttons { LinkButton(t(T.club.writeIdea), href: reader.link("/me/club/ideas/new")) }
            if !waiting.isEmpty {
                h2 { t(T.club.toRead) }
                ForEach(waiting) { idea in PersonLine(t.run(idea.title, idea.language), href: reader.link(idea.path), detail: facts(idea), state: chip(idea)) }
            }
            if ideas.isEmpty { EmptyState(t(T.club.ideasNone), t(T.club.ideasNoneText)) { Empty() } }
            part(T.club.ideasOpen, ideas.filter { $0.state == .open })
            part(T.club.ideasTaken, ideas.filter { $0.state == .taken })
            part(T.club.ideasDone, ideas.filter { $0.state == .done })
        }
    }

    @HTMLBuilder private func part(_ title: Phrase, _ ideas: [ClubIdea]) -> some HTML {
        if !ideas.isEmpty {
            h2 { t(title) }
            ForEach(ideas) { idea in PersonLine(t.run(idea.title, idea.language), href: reader.link(idea.path), detail: facts(idea), state: chip(idea)) }
        }
    }

    /// From where, and who would take part; no name.
    private func facts(_ idea: ClubIdea) -> [Run] {
        let from = idea.draft.grade.map { Run(t(T.club.fromPupil(grade: .phrase(ClubGrade.name($0))))) } ?? Run(t(T.club.fromTeacher))
        return [from] + (idea.schoolName.isEmpty ? [] : [t.run(idea.schoolName)])
            + (idea.joined.people > 0 ? [Run(t(T.club.joinedCount(count: idea.joined.people)))] : [])
    }

    // MARK: Writing

    func new(_ schools: [ClubSchool], _ form: FilledForm) -> Screen {
        Screen(t(T.club.writeIdea), trail: below, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.club.writeIdea), lead: t(T.club.writeLead))
            Form(action: reader.link("/me/club/ideas/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.club.ideaTitle, "title", .full).text()
                form.field(T.club.ideaWords, "words", .full, hint: T.club.ideaWordsHint, most: TextLimit.note.rawValue).area(rows: 6)
                form.field(T.club.language, "language", .short).select(ClubDetails.languages.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
                form.field(T.club.whose, "grade", .short, hint: T.club.whoseHint, isOptional: true).select(
                    [Field.Choice("", t(T.club.myOwn))] + ClubGrade.all.map { Field.Choice("\($0)", t(T.club.ofPupil(grade: .phrase(ClubGrade.name($0))))) })
                if !schools.isEmpty {
                    form.field(T.club.school, "school", isOptional: true).select([Field.Choice("", "–")]
                        + schools.map { Field.Choice("\($0.id)", t.run($0.name)) })
                }
                Buttons { Submit(t(T.club.sendIdea)); LinkButton(t(T.common.cancel), href: reader.link("/club/ideas"), .quiet) }
            }
        }
    }

    // MARK: One

    func show(_ sight: ClubIdeaSight, _ form: FilledForm) -> Screen {
        let idea = sight.idea, title = t.run(idea.title, idea.language)
        return Screen(title.text, trail: below, isIndexed: idea.state.isPublic) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.club.idea)))
            HTML::p { chip(idea) }
            ForEach(idea.draft.words.split(separator: "\n\n").map(String.init)) { words in HTML::p { t.run(words, idea.language) } }
            HTML::p(.class("meta")) { ForEach(Array(facts(idea).enumerated())) { place, run in if place > 0 { " · " }; run } }
            if idea.joined.pupils > 0 { HTML::p { t(T.club.joinedPupils(count: idea.joined.pupils)) } }
            if idea.state == .sent { Notice(.waiting) { HTML::p { t(T.club.waitsToBeRead) } } }
            became(idea)
            if idea.state == .open || idea.state == .taken { joining(sight, form) }
            if sight.screens { work(sight, form) }
        }
    }

    @HTMLBuilder private func became(_ idea: ClubIdea) -> some HTML {
        if idea.way != nil || !idea.outcome.isEmpty {
            h2 { t(idea.state == .declined ? T.club.whyNot : T.club.whatBecame) }
            Facts {
                if let way = idea.way { FactLine(t(T.club.way), t(way.name)) }
                if !idea.mentorName.isEmpty { FactLine(t(T.club.mentor), t.run(name: idea.mentorName, idea.language)) }
            }
            if !idea.outcome.isEmpty { HTML::p { t.run(idea.outcome) } }
            if let club = idea.club { HTML::p { a(.href(reader.link("/club/\(club)"))) { t(T.club.toClub) } } }
            if !idea.link.isEmpty { HTML::p { a(.href(idea.link), .rel("noopener nofollow")) { t(T.club.moreThere) } } }
        }
    }

    @HTMLBuilder private func joining(_ sight: ClubIdeaSight, _ form: FilledForm) -> some HTML {
        let idea = sight.idea
        if sight.isJoined {
            Notice(.good) { HTML::p { t(T.club.youJoined) } }
            ButtonForm(t(T.club.leaveIdea), .quiet, action: reader.link("\(idea.path)/leave"), hidden: reader.hidden)
        } else if idea.person == nil || idea.person != reader.actor.person {
            h2 { t(T.club.joinTitle) }
            if reader.actor.isSignedIn {
                Form(action: reader.link("\(idea.path)/join"), hidden: reader.hidden, label: t(T.club.joinTitle)) {
                    form.field(T.club.withPupils, "pupils", .short, hint: T.club.withPupilsHint, isOptional: true).number()
                    Buttons { Submit(t(T.club.join)) }
                }
            } else {
                HTML::p { a(.href(reader.link("/me/club"))) { t(T.club.signInToJoin) } }
            }
        }
    }

    /// What those do who run the club.
    @HTMLBuilder private func work(_ sight: ClubIdeaSight, _ form: FilledForm) -> some HTML {
        let idea = sight.idea
        if !idea.personName.isEmpty { HTML::p { t(T.club.writtenBy(name: .text(idea.personName))) } }
        if idea.state == .sent {
            h2 { t(T.club.screenTitle) }
            screening(idea, form)
        }
        if idea.state == .open {
            h2 { t(T.club.takeTitle) }
            Form(action: reader.link("\(idea.path)/take"), hidden: reader.hidden, isGuarded: true, label: t(T.club.takeTitle)) {
                form.field(T.club.way, "way").radios(ClubIdea.Way.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                if !sight.clubs.isEmpty {
                    form.field(T.club.club, "club", otherwise: sight.clubs.count == 1 ? "\(sight.clubs[0].id)" : "", hint: T.club.takeClubHint,
                        isOptional: true).select(
                        [Field.Choice("", "–")] + sight.clubs.map { Field.Choice("\($0.id)", t.run($0.name, $0.details.language)) })
                }
                form.field(T.club.link, "link", .full, hint: T.club.linkHint, isOptional: true).address()
                form.field(T.club.takeWords, "outcome", .full, hint: T.club.takeWordsHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                Buttons { Submit(t(T.club.take)) }
            }
        }
        if idea.state == .open {
            Disclosure(t(T.club.takeOff), isOpen: form.fault("reason") != nil) { screening(idea, form) }
        }
        if idea.state == .taken {
            h2 { t(T.club.finishTitle) }
            Form(action: reader.link("\(idea.path)/finish"), hidden: reader.hidden, isGuarded: true, label: t(T.club.finishTitle)) {
                form.field(T.club.finishWords, "outcome", .full, most: TextLimit.note.rawValue).area(rows: 4)
                form.field(T.club.link, "link", .full, isOptional: true).address()
                Buttons { Submit(t(T.club.finish)) }
            }
        }
    }

    private func screening(_ idea: ClubIdea, _ form: FilledForm) -> some HTML {
        Form(action: reader.link("\(idea.path)/screen"), hidden: reader.hidden, label: t(idea.state == .sent ? T.club.screenTitle : T.club.takeOff)) {
            form.field(T.club.declineReason, "reason", .full, hint: T.club.declineReasonHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
            Buttons {
                if idea.state == .sent { Submit(t(T.club.publish), name: "publish", value: "yes") }
                Submit(t(idea.state == .sent ? T.club.decline : T.club.takeOff), .quiet)
            }
        }
    }
}
