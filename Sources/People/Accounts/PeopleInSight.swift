import Imports
import Kernel

/// Those whom a line of a list may mean: everybody who is here, and whoever stood in a line above. They are found by what makes two alike, so that a name
/// which many bear does not hold each line against all of them.
struct PeopleInSight: Sendable {
    private var people: [ImportWhom: PersonDraft]
    private var byAddress: [String: ImportWhom] = [:]
    /// By the digest of a clue: whoever shares one by chance is no match, for `Likeness` decides.
    private var byClue: [Int: [ImportWhom]] = [:]

    init(_ known: [Person.ID: PersonDraft]) {
        people = Dictionary(uniqueKeysWithValues: known.map { (.row($0.key.value), $0.value) })
        byClue.reserveCapacity(known.count * 2)
        for (id, draft) in known.sorted(by: { $0.key < $1.key }) { index(draft, .row(id.value)) }
        // The address for letters counts before one that only lists know.
        for (id, draft) in known { if let email = draft.email { byAddress[email] = .row(id.value) } }
    }

    var names: [PersonName] { people.values.map(\.name) }

    func standing(_ address: String) -> (id: Person.ID, entry: PersonDraft)? {
        guard let whom = byAddress[address], case .row(let id) = whom, let draft = people[whom] else { return nil }
        return (Person.ID(id), draft)
    }

    func holder(of address: String) -> ImportWhom? { byAddress[address] }

    mutating func note(_ draft: PersonDraft, as whom: ImportWhom) {
        let before = people.updateValue(draft, forKey: whom)
        guard before != draft else { return }
        index(draft, whom, since: before)
    }

    private mutating func index(_ draft: PersonDraft, _ whom: ImportWhom, since before: PersonDraft? = nil) {
        for address in draft.addresses where byAddress[address] == nil { byAddress[address] = whom }
        for clue in Clue.borne(by: Bearing(draft)).subtracting(before.map { Clue.borne(by: Bearing($0)) } ?? []) {
            byClue[clue.hashValue, default: []].append(whom)
        }
    }

    /// By the one rule of likeness.
    /// - Parameter addresses: those that the line says, whosever they are.
    func matches(of draft: PersonDraft, addresses: [String]) -> [ImportMatch<PersonDraft>] {
        var bearing = Bearing(draft)
        bearing.addresses = Set(addresses)
        let near = Set(Clue.sought(by: bearing).flatMap { byClue[$0.hashValue] ?? [] } + addresses.compactMap { byAddress[$0] })
        return near.compactMap { whom in
            guard let known = people[whom], let likeness = Likeness(bearing, Bearing(known)) else { return nil }
            return ImportMatch(whom, known, likeness.ofLine)
        }
    }
}

extension Bearing {
    init(_ draft: PersonDraft) {
        self.init(
            name: draft.name.key, former: Set(draft.former.map(\.key)), phone: Person.phoneKey(draft.phone), schools: Set(draft.jobs.map(\.school)),
            addresses: Set(draft.addresses))
    }
}
