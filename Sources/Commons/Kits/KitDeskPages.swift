import Accounts
import Centres
import Forms
import Kernel
import Languages
import Library
import Loans
import Look
import Web

/// Kits for the desk: what leaves and comes back, who books what, how each travels.
enum KitDeskPages {
    @Sendable static func board(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, alphabet = visit.language.alphabet, year = SchoolYear(containing: visit.today).days
        let (kits, others, open, incomplete, sum) = try await visit.read { act in
            let kits = try KitStore.kits(of: centre, sorted: alphabet, in: act)
            return (
                kits, try KitStore.others(at: centre, sorted: alphabet, in: act), try KitBookingStore.open(at: centre, in: act),
                try KitCheckStore.incomplete(kits, in: act), try KitNoteStore.sum(at: centre, in: year, in: act))
        }
        return visit.page(KitDeskViews(reader: visit.reader).board(KitBoard(kits: kits, others: others, open: open, incomplete: incomplete, sum: sum)))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, LibraryTitle.ID) = (visit.centre.id, try visit.id("title")), month = KitMonth(visit.query["month"], today: visit.today)
        let (title, rule, kit, bookings) = try await visit.read { act in
            let (title, rule) = try KitStore.title(id, at: centre, in: act)
            return (
                title, rule, rule == nil ? nil : try KitStore.kit(id, at: centre, in: act), try KitBookingStore.bookings(of: id, in: month.days, in: act))
        }
        let filled = form ?? visit.form((rule ?? KitRule()).typed)
        return KitDeskViews(reader: visit.reader).show(title, kit, bookings, month, filled)
    }

    @Sendable static func setRule(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, LibraryTitle.ID) = (visit.centre.id, try visit.id("title")), typed = visit.typed, isOver = typed.has("stop")
        return try await visit.submit {
            let rule = isOver ? nil : try KitRule(typed)
            return try await visit.act { act in
                if let rule { try KitStore.set(rule, of: id, at: centre, in: act) } else { try KitStore.stop(id, at: centre, in: act) }
                return Redirect(visit.link("/staff/kits/\(id)"), rule == nil ? T.kits.saidStopped : T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: Booking

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        visit.page(try await new(visit, visit.form(Typed(["first1": visit.query["first"]]))))
    }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (Centre.ID, LibraryTitle.ID) = (visit.centre.id, try visit.id("title"))
        let chosen = Set((1...KitRoute.stopsMost).compactMap { School.ID(form.typed["school\($0)"]) })
        let (kit, schools) = try await visit.read { act in
            let nearby = try SchoolStore.nearby(centre, in: act)
            // One from elsewhere stays chosen when its form comes back.
            let others = chosen.subtracting(nearby.map(\.id)).sorted().compactMap { try? SchoolStore.school($0, in: act) }
            return (try KitStore.kit(id, at: centre, in: act), nearby + others)
        }
        return KitDeskViews(reader: visit.reader).new(kit, schools, form)
    }

    @Sendable static func book(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, LibraryTitle.ID) = (visit.centre.id, try visit.id("title")), typed = visit.typed, own = visit.language
        return try await visit.submit {
            let form = try RouteForm(typed, most: KitRoute.stopsMost, own: own)
            return try await visit.act { act in
                let people = try form.emails.compactMapValues { try PersonStore.person(email: $0, in: act) }.filter { $0.value.verified != nil }
                let booking = try KitBookingStore.book(form.draft(people), of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/kits/bookings/\(booking)"), T.kits.saidBooked)
            }
        } again: { try await new(visit, $0) }
    }

    // MARK: One booking

    @Sendable static func booking(_ visit: Visit) async throws -> Answer { visit.page(try await booking(visit, nil)) }

    private static func booking(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let folder = try await folder(visit)
        let filled = form ?? visit.form(CheckForm.typed(folder.parts))
        return KitDeskViews(reader: visit.reader).booking(folder, filled)
    }

    private static func folder(_ visit: Visit) async throws -> KitFolder {
        let (centre, id): (Centre.ID, KitBooking.ID) = (visit.centre.id, try visit.id("booking"))
        return try await visit.read { try KitFolderStore.folder(id, at: centre, in: $0) }
    }

    @Sendable static func handOut(_ visit: Visit) async throws -> Answer { try await count(visit, .out) }
    @Sendable static func takeBack(_ visit: Visit) async throws -> Answer { try await count(visit, .back) }

    private static func count(_ visit: Visit, _ kind: KitCheck.Kind) async throws -> Answer {
        let (centre, id): (Centre.ID, KitBooking.ID) = (visit.centre.id, try visit.id("booking")), typed = visit.typed
        return try await visit.submit {
            try await visit.act { act in
                let parts = try KitFolderStore.folder(id, at: centre, in: act).parts, (lines, note) = try CheckForm.read(typed, parts)
                switch kind {
                case .out: try KitCheckStore.handOut(id, lines, note: note, at: centre, in: act)
                case .back: try KitCheckStore.takeBack(id, lines, note: note, at: centre, in: act)
                }
                return Redirect(visit.link("/staff/kits/bookings/\(id)"), kind == .out ? T.kits.saidOut : T.kits.saidBack)
            }
        } again: { try await booking(visit, $0) }
    }

    @Sendable static func cancel(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, KitBooking.ID) = (visit.centre.id, try visit.id("booking"))
        return try await visit.submit {
            try await visit.act { act in
                try KitBookingStore.cancel(id, at: centre, in: act)
                return Redirect(visit.link("/staff/kits"), T.kits.saidCancelled)
            }
        } again: { try await booking(visit, $0) }
    }

    /// The paper that both sign when a kit leaves and when it is back.
    @Sendable static func handOver(_ visit: Visit) async throws -> Answer {
        let folder = try await folder(visit), centre = visit.centre.id
        let office = try await visit.read { try CentreStore.centre(centre, in: $0) }
        let paper = KitPaper(t: visit.t, office: office).handOver(
            folder.booking, folder.title, folder.copy, folder.expected, folder.checks, borrower: folder.borrower)
        return try await visit.printed(paper, with: "report", name: "\(visit.t(T.kits.protocol)) – \(visit.t.shown(folder.title.name)) \(folder.booking.id).pdf")
    }
}
