import Centres
import Kernel
import Languages
import Storage

// What stands under each column: one piece of a statement for each key, by kind.

extension TablePieceStore {
    func ofEvent(_ key: String) -> SQL? {
        switch key {
        case "event": "e.id"
        case "day", "eventDay": "d.first_day"
        case "form": "e.form"
        case "eventState": "e.state"
        case "programmeNumber": "g.number"
        case "programme": "g.title"
        case "area": "g.area"
        case "competence": "g.competence"
        case "hours": "g.hours"
        case "points": "e.points"
        case "place": "e.municipality"
        default: nil
        }
    }

    func ofSchool(_ key: String) -> SQL? {
        switch key {
        case "school": "s.id"
        case "schoolPlace": "s.municipality"
        case "schoolKind": "s.kind"
        default: nil
        }
    }

    func registration(_ key: String) -> SQL? {
        switch key {
        case "person": "CASE WHEN r.unnamed THEN NULL ELSE r.person END"
        case "email": "CASE WHEN r.unnamed THEN NULL ELSE p.email END"
        case "phone": "CASE WHEN r.unnamed THEN NULL ELSE p.phone END"
        case "job": "r.job"
        case "state": "r.state"
        case "applied": "r.applied"
        case "decided": "r.decided"
        case "payer": "r.payer"
        case "channel": "r.channel"
        case "seats": "r.people"
        case "pupils": "r.pupils"
        case "sessions": "(SELECT count(*) FROM attendance x WHERE x.registration = r.id AND x.mark IN ('present', 'late', 'left'))"
        case "certificate": """
            (SELECT max(x.label) FROM certificate x WHERE x.registration = r.id AND x.state = 'valid' AND x.duplicate_of IS NULL AND x.centre = \(centre.id))
            """
        default: nil
        }
    }

    private func seats(_ state: SQL) -> SQL { "SELECT CAST(coalesce(sum(x.people), 0) AS BIGINT) FROM registration x WHERE x.event = e.id AND \(state)" }
    private var applied: SQL { seats("x.state <> 'unconfirmed'") }
    /// A list of an earlier year has its number; else those count who were there.
    private var came: SQL {
        """
        coalesce(e.participants, (SELECT count(DISTINCT x.id) FROM registration x JOIN attendance z ON z.registration = x.id
            WHERE x.event = e.id AND z.mark IN ('present', 'late', 'left')))
        """
    }
    private static let visitors: SQL = "(SELECT x.visitors FROM event_report x WHERE x.event = e.id)"
    /// The greatest of all that is counted at an event.
    var most: SQL {
        "(SELECT max(y.people) FROM (SELECT (\(applied)) AS people UNION ALL SELECT \(came) UNION ALL SELECT coalesce(\(Self.visitors), 0)) y)"
    }

    func event(_ key: String) -> SQL? {
        switch key {
        case "lastDay": "d.last_day"
        case "state": "e.state"
        case "institution": "g.institution"
        case "priority": "g.priority"
        case "language": "e.language"
        case "seats": "e.seats"
        case "least": "e.seats_min"
        case "fee": "e.fee"
        case "currency": "e.currency"
        case "deadline": "e.deadline"
        case "announced": "e.announced"
        case "applied": "(\(applied))"
        case "admitted": "(\(seats("x.state = 'admitted'")))"
        case "waiting": "(\(seats("x.state IN ('waiting', 'offered')")))"
        case "came": came
        case "visitors": Self.visitors
        case "certificates": "(SELECT count(*) FROM certificate x WHERE x.event = e.id AND x.state = 'valid' AND x.duplicate_of IS NULL)"
        case "trainers": "(SELECT count(*) FROM event_trainer x WHERE x.event = e.id)"
        default: nil
        }
    }

    private func mine(_ state: SQL) -> SQL {
        """
        FROM registration x JOIN event z ON z.id = x.event WHERE x.person = p.id AND z.centre = \(centre.id) AND NOT x.unnamed AND \(state)
        """
    }

    /// They were there. Lists of earlier years have no marks: whoever stands in one was there.
    private static let took: SQL = """
        x.state = 'admitted' AND z.state IN ('held', 'closed')
            AND (z.earlier OR EXISTS (SELECT 1 FROM attendance a WHERE a.registration = x.id AND a.mark IN ('present', 'late', 'left')))
        """
    private var proofs: SQL { "FROM certificate x WHERE x.person = p.id AND x.centre = \(centre.id) AND x.state = 'valid' AND x.duplicate_of IS NULL" }

    func person(_ key: String) -> SQL? {
        switch key {
        case "person": "p.id"
        case "email": "p.email"
        case "phone": "p.phone"
        case "language": "p.language"
        case "job": "k.job"
        case "teaches": "k.teaches"
        case "since": "p.created"
        case "applied": "(SELECT count(*) \(mine("x.state <> 'unconfirmed'")))"
        case "attended": "(SELECT count(*) \(mine(Self.took)))"
        case "lastDay": """
            (SELECT max(w.day) FROM registration x JOIN event z ON z.id = x.event JOIN event_session w ON w.event = z.id
                WHERE x.person = p.id AND z.centre = \(centre.id) AND NOT x.unnamed AND \(Self.took))
            """
        case "certificates": "(SELECT count(*) \(proofs))"
        case "hours": "(SELECT CAST(coalesce(sum(x.hours), 0) AS BIGINT) \(proofs))"
        case "points": "(SELECT CAST(coalesce(sum(x.points), 0) AS BIGINT) \(proofs))"
        default: nil
        }
    }

    func certificate(_ key: String) -> SQL? {
        switch key {
        case "number": "c.label"
        case "day": "c.day"
        case "holder": "c.name"
        case "person": "c.person"
        case "kind": "c.kind"
        case "part": "c.part"
        case "state": "c.state"
        case "hours": "c.hours"
        case "points": "c.points"
        case "earlier": "c.earlier"
        case "ended": "c.ended"
        default: nil
        }
    }

    func loan(_ key: String) -> SQL? {
        switch key {
        case "title": "i.name"
        case "titleKind": "i.kind"
        case "copy": "y.label"
        case "borrowerKind": "l.borrower_kind"
        case "state": "l.state"
        case "out": "l.out_at"
        case "due": "l.due"
        case "back": "l.back_at"
        case "renewed": "l.renewed"
        case "deposit": "l.deposit"
        default: nil
        }
    }

    private func shares(_ sum: SQL) -> SQL { "(SELECT CAST(coalesce(sum(\(sum)), 0) AS BIGINT) FROM claim_share x WHERE x.claim = q.id AND NOT x.gone)" }
    private func has(_ condition: SQL) -> SQL { "EXISTS (SELECT 1 FROM claim_share x WHERE x.claim = q.id AND \(condition))" }

    func claim(_ key: String) -> SQL? {
        switch key {
        case "what": "q.what"
        case "person": "q.person"
        // As `Claim.state` tells it.
        case "state": """
            CASE WHEN \(has("x.rest < 0")) THEN 'back' WHEN \(has("x.rest > 0 AND x.due < \(today)")) THEN 'late'
                WHEN \(has("x.rest > 0")) THEN CASE WHEN \(has("x.paid > 0")) THEN 'partly' ELSE 'open' END
                WHEN q.cancelled IS NOT NULL THEN 'cancelled' WHEN \(has("x.paid > 0")) THEN 'settled' ELSE 'free' END
            """
        case "asked": "q.asked"
        case "due": "q.due"
        case "price": "q.price"
        case "reduced": "q.reduced"
        case "amount": "q.amount"
        case "paid": shares("x.paid")
        case "rest": shares("x.rest")
        case "currency": "q.currency"
        case "cancelled": "q.cancelled"
        default: nil
        }
    }
}
