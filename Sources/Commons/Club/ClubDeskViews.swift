import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The clubs for those who run them.
struct ClubDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.club.title), href: reader.link("/staff/club"))] }

    // MARK: All of them

    func board(_ board: ClubBoard, _ form: FilledForm) -> Screen {
        let came = board.together.visitors
        return Screen(t(T.club.title)) {
            FormFaults(form)
            Heading(t(T.club.title), lead: t(T.club.deskLead))
            Figures([
                .init(t.number(board.together.activities), t(T.club.figureActivities), href: reader.link("/staff/club/figures")),
                .init(t.number(came.pupils), t(T.club.pupils)), .init(t.number(came.teachers), t(T.club.teachers)),
                .init(t.number(board.uncounted.count), t(T.club.figureUncounted), board.uncounted.isEmpty ? .neutral : .waiting),
            ])
            Buttons {
                LinkButton(t(T.club.figures), href: reader.link("/staff/club/figures"), .quiet)
                LinkButton(t(T.club.ideas), href: reader.link("/club/ideas"), .quiet)
                LinkButton(t(T.club.addClub), href: reader.link("/staff/club/new"), .quiet)
            }
            todo(board)
            h2 { t(T.club.clubs) }
            if board.clubs.isEmpty { HTML::p { t(T.club.noneDesk) } }
            ForEach(board.clubs) { club in
                PersonLine(
                    t.run(club.name, club.details.language), href: reader.link(club.deskPath), detail: club.mentors.map { Run($0.name) },
                    state: club.isClosed ? Chip(.neutral, t(T.club.closed)) : nil)
            }
            if !board.coming.isEmpty {
                h2 { t(T.club.coming) }
                sessions(board.coming, T.club.coming)
            }
            h2 { t(T.club.bigDays) }
            ForEach(board.days) { day in
                PersonLine(
                    t.run(day.event.title(in: t.language)), href: reader.link(day.deskPath), detail: day.day.map { [Run(t.day($0))] } ?? [],
                    state: day.shifts.contains { $0.lacks > 0 && $0.hours.upperBound > reader.now } ? Chip(.waiting, t(T.club.lackVolunteers)) : nil)
            }
            Form(action: reader.link("/staff/club/days"), hidden: reader.hidden, label: t(T.club.makeDay)) {
                form.field(T.club.event, "event", hint: T.club.eventHint, most: TextLimit.sentence.rawValue).text()
                Buttons { Submit(t(T.club.makeDay), .quiet) }
            }
        }
    }

    @HTMLBuilder private func todo(_ board: ClubBoard) -> some HTML {
        let lines = board.uncounted.map { session in
            ActList.Line(
                .waiting, when: t.day(session.day, .short), t.run(session.title, session.language),
                act: Look.Link(t(T.club.tellWhoCame), href: reader.link(session.deskPath)))
        } + board.ideas.map { idea in
            ActList.Line(
                .waiting, when: t.day(reader.centre.zone.day(of: idea.sent), .short), t.run(idea.title, idea.language), detail: t(T.club.idea),
                act: Look.Link(t(T.club.readIdea), href: reader.link(idea.path)))
        }
        if !lines.isEmpty { ActList(lines) }
    }

    func sessions(_ sessions: [ClubSession], _ caption: Phrase) -> some HTML {
        DataTable(t(caption), rows: sessions, columns: [
            Column(t(T.club.session), .name) { session in a(.href(reader.link(session.deskPath))) { t.run(session.title, session.language) } },
            Column(t(T.club.when)) { session in "\(t.day(session.day, .short)), \(t.times(session.draft.begins, to: session.draft.ends))" },
            Column(t(T.club.mentor)) { session in session.mentorName.isEmpty ? "–" : session.mentorName },
            Column(t(T.club.placesTaken), .number) { session in
                if session.kind == .open { "–" } else { t(T.club.takenOf(taken: .number(session.taken), all: .number(session.draft.places))) }
            },
            Column(t(T.club.groupsWaiting), .number) { session in session.waiting > 0 ? t.number(session.waiting) : "–" },
        ], isCaptionHidden: true)
    }

    // MARK: A club

    func new(_ halls: [Hall], _ form: FilledForm) -> Screen {
        Screen(t(T.club.addClub), trail: trail) {
            FormFaults(form)
            Heading(t(T.club.addClub))
            details(halls, form, action: "/staff/club/new", back: "/staff/club")
        }
    }

    func edit(_ club: Club, _ halls: [Hall], _ form: FilledForm) -> Screen {
        let name = t.run(club.name, club.details.language)
        return Screen(name.text, trail: trail + [Look.Link(name, href: reader.link(club.deskPath))]) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.club.club)))
            details(halls, form, action: "\(club.deskPath)/edit", back: club.deskPath)
        }
    }

    private func details(_ halls: [Hall], _ form: FilledForm, action: String, back: String) -> some HTML {
        Form(action: reader.link(action), hidden: reader.hidden, isGuarded: true) {
            form.field(T.club.name, "name", most: TextLimit.line.rawValue).text()
            form.field(T.club.language, "language", .short).select(ClubDetails.languages.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
            form.field(T.club.summary, "summary", .full, hint: T.club.summaryHint, isOptional: true).text()
            form.field(T.club.about, "text", .full, isOptional: true).area(rows: 6)
            form.field(T.club.hall, "hall", isOptional: true).select([Field.Choice("", t(T.club.otherPlace))]
                + halls.map { Field.Choice("\($0.id)", t.run($0.name)) })
            form.field(T.club.otherPlace, "place", isOptional: true).text()
            Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link(back), .quiet) }
        }
    }

    func club(_ club: Club, _ topics: [ClubTopic], _ coming: [ClubSession], _ form: FilledForm) -> Screen {
        let name = t.run(club.name, club.details.language)
        return Screen(name.text, trail: trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.club.club)), lead: club.details.summary.isEmpty ? nil : t.run(club.details.summary, club.details.language))
            if club.isClosed { Notice(.neutral) { HTML::p { t(T.club.closed) } } }
            Buttons {
                if !club.isClosed { LinkButton(t(T.club.planSession), href: reader.link("\(club.deskPath)/sessions/new")) }
                LinkButton(t(T.common.edit), href: reader.link("\(club.deskPath)/edit"), .quiet)
                LinkButton(t(T.club.asEverybody), href: reader.link(club.path), .quiet)
            }
            h2 { t(T.club.coming) }
            if coming.isEmpty { HTML::p { t(T.club.nothingPlanned) } } else { sessions(coming, T.club.coming) }
            h2 { t(T.club.topics) }
            if topics.isEmpty { HTML::p { t(T.club.noTopics) } }
            ForEach(topics) { topic in
                PersonLine(
                    t.run(topic.name, club.details.language), href: reader.link("\(club.deskPath)/topics/\(topic.id)"),
                    detail: [topic.details.grades.map { Run(t(ClubGrade.name($0))) }, Run(t(T.club.upTo(count: topic.details.places)))].compactMap(\.self),
                    state: topic.isClosed ? Chip(.neutral, t(T.club.notOffered)) : nil)
            }
            HTML::p { a(.href(reader.link("\(club.deskPath)/topics/new"))) { t(T.club.addTopic) } }
            mentors(club, form)
            ButtonForm(
                t(club.isClosed ? T.club.reopen : T.club.close), club.isClosed ? .quiet : .danger,
                action: reader.link("\(club.deskPath)/\(club.isClosed ? "reopen" : "close")"), hidden: reader.hidden)
        }
    }

    @HTMLBuilder private func mentors(_ club: Club, _ form: FilledForm) -> some HTML {
        h2 { t(T.club.mentors) }
        ForEach(club.mentors) { mentor in
            PersonLine(mentor.name, state: mentor.isLead ? Chip(.info, t(T.club.leader)) : nil) {
                ButtonForm(t(T.common.remove), .quiet, action: reader.link("\(club.deskPath)/mentors/\(mentor.person)/drop"), hidden: reader.hidden)
            }
        }
        Form(action: reader.link("\(club.deskPath)/mentors"), hidden: reader.hidden, label: t(T.club.addMentor)) {
            form.field(T.common.email, "email", hint: T.club.mentorHint).email()
            form.field(T.club.isLead, "lead").check(isOn: form.typed.has("lead"))
            Buttons { Submit(t(T.club.addMentor), .quiet) }
        }
    }

    func topic(_ club: Club, _ topic: ClubTopic?, _ form: FilledForm) -> Screen {
        let name = t.run(club.name, club.details.language), own = topic.map { t.run($0.name, club.details.language) } ?? Run(t(T.club.addTopic))
        let grades = [Field.Choice("", "–")] + ClubGrade.all.map { Field.Choice("\($0)", t(ClubGrade.name($0))) }
        return Screen(own.text, trail: trail + [Look.Link(name, href: reader.link(club.deskPath))]) {
            FormFaults(form)
            Heading(own, kind: Run(t(T.club.topic)))
            Form(action: reader.link("\(club.deskPath)/topics/\(topic.map { "\($0.id)" } ?? "new")"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.club.topicName, "name", most: TextLimit.line.rawValue).text()
                form.field(T.club.summary, "summary", .full, hint: T.club.topicSummaryHint, isOptional: true).text()
                FieldRow {
                    form.field(T.club.gradeFrom, "from", .short, isOptional: true).select(grades)
                    form.field(T.club.gradeTo, "to", .short, isOptional: true).select(grades)
                }
                FieldRow {
                    form.field(T.club.minutes, "minutes", .short).number()
                    form.field(T.club.places, "places", .short, hint: T.club.placesHint).number()
                }
                form.field(T.club.needs, "note", .full, hint: T.club.needsHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                if topic != nil { form.field(T.club.noMore, "closed").check(isOn: form.typed.has("closed")) }
                Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link(club.deskPath), .quiet) }
            }
        }
    }
}
