import Bookings
import Centres
import Forms
import HTML
import Kernel
import Languages
import Library
import Look

/// One session for those who work with its groups.
struct ClubSessionViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private func trail(_ club: Club) -> [Look.Link] {
        [
            Look.Link(t(T.club.title), href: reader.link("/staff/club")), Look.Link(t.run(club.name, club.details.language), href: reader.link(club.deskPath)),
        ]
    }

    // MARK: Planning

    func new(_ offer: ClubOffer, _ form: FilledForm) -> Screen {
        Screen(t(T.club.planSession), trail: trail(offer.club)) {
            FormFaults(form)
            Heading(Run(t(T.club.planSession)), kind: t.run(offer.club.name, offer.club.details.language), lead: Run(t(T.club.planLead)))
            Form(action: reader.link("\(offer.club.deskPath)/sessions/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.club.topic, "topic", hint: T.club.topicHint, isOptional: true).select(
                    [Field.Choice("", t(T.club.openHours))] + offer.topics.map { Field.Choice("\($0.id)", t.run($0.name, offer.club.details.language)) })
                form.field(T.club.openTitle, "title", hint: T.club.openTitleHint, isOptional: true).text()
                fields(offer, form, asksPlaces: true)
                form.day(T.club.weeklyUntil, "last", hint: T.club.weeklyHint, isOptional: true)
                Buttons { Submit(t(T.club.planSession)); LinkButton(t(T.common.cancel), href: reader.link(offer.club.deskPath), .quiet) }
            }
        }
    }

    func edit(_ session: ClubSession, _ offer: ClubOffer, _ form: FilledForm) -> Screen {
        let title = t.run(session.title, session.language)
        return Screen(title.text, trail: trail(offer.club) + [Look.Link(title, href: reader.link(session.deskPath))]) {
            FormFaults(form)
            Heading(title, kind: Run(t(session.kind.name)), lead: session.taken > 0 ? Run(t(T.club.changeTold)) : nil)
            Form(action: reader.link("\(session.deskPath)/edit"), hidden: reader.hidden, isGuarded: true) {
                if session.kind == .open { form.field(T.club.openTitle, "title").text() }
                fields(offer, form, asksPlaces: session.kind == .workshop)
                Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link(session.deskPath), .quiet) }
            }
        }
    }

    @HTMLBuilder private func fields(_ offer: ClubOffer, _ form: FilledForm, asksPlaces: Bool) -> some HTML {
        FieldRow {
            form.day(T.club.day, "day")
            form.field(T.club.begins, "begins", .short).time()
            form.field(T.club.ends, "ends", .short).time()
        }
        if asksPlaces { form.field(T.club.places, "places", .short, hint: T.club.placesHint).number() }
        form.field(T.club.hall, "hall", hint: T.club.hallHint, isOptional: true).select(
            [Field.Choice("", t(T.club.otherPlace))] + offer.halls.map { Field.Choice("\($0.id)", t.run($0.name)) })
        form.field(T.club.otherPlace, "place", isOptional: true).text()
        form.field(T.club.mentor, "mentor", isOptional: true).select(
            [Field.Choice("", "–")] + offer.club.mentors.map { Field.Choice("\($0.person)", t.run(name: $0.name, t.language)) })
    }

    // MARK: One

    func show(_ folder: ClubSessionFolder, _ form: FilledForm) -> Screen {
        let session = folder.session, title = t.run(session.title, session.language)
        let path = folder.isDesk ? session.deskPath : session.ownPath
        let trail = folder.isDesk ? [Look.Link(t(T.club.title), href: reader.link("/staff/club"))] : [Look.Link(t(T.club.mine), href: reader.link("/me/club"))]
        return Screen(title.text, trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(title, kind: Run(t(session.kind.name)))
            HTML::p { ClubViews(reader: reader).chip(session) }
            if session.state == .cancelled { Notice(.bad) { HTML::p { t.run(session.reason) } } }
            Facts {
                FactLine(t(T.club.when), "\(t.day(session.day)), \(t.times(session.draft.begins, to: session.draft.ends))")
                if !session.place.isEmpty { FactLine(t(T.club.place), t.run(session.place)) }
                if !session.mentorName.isEmpty { FactLine(t(T.club.mentor), t.run(name: session.mentorName, t.language)) }
                if session.kind == .workshop {
                    FactLine(t(T.club.placesTaken), t(T.club.takenOf(taken: .number(session.taken), all: .number(session.draft.places))))
                }
            }
            if !folder.needs.isEmpty { Notice(.info, t(T.club.needs)) { HTML::p { t.run(folder.needs, session.language) } } }
            if folder.isDesk {
                Buttons {
                    if session.isAhead(of: reader.now) { LinkButton(t(T.common.edit), href: reader.link("\(session.deskPath)/edit"), .quiet) }
                    LinkButton(t(T.club.asEverybody), href: reader.link(session.path), .quiet)
                }
            }
            if session.kind == .workshop { groups(folder) }
            if session.isCounted(at: reader.now) { counting(folder, path, form) }
            if folder.isDesk { things(folder, form) }
            if folder.isDesk, session.takesGroups(at: reader.now) { refusing(folder, form) }
            if folder.isDesk, session.state == .planned { cancelling(session, form) }
        }
    }

    @HTMLBuilder private func groups(_ folder: ClubSessionFolder) -> some HTML {
        h2 { t(T.club.groups) }
        if folder.bookings.isEmpty {
            HTML::p { t(T.club.noGroups) }
        } else {
            let views = ClubBookingViews(reader: reader)
            DataTable(t(T.club.groups), rows: folder.bookings, columns: [
                Column(t(T.club.group), .name) { booking in name(booking) },
                Column(t(T.club.pupils)) { booking in views.grades(booking) },
                Column(t(T.club.adults), .number) { booking in t.number(booking.draft.adults) },
                Column(t(T.club.teacher)) { booking in booking.personName.isEmpty ? "–" : booking.personName },
                Column(t(T.common.state)) { booking in views.chip(booking, folder.session) },
                Column(t(T.club.note)) { booking in if booking.draft.note.isEmpty { "–" } else { t.run(booking.draft.note) } },
            ], isCaptionHidden: true)
        }
    }

    private func name(_ booking: ClubBooking) -> Run {
        let school = t.run(booking.schoolName.isEmpty ? t(T.club.noSchoolNamed) : booking.schoolName)
        return booking.draft.name.isEmpty ? school : Run("\(school.text), \(booking.draft.name)", lang: school.lang)
    }

    private func counting(_ folder: ClubSessionFolder, _ path: String, _ form: FilledForm) -> some HTML {
        let came = folder.bookings.filter { $0.state != .cancelled }
        return Group {
            h2 { t(T.club.whoCame) }
            HTML::p { t(T.club.whoCameLead) }
            Form(action: reader.link("\(path)/count"), hidden: reader.hidden, isGuarded: true, label: t(T.club.whoCame)) {
                ForEach(came) { booking in
                    let name = self.name(booking)
                    Fieldset(name.text) {
                        FieldRow {
                            field(T.club.pupils, "pupils-\(booking.id)", form)
                            field(T.club.adults, "adults-\(booking.id)", form)
                        }
                    }
                }
                Fieldset(t(T.club.withoutBooking)) {
                    FieldRow { ForEach(ClubTally.allCases) { kind in field(kind.name, kind.rawValue, form) } }
                }
                Buttons { Submit(t(T.club.tellWhoCame)) }
            }
        }
    }

    private func field(_ label: Phrase, _ name: String, _ form: FilledForm) -> some HTML {
        form.field(label, name, .short, isOptional: true, most: TextLimit.number.rawValue).number()
    }

    // MARK: For the desk alone

    @HTMLBuilder private func things(_ folder: ClubSessionFolder, _ form: FilledForm) -> some HTML {
        let session = folder.session, path = session.deskPath
        if !folder.things.isEmpty || session.isAhead(of: reader.now) {
            h2 { t(T.club.things) }
            if folder.things.isEmpty { HTML::p { t(T.club.noThings) } }
            ForEach(folder.things) { thing in
                PersonLine(t.run(thing.name), href: reader.link(thing.path)) {
                    if session.isAhead(of: reader.now) {
                        ButtonForm(t(T.common.remove), .quiet, action: reader.link("\(path)/things/\(thing.id)/release"), hidden: reader.hidden)
                    }
                }
            }
        }
        if !folder.equipment.isEmpty {
            Form(action: reader.link("\(path)/things"), hidden: reader.hidden, label: t(T.club.bookThing)) {
                form.field(T.club.thing, "thing").select([Field.Choice("", t(T.common.choose))]
                    + folder.equipment.map { Field.Choice("\($0.id)", t.run($0.name)) })
                Buttons { Submit(t(T.club.bookThing), .quiet) }
            }
        }
        if !folder.kits.isEmpty {
            Form(action: reader.link("\(path)/kits"), hidden: reader.hidden, label: t(T.club.bookKit)) {
                form.field(T.club.kit, "kit", hint: T.club.kitHint).select(
                    [Field.Choice("", t(T.common.choose))] + folder.kits.map { Field.Choice("\($0.id)", t.run($0.name)) })
                Buttons { Submit(t(T.club.bookKit), .quiet) }
            }
        }
    }

    @HTMLBuilder private func refusing(_ folder: ClubSessionFolder, _ form: FilledForm) -> some HTML {
        let alive = folder.bookings.filter { $0.state != .cancelled }
        if !alive.isEmpty {
            Disclosure(t(T.club.refuseTitle), isOpen: form.fault("why") != nil || form.fault("booking") != nil) {
                Form(action: reader.link("\(folder.session.deskPath)/refuse"), hidden: reader.hidden, label: t(T.club.refuseTitle)) {
                    form.field(T.club.group, "booking").select([Field.Choice("", t(T.common.choose))] + alive.map { Field.Choice("\($0.id)", name($0)) })
                    form.field(T.club.refuseReason, "why", .full).area(rows: 2)
                    Buttons { Submit(t(T.club.refuse), .danger) }
                }
            }
        }
    }

    private func cancelling(_ session: ClubSession, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.club.cancelTitle), isOpen: form.fault("reason") != nil) {
            Form(action: reader.link("\(session.deskPath)/cancel"), hidden: reader.hidden, label: t(T.club.cancelTitle)) {
                form.field(T.club.reason, "reason", .full, hint: T.club.reasonHint).area(rows: 2)
                Buttons { Submit(t(T.club.cancelSession), .danger) }
            }
        }
    }
}
