import Kernel

/// What somebody corrected of their own data, which nobody of the centre has seen yet.
struct Correction: Sendable {
    let person: Person
    /// What was done, the newest first.
    let deeds: [JournalEntry]
}
