package import Kernel
import Languages

/// Jobs as people write them, brought together: capitals, scripts and missing hooks make no other job.
package enum ReportJobs {
    package static func together(_ written: [ID<PersonTag>: String]) -> [ID<PersonTag>: String] {
        var keys: [String: String] = [:], counts: [String: [String: Int]] = [:]
        for job in written.values {
            let key = keys[job] ?? Fold.tokens(job).joined(separator: " ")
            keys[job] = key
            counts[key, default: [:]][job, default: 0] += 1
        }
        let names = counts.mapValues { writings in writings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? "" }
        return written.compactMapValues { job in keys[job].flatMap { $0.isEmpty ? nil : names[$0] } }
    }
}
