import Kernel
import Languages

/// What was changed of somebody's data, in words: each field with what stood there and what stands there now.
struct ChangeWords {
    let t: Texts

    /// Fields as the journal names them, in the order in which a card has them.
    private static let labels: [(field: String, label: Phrase)] = [
        ("name", T.accounts.name), ("other_script", T.accounts.otherScript), ("email", T.common.email), ("other_address", T.accounts.otherAddresses),
        ("phone", T.accounts.phone), ("occupation", T.accounts.occupation), ("language", T.accounts.personLanguage), ("job", T.accounts.job),
        ("teaches", T.accounts.workTeaches), ("since", T.accounts.workSince), ("until", T.accounts.workUntil), ("share", T.accounts.workShare),
    ]

    /// nil where nothing is told, or the values are forgotten.
    func callAsFunction(_ changes: [String: [String]]) -> String? {
        let told = Self.labels.compactMap { field, label -> String? in
            guard let values = changes[field], values.count == 2 else { return nil }
            let (before, after) = (word(values[0], of: field), word(values[1], of: field))
            return "\(t(label)): \(before) → \(after)"
        }
        return told.isEmpty ? nil : told.joined(separator: "; ")
    }

    private func word(_ value: String, of field: String) -> String {
        switch field {
        case _ where value.isEmpty: "–"
        case "language": Language(rawValue: value)?.ownName ?? value
        case "since", "until": Day(iso: value).map { t.day($0) } ?? value
        case "share": "\(value) %"
        default: value
        }
    }
}
