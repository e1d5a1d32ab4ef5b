import Centres
import Forms
import HTML
import Kernel
import Languages
import Library
import Loans
import Look

/// Kits for those who stand at the desk.
struct KitDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.kits.title), href: reader.link("/staff/kits"))] }

    // MARK: All of them

    func board(_ board: KitBoard) -> Screen {
        let soon = board.due(by: reader.today.adding(days: 7))
        return Screen(t(T.kits.title)) {
            Heading(t(T.kits.title), lead: t(T.kits.deskLead))
            Figures([
                .init(t.number(board.open.count { $0.state == .out }), t(T.kits.figureOut)),
                .init(t.number(board.open.count { $0.state == .booked }), t(T.kits.figureBooked)),
                .init(t.number(board.sum.times), t(T.kits.figureTimes)), .init(t.number(board.sum.pupils), t(T.kits.figurePupils)),
            ])
            if !soon.isEmpty {
                h2 { t(T.kits.thisWeek) }
                ActList(soon.map(act))
            }
            h2 { t(T.kits.travelling) }
            if board.kits.isEmpty { HTML::p { t(T.kits.noneText) } } else { table(board) }
            if !board.others.isEmpty {
                h2 { t(T.kits.atHome) }
                ForEach(board.others) { title in
                    PersonLine(t.run(title.name), href: reader.link("/staff/kits/\(title.id)"), state: Chip(.neutral, t(T.kits.staysHere)))
                }
            }
            let open = board.open
            if !open.isEmpty {
                h2 { t(T.kits.openBookings) }
                KitBookingTable(bookings: open, caption: t(T.kits.openBookings), reader: reader).body
            }
        }
    }

    private func act(_ booking: KitBooking) -> ActList.Line {
        let isOut = booking.state == .out, day = isOut ? booking.due : booking.route.leaves
        let tone: Tone = booking.isLate(on: reader.today) || day < reader.today ? .bad : day == reader.today ? .waiting : .neutral
        let name = "\(booking.name), \(KitBookingViews.numbered(booking.number, t)): " + booking.stays.map(\.place).joined(separator: " → ")
        return ActList.Line(
            tone, when: t.day(day, .short), t.run(name),
            act: Look.Link(t(isOut ? T.kits.takeBack : T.kits.handOut), href: reader.link(booking.deskPath)))
    }

    private func table(_ board: KitBoard) -> some HTML {
        DataTable(t(T.kits.travelling), rows: board.kits, columns: [
            Column(t(T.kits.kit), .name) { kit in a(.href(reader.link(kit.deskPath))) { t.run(kit.title.name) } },
            Column(t(T.kits.copies), .number) { kit in t.number(kit.copies.count) },
            Column(t(T.kits.nextFree)) { kit in kit.nextFree(from: reader.today).map { t.day($0, .short) } ?? t(T.kits.notFree) },
            Column(t(T.kits.incomplete)) { kit in
                let lacking = kit.copies.filter { board.incomplete[$0.id] != nil }
                if lacking.isEmpty { "–" } else { Chip(.waiting, lacking.map { KitBookingViews.numbered($0.number, t) }.joined(separator: ", ")) }
            },
        ])
    }

    // MARK: One title

    func show(_ title: LibraryTitle, _ kit: Kit?, _ bookings: [KitBooking], _ month: KitMonth, _ form: FilledForm) -> Screen {
        let name = t.run(title.name)
        return Screen(name.text, trail: trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.kits.kit)))
            if let kit {
                Facts {
                    FactLine(t(T.kits.nextFree), kit.nextFree(from: reader.today).map { t.day($0) } ?? t(T.kits.notFree))
                    FactLine(t(T.kits.copies), t.number(kit.copies.count))
                }
                ForEach(kit.terms) { term in
                    Notice(.info) { HTML::p { t(T.kits.termUntil(day: .day(term.days.upperBound), title: .title(term.title))) } }
                }
                Buttons {
                    LinkButton(t(T.kits.bookRoute), href: reader.link("\(kit.deskPath)/book"))
                    LinkButton(t(T.kits.toTitle), href: reader.link(title.deskPath), .quiet)
                }
                KitCalendarView(kit: kit, month: month, reader: reader, bookings: bookings).body
            } else {
                EmptyState(t(T.kits.staysHere), t(T.kits.staysHereText)) { Empty() }
            }
            h2 { t(T.kits.rule) }
            rule(title, isSet: kit != nil, form)
        }
    }

    private func rule(_ title: LibraryTitle, isSet: Bool, _ form: FilledForm) -> some HTML {
        Form(action: reader.link("/staff/kits/\(title.id)"), hidden: reader.hidden, isGuarded: true, label: t(T.kits.rule)) {
            FieldRow {
                form.field(T.kits.setUp, "setUp", .short, hint: T.kits.setUpHint).number()
                form.field(T.kits.transport, "transport", .short, hint: T.kits.transportHint).number()
            }
            FieldRow {
                form.field(T.kits.mostDays, "mostDays", .short).number()
                form.field(T.kits.termDays, "termDays", .short, hint: T.kits.termDaysHint).number()
            }
            form.field(T.kits.ruleNote, "note", .full, hint: T.kits.ruleNoteHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
            Buttons {
                Submit(t(isSet ? T.common.save : T.kits.letTravel))
                if isSet { Submit(t(T.kits.stopAct), .quiet, name: "stop", value: "yes") }
            }
        }
    }

    // MARK: Booking a route

    func new(_ kit: Kit, _ schools: [School], _ form: FilledForm) -> Screen {
        let name = t.run(kit.title.name), choices = [Field.Choice("", t(T.kits.otherPlace))] + schools.map { Field.Choice("\($0.id)", t.run($0.name)) }
        return Screen(t(T.kits.bookRoute), trail: trail + [Look.Link(name, href: reader.link(kit.deskPath))]) {
            FormFaults(form)
            Heading(Run(t(T.kits.bookRoute)), kind: name, lead: Run(t(T.kits.bookRouteLead)))
            Form(action: reader.link("\(kit.deskPath)/book"), hidden: reader.hidden, isGuarded: true) {
                ForEach(Array(1...RouteForm.count(form.typed))) { number in
                    let isOptional = number > 1
                    Fieldset(t(T.kits.stopNumber(number: .number(number)))) {
                        form.field(T.kits.school, "school\(number)", isOptional: true).select(choices)
                        form.field(T.kits.otherPlace, "place\(number)", isOptional: true, most: TextLimit.line.rawValue).text()
                        FieldRow {
                            form.day(T.kits.firstDay, "first\(number)", isOptional: isOptional)
                            form.day(T.kits.lastDay, "last\(number)", isOptional: true)
                        }
                        form.field(T.kits.receiverEmail, "email\(number)", hint: T.kits.receiverEmailHint, isOptional: true, most: TextLimit.line.rawValue).email()
                    }
                }
                form.field(T.kits.purpose, "purpose", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.kits.event, "event", .short, hint: T.kits.eventHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                Buttons { Submit(t(T.kits.book)); LinkButton(t(T.common.cancel), href: reader.link(kit.deskPath), .quiet) }
            }
        }
    }

    // MARK: One booking

    func booking(_ folder: KitFolder, _ form: FilledForm) -> Screen {
        let booking = folder.booking, name = KitBookingViews.name(booking, t)
        return Screen(name.text, trail: trail + [Look.Link(t.run(booking.name), href: reader.link("/staff/kits/\(booking.title)"))]) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.kits.bookingWord)))
            HTML::p { KitBookingViews.chip(booking, reader) }
            if let borrower = folder.borrower {
                Facts { FactLine(t(T.kits.borrower), borrower.kind == .institution ? t.run(borrower.name) : Run(borrower.name)) }
            }
            KitRouteView(booking: booking, reader: reader).body
            Buttons { LinkButton(t(T.kits.printProtocol), href: reader.link("\(booking.deskPath)/protocol.pdf"), .quiet, icon: .print) }
            KitCheckTable(checks: folder.checks, reader: reader).body
            if booking.state == .booked || booking.state == .out { check(folder, form) }
            notes(folder)
            if booking.state == .booked {
                ButtonForm(t(T.kits.cancel), .danger, action: reader.link("\(booking.deskPath)/cancel"), hidden: reader.hidden)
            }
        }
    }

    private func check(_ folder: KitFolder, _ form: FilledForm) -> some HTML {
        let isOut = folder.booking.state == .out
        return Group {
            h2 { t(isOut ? T.kits.takeBack : T.kits.handOut) }
            HTML::p { t(folder.parts.isEmpty ? T.kits.noParts : isOut ? T.kits.countBack : T.kits.countOut) }
            Form(action: reader.link("\(folder.booking.deskPath)/\(isOut ? "back" : "out")"), hidden: reader.hidden, isGuarded: true) {
                ForEach(Array(folder.parts.enumerated())) { place, part in
                    Field(
                        t.shown(part.name), name: "found-\(place)", value: form["found-\(place)"], hint: t(T.kits.ofExpected(expected: .number(part.expected))),
                        error: form.fault("found-\(place)"), width: .short, autocomplete: "off", labelLang: t.run(part.name).lang).number()
                }
                form.field(T.kits.remark, "note", .full, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
                Buttons { Submit(t(isOut ? T.kits.takeBack : T.kits.handOut)) }
            }
        }
    }

    @HTMLBuilder private func notes(_ folder: KitFolder) -> some HTML {
        if !folder.notes.isEmpty {
            h2 { t(T.kits.notes) }
            ForEach(folder.notes) { note in
                h3 { folder.names[note.id] ?? "" }
                KitNoteFacts(note: note, reader: reader).body
            }
        }
    }
}
