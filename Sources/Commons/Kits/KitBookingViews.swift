import Forms
import HTML
import Kernel
import Languages
import Library
import Loans
import Look

/// Bookings as those see them with whom they have to do.
struct KitBookingViews {
    let reader: Reader
    private var t: Texts { reader.t }

    static func chip(_ booking: KitBooking, _ reader: Reader) -> Chip {
        if booking.isLate(on: reader.today) { return Chip(.bad, reader.t(T.kits.late)) }
        let tone: Tone = switch booking.state {
        case .booked: .info
        case .out: .waiting
        case .back: .good
        case .lost: .bad
        case .cancelled: .neutral
        }
        return Chip(tone, reader.t(booking.state.name))
    }

    /// The kit, and which of its copies.
    static func name(_ booking: KitBooking, _ t: Texts) -> Run {
        let title = t.run(booking.name)
        return Run("\(title.text), \(numbered(booking.number, t))", lang: title.lang)
    }

    /// A number of the inventory book, which is no quantity.
    static func numbered(_ number: Int, _ t: Texts) -> String { t(T.kits.numbered(number: .text("\(number)"))) }

    private var trail: [Look.Link] { [Look.Link(t(T.kits.mine), href: reader.link("/me/kits"))] }

    func mine(_ bookings: [KitBooking]) -> Screen {
        Screen(t(T.kits.mine), isIndexed: false) {
            Heading(t(T.kits.mine), lead: t(T.kits.mineLead))
            if bookings.isEmpty { EmptyState(t(T.kits.mineNone), t(T.kits.mineNoneText)) { LinkButton(t(T.kits.seeFree), href: reader.link("/kits"), .quiet) } }
            ForEach(bookings) { line($0) }
            if !bookings.isEmpty { HTML::p { a(.href(reader.link("/kits"))) { t(T.kits.seeFree) } } }
        }
    }

    /// One in a list.
    func line(_ booking: KitBooking) -> PersonLine {
        let own = booking.stays.filter { $0.person == reader.actor.person }
        let shown = own.isEmpty ? booking.stays : own
        return PersonLine(
            t.run(booking.name), href: reader.link(booking.ownPath), detail: shown.flatMap { [Run(t.days($0.days)), t.run($0.place)] },
            state: Self.chip(booking, reader))
    }

    // MARK: One

    func own(
        _ booking: KitBooking, _ checks: [KitCheck.Kind: KitCheck], _ notes: [KitNote], _ lines: [KitStay.ID: [PointsLine]], note: String, _ form: FilledForm
    ) -> Screen {
        let title = t.run(booking.name), isOwn = booking.person == reader.actor.person
        return Screen(title.text, trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.kits.kit)))
            HTML::p { Self.chip(booking, reader) }
            KitRouteView(booking: booking, reader: reader).body
            if !note.isEmpty { HTML::p { t.run(note) } }
            KitCheckTable(checks: checks, reader: reader).body
            ForEach(booking.stays.filter { $0.person != nil && $0.person == reader.actor.person }) { stay in
                said(booking, stay, notes.first { $0.stop == stay.id && $0.person == stay.person }, lines[stay.id] ?? [], form)
            }
            if booking.state == .booked, isOwn {
                ButtonForm(t(T.kits.cancel), .danger, action: reader.link("\(booking.ownPath)/cancel"), hidden: reader.hidden)
            }
        }
    }

    /// What the teacher says of its use, or said.
    @HTMLBuilder private func said(_ booking: KitBooking, _ stay: KitStay, _ note: KitNote?, _ lines: [PointsLine], _ form: FilledForm) -> some HTML {
        let isOpen = (booking.state == .out || booking.state == .back) && stay.days.lowerBound <= reader.today
        if let note, note.offered != nil {
            h2 { t(T.kits.noteTitle) }
            KitNoteFacts(note: note, reader: reader).body
            Notice(.good) { HTML::p { t(T.kits.offeredText); " "; a(.href(reader.link("/me/portfolio/entries"))) { t(T.kits.toActivities) } } }
        } else if isOpen {
            h2 { t(T.kits.noteTitle) }
            HTML::p { t(T.kits.noteLead) }
            noteForm(booking, stay, lines, form.problem == nil ? FilledForm(note?.details.typed ?? Typed(["day": lastDay(stay).iso]), nil, t) : form)
        }
    }

    private func lastDay(_ stay: KitStay) -> Day { min(stay.days.upperBound, reader.today) }

    private func noteForm(_ booking: KitBooking, _ stay: KitStay, _ lines: [PointsLine], _ form: FilledForm) -> some HTML {
        Form(action: reader.link("\(booking.ownPath)/notes/\(stay.id)"), hidden: reader.hidden, isGuarded: true,
            label: "\(t(T.kits.noteTitle)), \(t.shown(stay.place))") {
            FieldRow {
                form.field(T.kits.times, "times", .short, hint: T.kits.timesHint).number()
                form.field(T.kits.pupils, "pupils", .short, isOptional: true).number()
            }
            form.field(T.kits.lesson, "lesson", .full, hint: T.kits.lessonHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
            form.day(T.kits.noteDay, "day")
            form.field(T.kits.words, "words", .full, hint: T.kits.wordsHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 4)
            if stay.school != nil {
                Field(t(T.kits.offer), name: "offer", hint: t(T.kits.offerHint), error: form.fault("offer"), optional: "").check(
                    isOn: form.problem == nil ? true : form.typed.has("offer"))
                if !lines.isEmpty {
                    form.field(T.kits.line, "line", hint: T.kits.lineHint, isOptional: true).select(
                        [Field.Choice("", t(T.kits.noPoints))] + lines.map { Field.Choice($0.id, Run("\(t.shown($0.name)) – \(t(T.common.points(count: $0.points)))")) })
                }
            }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    // MARK: On pages that rooms share

    /// What comes, and of what nothing was said yet.
    @HTMLBuilder func part(_ coming: [KitBooking], _ waiting: [(booking: KitBooking, stay: KitStay)]) -> some HTML {
        if !waiting.isEmpty {
            ActList(waiting.map { booking, stay in
                ActList.Line(.waiting, when: t.day(stay.days.upperBound, .short), t.run(booking.name), detail: t(T.kits.waitsForNote),
                    act: Look.Link(t(T.kits.writeNote), href: reader.link(booking.ownPath)))
            })
        }
        ForEach(coming) { line($0) }
        HTML::p { a(.href(reader.link("/me/kits"))) { t(T.kits.mine) } }
    }
}

/// Where a kit goes, stop by stop.
struct KitRouteView: View {
    let booking: KitBooking
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        let route = booking.route
        Facts {
            FactLine(t(T.kits.leaves), t.day(route.leaves))
            FactLine(t(T.kits.isBack), t.day(booking.due))
            FactLine(t(T.kits.copy), KitBookingViews.numbered(booking.number, t))
            if !booking.purpose.isEmpty { FactLine(t(T.kits.purpose), t.run(booking.purpose)) }
        }
        DataTable(t(T.kits.route), rows: booking.stays, columns: [
            Column(t(T.kits.place), .name) { stay in t.run(stay.place) },
            Column(t(T.kits.days)) { stay in t.days(stay.days) },
            Column(t(T.kits.receiver)) { stay in stay.personName.isEmpty ? "–" : stay.personName },
        ])
    }
}

/// What was counted, at hand-out and at return.
struct KitCheckTable: View {
    let checks: [KitCheck.Kind: KitCheck]
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        let out = checks[.out], back = checks[.back], lines = back?.lines ?? out?.lines ?? []
        let missing = back?.missing(since: out) ?? []
        if !missing.isEmpty {
            Notice(.bad, t(T.kits.missingTitle)) {
                HTML::p { ForEach(Array(missing.enumerated())) { place, one in
                    if place > 0 { "; " }
                    t.run(one.name); " × "; t.number(one.count)
                } }
            }
        }
        if !lines.isEmpty {
            DataTable(t(T.kits.counted), rows: lines, columns: [
                Column(t(T.kits.part), .name) { line in t.run(line.name) },
                Column(t(T.kits.expected), .number) { line in t.number(line.expected) },
                Column(t(T.kits.handedOut), .number) { line in count(out, line.name) },
                Column(t(T.kits.takenBack), .number) { line in count(back, line.name) },
            ])
        }
        ForEach([out, back].compactMap(\.self).filter { !$0.note.isEmpty }) { check in
            HTML::p { t(check.kind == .out ? T.kits.handedOut : T.kits.takenBack); ": "; t.run(check.note) }
        }
    }

    private func count(_ check: KitCheck?, _ name: String) -> String {
        check?.lines.first { $0.name == name }.map { t.number($0.found) } ?? "–"
    }
}

/// What somebody said of the use.
struct KitNoteFacts: View {
    let note: KitNote
    let reader: Reader
    private var t: Texts { reader.t }

    var body: Markup {
        Facts {
            FactLine(t(T.kits.noteDay), t.day(note.details.day))
            FactLine(t(T.kits.times), t.number(note.details.times))
            FactLine(t(T.kits.pupils), t.number(note.details.pupils))
            if !note.details.lesson.isEmpty { FactLine(t(T.kits.lesson), t.run(note.details.lesson)) }
            if !note.details.words.isEmpty { FactLine(t(T.kits.words), t.run(note.details.words)) }
        }
    }
}
