package import Claims
import Kernel
package import Languages

/// Finds out what payments are for. Certain is only a reference whose control is right and whose number is owed; whatever else is found is proposed, with its
/// reasons, and nothing of it happens by itself.
package struct Matching: Sendable {
    private var shares: [OpenShare]
    private let byReference: [String: [Int]]
    private let byTyped: [String: [Int]]
    private let byPayer: [ClaimPayer.ID: [Int]]
    private let byAmount: [Int: [Int]]
    private let names: NameIndex
    private let accounts: [String: Set<ClaimPayer.ID>]

    /// Below this nothing is proposed.
    package static let least = 40
    /// So many proposals stand beside a payment.
    package static let shown = 3
    private static let most = 95

    /// - Parameters:
    ///   - papers: references of papers, such as an invoice, with the shares that each is for.
    ///   - accounts: which payers have paid from which account.
    package init(_ shares: [OpenShare], papers: [String: [ClaimShare.ID]] = [:], accounts: [String: Set<ClaimPayer.ID>] = [:]) {
        let shares = shares.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        self.shares = shares
        self.accounts = accounts
        let places = Dictionary(uniqueKeysWithValues: shares.enumerated().map { ($1.id, $0) })
        var byReference = Dictionary(grouping: shares.indices, by: { shares[$0].reference })
        for (reference, ids) in papers { byReference[reference] = ids.compactMap { places[$0] }.sorted() }
        self.byReference = byReference
        byTyped = byReference.reduce(into: [:]) { typed, entry in
            guard let reference = Reference(entry.key) else { return }
            (typed[reference.control + reference.base], typed[reference.creditor]) = (entry.value, entry.value)
        }
        byPayer = Dictionary(grouping: shares.indices, by: { shares[$0].payer })
        byAmount = Dictionary(grouping: shares.indices, by: { shares[$0].open.minor })
        names = NameIndex(Dictionary(shares.map { ($0.payer, $0.payerName) }, uniquingKeysWith: { first, _ in first }))
    }

    /// What is owed now, after what was settled here.
    package func open(_ id: ClaimShare.ID) -> Money? { shares.first { $0.id == id }?.open }

    /// Shares that a word somebody types may mean: a payer, a person, what it is for, a reference.
    package func sought(_ words: String, _ currency: Currency, most: Int) -> [OpenShare] {
        let number = PaidReference(BroughtReference(number: words))
        if let places = (number.sound.map { [$0] } ?? number.typed).lazy.compactMap({ byReference[$0] }).first { return owed(places, currency).map { shares[$0] } }
        return Array(shares.lazy.filter { share in
            share.open.currency == currency && share.open.minor > 0 && Fold.finds(words, in: "\(share.payerName) \(share.personName) \(share.what)")
        }.prefix(most))
    }

    /// What is settled is not owed any more by the next payment.
    package mutating func settle(_ match: Match) {
        for part in match.parts {
            guard let places = byPayer[part.share.payer], let place = places.first(where: { shares[$0].id == part.share.id }),
                  let left = Money(minor: shares[place].open.minor - part.amount.minor, part.amount.currency)
            else { continue }
            shares[place].open = left
        }
    }

    // MARK: Certain

    /// By a reference that is right.
    package func certain(_ paid: PaidIn) -> Match? {
        guard paid.amount.minor > 0 else { return nil }
        for reference in paid.references {
            guard let number = PaidReference(reference).sound else { continue }
            let places = owed(byReference[number] ?? [], paid.amount.currency)
            if !places.isEmpty { return fill(places, with: paid.amount, because: [.reference], Match.certain) }
        }
        return nil
    }

    /// Whether a payment names somebody's share by a right reference that nothing is owed on any more.
    package func isSettled(_ paid: PaidIn) -> Bool {
        paid.references.contains { reference in
            PaidReference(reference).sound.flatMap { byReference[$0] }.map { owed($0, paid.amount.currency).isEmpty } ?? false
        }
    }

    private func owed(_ places: [Int], _ currency: Currency) -> [Int] { places.filter { shares[$0].open.minor > 0 && shares[$0].open.currency == currency } }

    /// Gives the oldest first what they are owed, as far as the amount goes.
    private func fill(_ places: [Int], with amount: Money, because reasons: [Match.Reason], _ confidence: Int) -> Match {
        var (left, parts, reasons) = (amount.minor, [Match.Part](), reasons)
        for place in places where left > 0 {
            let share = shares[place], part = min(left, share.open.minor)
            guard part > 0, let money = Money(minor: part, amount.currency) else { continue }
            parts.append(Match.Part(share: share, amount: money))
            left -= part
        }
        if left > 0 { reasons.append(.tooMuch) }
        if left == 0, parts.last.map({ $0.amount.minor < $0.share.open.minor }) ?? false || parts.count < places.count { reasons.append(.partial) }
        return Match(parts: parts, rest: Money(minor: left, amount.currency) ?? .nothing(amount.currency), reasons: reasons, confidence: confidence)
    }

    // MARK: Proposed

    /// What it may be, the likeliest first.
    /// - Parameter whole: what came in, where only a part of it is left.
    package func proposals(_ paid: PaidIn) -> [Match] {
        guard paid.amount.minor > 0 else { return [] }
        var all = byReferenceGuess(paid) + byPayerGuess(paid)
        if all.allSatisfy({ $0.confidence < 60 }) { all += byAmountGuess(paid) }
        var seen: Set<[Match.Part]> = []
        return Array(
            all.filter { $0.confidence >= Self.least }
                .sorted { ($0.confidence, $1.parts.count, $1.parts.first?.share.id.value ?? 0) > ($1.confidence, $0.parts.count, $0.parts.first?.share.id.value ?? 0) }
                .filter { seen.insert($0.parts).inserted }.prefix(Self.shown))
    }

    /// By references that are not right as they stand.
    private func byReferenceGuess(_ paid: PaidIn) -> [Match] {
        var all: [Match] = []
        func add(_ places: [Int], _ reason: Match.Reason, _ confidence: Int) {
            let places = owed(places, paid.amount.currency)
            guard !places.isEmpty else { return }
            let (more, reasons) = support(places, paid)
            all.append(fill(places, with: paid.amount, because: [reason] + reasons, min(Self.most, confidence + more)))
        }
        for reference in paid.references.map({ PaidReference($0) }) where reference.sound.flatMap({ byReference[$0] }) == nil {
            for typed in reference.typed {
                add(byReference[typed] ?? [], .referenceBare, 55)
                let near = Set(PaidReference.near(typed).flatMap { byTyped[$0] ?? [] })
                for place in near.sorted().prefix(20) { add([place], .referenceMistyped, near.count == 1 ? 50 : 35) }
            }
        }
        for word in PaidReference.within(paid.purpose) {
            if let number = PaidReference(BroughtReference(number: word)).sound { add(byReference[number] ?? [], .referenceInWords, 70) }
            add(byReference[word] ?? [], .referenceBare, 45)
        }
        return all
    }

    /// What else speaks for shares.
    private func support(_ places: [Int], _ paid: PaidIn) -> (Int, [Match.Reason]) {
        guard let payer = places.first.map({ shares[$0].payer }) else { return (0, []) }
        var (sum, reasons) = whose(payer, paid)
        if places.reduce(0, { $0 + shares[$1].open.minor }) == paid.amount.minor {
            sum += 30
            reasons.append(.amount)
        }
        if let person = person(places, paid) {
            sum += person
            reasons.append(.person)
        }
        return (sum, reasons)
    }

    /// How much speaks for a payer: the account, else the name.
    private func whose(_ payer: ClaimPayer.ID, _ paid: PaidIn) -> (Int, [Match.Reason]) {
        var (sum, reasons): (Int, [Match.Reason]) = (0, [])
        if !paid.account.isEmpty, accounts[paid.account]?.contains(payer) ?? false {
            sum += 40
            reasons.append(.account)
        }
        switch names.likeness(of: payer, paid.name) {
        case .whole:
            sum += 40
            reasons.append(.name)
        case .part:
            sum += 20
            reasons.append(.partOfName)
        case nil: break
        }
        return (min(sum, 55), reasons)
    }

    private func person(_ places: [Int], _ paid: PaidIn) -> Int? {
        let words = Set(NameIndex.words(paid.purpose + " " + paid.name))
        return places.contains { place in
            let name = NameIndex.words(shares[place].personName)
            return !name.isEmpty && name.allSatisfy(words.contains)
        } ? 25 : nil
    }

    /// By who paid: one share, several, all, or a part.
    private func byPayerGuess(_ paid: PaidIn) -> [Match] {
        let payers = (accounts[paid.account] ?? []).union(names.like(paid.name))
        return payers.sorted().prefix(12).flatMap { payer -> [Match] in
            let places = owed(byPayer[payer] ?? [], paid.amount.currency), (sum, reasons) = whose(payer, paid)
            guard !places.isEmpty, sum > 0 else { return [] }
            return choices(places, paid).map { choice in
                let (places, more, why) = choice, named = person(places, paid)
                let date = isNear(places, paid) ? 5 : 0
                return fill(
                    places, with: paid.amount, because: reasons + why + (named == nil ? [] : [.person]) + (date > 0 ? [.date] : []),
                    max(0, min(Self.most, sum + more + (named ?? 0) / 2 + date)))
            }
        }
    }

    private func isNear(_ places: [Int], _ paid: PaidIn) -> Bool {
        places.allSatisfy { shares[$0].made <= paid.day && paid.day <= shares[$0].due.adding(days: 30) }
    }

    /// Choices among one payer's shares that an amount may be for.
    private func choices(_ places: [Int], _ paid: PaidIn) -> [([Int], Int, [Match.Reason])] {
        let amount = paid.amount.minor, equal = places.filter { shares[$0].open.minor == amount }
        if !equal.isEmpty {
            // Whose name stands among the words comes first; else the oldest.
            let named = equal.filter { person([$0], paid) != nil }, chosen = named.count == 1 ? named : equal
            let alike = chosen.count > 1
            return chosen.prefix(Self.shown).map { ([$0], alike ? 30 : 45, alike ? [.amount, .alike(chosen.count)] : [.amount]) }
        }
        if let found = PaySum.find(amount, in: places.map { shares[$0].open.minor }) {
            let chosen = found.places.map { places[$0] }
            if chosen.count == places.count { return [(chosen, 45, [.all, .several(chosen.count)])] }
            return [(chosen, found.isOnly ? 35 : 20, [.several(chosen.count)] + (found.isOnly ? [] : [.otherChoice]))]
        }
        return [(places, 5, [])]
    }

    /// By the amount alone, where nothing else is known: only if few owe it.
    private func byAmountGuess(_ paid: PaidIn) -> [Match] {
        let places = owed(byAmount[paid.amount.minor] ?? [], paid.amount.currency).filter { shares[$0].open == paid.amount }
        guard !places.isEmpty, places.count <= Self.shown else { return [] }
        return places.map { place in
            let named = person([place], paid), near = isNear([place], paid), isAlone = places.count == 1
            let reasons: [Match.Reason] = [.amount] + (named == nil ? [] : [.person]) + (near ? [.date] : []) + (isAlone ? [] : [.alike(places.count)])
            return fill([place], with: paid.amount, because: reasons, (isAlone ? 40 : 30) + (named ?? 0) + (near ? 5 : 0))
        }
    }
}
