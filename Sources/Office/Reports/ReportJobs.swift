package import Kernel
import Languages

/// Jobs as people write them, brought together: capitals, scripts and missing hooks make no other job.
package enum ReportJobs {
    package static func together(_ written: [ID<PersonTag>: String]) -> [ID<PersonTag>: String] {
        // Few jobs stand in many rows: each writing is folded once, and each row asks twice.
        let counts = written.values.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        var names: [String: String] = [:]
        for (key, writings) in Dictionary(grouping: counts, by: { Fold.tokens($0.key).joined(separator: " ") }) where !key.isEmpty {
            let name = writings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
            for (job, _) in writings { names[job] = name }
        }
        return written.compactMapValues { names[$0] }
    }
}
