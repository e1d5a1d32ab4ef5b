import Accounts
import Centres
import Circles
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import Initiatives

/// A valley in which Весна’s centre proposes something, and Горан’s is asked: two articles, ten days to say where one stands.
struct Proposed {
    let valley: Valley
    let id: Initiative.ID
    var town: Town { valley.town }
    var path: String { "/staff/initiatives/\(id)" }
    /// Ten days from now, at three in the afternoon.
    let deadline: Instant

    /// - Parameter isOpen: whether it was put before those who are asked.
    init(isOpen: Bool = true) async throws {
        let valley = try await Valley(), town = valley.town, (centre, other, vesna) = (town.centre, valley.other, town.vesna.id)
        let three = try #require(ClockTime(hour: 15, minute: 0)), deadline = try town.zone.instant(town.zone.day(of: town.clock.now).adding(days: 10), three)
        (self.valley, self.deadline) = (valley, deadline)
        id = try await town.vesna.does { act in
            let id = try InitiativeStore.add(InitiativeDetails(
                title: "Два дана одсуства за усавршавање", recipient: "Министарство просвете", reasons: "Наставници немају када.", language: .sr,
                deadline: deadline,
                keeper: vesna), at: centre, in: act)
            try InitiativeTextStore.add("Право", "Наставник има право на два дана одсуства годишње.", to: id, at: centre, in: act)
            try InitiativeTextStore.add("Замена", "Школа обезбеђује замену.", to: id, at: centre, in: act)
            try InitiativePartyStore.ask([other], [], outside: ["Регионални центар Самоград"], id, at: centre, in: act)
            if isOpen { try InitiativeTextStore.publish("", id, at: centre, in: act) }
            return id
        }
    }

    func says(_ standing: InitiativeStanding, _ words: String = "", by someone: Someone, at centre: Centre.ID) async throws {
        let id = id
        try await someone.does { try InitiativePartyStore.say(standing, words, on: id, at: centre, in: $0) }
    }

    /// All have spoken for it.
    func carries() async throws {
        let (id, centre) = (id, town.centre)
        try await says(.support, by: town.vesna, at: town.centre)
        try await says(.change, "Три дана.", by: town.goran, at: valley.other)
        let outside = try #require(try await sight().parties.first { $0.centre == nil }?.id)
        try await town.vesna.does { try InitiativePartyStore.note(.abstain, "", of: outside, on: id, at: centre, in: $0) }
    }

    /// Adopted, and sent today.
    func isSent(answerIn days: Int = 30) async throws {
        let (id, centre, today) = (id, town.centre, town.zone.day(of: town.clock.now))
        try await carries()
        try await town.vesna.does { act in
            try InitiativeMoveStore.adopt(id, at: centre, in: act)
            let draft = SendingDraft(to: "Министарство просвете", on: today, by: "поштом", due: today.adding(days: days))
            try InitiativeMoveStore.send(draft, id, at: centre, in: act)
        }
    }

    func sight() async throws -> InitiativeSight {
        let (id, centre) = (id, town.centre)
        return try await town.vesna.does { try InitiativeStore.desk(id, at: centre, in: $0) }
    }

    /// A circle of Весна’s centre to which Ана belongs, asked too.
    func asksCircle() async throws {
        let (id, centre, other, ana, today) = (id, town.centre, valley.other, town.ana.id, town.zone.day(of: town.clock.now))
        try await town.vesna.does { act in
            let circle = try CircleStore.found(CircleDetails(name: "Актив математичара"), at: centre, in: act)
            try CircleMemberStore.add(ana, from: nil, since: today, to: circle, at: centre, in: act)
            try InitiativePartyStore.ask([other], [circle], outside: ["Регионални центар Самоград"], id, at: centre, in: act)
        }
    }

    /// Who is signed in has to be so again after many days.
    func passes(days: Int) async throws {
        town.clock.passes(days: days)
        try await town.vesna.enters(withFactor: true)
        try await town.goran.enters(withFactor: true)
        valley.goran.set(cookie: "session", town.goran.browser.cookie("session"))
    }
}
