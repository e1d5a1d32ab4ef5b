import Forms
import HTML
import Kernel
import Languages
import Look
import Queues
import Centres

/// The pages of people: finding them, their cards, their roles.
struct PeopleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(asked: String, _ people: [Person], _ roles: [Person.ID: [HeldRole]]) -> Screen {
        Screen(t(T.accounts.peopleTitle)) {
            Heading(t(T.accounts.peopleTitle), lead: asked.isEmpty ? t(reader.actor.isAdministrator ? T.accounts.peopleLead : T.accounts.peopleLeadTied) : nil)
            Form(action: reader.link("/people"), method: .get, isInline: true) {
                Field(t(T.accounts.peopleSearch), name: "q", value: asked).search()
                Submit(t(T.common.search), .quiet)
            }
            if people.isEmpty {
                EmptyState(t(T.accounts.peopleNone), t(T.accounts.peopleNoneText)) { Empty() }
            }
            ForEach(people) { person in
                PersonLine(
                    Run(person.name.listed), href: reader.link("/people/\(person.id)"),
                    detail: (person.email.map { [Run($0)] } ?? []) + (roles[person.id] ?? []).flatMap(words))
            }
            Buttons {
                LinkButton(t(T.accounts.doublesTitle), href: reader.link("/people/doubles"), .quiet)
                if reader.actor.isAdministrator { LinkButton(t(T.accounts.addPerson), href: reader.link("/people/new"), .quiet) }
            }
        }
    }

    func new(_ form: FilledForm) -> Screen {
        return Screen(t(T.accounts.addPerson), trail: trail) {
            FormFaults(form)
            Heading(t(T.accounts.addPerson), lead: t(T.accounts.addPersonLead))
            Form(action: reader.link("/people/new"), hidden: reader.hidden) {
                NameFields(form: form)
                form.field(T.common.email, "email").email()
                form.field(T.accounts.personLanguage, "language", otherwise: reader.language.rawValue)
                    .select(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
                DataNotice(reader: reader, why: T.accounts.dataColleague)
                Submit(t(T.common.add))
            }
        }
    }

    func edit(_ person: Person, _ form: FilledForm) -> Screen {
        let path = reader.link("/people/\(person.id)")
        return Screen(t(T.accounts.editPerson), trail: trail + [Look.Link(person.name.full, href: path)]) {
            FormFaults(form)
            Heading(t(T.accounts.editPerson), lead: t(T.accounts.editPersonLead))
            Form(action: path + "/edit", hidden: reader.hidden) {
                NameFields(form: form, isOwn: false)
                form.field(T.accounts.phone, "phone", isOptional: true, autocomplete: "off", most: Person.longestPhone).phone()
                form.field(T.accounts.occupation, "occupation", isOptional: true, autocomplete: "off").text()
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: path, .quiet)
                }
            }
        }
    }

    /// - Parameters:
    ///   - parts: what the rooms above tell of the person.
    ///   - offered: roles that somebody can be given here.
    func show(
        _ card: PersonCard, _ parts: [(title: Phrase?, body: Markup)], offered: [Role], _ centres: [Centre], _ schools: [School], _ form: FilledForm
    ) -> Screen {
        let person = card.person
        return Screen(person.name.full, trail: trail) {
            FormFaults(form)
            Heading(person.name.full)
            if let dead = card.dead {
                Notice(.bad, t(T.accounts.letterNotArrived)) { HTML::p { a(.href(reader.link("/staff/letters/\(dead.id)"))) { dead.subject } } }
            }
            contacts(card)
            ForEach(parts) { part in
                if let title = part.title { h2 { t(title) } }
                part.body
            }
            letters(card)
            roles(card)
            if reader.actor.isAdministrator { grant(person, offered, centres, schools, form) }
            h2 { t(T.accounts.cardHistory) }
            Timeline(card.history.map { line in
                Timeline.Entry(moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.who, what: t.written(line.entry.deed),
                detail: ChangeWords(t: t)(line.entry.changes))
            })
        }
    }

    @HTMLBuilder private func contacts(_ card: PersonCard) -> some HTML {
        let person = card.person
        Facts {
            FactLine(t(T.common.email)) {
                if let email = person.email { a(.href("mailto:\(email)")) { email } } else { "–" }
                if person.email != nil, person.verified == nil { " · "; t(T.accounts.addressUnproved) }
            }
            FactLine(t(T.accounts.phone)) { if person.phone.isEmpty { "–" } else { a(.href("tel:\(Phone.dialled(person.phone))")) { person.phone } } }
            FactLine(t(T.accounts.occupation), person.occupation.isEmpty ? "–" : person.occupation)
            FactLine(t(T.accounts.personLanguage), person.language.ownName)
            ForEach(card.schools) { school in
                FactLine(t(place(school.work))) {
                    t.run(school.name)
                    ForEach(WorkWords(t: t)(school.work)) { word in ", "; word }
                    " · "
                    a(.href(reader.link("/people/\(person.id)/schools/\(school.id)")), .aria("label", t(T.accounts.workEdit(school: .title(school.name))))) {
                        t(T.common.edit)
                    }
                }
            }
            if !card.former.isEmpty { FactLine(t(T.accounts.formerNames), card.former.map(\.full).joined(separator: "; ")) }
            if !card.others.isEmpty { FactLine(t(T.accounts.otherAddresses), card.others.joined(separator: ", ")) }
        }
        Buttons {
            if person.verified == nil { LinkButton(t(T.accounts.editPerson), href: reader.link("/people/\(person.id)/edit"), .quiet) }
            LinkButton(t(T.accounts.workAdd), href: reader.link("/people/\(person.id)/schools"), .quiet)
            LinkButton(t(T.accounts.mergeTitle), href: reader.link("/people/\(person.id)/merge"), .quiet)
        }
        ForEach(card.merges) { merge in
            Notice(.neutral) {
                HTML::p { t(T.accounts.mergedNote(name: .text(merge.gone.full), day: .day(reader.centre.zone.day(of: merge.until)))) }
                ButtonForm(t(T.accounts.part), .quiet, action: reader.link("/people/\(person.id)/merges/\(merge.id)/part"), hidden: reader.hidden)
            }
        }
    }

    private func place(_ work: Work) -> Phrase {
        switch work.standing(on: reader.today) {
        case .coming: T.accounts.workComing
        case .now: T.centres.institution
        case .ended: T.accounts.workEnded
        }
    }

    @HTMLBuilder private func letters(_ card: PersonCard) -> some HTML {
        if !card.letters.isEmpty {
            h2 { t(T.accounts.cardLetters) }
            ForEach(card.letters) { letter in
                PersonLine(
                    Run(letter.subject), href: reader.link("/staff/letters/\(letter.id)"), detail: [Run(t.instant(letter.written))],
                    state: letter.isDead ? Chip(.bad, t(T.accounts.cardLetterDead)) : nil)
            }
        }
    }

    @HTMLBuilder private func roles(_ card: PersonCard) -> some HTML {
        h2 { t(T.accounts.roles) }
        if card.roles.isEmpty { HTML::p { t(T.accounts.rolesNone) } }
        ForEach(card.roles) { role in
            let words = words(role), since = Run(t(T.accounts.roleSince(day: .day(reader.centre.zone.day(of: role.since)))))
            PersonLine(words[0], detail: words.dropFirst() + [since]) {
                if reader.actor.isAdministrator {
                    ButtonForm(t(T.accounts.takeRole), .quiet, action: reader.link("/people/\(card.person.id)/roles/\(role.id)/take"), hidden: reader.hidden)
                }
            }
        }
    }

    @HTMLBuilder private func grant(_ person: Person, _ offered: [Role], _ centres: [Centre], _ schools: [School], _ form: FilledForm) -> some HTML {
        h2 { t(T.accounts.grantRole) }
        Form(action: reader.link("/people/\(person.id)/roles"), hidden: reader.hidden) {
            form.field(T.accounts.role, "role")
                .radios(offered.map { Field.Choice($0.rawValue, t(name($0)), hint: t(meaning($0))) })
            form.field(T.accounts.centre, "centre", otherwise: reader.centre.id.description)
                .select(centres.map { Field.Choice($0.id.description, $0.name(in: reader.language)) })
            if offered.contains(.school) { SchoolField(form, offered: schools) }
            Submit(t(T.accounts.grantRole))
        }
    }

    /// What they are, and where.
    private func words(_ role: HeldRole) -> [Run] {
        [Run(t(name(role.grant.role)))] + (role.place.map { [t.run($0)] } ?? [])
    }

    private func name(_ role: Role) -> Phrase {
        switch role {
        case .trainer: T.accounts.roleTrainer
        case .school: T.accounts.roleSchool
        case .coordinator: T.accounts.roleCoordinator
        case .librarian: T.accounts.roleLibrarian
        case .accountant: T.accounts.roleAccountant
        case .director: T.accounts.roleDirector
        case .observer: T.accounts.roleObserver
        case .administrator: T.accounts.roleAdministrator
        }
    }

    private func meaning(_ role: Role) -> Phrase {
        switch role {
        case .trainer: T.accounts.mayTrainer
        case .school: T.accounts.maySchool
        case .coordinator: T.accounts.mayCoordinator
        case .librarian: T.accounts.mayLibrarian
        case .accountant: T.accounts.mayAccountant
        case .director: T.accounts.mayDirector
        case .observer: T.accounts.mayObserver
        case .administrator: T.accounts.mayAdministrator
        }
    }

    private var trail: [Look.Link] { [Look.Link(t(T.accounts.peopleTitle), href: reader.link("/people"))] }
}
