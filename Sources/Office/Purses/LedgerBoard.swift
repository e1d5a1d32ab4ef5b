import Languages

/// A page of the ledger, or one entry.
struct LedgerBoard: Sendable {
    let filter: LedgerFilter
    let entries: [LedgerEntry]
    let accounts: [LedgerAccount]
    let kinds: [LedgerKind]
    let purses: [Purse]
    let papers: [LedgerEntry.ID: LedgerPaper]
    /// Of people, by number.
    var names: [Int64: String] = [:]

    func kind(_ code: String, _ t: Texts) -> String { kinds.first { $0.code == code }.map { t($0.name) } ?? code }
    func account(_ role: LedgerRole) -> LedgerAccount? { accounts.first { $0.role == role } }
    func purse(_ id: Purse.ID?) -> Purse? { id.flatMap { id in purses.first { $0.id == id } } }
}
