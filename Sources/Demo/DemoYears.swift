import Accounts
import Catalogue
import Certificates
import Centres
import Delivery
import Events
import Kernel
import Languages
import Registration
import Storage

/// The years of one centre, week by week: what was announced, who came, what was signed. Made in memory, written in one act.
struct DemoYears: Sendable {
    /// The numbers that the rows of a centre begin with.
    struct Numbers: Sendable {
        var person, event, session, registration, batch, certificate: Int64
        /// So many rows of each kind a centre may have; the next one begins behind them.
        static let room: Int64 = 100_000

        init(in act: Act) throws {
            (person, event, session) = (try act.db.nextNumber(of: "person"), try act.db.nextNumber(of: "event"), try act.db.nextNumber(of: "event_session"))
            (registration, batch) = (try act.db.nextNumber(of: "registration"), try act.db.nextNumber(of: "certificate_batch"))
            certificate = try act.db.nextNumber(of: "certificate")
        }

        func of(_ centre: Int) -> Numbers {
            let behind = Int64(centre) * Self.room
            var numbers = self
            for number in [\Numbers.person, \.event, \.session, \.registration, \.batch, \.certificate] { numbers[keyPath: number] += behind }
            return numbers
        }
    }

    let centre: DemoCentre
    private(set) var people: [BroughtPerson] = []
    private(set) var events: [BroughtEvent] = []
    private(set) var groups: [BroughtGroup] = []
    private(set) var deliveries: [BroughtDelivery] = []
    private(set) var certificates: BroughtCertificates

    private let now: Instant
    private let today: Day
    private let zone: Zone
    private var numbers: Numbers
    private var dice: DemoDice
    /// Numbers of the people one after the other, each as often as all others.
    private var walk: Int
    private let stride: Int

    /// Days from the announcement to the first day, from the end of applying to it, and from the last day to the signature.
    private static let (announcedDays, deadlineDays, cutoffDays, signedDays) = (75, 15, 5, 4)
    private static let (seats, applicants, reportedDays, closedDays) = (30, 24...36, 7, 21)

    init(_ centre: DemoCentre, _ scale: DemoScale, numbers: Numbers, now: Instant) throws {
        self.centre = centre
        self.numbers = numbers
        self.now = now
        certificates = centre.certificates
        zone = centre.centre.zone
        today = zone.day(of: now)
        dice = DemoDice(centre.place + 1)
        walk = 0
        stride = Self.stride(for: scale.people)
        bring(scale, since: now.adding(days: -scale.days - Self.announcedDays))
        var week = today.adding(days: -scale.days)
        while week.weekday != .saturday { week = week.adding(days: 1) }
        var number = 0
        while week <= today.adding(days: Self.announcedDays) {
            if Self.isTeaching(week) {
                for slot in 0..<scale.weekly + (number % 3 == 0 ? scale.more : 0) { try hold(in: slot, on: week, number) }
            }
            number += 1
            week = week.adding(days: 7)
        }
        try sign()
    }

    /// Steps that lead to everybody before anybody comes again.
    private static func stride(for people: Int) -> Int {
        func common(_ left: Int, _ right: Int) -> Int { right == 0 ? left : common(right, left % right) }
        return (people / 3..<people).first { common($0, people) == 1 } ?? 1
    }

    /// Nobody teaches, and no teacher learns, in the middle of summer and between the years.
    private static func isTeaching(_ day: Day) -> Bool {
        let (_, month, date) = day.civil
        return switch month {
        case 1: date > 8
        case 7: date < 8
        case 8: date > 22
        case 12: date < 27
        default: true
        }
    }

    private mutating func bring(_ scale: DemoScale, since came: Instant) {
        let host = DemoWords.towns[centre.place].host
        for index in 0..<scale.people {
            let name = DemoWords.name(500 + centre.place * 571 + index)
            people.append(BroughtPerson(
                Person.ID(numbers.person + Int64(index)), name, email: "nastavnik-\(index + 1)@\(host.isEmpty ? "skole-bistrik" : "skole-\(host)").example",
                language: name.full.utf8.first.map { $0 < 0x80 } ?? false ? .srLatn : .sr, occupation: DemoWords.occupations[index % DemoWords.occupations.count],
                school: centre.schools[index % centre.schools.count].id, came: came))
        }
    }

    // MARK: One seminar

    private mutating func hold(in slot: Int, on first: Day, _ week: Int) throws {
        let cycle = centre.programmes.last { $0.first?.cycle.contains(first) ?? false }
        guard let cycle, !cycle.isEmpty else { return }
        let programme = cycle[(week * 3 + slot) % cycle.count]
        let halls = centre.halls.keys.sorted()
        let host = centre.schools[(week * 5 + slot) % centre.schools.count]
        let hall = slot < halls.count ? halls[slot] : nil
        let trainers = [2 * slot, 2 * slot + 1].map { centre.trainers[$0] }
        let fee = programme.hours > DemoDays.most ? 4_800 : week % 4 == 0 ? 0 : 2_900
        let plan = EventPlan(
            programme: programme.id, language: .sr, seatsMin: 12, seats: Self.seats, deadline: first.adding(days: -Self.deadlineDays), hasOwnDeadline: false,
            fee: .rsd(fee), feeCovers: fee > 0 ? "материјал, освежење и уверење" : "", payers: fee > 0 ? [.own, .school] : [.free],
            target: "наставници и стручни сарадници",
            points: programme.hours, municipality: hall == nil ? host.municipality : centre.town,
            texts: [.sr: EventText(title: programme.title, summary: programme.goal, description: "Радимо у малим групама, на примерима из учионица полазника.")],
            sessions: DemoDays.sessions(hours: programme.hours, from: first, hall: hall, place: hall == nil ? host.name : ""),
            trainers: trainers.map { Trainer(name: $0.name, person: $0.id) })
        let announced = try zone.instant(first.adding(days: -Self.announcedDays), .midnight).adding(hours: 10)
        guard announced < now, let end = plan.sessions.map(\.day).max() else { return }
        let settling = try zone.instant(first.adding(days: -8), .midnight).adding(hours: 12)
        let isOff = dice.falls(3) && settling < now
        let state: EventState = isOff ? .cancelled
            : end >= today ? (settling < now ? .confirmed : .announced)
            : end.adding(days: Self.closedDays) < today ? .closed : .held
        let settled: Instant? = switch state {
        case .closed: try zone.instant(end.adding(days: Self.closedDays - 7), .midnight).adding(hours: 11)
        case .held: try zone.instant(end, .midnight).adding(hours: 17)
        case .announced, .draft, .postponed: nil
        case .confirmed, .cancelled: settling
        }
        let ids = plan.sessions.indices.map { EventSession.ID(numbers.session + Int64($0)) }
        let brought = try BroughtEvent(
            Event.ID(numbers.event), plan, sessions: ids, state, because: isOff ? DemoWords.reasons[week % DemoWords.reasons.count] : "", limits: programme.limits,
            halls: centre.halls, of: centre.centre, announced: announced, settled: settled, by: centre.coordinator)
        numbers.event += 1
        numbers.session += Int64(ids.count)
        events.append(brought)
        let group = BroughtGroup(of: brought.event, from: numbers.registration, applicants(for: plan, isOff ? 4...9 : Self.applicants, since: announced))
        numbers.registration += Int64(group.rows.count)
        groups.append(group)
        if state == .held || state == .closed { try deliver(group, end) }
    }

    private mutating func applicants(for plan: EventPlan, _ range: ClosedRange<Int>, since announced: Instant) -> [BroughtGroup.Applicant] {
        let count = Int.random(in: range, using: &dice)
        let seconds = (Self.announcedDays - Self.deadlineDays) * 86_400 / (count + 1)
        return (0..<count).compactMap { place in
            let person = people[walk]
            walk = (walk + stride) % people.count
            let at = announced.adding(seconds: (place + 1) * seconds + Int.random(in: 0..<3_600, using: &dice))
            let back = announced.adding(days: Self.announcedDays - Self.cutoffDays).adding(seconds: Int.random(in: 0..<36_000, using: &dice))
            let isBack = dice.falls(8)
            let payer = plan.payers[dice.falls(70) ? plan.payers.count - 1 : 0]
            guard at < now else { return nil }
            return BroughtGroup.Applicant(person.id, school: person.school, payer: payer, at: at, withdrawn: isBack && back < now ? back : nil)
        }
    }

    private mutating func deliver(_ group: BroughtGroup, _ end: Day) throws {
        let isReported = end.adding(days: Self.reportedDays) < today
        let course = DemoWords.courses[Int.random(in: 0..<DemoWords.courses.count, using: &dice)]
        let remark = DemoWords.remarks[Int.random(in: 0..<DemoWords.remarks.count, using: &dice)]
        var dice = dice
        deliveries.append(try BroughtDelivery(
            of: group, in: zone, report: isReported ? ReportText(course: course, remark: remark) : nil,
            at: min(now, try zone.instant(end.adding(days: 3), .midnight).adding(hours: 10)), by: centre.coordinator
        ) { _, _ in
            switch Int.random(in: 0..<100, using: &dice) {
            case 0..<4: (.absent, 0)
            case 4..<5: (.excused, 0)
            case 5..<8: (.late, Int.random(in: 5...30, using: &dice))
            case 8..<9: (.left, Int.random(in: 20...90, using: &dice))
            default: (.present, 0)
            }
        })
        self.dice = dice
    }

    // MARK: What was signed

    private mutating func sign() throws {
        let names = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
        let schools = Dictionary(uniqueKeysWithValues: centre.schools.map { ($0.id, $0) })
        let programmes = Dictionary(uniqueKeysWithValues: centre.programmes.joined().map { ($0.id, $0) })
        let due = deliveries.filter { $0.report != nil }.sorted { ($0.group.event.ends ?? now, $0.group.event.id) < ($1.group.event.ends ?? now, $1.group.event.id) }
        for delivery in due {
            guard let programme = delivery.group.event.plan.programme.flatMap({ programmes[$0] }), let ends = delivery.group.event.ends else { continue }
            let before = certificates.count
            try certificates.sign(
                delivery, programme, town: delivery.group.event.plan.municipality.flatMap { centre.towns[$0] } ?? "", batch: numbers.batch, from: numbers.certificate,
                people: { id in
                    let person = names[id]
                    return (person?.name ?? PersonName(given: "", family: "–"), person?.school.flatMap { schools[$0]?.name } ?? "")
                }, at: ends.adding(days: Self.signedDays))
            numbers.batch += 1
            numbers.certificate += Int64(certificates.count - before)
        }
    }

    // MARK: As rows

    func write(in act: Act) throws {
        try PersonStore.bring(people, in: act)
        try EventStore.bring(events, in: act)
        try RegistrationStore.bring(groups, in: act)
        try AttendanceStore.bring(deliveries, in: act)
        try certificates.write(in: act)
    }
}
