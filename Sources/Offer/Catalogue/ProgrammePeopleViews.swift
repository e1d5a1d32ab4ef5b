import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// Authors, trainers and whom to ask, each with the person that it is.
struct ProgrammePeopleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter doubles: known people who may be the one that is written down.
    func show(_ people: ProgrammePeople, _ form: FilledForm, _ doubles: [LikelyDouble]) -> Screen {
        let programme = people.programme, own = reader.link("/catalogue/programmes/\(programme.id)")
        let trail = reader.catalogueTrail + [Look.Link(t.run(programme.title, programme.language), href: own)]
        return Screen(t(T.catalogue.people), trail: trail) {
            FormFaults(form)
            Heading(Run(t(T.catalogue.people)), kind: t.run(programme.title, programme.language), lead: Run(t(T.catalogue.peopleLead)))
            ForEach(Programme.Named.Part.allCases.reversed()) { part in
                let lines = people.lines.filter { $0.part == part }
                if !lines.isEmpty {
                    h2 { t(part.name) }
                    ForEach(lines) { line in entry(line, people, own) }
                }
            }
            Disclosure(t(T.catalogue.writeDown), isOpen: form.problem != nil || people.sought.map { $0.part == .trainer && people.lines.isEmpty } ?? false) {
                HTML::p { t(T.catalogue.writeDownText) }
                write(people.lines.filter { $0.named.person == nil }, in: programme.language, form, doubles, own)
            }
        }
    }

    private func entry(_ line: ProgrammePeople.Line, _ people: ProgrammePeople, _ own: String) -> some HTML {
        let name = ProgrammeEntryName(part: line.part, name: line.named.name)
        let hidden = reader.hidden + name.hidden.map { Hidden($0, $1) }
        return Group {
            PersonLine(
                t.run(name: line.named.name, people.programme.language), href: line.person.map { reader.link("/people/\($0.id)") },
                detail: [line.named.occupation, line.named.reach].filter { !$0.isEmpty }.map { Run($0) },
                state: line.named.person == nil ? Chip(.waiting, t(T.catalogue.notTied)) : Chip(.good, t(T.catalogue.tied))
            ) {
                if line.named.person != nil { ButtonForm(t(T.catalogue.untie), .quiet, action: own + "/people/untie", hidden: hidden) }
                ForEach(line.namesakes) { double in
                    ButtonForm(
                        t(T.catalogue.isThis(who: .text(([double.person.name.full] + double.schools.map { t.shown($0) }).joined(separator: ", ")))), .quiet,
                        action: own + "/people/tie", hidden: hidden + [Hidden("person", "\(double.person.id)")])
                }
            }
            if line.named.person == nil { search(name, people, own, hidden) }
        }
    }

    /// A few letters, and those whom they find.
    private func search(_ name: ProgrammeEntryName, _ people: ProgrammePeople, _ own: String, _ hidden: [Hidden]) -> some HTML {
        Disclosure(t(T.catalogue.findPerson(name: .text(name.name))), isOpen: people.sought == name) {
            Form(action: own + "/people", method: .get, hidden: name.hidden.map { Hidden($0, $1) }, isInline: true) {
                Field(
                    t(T.catalogue.letters), name: "q", row: "\(name.part.rawValue)-\(name.name)", value: people.sought == name ? reader.query["q"] : "", optional: ""
                ).search()
                Submit(t(T.common.search), .quiet)
            }
            if people.sought == name, !reader.query["q"].isEmpty {
                if people.found.isEmpty { HTML::p { t(T.catalogue.foundNobody) } }
                ForEach(people.found) { person in
                    PersonLine(Run(person.name.full), detail: [person.email, person.phone].compactMap { $0 }.filter { !$0.isEmpty }.map { Run($0) }) {
                        ButtonForm(t(T.catalogue.tie), .quiet, action: own + "/people/tie", hidden: hidden + [Hidden("person", "\(person.id)")])
                    }
                }
            }
        }
    }

    private func write(
        _ untied: [ProgrammePeople.Line], in language: Language, _ form: FilledForm, _ doubles: [LikelyDouble], _ own: String
    ) -> some HTML {
        Form(action: own + "/people/write", hidden: reader.hidden, isGuarded: true) {
            MeantPersonField(form, among: doubles)
            form.field(T.catalogue.writeAs, "name").select(
                [Field.Choice("", t(T.catalogue.writeNew))] + untied.filter { $0.part == .trainer }.map { Field.Choice($0.named.name,
                    t.run(name: $0.named.name, language)) })
            NameFields(form: form, isOwn: false)
            form.field(T.catalogue.occupation, "occupation", isOptional: true).text()
            form.field(T.common.email, "email", isOptional: true, autocomplete: "off", most: EmailAddress.most).email()
            form.field(T.catalogue.phone, "phone", isOptional: true, autocomplete: "off").phone()
            Buttons { Submit(t(T.common.save)) }
        }
    }

    /// Programmes with their numbers.
    func list(_ programmes: [ProgrammeChoice], below path: String) -> some HTML {
        ul {
            ForEach(programmes) { programme in
                li {
                    a(.href(reader.link("\(path)/\(programme.id)")), .lang(t.lang(of: programme.language))) { t.shown(programme.title) }
                    " ("; t.run(programme.cycle); ", "; t(T.catalogue.numberShort(number: .text(programme.number))); ")"
                }
            }
        }
    }
}
