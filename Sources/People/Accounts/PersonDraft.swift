package import Centres
import Imports
import Kernel
import Languages

/// What a list may say of a person: the name, how to reach them, where they work.
package struct PersonDraft: Sendable, Hashable, Codable {
    package var name: PersonName
    /// Where letters go; nil for somebody without an address.
    package var email: String?
    /// Other addresses under which lists name them, in order.
    package var others: [String] = []
    package var phone = ""
    package var occupation = ""
    package var language: String
    /// The address is proved: the account is its owner's, and no list changes or takes back what it says.
    package var isProved = false
    /// Names that they had, in order.
    package var former: [PersonName] = []
    /// The work at each institution, by the ids of these.
    package var jobs: [ListedWork] = []

    var addresses: [String] { [email].compactMap(\.self) + others }

    /// What a list says of the work somewhere. What a person looks after themselves it only adds to.
    mutating func work(_ said: Work, at school: School.ID) {
        guard let place = jobs.firstIndex(where: { $0.school == school }) else {
            jobs = (jobs + [ListedWork(school: school, work: said)]).sorted { $0.school < $1.school }
            return
        }
        jobs[place].work = isProved ? said.saying(jobs[place].work) : jobs[place].work.saying(said)
    }

    /// A list tells a name that they had.
    mutating func had(_ written: PersonName) {
        guard written.key != name.key, !former.contains(where: { $0.key == written.key }) else { return }
        former.append(written)
    }

    /// What a list writes is the name, unless it is the same in the other script, without its diacritics, or one that they had.
    mutating func rename(_ written: PersonName) {
        guard written != name, !former.contains(where: { $0.key == written.key }) else { return }
        func marks(_ name: PersonName) -> Int { name.full.unicodeScalars.count { !$0.isASCII } }
        if written.key == name.key, Script.of(written.full) != Script.of(name.full) || marks(written) < marks(name) { return }
        if written.key != name.key { former.append(name) }
        name = written
    }
}

/// Work at an institution, as a list says it.
package struct ListedWork: Sendable, Hashable, Codable {
    let school: School.ID
    var work: Work
}

/// Those whom a line of a list may mean: everybody who is here, and whoever stood in a line above.
struct PeopleInSight: Sendable {
    private var people: [ImportWhom: PersonDraft]
    private var byAddress: [String: ImportWhom] = [:]
    private var byName: [String: [ImportWhom]] = [:]

    init(_ known: [Person.ID: PersonDraft]) {
        people = Dictionary(uniqueKeysWithValues: known.map { (.row($0.key.value), $0.value) })
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
        people[whom] = draft
        index(draft, whom)
    }

    private mutating func index(_ draft: PersonDraft, _ whom: ImportWhom) {
        for address in draft.addresses where byAddress[address] == nil { byAddress[address] = whom }
        for key in Set(([draft.name] + draft.former).map(\.key)) where !(byName[key]?.contains(whom) ?? false) { byName[key, default: []].append(whom) }
    }

    /// By the one rule of likeness.
    func matches(of draft: PersonDraft, address: String) -> [ImportMatch<PersonDraft>] {
        var bearing = Bearing(draft)
        bearing.addresses = [address]
        let near = Set(([draft.name] + draft.former).flatMap { byName[$0.key] ?? [] } + [byAddress[address]].compactMap(\.self))
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
