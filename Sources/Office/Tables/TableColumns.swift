import Centres
import Certificates
import Claims
import Events
import Kernel
import Languages
import Library
import Loans
import Registration

// All columns that there are, in the order in which they are offered.

extension TableKind {
    package var columns: [TableColumn] {
        switch self {
        case .registrations: Self.ofRegistrations
        case .events: Self.ofEvents
        case .people: Self.ofPeople
        case .certificates: Self.ofCertificates
        case .loans: Self.ofLoans
        case .claims: Self.ofClaims
        }
    }

    /// What a table shows when nobody has chosen.
    package var usual: [String] {
        switch self {
        case .registrations: ["event", "day", "person", "school", "state"]
        case .events: ["event", "day", "form", "state", "admitted", "came"]
        case .people: ["person", "school", "job", "attended", "points"]
        case .certificates: ["number", "day", "holder", "event", "points"]
        case .loans: ["title", "copy", "school", "state", "due"]
        case .claims: ["what", "day", "school", "amount", "rest", "state"]
        }
    }

    private static let event = TableColumn("event", T.tables.event, .name(.event)).found
    private static let day = TableColumn("day", T.tables.eventDay, .day)
    private static let form = TableColumn("form", T.tables.form, .name(.form))
    private static let area = TableColumn("area", T.tables.area, .name(.code))
    private static let competence = TableColumn("competence", T.tables.competence, .name(.code))
    private static let programmeNumber = TableColumn("programmeNumber", T.tables.programmeNumber, .words)
    private static let programme = TableColumn("programme", T.tables.programme, .title)
    private static let hours = TableColumn("hours", T.tables.hours, .number)
    private static let points = TableColumn("points", T.tables.points, .number)
    private static let place = TableColumn("place", T.tables.place, .name(.municipality))
    private static let eventState = TableColumn("eventState", T.tables.eventState, .oneOf(EventState.self) { $0.name })
    private static let person = TableColumn("person", T.tables.person, .name(.person)).personal
    private static let email = TableColumn("email", T.tables.email, .words).personal
    private static let phone = TableColumn("phone", T.tables.phone, .words).personal
    private static let school = TableColumn("school", T.tables.school, .name(.school))
    private static let schoolPlace = TableColumn("schoolPlace", T.tables.schoolPlace, .name(.municipality))
    private static let schoolKind = TableColumn("schoolKind", T.tables.schoolKind, .oneOf(School.Kind.self) { $0.phrase })
    private static let job = TableColumn("job", T.tables.job, .words).grouping
    private static let currency = TableColumn("currency", T.tables.currency, .words).grouping
    private static let language = TableColumn("language", T.tables.language, .oneOf(Language.self) { T.common.said(text: .text($0.ownName)) })

    /// Those in which it is known that there is somebody.
    private static let proved = RegistrationState.allCases.filter { $0 != .unconfirmed }.map { TableChoice($0.rawValue, $0.name) }

    private static let ofRegistrations = [
        event, day, form, eventState, programmeNumber, programme, area, competence, hours, points, place, person, email, phone, school, schoolPlace, schoolKind,
        job, TableColumn("state", T.tables.state, .choice(proved)), TableColumn("applied", T.tables.applied, .moment),
        TableColumn("decided", T.tables.decided, .moment), TableColumn("payer", T.tables.payer, .oneOf(Payer.self) { $0.ofOthers }),
        TableColumn("channel", T.tables.channel, .choice([
            TableChoice(Channel.web.rawValue, T.tables.channelWeb), TableChoice(Channel.desk.rawValue, T.tables.channelDesk),
            TableChoice(Channel.handover.rawValue, T.tables.channelHandover), TableChoice(Channel.school.rawValue, T.tables.channelSchool),
        ])),
        TableColumn("seats", T.tables.seatsTaken, .number).summed, TableColumn("pupils", T.tables.pupils, .number).summed,
        TableColumn("sessions", T.tables.sessions, .number).summed, TableColumn("certificate", T.tables.certificateNumber, .words),
    ]

    private static let ofEvents = [
        event, day, TableColumn("lastDay", T.tables.lastDay, .day), form, TableColumn("state", T.tables.state, .oneOf(EventState.self) { $0.name }),
        programmeNumber, programme, TableColumn("institution", T.tables.institution, .title), area, competence,
        TableColumn("priority", T.tables.priority, .name(.code)), language, place, hours, points, TableColumn("seats", T.tables.seats, .number).summed,
        TableColumn("least", T.tables.least, .number), TableColumn("fee", T.tables.fee, .amount), currency, TableColumn("deadline", T.tables.deadline, .day),
        TableColumn("announced", T.tables.announced, .moment), TableColumn("applied", T.tables.applications, .number).summed,
        TableColumn("admitted", T.tables.admitted, .number).summed, TableColumn("waiting", T.tables.waiting, .number).summed,
        TableColumn("came", T.tables.came, .number).summed, TableColumn("visitors", T.tables.visitors, .number).summed,
        TableColumn("certificates", T.tables.certificates, .number).summed, TableColumn("trainers", T.tables.trainers, .number),
    ]

    private static let ofPeople = [
        person, email, phone, TableColumn("language", T.tables.ownLanguage, .oneOf(Language.self) { T.common.said(text: .text($0.ownName)) }),
        school, schoolPlace, schoolKind, job, TableColumn("teaches", T.tables.teaches, .words).grouping, TableColumn("since", T.tables.known, .moment),
        TableColumn("applied", T.tables.applications, .number).summed, TableColumn("attended", T.tables.attended, .number).summed,
        TableColumn("lastDay", T.tables.lastAttended, .day), TableColumn("certificates", T.tables.certificates, .number).summed,
        TableColumn("hours", T.tables.hours, .number).summed, TableColumn("points", T.tables.points, .number).summed,
    ]

    private static let ofCertificates = [
        TableColumn("number", T.tables.certificateNumber, .words), TableColumn("day", T.tables.issued, .day),
        TableColumn("holder", T.tables.holder, .words).personal, person,
        TableColumn("kind", T.tables.certificateKind, .oneOf(CertificateKind.self) { $0.name }),
        TableColumn("part", T.tables.part, .oneOf(CertificatePart.self) { $0.name }),
        TableColumn("state", T.tables.state, .oneOf(CertificateState.self) { $0.name }), hours.summed, points.summed, event,
        TableColumn("eventDay", T.tables.eventDay, .day), form, programmeNumber, programme, area, competence, school, schoolPlace, schoolKind,
        TableColumn("earlier", T.tables.earlier, .truth), TableColumn("ended", T.tables.ended, .moment),
    ]

    private static let ofLoans = [
        TableColumn("title", T.tables.libraryTitle, .title), TableColumn("titleKind", T.tables.titleKind, .oneOf(TitleKind.self) { $0.label }),
        TableColumn("copy", T.tables.copy, .words), TableColumn("borrowerKind", T.tables.borrowerKind, .oneOf(BorrowerKind.self) { $0.name }),
        school, schoolPlace, TableColumn("state", T.tables.state, .oneOf(Loan.State.self) { $0.name }), TableColumn("out", T.tables.out, .moment),
        TableColumn("due", T.tables.due, .day), TableColumn("back", T.tables.back, .moment), TableColumn("renewed", T.tables.renewed, .number).summed,
        TableColumn("deposit", T.tables.deposit, .amount).summed,
    ]

    private static let ofClaims = [
        TableColumn("what", T.tables.what, .title), event, day, form, person, school, schoolPlace, schoolKind,
        TableColumn("state", T.tables.state, .oneOf(ClaimState.self) { $0.name }), TableColumn("asked", T.tables.asked, .day),
        TableColumn("due", T.tables.due, .day), TableColumn("price", T.tables.price, .amount).summed, TableColumn("reduced", T.tables.reduced, .amount).summed,
        TableColumn("amount", T.tables.amount, .amount).summed, TableColumn("paid", T.tables.paid, .amount).summed,
        TableColumn("rest", T.tables.rest, .amount).summed, currency, TableColumn("cancelled", T.tables.cancelled, .moment),
    ]
}
