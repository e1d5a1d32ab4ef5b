import Accounts
import Centres
import Forms
import Kernel
import Languages
import Library

// What is typed about borrowers, rules and closed days, and the other way round.

/// Some words that may be missing.
enum LoanWord {
    static func read(_ typed: Typed, _ field: String) throws -> String {
        var faults = Faults()
        let text = typed.lines(field)
        faults.limit(text, field, .note)
        try faults.check()
        return text
    }
}

extension InstitutionDetails {
    /// - Parameters:
    ///   - found: schools that the words of the form find, where none was chosen.
    ///   - kept: the school that it is already.
    init(_ typed: Typed, _ choice: SchoolChoice, among found: [School] = [], keeping kept: School.ID? = nil, person: Kernel.ID<PersonTag>?) throws {
        var faults = Faults()
        let name = typed["name"], responsible = typed["responsible"]
        faults.limit(name, "name", .line)
        faults.limit(responsible, "responsible", .line)
        let school = try kept ?? (choice == .none ? nil : faults.gather { try choice.school(among: found) } ?? nil)
        if choice == .none, kept == nil { faults.require(!name.isEmpty, "name", T.loans.errorNoName) }
        faults.require(person != nil || !responsible.isEmpty, "responsible", T.loans.errorNoKeeper)
        try faults.check()
        self.init(school: school, name: school == nil ? name : "", person: person, responsible: person == nil ? responsible : "")
    }
}

extension PupilDetails {
    static let classMost = TextLimit.number.rawValue

    init(_ typed: Typed, school: School.ID?) throws {
        var faults = Faults()
        self.init(name: typed["pupil"], schoolClass: typed["class"], school: school, hasConsent: typed.has("consent"))
        faults.require(!name.isEmpty, "pupil", T.common.errorMissing)
        faults.limit(name, "pupil", .line)
        faults.require(!schoolClass.isEmpty, "class", T.common.errorMissing)
        faults.limit(schoolClass, "class", most: Self.classMost)
        faults.require(hasConsent, "consent", T.loans.errorConsent)
        try faults.check()
    }
}

/// The day from which a rule holds: today or later, for what was lent was promised another.
private func sinceTyped(_ typed: Typed, today: Day, own: Language, _ faults: inout Faults) -> Day {
    let since = Day(typed: typed["since"])
    faults.require(since != nil, "since", T.common.errorDay(example: own.isSerbian ? "1.9.2026." : "2026-09-01"))
    if let since { faults.require(since >= today, "since", T.loans.errorSince) }
    return since ?? today
}

extension DeskRule {
    init(_ typed: Typed, today: Day, own: Language) throws {
        var faults = Faults()
        let since = sinceTyped(typed, today: today, own: own, &faults)
        let days = typed.all("weekdays").compactMap { Int(typed: $0, in: 1...7).flatMap(Weekday.init(rawValue:)) }
        faults.require(!days.isEmpty, "weekdays", T.common.errorChoose)
        let keep = faults.number(typed, "keepDays", in: Self.keepBounds), before = faults.number(typed, "beforeDays", in: Self.beforeBounds)
        let pupil = faults.number(typed, "pupilDays", in: Self.pupilBounds), past = faults.number(typed, "pastDays", in: Self.pastBounds)
        try faults.check()
        self.init(
            since: since, weekdays: Set(days), keepDays: keep ?? 5, beforeDays: before ?? 3, refuses: typed.has("refuses"),
            pupilDays: pupil ?? 30, pastDays: past ?? 366)
    }

    var typed: Typed {
        let fields = [
            ("since", since.iso), ("keepDays", "\(keepDays)"), ("beforeDays", "\(beforeDays)"), ("pupilDays", "\(pupilDays)"), ("pastDays", "\(pastDays)"),
        ]
        return Typed(fields + weekdays.map { ("weekdays", "\($0.rawValue)") } + (refuses ? [("refuses", "yes")] : []))
    }
}

/// What one kind of borrower may have of each kind of titles, from a day on.
struct LoanRulesTyped {
    let since: Day
    let rules: [TitleKind: LoanRule]

    /// Digital material is read where it stands, and is not lent.
    static let kinds = TitleKind.allCases.filter(\.hasCopies)

    init(_ typed: Typed, today: Day, currency: Currency, own: Language) throws {
        var faults = Faults()
        since = sinceTyped(typed, today: today, own: own, &faults)
        var rules: [TitleKind: LoanRule] = [:]
        for kind in Self.kinds {
            let name = kind.rawValue, amount = typed["\(name)Deposit"], money = amount.isEmpty ? .nothing(currency) : Money(typed: amount, currency)
            faults.require(money != nil, "\(name)Deposit", T.loans.errorAmount)
            let days = faults.number(typed, "\(name)Days", in: LoanRule.dayBounds), most = faults.number(typed, "\(name)Most", in: LoanRule.mostBounds)
            let renewals = faults.number(typed, "\(name)Renewals", in: LoanRule.renewalBounds)
            rules[kind] = LoanRule(
                days: days ?? 0, most: most ?? 0, renewals: renewals ?? 0, isReservable: typed.has("\(name)Reservable"), deposit: money?.minor ?? 0)
        }
        try faults.check()
        self.rules = rules
    }

    static func typed(_ rules: [TitleKind: LoanRule], since: Day, _ currency: Currency, _ t: Texts) -> Typed {
        var fields = [("since", since.iso)]
        for kind in kinds {
            guard let rule = rules[kind] else { continue }
            let name = kind.rawValue, money = Money(minor: rule.deposit, currency)
            fields += [("\(name)Days", "\(rule.days)"), ("\(name)Most", "\(rule.most)"), ("\(name)Renewals", "\(rule.renewals)")]
            fields.append(("\(name)Deposit", rule.deposit == 0 ? "" : money.map { t.money($0) } ?? ""))
            if rule.isReservable { fields.append(("\(name)Reservable", "yes")) }
        }
        return Typed(fields)
    }
}

/// Days on which the desk is closed.
struct ClosureTyped {
    let days: ClosedRange<Day>
    let name: String

    static let daysMost = 120

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let first = Day(typed: typed["first"]), example = T.common.errorDay(example: own.isSerbian ? "31.12.2026." : "2026-12-31")
        let last = typed["last"].isEmpty ? first : Day(typed: typed["last"])
        faults.require(first != nil, "first", example)
        faults.require(last != nil || first == nil, "last", example)
        name = typed["name"]
        faults.limit(name, "name", .line)
        if let first, let last {
            faults.require((0..<Self.daysMost).contains(first.days(until: last)), "last", T.loans.errorDaysOrder(most: .number(Self.daysMost)))
        }
        try faults.check()
        guard let first, let last else { throw Problem.invalid("first", example) }
        days = first...last
    }
}
