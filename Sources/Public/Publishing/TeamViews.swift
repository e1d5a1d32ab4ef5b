import Centres
import Files
import Forms
import HTML
import Kernel
import Languages
import Look

struct TeamViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// On the page about the centre: face, name, what they do, how to reach them.
    func shown(_ members: [TeamMember]) -> some HTML {
        ul(.class("team")) {
            ForEach(members) { member in
                li {
                    if let picture = member.picture { PictureView(picture, reader, sizes: "7rem") } else { initials(of: member) }
                    div {
                        strong { member.details.name }
                        HTML::p { t.run(member.details.role) }
                        if !member.details.phone.isEmpty { HTML::p { a(.href("tel:\(Phone.dialled(member.details.phone))")) { member.details.phone } } }
                        if !member.details.email.isEmpty { HTML::p { a(.href("mailto:\(member.details.email)")) { member.details.email } } }
                    }
                }
            }
        }
    }

    /// Where there is no picture: what the name beside it begins with.
    private func initials(of member: TeamMember) -> some HTML {
        span(.class("initials"), .aria("hidden", true)) {
            member.details.name.split(separator: " ").prefix(2).compactMap { $0.first.map(String.init) }.joined()
        }
    }

    func list(_ members: [TeamMember]) -> Screen {
        Screen(t(T.publishing.team)) {
            Heading(t(T.publishing.site), lead: t(T.publishing.siteLead))
            PublishingTabs(reader, .team)
            if members.isEmpty {
                EmptyState(t(T.publishing.noTeam), t(T.publishing.noTeamText)) { Empty() }
            } else {
                DataTable(t(T.publishing.team), rows: members, columns: [
                    Column(t(T.publishing.name), .name) { member in a(.href(reader.link("/staff/team/\(member.id)"))) { member.details.name } },
                    Column(t(T.publishing.role)) { member in t.run(member.details.role) },
                    Column(t(T.publishing.hasPicture)) { member in t(member.picture == nil ? T.common.no : T.common.yes) },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.publishing.newMember), href: reader.link("/staff/team/new")) }
        }
    }

    func form(_ member: TeamMember?, _ form: FilledForm) -> Screen {
        let title = member?.details.name ?? t(T.publishing.newMember)
        let base = "/staff/team/\(member?.id.description ?? "new")"
        return Screen(title, trail: [Look.Link(t(T.publishing.team), href: reader.link("/staff/team"))]) {
            FormFaults(form)
            Heading(title)
            if let picture = member?.picture { PictureView(picture, reader, sizes: "12rem", kind: "shown") }
            Look::Form(action: reader.link(base), hidden: reader.hidden, hasFiles: true) {
                form.field(T.publishing.name, "name", hint: T.publishing.nameHint).text()
                form.field(T.publishing.role, "role", .full).text()
                form.field(T.publishing.phone, "phone", isOptional: true).phone()
                form.field(T.common.email, "email", isOptional: true).email()
                form.field(T.publishing.place, "place", .short, hint: T.publishing.placeHint, isOptional: true).number()
                FileFields(form, T.publishing.pictureChoose, "picture", [.picture], isOptional: true)
                Buttons { Submit(t(T.common.save)) }
            }
            if member != nil { ButtonForm(t(T.common.remove), .quiet, action: reader.link("\(base)/remove"), hidden: reader.hidden) }
        }
    }
}
