import Accounts
import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// `/demo`: each of the cast is one button away. The doors exist in a demonstration only, and a demonstration is served on loopback only.
enum DemoPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let cast = try await visit.read { try DemoCast.all(in: $0, address: visit.centre.origin) }
        guard !cast.isEmpty else { throw Problem.missing }
        let t = visit.t
        return visit.page(Screen(t(T.demo.title), isIndexed: false) {
            Heading(t(T.demo.title), lead: t(T.demo.text))
            ul {
                ForEach(cast) { member in
                    li {
                        ButtonForm("\(member.name) · \(t(role(member.role)))", .quiet, action: visit.link("/demo/\(member.person)"), hidden: visit.reader.hidden)
                    }
                }
            }
        })
    }

    /// Takes a person's place, second factor included.
    @Sendable static func enter(_ visit: Visit) async throws -> Answer {
        let id: Person.ID = try visit.id("person")
        let token = Token.random()
        let device = visit.device
        let landing = try await visit.records.write(by: .system) { act in
            guard try DemoCast.all(in: act, address: "").contains(where: { $0.person == id }) else { throw Problem.missing }
            let actor = try PersonStore.actor(id, in: act) ?? .visitor
            try SessionStore.begin(token, person: id, isStaff: actor.isStaff, hasFactor: true, device: device, in: act)
            return visit.landing(of: actor)
        }
        return .redirect(Redirect(visit.link(landing), session: .begin(token: token.text, seconds: Session.idleSeconds)))
    }

    /// The parts that pages are made of, for whoever builds one.
    @Sendable static func styleguide(_ visit: Visit) async throws -> Answer {
        guard try await visit.read({ try Setting.demonstration.value(in: $0.db) }) != nil else { throw Problem.missing }
        return visit.page(StyleguideViews(reader: visit.reader).screen)
    }

    private static func role(_ role: String) -> Phrase {
        switch role {
        case "coordinator": T.demo.coordinator
        case "director": T.demo.director
        case "trainer": T.demo.trainer
        case "school": T.demo.school
        case "administrator": T.demo.administrator
        case "nobody": T.demo.nobody
        default: T.demo.teacher
        }
    }
}
