import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing

/// Initiatives for the people of the centres: the list, the first page of one, what is said of it beside its text.
struct InitiativeDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: The list

    func board(_ lines: [InitiativeLine]) -> Screen {
        let open = lines.filter { !$0.initiative.state.isOver }, over = lines.filter(\.initiative.state.isOver)
        return Screen(t(T.initiatives.title)) {
            Heading(t(T.initiatives.title), lead: t(T.initiatives.lead))
            Buttons { LinkButton(t(T.initiatives.new), href: reader.link("/staff/initiatives/new")) }
            if lines.isEmpty { EmptyState(t(T.initiatives.none), t(T.initiatives.noneText)) { Empty() } }
            ForEach(open) { line($0) }
            if !over.isEmpty {
                h2 { t(T.initiatives.over) }
                ForEach(over) { line($0) }
            }
        }
    }

    private func line(_ line: InitiativeLine) -> PersonLine {
        let one = line.initiative, isHome = one.centre == reader.centre.id
        var detail = [t.run(one.details.recipient)]
        if !isHome { detail.append(Run(line.home.name(in: t.language))) }
        if one.state == .open {
            detail.append(Run(t(T.initiatives.untilMoment(at: .instant(one.details.deadline)))))
            detail.append(Run(t(T.initiatives.spokenLine(spoken: .number(line.sum.spoken), asked: .number(line.sum.asked)))))
            if line.isAsked, line.own == nil { detail.append(Run(t(T.initiatives.waitsForUs))) }
            if isHome, line.openComments > 0 { detail.append(Run(t(T.initiatives.commentsWait(count: line.openComments)))) }
        }
        if !one.number.isEmpty { detail.append(Run(one.number)) }
        return PersonLine(t.run(one.details.title, one.details.language), href: reader.link(one.deskPath), detail: detail, state: one.chip(t))
    }

    // MARK: One

    func show(_ sight: InitiativeSight, _ form: FilledForm) -> Screen {
        let one = sight.initiative, own = reader.link(one.deskPath)
        return InitiativeFrame(reader, sight).screen(.home, form) {
            if !one.reason.isEmpty { Notice(.neutral, t(T.initiatives.stateDropped)) { HTML::p { t.run(one.reason) } } }
            InitiativeFacts(reader: reader, sight: sight, keeper: one.details.keeper.flatMap { sight.names[$0] })
            buttons(sight, own)
            next(sight, own)
            if sight.own?.position == nil { position(sight, own, form) }
            if !one.details.reasons.isEmpty {
                h2 { t(T.initiatives.reasons) }
                MarkdownView(Markdown(t.shown(one.details.reasons)), lang: t.lang(of: one.details.language))
            }
            h2 { t(T.initiatives.positions) }
            StandingsShown(reader: reader, sight: sight)
            if sight.own?.position != nil { position(sight, own, form) }
            InitiativeWay(reader: reader, sight: sight)
            if sight.isHome, one.state.isWritten { dropping(own, form) }
        }
    }

    private func buttons(_ sight: InitiativeSight, _ own: String) -> some HTML {
        Buttons {
            if sight.isHome, sight.initiative.state.isWritten { LinkButton(t(T.common.edit), href: "\(own)/edit", .quiet) }
            if sight.initiative.state.isPublic { LinkButton(t(T.initiatives.openPublic), href: reader.link(sight.initiative.path), .quiet) }
            if sight.current != nil {
                LinkButton(t(T.initiatives.pdf), href: "\(own)/initiative.pdf", .quiet, icon: .print)
                LinkButton(t(T.initiatives.word), href: "\(own)/initiative.docx", .quiet, icon: .download)
            }
        }
    }

    /// What the coordinating centre has to do next, and why it cannot yet.
    @HTMLBuilder private func next(_ sight: InitiativeSight, _ own: String) -> some HTML {
        let one = sight.initiative
        if sight.isHome, !one.state.isOver {
            h2 { t(T.initiatives.nextStep) }
            switch one.state {
            case .draft:
                HTML::p { t(T.initiatives.nextDraft) }
                Buttons { LinkButton(t(T.initiatives.openText), href: "\(own)/text"); LinkButton(t(T.initiatives.openParties), href: "\(own)/parties", .quiet) }
            case .open:
                let obstacles = sight.obstacles(at: reader.now)
                if obstacles.isEmpty {
                    HTML::p { t(T.initiatives.nextAdopt) }
                    ButtonForm(t(T.initiatives.adopt), action: "\(own)/adopt", hidden: reader.hidden)
                } else { Notice(.waiting, t(T.initiatives.adoptWaits)) { ul { ForEach(obstacles) { one in li { t(one.phrase) } } } } }
            default:
                HTML::p { t(one.state == .adopted ? T.initiatives.nextSend : T.initiatives.nextAnswer) }
                Buttons { LinkButton(t(T.initiatives.openAnswers), href: "\(own)/answers") }
            }
        }
    }

    /// The own centre's position, while it is taken.
    @HTMLBuilder private func position(_ sight: InitiativeSight, _ own: String, _ form: FilledForm) -> some HTML {
        if let party = sight.own, let current = sight.current, sight.initiative.takesWords(at: reader.now) {
            if let position = party.position {
                let isEarlier = position.version < current.number
                if isEarlier {
                    Notice(.waiting) { HTML::p { t(T.initiatives.positionEarlier(said: .number(position.version), now: .number(current.number))) } }
                }
                let isOpen = isEarlier || form.fault("words") != nil || form.fault("standing") != nil
                Disclosure(t(T.initiatives.changePosition), isOpen: isOpen) { saying(own, form) }
            } else {
                h2 { t(T.initiatives.ourPosition) }
                saying(own, form)
            }
        }
    }

    private func saying(_ own: String, _ form: FilledForm) -> some HTML {
        Form(action: "\(own)/position", hidden: reader.hidden, isGuarded: true, label: t(T.initiatives.ourPosition)) {
            form.field(T.initiatives.whereWeStand, "standing").radios(InitiativeStanding.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            form.field(T.initiatives.words, "words", .full, hint: T.initiatives.wordsHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 4)
            Buttons { Submit(t(T.initiatives.say)) }
        }
    }

    private func dropping(_ own: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.initiatives.drop), isOpen: form.fault("reason") != nil) {
            HTML::p { t(T.initiatives.dropHint) }
            Form(action: "\(own)/drop", hidden: reader.hidden, label: t(T.initiatives.drop)) {
                form.field(T.initiatives.reason, "reason", .full).area(rows: 2)
                Buttons { Submit(t(T.initiatives.drop), .danger) }
            }
        }
    }

    // MARK: What is said of it

    func form(_ sight: InitiativeSight?, _ staff: [(id: Person.ID, name: String)], _ form: FilledForm) -> Screen {
        let title = t(sight == nil ? T.initiatives.new : T.initiatives.edit), back = sight?.initiative.deskPath ?? "/staff/initiatives"
        let trail = sight.map { InitiativeFrame(reader, $0).trail(.home, isBelow: true) }
            ?? [Look.Link(t(T.initiatives.title), href: reader.link("/staff/initiatives"))]
        return Screen(title, trail: trail) {
            FormFaults(form)
            Heading(title, lead: sight == nil ? t(T.initiatives.newLead) : nil)
            Form(action: reader.link(back + (sight == nil ? "/new" : "/edit")), hidden: reader.hidden, isGuarded: true, label: title) {
                form.field(T.initiatives.name, "title", .full, hint: T.initiatives.nameHint).text()
                form.field(T.initiatives.recipient, "recipient", .full, hint: T.initiatives.recipientHint, most: TextLimit.line.rawValue).text()
                form.field(T.initiatives.reasons, "reasons", .full, hint: T.initiatives.reasonsHint, isOptional: true, most: TextLimit.letter.rawValue)
                    .area(rows: 8)
                FieldRow {
                    form.day(T.initiatives.deadlineDay, "deadline", hint: T.initiatives.deadlineHint)
                    form.field(T.initiatives.deadlineTime, "time", .short).time()
                }
                FieldRow {
                    form.field(T.initiatives.language, "language").select(
                        InitiativeDetails.languages.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
                    form.field(T.initiatives.keeper, "keeper", isOptional: true).select(
                        [Field.Choice("", t(T.initiatives.nobody))] + staff.map { Field.Choice("\($0.id)", $0.name) })
                }
                Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link(back), .quiet) }
            }
        }
    }
}
