package import Centres
package import Kernel
package import Languages

/// What is recommended to the head of a school, from what a report tells of it.
package struct ReportAdvice: Sendable {
    package typealias ID = Kernel.ID<ReportAdvice>

    package let id: ID
    package let school: School.ID
    package let name: String
    package let text: String
    package let sent: Instant?
    /// To how many the letter went.
    package let heads: Int
}

/// Recommendations of a report, with the schools to which none is written yet.
package struct AdviceBoard: Sendable {
    package let report: Report
    package let advice: [ReportAdvice]
    package let schools: [(id: School.ID, name: String)]
}
