import Forms
import Kernel

/// What was typed of a report, and the other way round.
extension ReportText {
    init(_ typed: Typed) {
        self.init(course: typed["course"].replacing("\r\n", with: "\n"), remark: typed["remark"].replacing("\r\n", with: "\n"))
    }

    var typed: Typed { Typed(["course": course, "remark": remark]) }
}
