import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The public pages of packages: which there are, what one holds, and the one application.
struct EventPackageViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ packages: [EventPackage]) -> Screen {
        Screen(t(T.registration.packages), trail: [events]) {
            Heading(t(T.registration.packages), lead: t(T.registration.packagesLead))
            if packages.isEmpty { HTML::p { t(T.registration.packagesNone) } }
            ul { ForEach(packages) { package in li { a(.href(path(package))) { t.run(package.details.title) } } } }
        }
    }

    func show(_ sight: EventPackageSight) -> Screen {
        let package = sight.package
        return Screen(package.details.title, trail: [events, Look.Link(t(T.registration.packages), href: reader.link("/packages"))]) {
            Heading(t.run(package.details.title), kind: Run(t(T.registration.package)))
            if !package.isOpen { Notice(.info) { HTML::p { t(T.registration.packageHidden) } } }
            ForEach(package.details.text.split(separator: "\n\n")) { paragraph in HTML::p { t.run(String(paragraph)) } }
            if sight.offered.isEmpty {
                Notice(.waiting) { HTML::p { t(T.registration.packageNothingLeft) } }
            } else {
                Buttons { LinkButton(t(T.registration.packageApply), href: path(package) + "/application") }
            }
            EventList(sight.lines.map { SeatsViews(reader: reader).line($0.event, $0.seats) }, level: 2)
            own(sight)
            if reader.actor.coordinates(package.centre) { HTML::p { a(.href(reader.link("/staff/packages/\(package.id)"))) { t(T.common.edit) } } }
        }
    }

    /// Where the reader has applied already.
    @HTMLBuilder private func own(_ sight: EventPackageSight) -> some HTML {
        let own = sight.lines.compactMap { line in line.own.map { (event: line.event, registration: $0) } }
        if !own.isEmpty {
            h2 { t(T.registration.yours) }
            ul {
                ForEach(own) { event, registration in
                    li {
                        a(.href(reader.link("/registrations/\(registration.id)"))) { t.run(event.title(in: t.language)) }
                        " · "; Chip(registration.state.hasSeat ? .good : .waiting, t(registration.state.name))
                    }
                }
            }
        }
    }

    /// - Parameter offered: the schools to choose from.
    func form(_ sight: EventPackageSight, _ form: FilledForm, offered: [School]) -> Screen {
        let package = sight.package, action = path(package) + "/application"
        return Screen(t(T.registration.formTitle), trail: [events, Look.Link(t.run(package.details.title), href: path(package))], isIndexed: false) {
            FormFaults(form, title: T.registration.notSent)
            Heading(t.run(package.details.title), kind: Run(t(T.registration.formTitle)))
            others(sight)
            if sight.offered.isEmpty {
                Notice(.waiting) { HTML::p { t(T.registration.packageNothingLeft) } }
            } else {
                Form(action: action, hidden: reader.hidden, isGuarded: true) {
                    Field(t(T.registration.packageEvents), name: "events", hint: t(T.registration.packageEventsHint), error: form.fault("events"))
                        .checkboxes(sight.offered.map(choice), chosen: Set(form.typed.all("events")))
                    if !reader.actor.isSignedIn {
                        HTML::p {
                            t(T.registration.signInHint)
                            " "
                            a(.href(reader.link("/sign-in?onward=/packages/\(package.id)/application"))) { t(T.accounts.signInTitle) }
                        }
                        NameFields(form: form)
                        form.field(T.registration.email, "email", hint: T.registration.emailHint, autocomplete: "email", most: EmailAddress.most).email()
                    }
                    SchoolField(form, offered: offered, nearby: sight.nearby, mayPropose: true)
                    DetailFields(form: form, asks: sight.centre.asks, isOwn: true)
                    if sight.payers.count > 1 { form.field(T.registration.payer, "payer").radios(sight.payers.map { Field.Choice($0.rawValue, t($0.name)) }) }
                    form.field(T.registration.note, "note", hint: T.registration.noteHint, isOptional: true, most: Application.longestNote).area(rows: 3)
                    if reader.actor.isSignedIn {
                        Field(t(T.accounts.wantPapers), name: "papers", hint: t(T.accounts.wantPapersHint), optional: "").check(isOn: form.typed.has("papers"))
                    }
                    HTML::p(.class("small")) { strong { t(T.registration.termsTitle) }; " "; sight.terms }
                    HTML::p(.class("small")) { t(T.registration.dataNotice); " "; a(.href(reader.link("/data-protection"))) { t(T.registration.dataMore) } }
                    Buttons { Submit(t(T.registration.packageApply)) }
                }
            }
        }
    }

    /// Those for which nothing is applied: with the reason.
    @HTMLBuilder private func others(_ sight: EventPackageSight) -> some HTML {
        let others = sight.lines.filter { !$0.isOffered }
        if !others.isEmpty {
            Notice(.info, t(T.registration.packageOthers)) {
                ul {
                    ForEach(others) { line in
                        li {
                            t.run(line.event.title(in: t.language)); ": "
                            if let own = line.own { t(own.state.name) } else if let refusal = line.refusal { t(refusal) }
                        }
                    }
                }
            }
        }
    }

    private func choice(_ line: EventPackageSight.Line) -> Field.Choice {
        let days = line.event.days.map { t.days($0) } ?? ""
        let seats = line.seats.map { seats in
            switch seats.next {
            case .admitted: t(T.registration.seatsLeftShort(count: seats.left))
            case .waiting(let place): t(T.registration.packageWouldWait(place: .number(place)))
            case .collected(let day): t(T.registration.needShort(day: .day(day)))
            }
        }
        return Field.Choice(
            "\(line.event.id)", t.run(line.event.title(in: t.language)), hint: [days, seats ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
    }

    private var events: Look.Link { Look.Link(t(T.events.all), href: reader.link("/events")) }
    private func path(_ package: EventPackage) -> String { reader.link("/packages/\(package.id)") }
}
