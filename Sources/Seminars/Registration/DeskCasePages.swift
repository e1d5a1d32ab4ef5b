import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// One application in the hands of staff: for each act a page that names the person, says what it means and keeps what was typed.
package enum DeskCasePages {
    package static func ask(_ verb: DeskVerb) -> Route.Page {
        { visit in
            let line = try await line(visit)
            guard line.verbs(at: visit.now).contains(verb) else { throw Problem.conflict(T.registration.wrongMove(state: .phrase(line.registration.state.name))) }
            let typed = switch verb {
            case .edit: ApplicationEdit.typed(line)
            case .remark: Typed(["remark": line.registration.remark])
            default: Typed.nothing
            }
            return visit.page(DeskCaseViews(reader: visit.reader).ask(verb, line, visit.form(typed.with("back", visit.query["back"])), offered: line.schools, []))
        }
    }

    package static func perform(_ verb: DeskVerb) -> Route.Page {
        { visit in
            let id: Registration.ID = try visit.id("registration")
            let line = try await line(visit)
            let (choice, alphabet) = (SchoolChoice(visit.typed), visit.language.alphabet)
            let centre = line.event.centre
            let found = try await visit.read { try SchoolStore.schools(for: choice, near: centre, alphabet, in: $0) }
            let back = DeskQuestion(Typed(urlEncoded: visit.typed["back"])).query
            var doubles: [LikelyDouble] = []
            return try await visit.submit {
                let written = try DeskDeed(verb, visit.typed, of: line, found: found)
                if case .handOver(let successor, _) = written {
                    doubles = try await visit.read { try LikelyDoubleStore.doubles(of: successor.person, at: centre, in: $0) }
                }
                let deed = try written.meaning(MeantPerson(visit.typed), among: doubles)
                return try await visit.act { act in
                    try RegistrationStore.perform(deed, on: id, in: act)
                    let untold = deed.tells(line.registration) ? try RegistrationStore.unwritten(id, in: act) : nil
                    return Redirect(
                        visit.link("/staff/events/\(line.event.id)") + (back.isEmpty ? "" : "?\(back)") + "#line-\(id)",
                        untold.map(saidUntold) ?? verb.said(line.row.name.full))
                }
            } again: { form in
                DeskCaseViews(reader: visit.reader).ask(verb, line, form, offered: choice.offered(found, else: line.schools), doubles)
            }
        }
    }

    private static func line(_ visit: Visit) async throws -> DeskCase {
        let (id, alphabet): (Registration.ID, Alphabet) = (try visit.id("registration"), visit.language.alphabet)
        return try await visit.read { try RegistrationStore.deskCase(id, alphabet, in: $0) }
    }

    private static func saidUntold(_ person: Person) -> Phrase {
        let name = Value.text(person.name.full)
        return person.phone.isEmpty ? T.registration.saidUntoldNoPhone(name: name) : T.registration.saidUntold(name: name, phone: .text(person.phone))
    }
}
