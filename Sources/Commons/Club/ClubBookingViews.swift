import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Groups as their teachers see them.
struct ClubBookingViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.club.mine), href: reader.link("/me/club"))] }

    // MARK: Booking

    func new(_ session: ClubSession, _ schools: [ClubSchool], _ form: FilledForm) -> Screen {
        let title = t.run(session.title, session.language), waits = session.waiting > 0 || session.free == 0
        return Screen(t(T.club.bookTitle), trail: [
            Look.Link(t(T.club.title), href: reader.link("/club")), Look.Link(title, href: reader.link(session.path)),
        ], isIndexed: false) {
            FormFaults(form)
            Heading(Run(t(T.club.bookTitle)), kind: title, lead: Run(t(T.club.bookLead)))
            HTML::p { strong { t.day(session.day); ", "; t.times(session.draft.begins, to: session.draft.ends) } }
            if !session.takesGroups(at: reader.now) {
                Notice(.waiting) { HTML::p { t(T.club.errorNoGroups) } }
            } else if schools.isEmpty {
                EmptyState(t(T.club.noSchool), t(T.club.noSchoolText)) { LinkButton(t(T.club.toAccount), href: reader.link("/me/account"), .quiet) }
            } else {
                if waits { Notice(.waiting) { HTML::p { t(T.club.willWait) } } } else { HTML::p { t(T.club.freePlaces(count: session.free)) } }
                Form(action: reader.link("\(session.path)/book"), hidden: reader.hidden, isGuarded: true) {
                    form.field(T.club.school, "school", otherwise: schools.count == 1 ? "\(schools[0].id)" : "").select(
                        [Field.Choice("", t(T.common.choose))] + schools.map { Field.Choice("\($0.id)", t.run($0.name)) })
                    numbers(session, form)
                    Buttons { Submit(t(waits ? T.club.waitAct : T.club.book)); LinkButton(t(T.common.cancel), href: reader.link(session.path), .quiet) }
                }
            }
        }
    }

    @HTMLBuilder private func numbers(_ session: ClubSession, _ form: FilledForm) -> some HTML {
        let grades = Array(session.grades ?? ClubGrade.all)
        form.field(T.club.groupName, "name", .short, hint: T.club.groupNameHint, isOptional: true, most: TextLimit.label.rawValue).text()
        Fieldset(t(T.club.pupilsByGrade), hint: t(T.club.pupilsByGradeHint)) {
            ForEach(Array(1...ClubBookingDraft.lines)) { line in
                FieldRow {
                    form.field(T.club.gradeLine(number: .number(line)), "grade\(line)", .short, isOptional: line > 1).select(
                        [Field.Choice("", "–")] + grades.map { Field.Choice("\($0)", t(ClubGrade.name($0))) })
                    form.field(T.club.pupilsLine(number: .number(line)), "pupils\(line)", .short, isOptional: line > 1).number()
                }
            }
        }
        form.field(T.club.adults, "adults", .short, hint: T.club.adultsHint).number()
        form.field(T.club.note, "note", .full, hint: T.club.noteHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
    }

    // MARK: One's own

    func mine(_ own: ClubOwn) -> Screen {
        Screen(t(T.club.mine), isIndexed: false) {
            Heading(t(T.club.mine), lead: t(T.club.mineLead))
            if own.isEmpty { EmptyState(t(T.club.mineNone), t(T.club.mineNoneText)) { Empty() } }
            part(own, isBelow: false)
            let past = own.visits.filter { visit in !own.coming(at: reader.now).contains { $0.booking.id == visit.booking.id } }
            if !past.isEmpty {
                h2 { t(T.club.pastGroups) }
                ForEach(past.reversed()) { line($0) }
            }
            if !own.ideas.isEmpty {
                h2 { t(T.club.myIdeas) }
                ForEach(own.ideas) { idea in
                    PersonLine(t.run(idea.title, idea.language), href: reader.link(idea.path), state: ClubIdeaViews(reader: reader).chip(idea))
                }
            }
            Buttons {
                LinkButton(t(T.club.programme), href: reader.link("/club/programme"))
                LinkButton(t(T.club.writeIdea), href: reader.link("/me/club/ideas/new"), .quiet)
            }
        }
    }

    @HTMLBuilder private func head(_ title: Phrase, isBelow: Bool) -> some HTML {
        if isBelow { h3 { t(title) } } else { h2 { t(title) } }
    }

    /// What comes.
    /// - Parameter isBelow: whether it stands below a heading of somebody's own page.
    @HTMLBuilder func part(_ own: ClubOwn, isBelow: Bool) -> some HTML {
        let coming = own.coming(at: reader.now)
        if !own.led.isEmpty {
            head(T.club.led, isBelow: isBelow)
            ForEach(own.led) { session in
                PersonLine(
                    t.run(session.title, session.language), href: reader.link(session.ownPath), detail: when(session),
                    state: session.lacksCount(at: reader.now)
                        ? Chip(.waiting, t(T.club.tellWhoCame)) : Chip(.info, t(T.club.pupilsCount(count: session.taken))))
            }
        }
        if !coming.isEmpty {
            head(T.club.groups, isBelow: isBelow)
            ForEach(coming) { line($0) }
        }
        let shifts = own.shifts(after: reader.now)
        if !shifts.isEmpty {
            head(T.club.myShifts, isBelow: isBelow)
            ForEach(shifts) { line in
                PersonLine(
                    t.run(line.stand.draft.name), href: reader.link(line.stand.tallyPath),
                    detail: [t.run(line.day.event.title(in: t.language)), Run(t.instant(line.shift.hours.lowerBound))])
            }
        }
        if own.waiting > 0 { Notice(.waiting) { HTML::p { a(.href(reader.link("/club/ideas"))) { t(T.club.ideasWait(count: own.waiting)) } } } }
    }

    func when(_ session: ClubSession) -> [Run] {
        [Run(t.day(session.day, near: reader.today)), Run(t.times(session.draft.begins, to: session.draft.ends))]
            + (session.place.isEmpty ? [] : [t.run(session.place)])
    }

    func line(_ visit: ClubVisit) -> PersonLine {
        PersonLine(
            t.run(visit.session.title, visit.session.language), href: reader.link(visit.booking.path),
            detail: when(visit.session) + [Run(t(T.club.pupilsCount(count: visit.booking.pupils)))], state: chip(visit.booking, visit.session))
    }

    func chip(_ booking: ClubBooking, _ session: ClubSession) -> Chip {
        if session.state == .cancelled { return Chip(.bad, t(session.state.name)) }
        if let came = booking.came { return came.pupils > 0 ? Chip(.good, t(T.club.cameCount(count: came.pupils))) : Chip(.neutral, t(T.club.didNotCome)) }
        if booking.state != .cancelled, session.hours.upperBound <= reader.now { return Chip(.neutral, t(T.club.over)) }
        return switch booking.state {
        case .booked: Chip(.good, t(booking.state.name))
        case .waiting: Chip(.waiting, t(booking.state.name))
        case .cancelled: Chip(.neutral, t(booking.state.name))
        }
    }

    // MARK: One

    func show(_ visit: ClubVisit, _ form: FilledForm) -> Screen {
        let (booking, session) = (visit.booking, visit.session), title = t.run(session.title, session.language)
        let isOpen = booking.state != .cancelled && session.takesGroups(at: reader.now) && booking.person == reader.actor.person
        return Screen(title.text, trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.club.group)))
            HTML::p { chip(booking, session) }
            if let turn = visit.turn { Notice(.waiting) { HTML::p { t(T.club.yourTurn(turn: .number(turn))) } } }
            if session.state == .cancelled, !session.reason.isEmpty { Notice(.bad) { HTML::p { t.run(session.reason) } } }
            Facts {
                FactLine(t(T.club.when), "\(t.day(session.day)), \(t.times(session.draft.begins, to: session.draft.ends))")
                if !session.place.isEmpty { FactLine(t(T.club.place), t.run(session.place)) }
                if !booking.schoolName.isEmpty { FactLine(t(T.club.school), t.run(booking.schoolName)) }
                FactLine(t(T.club.pupils), grades(booking))
                FactLine(t(T.club.adults), t.number(booking.draft.adults))
            }
            HTML::p { a(.href(reader.link(session.path))) { t(T.club.aboutSession) } }
            if isOpen {
                h2 { t(T.club.changeNumbers) }
                Form(action: reader.link(booking.path), hidden: reader.hidden, isGuarded: true, label: t(T.club.changeNumbers)) {
                    numbers(session, form)
                    Buttons { Submit(t(T.common.save)) }
                }
                ButtonForm(t(T.club.giveUp), .danger, action: reader.link("\(booking.path)/cancel"), hidden: reader.hidden)
            }
        }
    }

    /// *24 (5. разред: 12, 6. разред: 12)*.
    func grades(_ booking: ClubBooking) -> String {
        let lines = booking.draft.grades.sorted { $0.key < $1.key }.map { "\(t(ClubGrade.name($0.key))): \(t.number($0.value))" }
        return lines.isEmpty ? t.number(booking.pupils) : "\(t.number(booking.pupils)) (\(lines.joined(separator: ", ")))"
    }
}
