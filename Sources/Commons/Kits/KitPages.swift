import Accounts
import Centres
import Forms
import Kernel
import Languages
import Library
import Look
import Portfolio
import Schools
import Web

/// Kits for everybody: what travels, when it is free, and booking one for the own class.
enum KitPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, alphabet = visit.language.alphabet
        let kits = try await visit.read { try KitStore.kits(of: centre, sorted: alphabet, in: $0) }
        return visit.page(KitViews(reader: visit.reader).list(kits))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let kit = try await kit(visit), month = KitMonth(visit.query["month"], today: visit.today)
        return visit.page(KitViews(reader: visit.reader).show(kit, month))
    }

    private static func kit(_ visit: Visit) async throws -> Kit {
        let (centre, id): (Centre.ID, LibraryTitle.ID) = (visit.centre.id, try visit.id("title"))
        return try await visit.read { try KitStore.kit(id, at: centre, in: $0) }
    }

    // MARK: Booking

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let first = visit.query["first"], (_, schools) = try await own(visit)
        let typed = Typed(["first1": first, "school1": schools.count == 1 ? "\(schools[0].id)" : ""])
        return visit.page(try await new(visit, visit.form(typed)))
    }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (kit, schools) = try await own(visit)
        return KitViews(reader: visit.reader).book(kit, schools, form)
    }

    /// The kit, and the schools for which the reader may book it.
    private static func own(_ visit: Visit) async throws -> (Kit, [KitSchool]) {
        let (centre, id): (Centre.ID, LibraryTitle.ID) = (visit.centre.id, try visit.id("title")), today = visit.today
        guard let person = visit.actor.person else { throw Problem.missing }
        return try await visit.read { act in
            let works = try EmploymentStore.schools(of: person, on: today, in: act).map { KitSchool(id: $0.id, name: $0.name) }
            let kept = try SchoolTeamStore.schools(of: person, in: act).map { KitSchool(id: $0.school, name: $0.name) }
            return (try KitStore.kit(id, at: centre, in: act), works + kept.filter { !works.contains($0) })
        }
    }

    @Sendable static func book(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, LibraryTitle.ID) = (visit.centre.id, try visit.id("title")), typed = visit.typed, own = visit.language
        return try await visit.submit {
            let form = try RouteForm(typed, most: 1, own: own)
            return try await visit.act { act in
                let booking = try KitBookingStore.book(form.draft, of: id, at: centre, in: act)
                return Redirect(visit.link("/me/kits/\(booking)"), T.kits.saidBooked)
            }
        } again: { try await new(visit, $0) }
    }

    // MARK: One's own

    @Sendable static func mine(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id
        let bookings = try await visit.read { try KitBookingStore.mine(person, at: centre, in: $0) }
        return visit.page(KitBookingViews(reader: visit.reader).mine(bookings))
    }

    @Sendable static func booking(_ visit: Visit) async throws -> Answer { visit.page(try await booking(visit, visit.form())) }

    private static func booking(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (Centre.ID, KitBooking.ID) = (visit.centre.id, try visit.id("booking"))
        let (booking, checks, notes, lines, note) = try await visit.read { act in
            let booking = try KitBookingStore.booking(id, at: centre, in: act)
            let lines = try booking.stays.reduce(into: [KitStay.ID: [PointsLine]]()) { lines, stay in
                guard stay.person == act.by.person, let school = stay.school else { return }
                lines[stay.id] = try KitNoteStore.lines(of: school, on: stay.days.upperBound, in: act).map {
                    PointsLine(id: "\($0.id)", name: $0.activity, points: $0.leading ?? 0)
                }
            }
            let note = (try? KitStore.kit(booking.title, at: centre, in: act).rule.note) ?? ""
            return (booking, try KitCheckStore.checks(of: id, in: act), try KitNoteStore.notes(of: id, in: act), lines, note)
        }
        return KitBookingViews(reader: visit.reader).own(booking, checks, notes, lines, note: note, form)
    }

    @Sendable static func cancel(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, KitBooking.ID) = (visit.centre.id, try visit.id("booking"))
        return try await visit.submit {
            try await visit.act { act in
                try KitBookingStore.cancel(id, at: centre, in: act)
                return Redirect(visit.link("/me/kits"), T.kits.saidCancelled)
            }
        } again: { try await booking(visit, $0) }
    }

    @Sendable static func note(_ visit: Visit) async throws -> Answer {
        let (centre, id, stop): (Centre.ID, KitBooking.ID, KitStay.ID) = (visit.centre.id, try visit.id("booking"), try visit.id("stop"))
        let typed = visit.typed, own = visit.language, t = visit.t
        return try await visit.submit {
            let details = try KitNoteDetails(typed, own: own), isOffered = typed.has("offer")
            return try await visit.act { act in
                let booking = try KitNoteStore.own(stop, of: id, at: centre, in: act).booking
                let title = t(T.kits.entryTitle(title: .title(booking.name), lesson: .text(details.lesson)))
                let offer = try OfferForm.read(typed, title: title)
                try KitNoteStore.say(details, of: stop, in: id, at: centre, offer: offer, in: act)
                return Redirect(visit.link("/me/kits/\(id)"), isOffered ? T.kits.saidOffered : T.kits.saidNote)
            }
        } again: { try await booking(visit, $0) }
    }
}

/// A line of a school's own table, as a field offers it.
struct PointsLine: Sendable {
    let id: String
    let name: String
    let points: Int
}

/// A school for which somebody may book.
struct KitSchool: Sendable, Hashable {
    let id: School.ID
    let name: String
}

/// The month that a calendar shows.
struct KitMonth: Sendable {
    let days: ClosedRange<Day>

    /// What names none is the month of today.
    init(_ text: String, today: Day) {
        let day = Day(iso: text).flatMap { abs($0.year - today.year) <= 5 ? $0 : nil } ?? today
        days = day.monthDays
    }

    var previous: Day { days.lowerBound.adding(months: -1) }
    var next: Day { days.lowerBound.adding(months: 1) }
}
