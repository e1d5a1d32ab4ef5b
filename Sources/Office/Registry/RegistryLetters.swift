import Accounts
import Centres
import Kernel
import Languages

/// What those who work on papers are told by letter.
enum RegistryLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("registry-due", T.registry.kindDue, tellsEvent: false) {
            [T.registry.letterDueSubject(label: "45/2026"), T.registry.letterDue(label: "45/2026", day: $0.day)]
        },
        LetterKind("registry-late", T.registry.kindLate, tellsEvent: false) {
            [T.registry.letterLateSubject(label: "45/2026"), T.registry.letterLate(label: "45/2026", day: $0.day)]
        },
    ]

    /// That the day of a paper comes, or has passed.
    static func remind(_ worker: Person.ID, of entry: RegistryEntry, due: Day, _ centre: Centre.ID, isLate: Bool, in act: Act) throws {
        let label = Value.text(entry.label)
        try PersonLetter.send(to: worker, of: centre, about: .registryEntry(entry.id), in: act) { t in
            let other = entry.draft.other.isEmpty ? [] : [(label: t(T.registry.other), value: t.shown(entry.draft.other))]
            return PersonLetter(
                subject: t(isLate ? T.registry.letterLateSubject(label: label) : T.registry.letterDueSubject(label: label)),
                paragraphs: [t(isLate ? T.registry.letterLate(label: label, day: .day(due)) : T.registry.letterDue(label: label, day: .day(due)))],
                facts: [(label: t(T.registry.subject), value: t.shown(entry.draft.subject))] + other, action: (t(T.registry.openPaper), entry.path))
        }
    }
}
