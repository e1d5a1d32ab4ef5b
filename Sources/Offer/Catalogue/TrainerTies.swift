import Accounts
import Kernel

/// A name among the trainers of programmes of whom nobody has said yet who it is, with those whom the centre knows who bear it.
struct UntiedTrainer: Sendable {
    let name: String
    /// On so many programmes it stands.
    let programmes: Int
    let people: [LikelyDouble]

    /// The one whom *all that are clear* means.
    var only: Person.ID? { people.count == 1 ? people.first?.person.id : nil }
}

/// Who is meant by which names.
struct TrainerTies: Sendable {
    /// So many names one page takes.
    static let most = 50

    let ties: [(name: String, person: Person.ID)]

    init(_ ties: [(name: String, person: Person.ID)]) { self.ties = ties }

    init(all untied: [UntiedTrainer]) { ties = untied.compactMap { trainer in trainer.only.map { (trainer.name, $0) } } }
}
