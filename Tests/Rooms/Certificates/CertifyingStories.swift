@testable import Accounts
import Catalogue
import Centres
import Certificates
import Crypto
import Events
import Foundation
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town
import Site
import Web

/// From attendance to the director's signature.
@Suite struct CertifyingStories {
    @Test func `what was attended is prepared without retyping, and the director signs it with the telephone in hand`() async throws {
        let scene = try await Certified(try await Town(), [])
        let town = scene.town
        let other = try await Certified(town, [town.ana, town.branko, town.ruta])
        try await town.vesna.opens("/staff/events/\(other.event)/certificates")
        let batch = try await town.vesna.sends("/staff/events/\(other.event)/certificates")
        #expect(batch.shows("Ана Ђорђевић") && batch.shows("Бранко Његован") && batch.shows("Rūta Žemaitytė") && batch.shows("Лазар Кривокућа"))
        #expect(batch.shows(town.say(T.certificates.waitsForDirector)), "who coordinates does not sign")
        #expect(batch.forms.allSatisfy { !$0.action.hasSuffix("/sign") })

        // Драгана sets her second factor up, then signs with its next code.
        let secret = try await enrols(scene.director, town)
        let path = batch.path
        let page = try await scene.director.opens(path)
        let sign = try #require(page.form("/sign"))
        let wrong = try await scene.director.browser.post(sign, ["code": "000000"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.accounts.codeWrong)) && wrong.html.contains("#field-code"))
        #expect(try await scene.numbers().isEmpty, "nothing is numbered without the factor")
        town.clock.passes(seconds: 30)
        let signed = try await scene.director.browser.post(sign, ["code": code(secret, town), "mailed": "yes"])
        #expect(signed.shows(town.say(T.certificates.saidSigned(count: 4))))
        #expect(signed.shows("1/2026") && signed.shows("2/2026") && signed.shows("3/2026") && signed.shows("П-1/2026"))
        #expect(try await scene.numbers() == [1, 2, 3])
        #expect(try await scene.faults().isEmpty)
        #expect(try await town.letters(to: town.ana.email) > 0)

        // Ана finds hers on her page; Горан does not find it.
        let mine = try await town.ana.opens("/me")
        #expect(mine.shows("Приче које лече"))
        let id = try #require(CertificateBatch.ID(path.split(separator: "/").last ?? ""))
        let own = try await other.own(town.ana, in: id).id
        #expect(try await town.ana.opens("/me/certificates/\(own)").shows("Ана Ђорђевић"))
        #expect(try await town.goran.opens("/me/certificates/\(own)").status == 404)
        // The batch is signed once.
        let again = try await scene.director.browser.post(sign, ["code": code(secret, town)])
        #expect(again.shows(town.say(T.certificates.batchDone)))
        #expect(try await scene.numbers() == [1, 2, 3])
    }

    private func code(_ secret: [UInt8], _ town: Town) -> String { TimeCode(secret: secret).code(at: TimeCode.step(at: town.clock.now)) }

    private func enrols(_ person: Someone, _ town: Town) async throws -> [UInt8] {
        let token = Token.random()
        let id = person.id
        try await town.does { try SessionStore.begin(token, person: id, isStaff: true, device: "story", in: $0) }
        person.browser.set(cookie: "session", token.text)
        let page = try await person.opens("/second-factor")
        let sealed = try #require(page.carried("enrolment"))
        let secret = try #require(Enrolment(sealed: sealed, for: id, by: town.app.installation.seal)).secret
        try await person.sends("/second-factor", ["code": code(secret, town)])
        return secret
    }

    @Test func `papers in Latin are in Latin, and names stay as people write them`() async throws {
        let scene = try await Certified(try await Town(), [], language: .srLatn)
        let town = scene.town
        let other = try await Certified(town, [town.ana], language: .srLatn)
        let certificates = try await other.issues()
        let facts = try #require(certificates.first { $0.kind == .certificate }?.facts)
        #expect(facts.language == "sr-Latn" && facts.issuer.name == "Centar za stručno usavršavanje Bistrik")
        #expect(facts.name == "Ана Ђорђевић" && facts.trainers == ["Лазар Кривокућа"])
        for text in [facts.title, facts.place ?? "", facts.school ?? "", facts.issuer.address, facts.programme?.cycle ?? ""] {
            #expect(Script.of(text) != .cyrillic, "\(text)")
        }
        let page = try await town.goran.opens("/sr-Latn/certificates/\(certificates[0].code.text)")
        #expect(page.status == 200 && page.shows(facts.title))
    }

    @Test func `nobody gets one without complete attendance, with a withdrawn application, or twice; each refusal says why`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko, town.milena], isMarked: false)
        try await scene.marks([scene.registrations[0]])
        let withdrawn = scene.registrations[2].id
        try await town.vesna.refuses(withdrawn, because: "Није дошла")
        let page = try await town.vesna.opens("/staff/events/\(scene.event)/certificates")
        #expect(page.shows(town.say(T.certificates.refusedAttendance)))
        #expect(page.shows(town.say(T.certificates.refusedState(state: .phrase(RegistrationState.refused.name)))))
        let first = try await scene.issues()
        #expect(first.filter { $0.part == .participant }.map(\.name) == ["Ана Ђорђевић"])
        await scene.refuses(T.certificates.nobodyToPrepare) { _ = try await scene.prepares() }
        #expect(try await town.vesna.opens("/staff/events/\(scene.event)/certificates").shows(town.say(T.certificates.refusedHas)))
        // Branko's sheet turns up: he gets the next number, Ана nothing more.
        try await scene.marks([scene.registrations[1]])
        let second = try await scene.issues()
        #expect(second.map(\.name) == ["Бранко Његован"] && second.first?.label == "2/2026")
    }

    @Test func `an application withdrawn between preparing and signing stops the signature and is named`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let batch = try await scene.prepares()
        let gone = scene.registrations[1].id
        try await town.vesna.refuses(gone, because: "Грешком уписан")
        await scene.refuses(T.certificates.noLonger(name: "Бранко Његован")) { try await scene.signs(batch) }
        #expect(try await scene.numbers().isEmpty)
        try await town.vesna.drops(try await scene.own(town.branko, in: batch).id)
        try await scene.signs(batch)
        #expect(try await scene.numbers() == [1])
    }

    @Test func `points are never above what was approved, and a name is printed as its bearer writes it`() async throws {
        let town = try await Town()
        let high = try await Certified(town, [town.ana], points: 9)
        await high.refuses(T.certificates.pointsAbove(points: 9, approved: 8)) { _ = try await high.prepares() }
        let scene = try await Certified(town, [town.ana, town.ruta])
        let batch = try await scene.prepares()
        let draft = try await scene.own(town.ana, in: batch)
        await scene.refuses(T.certificates.pointsAbove(points: 9, approved: 8)) { try await town.vesna.amends(draft.id, to: "Ана Ђорђевић", points: 9) }
        try await town.vesna.opens("/staff/certificates/\(draft.id)")
        try await town.vesna.sends("/staff/certificates/\(draft.id)/amend", ["name": "Ана  М. Ђорђевић ", "points": "6"])
        try await scene.signs(batch)
        let signed = try await scene.certificate(draft.id)
        #expect(signed.name == "Ана М. Ђорђевић" && signed.points == 6 && signed.facts?.points == 6 && signed.facts?.programme?.number == "1451")
        await scene.refuses(T.certificates.notPrepared(number: .text(signed.label))) { try await town.vesna.amends(draft.id, to: "Друго име") }
        #expect(try await scene.certificates(batch).contains { $0.name == "Rūta Žemaitytė" })
    }

    @Test func `only the director signs, or a deputy on the days that were named; an administrator does not`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let batch = try await scene.prepares()
        try await town.goran.becomes(.administrator)
        func right(_ someone: Someone) async throws -> Signer.Right? {
            let (id, centre) = (someone.id, town.centre)
            return try await town.finds { act in try SigningStore.right(of: PersonStore.actor(id, in: act) ?? .visitor, at: centre, in: act) }
        }
        #expect(try await right(scene.director) == .director)
        for someone in [town.goran, town.vesna, town.ana] { #expect(try await right(someone) == nil) }
        let page = try await town.vesna.opens("/staff/batches/\(batch)")
        #expect(page.form("/sign") == nil)
        let other = try #require(page.form("/add")?.acting("/sr/staff/batches/\(batch)/sign"))
        let refused = try await town.vesna.browser.post(other, ["code": "123456"])
        #expect(refused.status == 409 && refused.shows(town.say(T.certificates.noRight)))

        let today = town.zone.day(of: town.clock.now)
        try await scene.director.opens("/settings/certificates")
        try await scene.director.sends(
            "/settings/certificates/deputies", ["email": town.vesna.email, "first": today.adding(days: 1).iso, "last": today.adding(days: 3).iso])
        #expect(try await right(town.vesna) == nil, "tomorrow is not today")
        town.clock.passes(days: 1)
        #expect(try await right(town.vesna) == .deputy)
        town.clock.passes(days: 3)
        #expect(try await right(town.vesna) == nil)
        try await scene.director.enters(withFactor: true)
        try await scene.director.opens("/settings/certificates")
        let unknown = try await scene.director.sends(
            "/settings/certificates/deputies", ["email": town.ana.email, "first": today.iso, "last": today.adding(days: 30).iso])
        #expect(unknown.status == 422 && unknown.shows(town.say(T.certificates.deputyUnknown)))
        // Who cares for the machine names nobody.
        let (centre, email) = (town.centre, town.vesna.email)
        await scene.refuses(T.certificates.deputyByDirector) {
            try await town.does { try DeputyStore.name(email: email, first: today, last: today.adding(days: 30), at: centre, in: $0) }
        }
    }

    @Test func `before it was held nothing is prepared; who helped is added by hand, without points`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        await town.refuses(T.certificates.notHeld(state: .phrase(EventState.announced.name))) {
            _ = try await town.vesna.does { try BatchStore.prepare(seminar, in: $0) }
        }
        let scene = try await Certified(town, [town.ana])
        let batch = try await scene.prepares()
        try await town.vesna.opens("/staff/batches/\(batch)")
        try await town.vesna.sends("/staff/batches/\(batch)/add", ["name": "Милена Џелатовић", "email": town.milena.email, "part": "organiser", "kind": "thanks"])
        let page = try await town.vesna.sends("/staff/batches/\(batch)/add", ["name": "Нико", "email": "nema@bistrik.example", "part": "mentor", "kind": "confirmation"])
        #expect(page.status == 422 && page.shows(town.say(T.certificates.personUnknown)))
        try await scene.signs(batch)
        let thanks = try #require(try await scene.certificates(batch).first { $0.kind == .thanks })
        #expect(thanks.label == "З-1/2026" && thanks.points == 0 && thanks.person == town.milena.id)
        // When all are signed, others can still be thanked: a trainer beside the confirmation, a participant; whoever has it already is refused.
        let path = "/staff/events/\(scene.event)/certificates"
        try await town.vesna.opens(path)
        let twice = try await town.vesna.sends(
            "/certificates/add", ["name": "Милена Џелатовић", "email": town.milena.email, "part": "organiser", "kind": "thanks"])
        #expect(twice.status == 422 && twice.shows(town.say(T.certificates.refusedHas)))
        let byHand = try await town.vesna.sends(
            "/certificates/add", ["name": "Ана Ђорђевић", "email": town.ana.email, "part": "participant", "kind": "confirmation"])
        #expect(byHand.status == 422 && byHand.shows(town.say(T.certificates.partByAttendance)))
        let opened = try await town.vesna.sends("/certificates/add", ["name": "Лазар Кривокућа", "part": "trainer", "kind": "thanks"])
        #expect(opened.path.contains("/staff/batches/") && opened.shows("Лазар Кривокућа"))
        let later = try #require(CertificateBatch.ID(opened.path.split(separator: "/").last ?? ""))
        try await town.vesna.sends("/staff/batches/\(later)/add", ["name": "Ана Ђорђевић", "email": town.ana.email, "part": "participant", "kind": "thanks"])
        try await scene.signs(later)
        #expect(try await scene.certificates(later).map(\.label) == ["З-2/2026", "З-3/2026"])
    }

    @Test func `what was held in a hall takes its town from the seat of the centre, and without one nothing is prepared`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let (hall, seat) = (try await town.hall("Велика сала"), try await town.municipality("Бистрик", 44.1, 20.2))
        let (event, centre) = (scene.event, town.centre)
        try await town.does { try $0.db.run("UPDATE event_session SET hall = \(hall), place = '' WHERE event = \(event)") }
        await scene.refuses(T.certificates.noTown) { _ = try await scene.prepares() }
        #expect(try await town.vesna.opens("/staff/events/\(event)/certificates").shows(town.say(T.certificates.noTown)))
        try await town.does { try $0.db.run("UPDATE centre SET municipality = \(seat) WHERE id = \(centre)") }
        let issued = try await scene.issues()
        #expect(issued.allSatisfy { $0.facts?.place == "Бистрик, Велика сала" })
        // A hall elsewhere has an address of its own, which says the town.
        try await town.does { try $0.db.run("UPDATE hall SET address = 'Ваљево, Трг 1' WHERE id = \(hall)") }
        let other = try await town.finds { try EventTownStore.town(of: try EventStore.event(event, in: $0), in: $0) }
        #expect(other == nil)
    }

    @Test func `with another key file nothing is signed in the dark; the director makes a new key on purpose`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let issued = try await scene.issues()
        let original = try #require(issued.first)
        let other = Seal(key: SymmetricKey(data: [UInt8](repeating: 7, count: 32)))
        let (signer, id, centre) = (Signer(unproved: scene.director.id, name: "Драгана Шобић", centre: town.centre), original.id, town.centre)
        await scene.refuses(T.certificates.keySealedElsewhere) {
            _ = try await scene.director.does { try CertificateStore.duplicate(id, by: signer, seal: other, in: $0) }
        }
        #expect(try await scene.certificate(try await scene.duplicates(id)).key == original.key, "the right file signs as before")
        try await scene.director.does { try SigningKeyStore.rotate(centre, seal: other, in: $0) }
        let copy = try await scene.director.does { try CertificateStore.duplicate(id, by: signer, seal: other, in: $0) }
        #expect(try await scene.certificate(copy).key != original.key)
    }

    @Test func `papers that are prepared keep it held`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let path = "/staff/events/\(scene.event)"
        try await town.vesna.opens("\(path)/certificates")
        try await town.vesna.sends("\(path)/certificates")
        try await town.vesna.opens(path)
        let refused = try await town.vesna.sends("/take-back")
        #expect(refused.status == 409 && refused.shows(town.say(T.certificates.unheldPrepared)))
        #expect(try await town.event(scene.event).state == .held)
    }
}
