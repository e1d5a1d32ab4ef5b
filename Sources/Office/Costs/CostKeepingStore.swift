package import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// What happens to contracts and journeys when something happens to a person, or when their time is over.
enum CostKeepingStore {
    /// So long papers of what was paid are kept. The law's time is not sure; a centre is told so in `docs/costs.md`.
    static let yearsKept = 10

    /// The account goes. What was never issued goes with it; a paper that was keeps the name that stands on it, as papers of money must, and no longer leads to
    /// the person.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let costs: SQL = """
            (contract IN (SELECT id FROM fee_contract WHERE person = \(person) AND state = 'draft')
                OR travel IN (SELECT id FROM travel_order WHERE person = \(person) AND state = 'draft')) AND state <> 'spent' AND held = 0
            """
        try act.db.run("DELETE FROM cost_entry WHERE cost IN (SELECT id FROM cost WHERE \(costs))")
        try act.db.run("DELETE FROM cost WHERE \(costs)")
        try act.db.run("""
            DELETE FROM fee_contract WHERE person = \(person) AND state = 'draft' AND NOT EXISTS (SELECT 1 FROM cost c WHERE c.contract = fee_contract.id)
            """)
        try act.db.run("""
            DELETE FROM travel_order WHERE person = \(person) AND state = 'draft' AND NOT EXISTS (SELECT 1 FROM cost c WHERE c.travel = travel_order.id)
            """)
        try act.db.run("UPDATE fee_contract SET person = NULL, note = '' WHERE person = \(person)")
        try act.db.run("UPDATE travel_order SET person = NULL WHERE person = \(person)")
    }

    /// After their time names go from papers; what was paid stays as a number.
    static func forgetOld(in act: Act) throws {
        let years = 366 * yearsKept
        for centre in try CentreStore.all(in: act) {
            let day = centre.zone.day(of: act.now).adding(days: -years), moment = act.now.adding(days: -years)
            try act.db.run("""
                UPDATE cost SET title = '–' WHERE title <> '–' AND centre = \(centre.id) AND (
                    contract IN (SELECT id FROM fee_contract WHERE centre = \(centre.id) AND (done_on < \(day) OR state = 'void' AND made < \(moment)))
                    OR travel IN (SELECT id FROM travel_order WHERE centre = \(centre.id) AND (settled_on < \(day) OR state = 'void' AND made < \(moment))))
                """)
            try act.db.run("""
                UPDATE fee_contract SET name = '–', person = NULL, note = '', reason = '' WHERE name <> '–' AND centre = \(centre.id)
                    AND (done_on < \(day) OR state = 'void' AND made < \(moment))
                """)
            try act.db.run("""
                UPDATE travel_order SET name = '–', person = NULL, reason = '' WHERE name <> '–' AND centre = \(centre.id)
                    AND (settled_on < \(day) OR state = 'void' AND made < \(moment))
                """)
        }
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func rows(_ query: SQL, _ columns: [String]) throws -> [HeldData.Entry] {
            try act.db.rows(query).map { row in
                Dictionary(uniqueKeysWithValues: columns.compactMap { name in row.names.firstIndex(of: name).map { (name, written(row.values[$0])) } })
            }
        }
        var held = HeldData("fee_contract", try rows("""
            SELECT event, name, kind, title, gross, currency, due, note, state, day, number, done_on, reason FROM fee_contract WHERE person = \(person)
            """, ["event", "name", "kind", "title", "gross", "currency", "due", "note", "state", "day", "number", "done_on", "reason"]))
        held.add("travel_order", try rows("""
            SELECT event, name, title, place, leaves, returns, vehicle, km, tickets, currency, state, paid_km, paid_allowance, day, number, settled_on, reason
            FROM travel_order WHERE person = \(person)
            """, [
            "event", "name", "title", "place", "leaves", "returns", "vehicle", "km", "tickets", "currency", "state", "paid_km", "paid_allowance", "day", "number",
            "settled_on", "reason",
        ]))
        return held
    }

    private static func written(_ value: Stored) -> String {
        switch value {
        case .text(let text): text
        case .int(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        default: ""
        }
    }
}
