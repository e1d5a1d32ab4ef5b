import Accounts
package import Centres
package import Kernel
import Languages
import Storage

/// Calls that a centre follows, as rows.
package enum FundingCallStore {
    // MARK: Reads

    /// All of a centre: what is not over first, the nearest deadline first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [FundingCall] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let calls = try calls("c.centre = \(centre)", in: act)
        return calls.filter { !$0.isOver(at: act.now) } + calls.filter { $0.isOver(at: act.now) }.reversed()
    }

    package static func call(_ id: FundingCall.ID, at centre: Centre.ID, in act: Act) throws -> FundingCall {
        guard act.by.coordinates(centre), let call = try calls("c.id = \(id) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return call
    }

    /// - Parameter condition: over `funding_call c`.
    static func calls(_ condition: SQL, in act: Act) throws -> [FundingCall] {
        try act.db.rows("""
            SELECT c.*, d.given_name, d.family_name FROM funding_call c LEFT JOIN person d ON d.id = c.decider WHERE \(condition) ORDER BY c.deadline, c.id
            """).map(FundingCall.init(row:))
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ details: FundingCallDetails, at centre: Centre.ID, in act: Act) throws -> FundingCall.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try ProjectPeopleStore.check(details.decider, at: "decider", of: centre, in: act)
        let currency = try details.amount?.currency ?? CentreStore.centre(centre, in: act).currency
        let id = FundingCall.ID(try act.db.insert("""
            INSERT INTO funding_call (centre, title, caller, link, deadline, funds, amount, currency, fit, decider, decision_day, state, made)
            VALUES (\(centre), \(details.title), \(details.caller), \(details.link), \(details.deadline), \(details.funds), \(details.amount?.minor), \(currency),
                \(details.fit), \(details.decider), \(details.decisionDay), 'watched', \(act.now)) RETURNING id
            """))
        try act.record(T.projects.callAddedDeed, .fundingCall(id), centre: centre, changes: [Change("title", from: "", to: details.title)])
        return id
    }

    /// A day that moves is reminded of anew.
    package static func edit(_ id: FundingCall.ID, to details: FundingCallDetails, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, at: centre, in: act).details
        try ProjectPeopleStore.check(details.decider, at: "decider", before: before.decider, of: centre, in: act)
        let currency = try details.amount?.currency ?? CentreStore.centre(centre, in: act).currency
        try act.db.run("""
            UPDATE funding_call SET title = \(details.title), caller = \(details.caller), link = \(details.link), deadline = \(details.deadline),
                funds = \(details.funds), amount = \(details.amount?.minor), currency = \(currency), fit = \(details.fit), decider = \(details.decider),
                decision_day = \(details.decisionDay) WHERE id = \(id)
            """)
        if before.deadline != details.deadline { try act.db.run("UPDATE funding_call SET reminded_deadline = NULL WHERE id = \(id)") }
        if before.decisionDay != details.decisionDay { try act.db.run("UPDATE funding_call SET reminded_decision = NULL WHERE id = \(id)") }
        try act.record(T.projects.callEditedDeed, .fundingCall(id), centre: centre, changes: [
            Change("title", from: before.title, to: details.title), Change("deadline", from: before.deadline.iso, to: details.deadline.iso),
            Change("decisionDay", from: before.decisionDay?.iso ?? "", to: details.decisionDay?.iso ?? ""),
        ])
    }

    /// The centre applies, or does not and says why; it may come back to it.
    package static func decide(_ id: FundingCall.ID, _ state: FundingCall.State, because reason: String = "", at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, at: centre, in: act)
        guard state != .declined || !reason.isEmpty else { throw Problem.invalid("reason", T.projects.errorReason) }
        guard state != .applying || !before.isOver(at: act.now) else { throw Problem.conflict(T.projects.errorCallOver) }
        try act.db.run("UPDATE funding_call SET state = \(state), reason = \(state == .declined ? reason : "") WHERE id = \(id)")
        try act.record(T.projects.callDecidedDeed, .fundingCall(id), centre: centre, changes: [
            Change("state", from: before.state.rawValue, to: state.rawValue), Change("reason", from: before.reason, to: state == .declined ? reason : ""),
        ])
    }

    private static func held(_ id: FundingCall.ID, at centre: Centre.ID, in act: Act) throws -> FundingCall {
        _ = try call(id, at: centre, in: act)
        try act.db.hold("funding_call", id.value)
        return try call(id, at: centre, in: act)
    }
}

extension FundingCall {
    init(row: Row) throws {
        let given: String? = try row["given_name"], family: String? = try row["family_name"], amount: Int? = try row["amount"], currency: Currency = try row["currency"]
        var details = FundingCallDetails(try row["title"], by: try row["caller"], until: try row["deadline"])
        (details.link, details.funds, details.fit) = (try row["link"], try row["funds"], try row["fit"])
        details.amount = amount.flatMap { Money(minor: $0, currency) }
        (details.decider, details.decisionDay) = (try row["decider"], try row["decision_day"])
        self.init(
            id: try row["id"], centre: try row["centre"], state: try row["state"], reason: try row["reason"], details: details,
            deciderName: PersonName(given: given ?? "", family: family ?? "").full)
    }
}
