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

    /// - Parameter all: what rooms above show of it, each with its place.
    func show(_ mine: MySchool, _ all: [(place: Int, title: Phrase?, shown: Markup)]) -> Screen {
        let school = mine.school, base = reader.link("/me/schools/\(school.id)")
        return Screen(school.name(in: reader.language), trail: [Look.Link(t(T.schools.mine), href: reader.link("/me/schools"))], isIndexed: false) {
            Heading(t.run(school.details.name), kind: Run(t(mine.keeper(reader.actor)?.duty.name ?? T.schools.coordinator)), lead: Run(school.place(in: reader.language)))
            if !mine.links.isEmpty {
                Buttons { ForEach(mine.links) { link in LinkButton(t(link.label), href: "\(base)/\(link.path)", .quiet) } }
            }
            parts(all.filter { $0.place < 50 })
            h2 { t(T.schools.rosterCount(count: mine.roster.present.count)) }
            RosterViews(reader: reader).table(mine.roster, of: school.id)
            RosterViews(reader: reader).asked(mine.invitations.filter { $0.part.duty == nil }, at: base)
            Buttons {
                LinkButton(t(T.schools.join), href: "\(base)/roster/new", .quiet)
                LinkButton(t(T.schools.list), href: "\(base)/roster/list", .quiet)
            }
            parts(all.filter { $0.place >= 50 && $0.place < 60 })
            h2 { t(T.schools.keepers) }
            SchoolTeamViews(reader: reader).people(mine.keepers, mine.invitations.filter { $0.part.duty != nil }, of: school)
            Buttons { LinkButton(t(T.schools.invite), href: "\(base)/team", .quiet) }
            if let own = mine.keeper(reader.actor) {
                Form(action: "\(base)/digest", hidden: reader.hidden, isInline: true) {
                    Field(t(T.schools.digest), name: "digest", value: own.digest.rawValue)
                        .select(Digest.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    Submit(t(T.common.save), .quiet)
                }
            }
            parts(all.filter { $0.place >= 60 })
        }
    }

    @HTMLBuilder private func parts(_ parts: [(place: Int, title: Phrase?, shown: Markup)]) -> some HTML {
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
