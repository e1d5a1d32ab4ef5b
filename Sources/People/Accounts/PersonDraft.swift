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
        guard let place = place(of: said, at: school) else {
            jobs = (jobs + [ListedWork(school: school, work: said)]).sorted { ($0.school, $0.work.since?.iso ?? "") < ($1.school, $1.work.since?.iso ?? "") }
            return
        }
        jobs[place].work = isProved ? said.saying(jobs[place].work) : jobs[place].work.saying(said)
    }

    /// Which of the known work at an institution a list speaks of; nil where it is other work there, before or after that.
    private func place(of said: Work, at school: School.ID) -> Int? {
        let there = jobs.indices.filter { jobs[$0].school == school }
        if let same = there.first(where: { said.since != nil && jobs[$0].work.since == said.since }) { return same }
        if let since = said.since, there.allSatisfy({ jobs[$0].work.until.map { $0 < since } ?? false }) { return nil }
        if let until = said.until, there.allSatisfy({ jobs[$0].work.since.map { until < $0 } ?? false }) { return nil }
        return there.first { jobs[$0].work.until == nil } ?? there.last
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
