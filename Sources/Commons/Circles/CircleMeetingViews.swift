import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct CircleMeetingViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: The form

    func form(_ sight: CircleSight, _ meeting: CircleMeeting?, _ halls: [String], _ form: FilledForm) -> Screen {
        let frame = CircleFrame(reader, sight), path = meeting.map { "\(sight.circle.path)/meetings/\($0.id)/edit" } ?? "\(sight.circle.path)/meetings/new"
        let title = meeting == nil ? T.circles.newMeeting : T.circles.editMeeting
        return Screen(t(title), trail: frame.trail(below: true), isIndexed: false) {
            FormFaults(form)
            Heading(Run(t(title)), lead: t.run(sight.circle.details.name))
            if let refusal = sight.runRefusal {
                Notice(.bad) { HTML::p { t(refusal) } }
            } else {
                Form(action: reader.link(path), hidden: reader.hidden, isGuarded: true) {
                    form.day(T.circles.day, "day")
                    FieldRow {
                        form.field(T.circles.begins, "begins", .short).time()
                        form.field(T.circles.ends, "ends", .short).time()
                    }
                    form.field(T.circles.place, "place", hint: T.circles.placeHint, isOptional: true).text(proposing: halls)
                    form.field(T.circles.link, "link", hint: T.circles.linkHint, isOptional: true).address()
                    form.field(T.circles.agenda, "agenda", .full, hint: T.circles.agendaHint).area(rows: 6)
                    form.field(T.circles.atEvent, "event", hint: T.circles.atEventHint, isOptional: true, most: TextLimit.line.rawValue).text()
                    Buttons { Submit(t(T.common.save)) }
                }
            }
        }
    }

    // MARK: The page

    func page(_ folder: MeetingFolder, _ plan: [CirclePlanLine], _ form: FilledForm) -> Screen {
        let details = folder.meeting.details, sight = folder.sight, frame = CircleFrame(reader, sight)
        let title = "\(t(T.circles.meeting)), \(t.day(details.day, .plain))"
        return Screen(title, trail: frame.trail(below: true), isIndexed: false) {
            FormFaults(form)
            Heading(Run(title), kind: t.run(sight.circle.details.name))
            if folder.meeting.isCancelled { Notice(.neutral) { HTML::p { t(T.circles.isCancelled) } } }
            facts(folder)
            if !folder.meeting.isCancelled {
                quorum(folder)
                answers(folder)
                lead(folder)
            }
            agenda(folder, form)
            if folder.hasBegun, !folder.meeting.isCancelled {
                attendance(folder, form)
                minutes(folder)
                conclusions(folder, plan, form)
            }
        }
    }

    private func path(_ folder: MeetingFolder) -> String { reader.link("\(folder.sight.circle.path)/meetings/\(folder.meeting.id)") }

    private func facts(_ folder: MeetingFolder) -> some HTML {
        let details = folder.meeting.details
        return Facts {
            FactLine(t(T.circles.when), "\(t.day(details.day)), \(t.times(details.begins, to: details.ends))")
            if !details.place.isEmpty { FactLine(t(T.circles.place), t.run(details.place)) }
            if !details.link.isEmpty, folder.sight.maySee {
                FactLine(t(T.circles.link)) { a(.href(details.link), .rel("noopener noreferrer")) { details.link } }
            }
            if let event = folder.event {
                FactLine(t(T.circles.atEvent)) { a(.href(reader.link("/events/\(event.id)"))) { t.run(event.title(in: t.language)) } }
            }
        }
    }

    /// How many have to come, and how many said so; afterwards whether it could decide.
    @HTMLBuilder private func quorum(_ folder: MeetingFolder) -> some HTML {
        let roll = folder.roll, needed = Value.number(roll.needed), members = Value.number(roll.members)
        if folder.hasBegun, roll.present > 0 {
            if folder.hasQuorum {
                Notice(.good) { HTML::p { t(T.circles.hadQuorum(present: .number(roll.present), members: members, needed: needed)) } }
            } else {
                Notice(.waiting, t(T.circles.noQuorumTitle)) { HTML::p { t(T.circles.noQuorum(present: .number(roll.present), members: members, needed: needed)) } }
            }
        } else {
            HTML::p {
                t(T.circles.neededOf(needed: needed, members: members)); " "
                t(T.circles.answered(coming: .number(roll.coming), excused: .number(roll.excused)))
            }
        }
    }

    @HTMLBuilder private func answers(_ folder: MeetingFolder) -> some HTML {
        let own = folder.roll.guests.first { $0.person == folder.sight.person }
        if let own, folder.meeting.details.day >= folder.sight.today, folder.isOpen {
            if let comes = own.comes { Notice(.info) { HTML::p { t(comes ? T.circles.youCome : T.circles.youComeNot) } } }
            Form(action: path(folder) + "/answer", hidden: reader.hidden, label: t(T.circles.sayIfComes)) {
                Buttons {
                    Submit(t(T.circles.iCome), own.comes == nil ? .primary : .quiet, name: "comes", value: "yes")
                    Submit(t(T.circles.iDoNotCome), .quiet, name: "absent", value: "yes")
                }
            }
        }
    }

    @HTMLBuilder private func lead(_ folder: MeetingFolder) -> some HTML {
        let isAhead = folder.meeting.details.day >= folder.sight.today
        if folder.sight.mayRun, folder.isOpen {
            if isAhead, let invited = folder.meeting.invited { HTML::p(.class("muted small")) { t(T.circles.invitedAt(at: .instant(invited))) } }
            Buttons {
                if isAhead {
                    ButtonForm(
                        t(folder.meeting.invited == nil ? T.circles.invite : T.circles.inviteAgain), folder.meeting.invited == nil ? .primary : .quiet,
                        action: path(folder) + "/invite", hidden: reader.hidden)
                }
                LinkButton(t(T.circles.editMeeting), href: path(folder) + "/edit", .quiet)
                if folder.minutes.isEmpty { ButtonForm(t(T.circles.cancelMeeting), .quiet, action: path(folder) + "/cancel", hidden: reader.hidden) }
            }
        } else if folder.sight.circle.closed == nil, folder.isOpen, let refusal = folder.sight.runRefusal,
            folder.sight.chairs.contains(where: { $0.person == folder.sight.person }) {
            Notice(.waiting) { HTML::p { t(refusal) } }
        }
    }

    // MARK: Agenda and votes

    @HTMLBuilder private func agenda(_ folder: MeetingFolder, _ form: FilledForm) -> some HTML {
        let points = folder.meeting.points
        h2 { t(T.circles.agenda) }
        ol {
            ForEach(points) { point in
                li {
                    t.run(point.title)
                    if let ballot = point.ballot { " "; result(ballot, folder) }
                }
            }
        }
        if folder.sight.mayRun, folder.isOpen, folder.hasBegun, !points.isEmpty {
            Disclosure(t(T.circles.writeVotes), isOpen: points.contains { form.fault("votes-\($0.id)") != nil }) {
                if !folder.roll.hasQuorum { Notice(.waiting) { HTML::p { t(T.circles.votesAdvice) } } }
                HTML::p { t(T.circles.votesLead(count: folder.roll.present)) }
                Form(action: path(folder) + "/votes", hidden: reader.hidden, label: t(T.circles.votes)) {
                    ForEach(points) { point in
                        Fieldset(t.run(point.title).text) {
                            FieldRow {
                                form.field(T.circles.votesFor, "votes-\(point.id)", .short, isOptional: true).number()
                                form.field(T.circles.votesAgainst, "against-\(point.id)", .short, isOptional: true).number()
                                form.field(T.circles.votesAbstained, "abstained-\(point.id)", .short, isOptional: true).number()
                            }
                        }
                    }
                    Buttons { Submit(t(T.circles.saveVotes)) }
                }
            }
        }
    }

    private func result(_ ballot: Ballot, _ folder: MeetingFolder) -> some HTML {
        let result = ballot.result(hasQuorum: folder.hasQuorum)
        let tone: Tone = result == .adopted ? .good : result == .rejected ? .bad : .waiting
        return Group {
            span(.class("small")) { t(T.circles.ballot(yes: .number(ballot.yes), no: .number(ballot.no), abstained: .number(ballot.abstained))) }
            " "; Chip(tone, t(result.name))
        }
    }

    // MARK: Who was there

    @HTMLBuilder private func attendance(_ folder: MeetingFolder, _ form: FilledForm) -> some HTML {
        let roll = folder.roll, present = roll.guests.filter(\.isPresent)
        h2 { t(T.circles.attendance) }
        HTML::p { t(T.circles.presentOf(present: .number(roll.present), members: .number(roll.members))) }
        if folder.sight.mayRun, folder.isOpen {
            Form(action: path(folder) + "/present", hidden: reader.hidden, label: t(T.circles.attendance)) {
                form.field(T.circles.whoWasThere, "present", isOptional: true).checkboxes(
                    roll.guests.map { guest in
                        let who = [guest.name, guest.schoolName].filter { !$0.isEmpty }.joined(separator: ", ")
                        return Field.Choice(guest.person.description, t.run(who), hint: guest.comes == false ? t(T.circles.excused) : "")
                    }, chosen: Set(form.typed.all("present")))
                Buttons { Submit(t(T.circles.savePresent), .quiet) }
            }
        } else if !present.isEmpty {
            ul { ForEach(present) { guest in li { guest.name; if !guest.schoolName.isEmpty { ", "; t.run(guest.schoolName) } } } }
        }
    }

    @HTMLBuilder private func minutes(_ folder: MeetingFolder) -> some HTML {
        h2 { t(T.circles.minutes) }
        if let current = folder.current {
            HTML::p {
                if let signed = current.signed {
                    Chip(.good, t(T.circles.signed)); " "; t(T.circles.signedBy(name: .text(current.signer), at: .instant(signed)))
                } else {
                    Chip(.waiting, t(T.circles.draft)); " "; t(T.circles.writtenBy(name: .text(current.writer), at: .instant(current.written)))
                }
            }
        } else {
            HTML::p { t(T.circles.noMinutes) }
        }
        Buttons {
            LinkButton(t(folder.current == nil ? T.circles.writeMinutes : T.circles.openMinutes), href: path(folder) + "/minutes", .quiet)
        }
    }

    // MARK: Conclusions

    @HTMLBuilder private func conclusions(_ folder: MeetingFolder, _ plan: [CirclePlanLine], _ form: FilledForm) -> some HTML {
        let views = CircleConclusionViews(reader: reader)
        h2 { t(T.circles.conclusions) }
        if folder.conclusions.isEmpty { HTML::p { t(T.circles.noConclusions) } } else { views.table(folder.conclusions, folder.sight) }
        if folder.sight.mayRun {
            Disclosure(t(T.circles.newConclusion), isOpen: form.problem != nil && form.typed.has("due")) {
                if !folder.roll.hasQuorum { Notice(.waiting) { HTML::p { t(T.circles.conclusionAdvice) } } }
                views.fields(folder.sight, folder, plan, form, action: path(folder) + "/conclusions")
            }
        }
    }
}
