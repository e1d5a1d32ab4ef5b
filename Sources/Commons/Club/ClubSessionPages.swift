import Bookings
import Centres
import Forms
import Kernel
import Kits
import Languages
import Library
import Look
import Web

/// One session for those who work with its groups: planned, moved, cancelled, made ready, and told who came.
enum ClubSessionPages {
    // MARK: Planned

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit, nil)) }

    private static func new(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let offer = try await offer(visit, try visit.id("club")),
            topic = ClubTopic.ID(visit.query["topic"]).flatMap { id in offer.topics.first { $0.id == id } }
        let lead = offer.club.mentors.first { $0.isLead }?.person
        let opened = Typed([
            "topic": topic.map { "\($0.id)" } ?? "", "places": "\(topic?.details.places ?? 24)", "hall": offer.club.details.hall.map { "\($0)" } ?? "",
            "place": offer.club.details.place, "mentor": lead.map { "\($0)" } ?? "",
        ])
        return ClubSessionViews(reader: visit.reader).new(offer, form ?? visit.form(opened))
    }

    private static func offer(_ visit: Visit, _ id: Club.ID) async throws -> ClubOffer {
        let centre = visit.centre.id
        return try await visit.read { act in
            ClubOffer(
                club: try ClubStore.run(id, at: centre, in: act), topics: try ClubStore.topics(of: id, in: act).filter { !$0.isClosed },
                halls: try HallStore.halls(of: centre, in: act))
        }
    }

    @Sendable static func plan(_ visit: Visit) async throws -> Answer {
        let (centre, club): (Centre.ID, Club.ID) = (visit.centre.id, try visit.id("club")), typed = visit.typed, own = visit.language, today = visit.today
        return try await visit.submit {
            let drafts = try ClubSessionDraft.all(typed, today: today, own: own)
            return try await visit.act { act in
                let ids = try ClubSessionStore.plan(drafts, of: club, at: centre, in: act)
                let path = ids.count == 1 ? ids.first.map { "/staff/club/sessions/\($0)" } : nil
                return Redirect(visit.link(path ?? "/staff/club/\(club)"), T.club.saidPlanned(count: ids.count))
            }
        } again: { try await new(visit, $0) }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, ClubSession.ID) = (visit.centre.id, try visit.id("session")), alphabet = visit.language.alphabet
        let folder = try await visit.read { act in
            let session = try ClubSessionStore.led(id, at: centre, in: act), isDesk = act.by.coordinates(centre)
            let isOpen = isDesk && session.isAhead(of: act.now)
            let needs = try session.draft.topic.flatMap { try? ClubStore.topic($0, of: session.club, in: act).details.needs }
            return ClubSessionFolder(
                session: session, bookings: try ClubBookingStore.bookings(of: id, in: act), things: try ClubSessionStore.things(of: id, in: act),
                    needs: needs ?? "",
                equipment: isOpen ? try EquipmentStore.equipment(of: centre, in: act) : [],
                kits: isOpen ? try KitStore.kits(of: centre, sorted: alphabet, in: act).map(\.title) : [], isDesk: isDesk)
        }
        return ClubSessionViews(reader: visit.reader).show(folder, form ?? visit.form(ClubCountForm.typed(folder.session, folder.bookings)))
    }

    @Sendable static func count(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await deed(visit, T.club.saidCounted) { id, centre, act in
            _ = try ClubSessionStore.led(id, at: centre, in: act)
            let (came, visitors) = try ClubCountForm.read(typed, ClubBookingStore.bookings(of: id, in: act))
            try ClubBookingStore.count(came, visitors: visitors, of: id, at: centre, in: act)
        }
    }

    @Sendable static func cancel(_ visit: Visit) async throws -> Answer {
        let reason = visit.typed.lines("reason")
        return try await deed(visit, T.club.saidCancelled) { id, centre, act in
            var faults = Faults()
            faults.limit(reason, "reason", .note)
            try faults.check()
            try ClubSessionStore.cancel(id, because: reason, at: centre, in: act)
        }
    }

    /// The booking of a group, given up by those who run the club.
    @Sendable static func refuse(_ visit: Visit) async throws -> Answer {
        let booking: ClubBooking.ID? = ClubBooking.ID(visit.typed["booking"]), reason = visit.typed.lines("why")
        return try await deed(visit, T.club.saidRefused) { id, centre, act in
            var faults = Faults()
            faults.limit(reason, "why", .note)
            faults.require(!reason.isEmpty, "why", T.club.errorReason)
            faults.require(booking != nil, "booking", T.common.errorChoose)
            try faults.check()
            guard let booking, try ClubBookingStore.bookings(of: id, in: act).contains(where: { $0.id == booking }) else { throw Problem.missing }
            try ClubBookingStore.cancel(booking, because: reason, at: centre, in: act)
        }
    }

    @Sendable static func need(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await deed(visit, T.common.saved) { id, centre, act in
            guard let equipment = try EquipmentStore.equipment(of: centre, in: act).first(where: { "\($0.id)" == typed["thing"] }) else {
                throw Problem.invalid("thing", T.common.errorChoose)
            }
            try ClubSessionStore.need(.equipment(equipment.id), named: equipment.name, for: id, at: centre, in: act)
        }
    }

    @Sendable static func needKit(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, alphabet = visit.language.alphabet
        return try await deed(visit, T.common.saved) { id, centre, act in
            guard let kit = try KitStore.kits(of: centre, sorted: alphabet, in: act).first(where: { "\($0.title.id)" == typed["kit"] }) else {
                throw Problem.invalid("kit", T.common.errorChoose)
            }
            try ClubSessionStore.need(kit: kit.title.id, for: id, at: centre, in: act)
        }
    }

    @Sendable static func release(_ visit: Visit) async throws -> Answer {
        let thing: ClubThing.ID = try visit.id("thing")
        return try await deed(visit, T.common.saved) { try ClubSessionStore.release(thing, of: $0, at: $1, in: $2) }
    }

    private static func deed(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (ClubSession.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubSession.ID) = (visit.centre.id, try visit.id("session")), isStaff = visit.isStaffPage
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link(isStaff ? "/staff/club/sessions/\(id)" : "/me/club/sessions/\(id)"), said)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: Moved

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await edit(visit, nil)) }

    private static func edit(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, ClubSession.ID) = (visit.centre.id, try visit.id("session"))
        let session = try await visit.read { try ClubSessionStore.led(id, at: centre, in: $0) }, offer = try await offer(visit, session.club)
        return ClubSessionViews(reader: visit.reader).edit(session, offer, form ?? visit.form(session.draft.typed))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubSession.ID) = (visit.centre.id, try visit.id("session")), typed = visit.typed, own = visit.language
        return try await visit.submit {
            let kind = try await visit.read { try ClubSessionStore.led(id, at: centre, in: $0).kind }
            let draft = try ClubSessionDraft(typed, kind: kind, own: own)
            return try await visit.act { act in
                try ClubSessionStore.change(id, to: draft, at: centre, in: act)
                return Redirect(visit.link("/staff/club/sessions/\(id)"), T.common.saved)
            }
        } again: { try await edit(visit, $0) }
    }
}
