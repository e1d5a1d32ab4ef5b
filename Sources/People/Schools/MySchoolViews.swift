import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

struct MySchoolViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ schools: [KeptSchool], _ asked: [(invitation: SchoolInvitation, school: String)]) -> Screen {
        Screen(t(T.schools.mine), trail: [Look.Link(t(T.accounts.mine), href: reader.link("/me"))], isIndexed: false) {
            Heading(t(T.schools.mine), lead: t(T.schools.mineLead))
            if schools.isEmpty, asked.isEmpty { HTML::p { t(T.schools.mineNone) } }
            lines(schools, asked)
        }
    }

    /// Schools and invitations, here and on *Моја страница*.
    @HTMLBuilder func lines(_ schools: [KeptSchool], _ asked: [(invitation: SchoolInvitation, school: String)]) -> Markup {
        if !asked.isEmpty {
            ActList(asked.map { asked in
                ActList.Line(
                    .waiting, when: t(T.schools.askedUntil(until: .instant(asked.invitation.ends, .inSentence))), t.run(asked.school),
                    detail: t(asked.invitation.part.duty == nil ? T.schools.askedColleague : T.schools.askedDuty(duty: .phrase(asked.invitation.part.name))),
                    act: Look.Link(t(T.schools.letterAskedAct), href: reader.link("/me/schools/invitations/\(asked.invitation.id)")))
            })
        }
        ForEach(schools) { kept in
            PersonLine(t.run(kept.name), href: reader.link("/me/schools/\(kept.school)"), detail: [Run(t(kept.duty.name))])
        }
    }

    /// - Parameter parts: what rooms above show of it.
    func show(_ mine: MySchool, _ parts: [(title: Phrase?, shown: Markup)]) -> Screen {
        let school = mine.school, base = reader.link("/me/schools/\(school.id)")
        return page(school, "") {
            if !mine.waiting.isEmpty {
                h2 { t(T.schools.waitsForYou) }
                ActList(mine.waiting.map { waiting, count in
                    let link = waiting.link
                    return ActList.Line(.waiting, when: t(T.schools.waiting), Run(t(waiting.told(count))), act: Look.Link(t(link.label), href: "\(base)/\(link.path)"))
                })
            }
            shown(parts)
            if !mine.links.isEmpty {
                h2 { t(T.schools.more) }
                Buttons { ForEach(mine.links) { link in LinkButton(t(link.label), href: "\(base)/\(link.path)", .quiet) } }
            }
        }
    }

    func people(_ people: SchoolPeople) -> Screen {
        let school = people.school, base = reader.link("/me/schools/\(school.id)")
        return page(school, "people") {
            h2 { t(T.schools.rosterCount(count: people.roster.present.count)) }
            RosterViews(reader: reader).table(people.roster, of: school.id)
            RosterViews(reader: reader).asked(people.invitations.filter { $0.part.duty == nil }, at: base)
            Buttons {
                LinkButton(t(T.schools.join), href: "\(base)/roster/new", .quiet)
                LinkButton(t(T.schools.list), href: "\(base)/roster/list", .quiet)
            }
            h2 { t(T.schools.keepers) }
            SchoolTeamViews(reader: reader).people(people.keepers, people.invitations.filter { $0.part.duty != nil }, of: school)
            Buttons { LinkButton(t(T.schools.invite), href: "\(base)/team", .quiet) }
            if let own = people.keeper(reader.actor) {
                Form(action: "\(base)/digest", hidden: reader.hidden, isInline: true) {
                    Field(t(T.schools.digest), name: "digest", value: own.digest.rawValue)
                        .select(Digest.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    Submit(t(T.common.save), .quiet)
                }
            }
        }
    }

    func centre(_ school: School, _ parts: [(title: Phrase?, shown: Markup)]) -> Screen { page(school, "centre") { shown(parts) } }

    /// One of the three pages of a school.
    private func page(_ school: School, _ current: String, @HTMLBuilder _ content: () -> some HTML) -> Screen {
        let pages = [("", T.schools.tabPlan), ("people", T.schools.tabPeople), ("centre", T.schools.tabCentre)], base = "/me/schools/\(school.id)"
        let name = school.name(in: reader.language), title = pages.first { $0.0 == current && !current.isEmpty }.map { "\(t($0.1)): \(name)" }
        return Screen(title ?? name, trail: [Look.Link(t(T.schools.mine), href: reader.link("/me/schools"))], isIndexed: false) {
            Heading(t.run(school.details.name), lead: Run(school.place(in: reader.language)))
            Tabs(t(T.schools.tabs), pages.map { path, label in
                NavItem(t(label), href: reader.link(path.isEmpty ? base : "\(base)/\(path)"), isCurrent: path == current)
            })
            content()
        }
    }

    @HTMLBuilder private func shown(_ parts: [(title: Phrase?, shown: Markup)]) -> some HTML {
        ForEach(parts) { part in
            if let title = part.title { h2 { t(title) } }
            part.shown
        }
    }

    func ask(_ invitation: SchoolInvitation, of school: School) -> Screen {
        let isColleague = invitation.part.duty == nil
        let base = reader.link("/me/schools/invitations/\(invitation.id)")
        return Screen(t(T.schools.askTitle), trail: [Look.Link(t(T.accounts.mine), href: reader.link("/me"))], isIndexed: false) {
            Heading(t.run(school.details.name), kind: Run(t(T.schools.askTitle)))
            HTML::p { t(isColleague ? T.schools.askedColleague : T.schools.askedDuty(duty: .phrase(invitation.part.name))) }
            HTML::p { t(isColleague ? T.schools.askColleagueMeans : T.schools.askMeans) }
            Facts {
                FactLine(t(T.schools.place), Run(school.place(in: reader.language)))
                if isColleague, !WorkWords(t: t)(invitation.work).isEmpty {
                    FactLine(t(T.schools.work)) { ForEach(WorkWords(t: t)(invitation.work)) { run in run; " " } }
                }
                FactLine(t(T.schools.until), t.instant(invitation.ends))
            }
            Buttons {
                ButtonForm(t(isColleague ? T.schools.acceptColleague : T.schools.accept), action: "\(base)/accept", hidden: reader.hidden)
                ButtonForm(t(T.schools.decline), .quiet, action: "\(base)/decline", hidden: reader.hidden)
            }
        }
    }
}
