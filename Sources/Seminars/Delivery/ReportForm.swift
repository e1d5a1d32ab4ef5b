import Forms
import Kernel

/// What was typed of a report, and the other way round.
extension ReportText {
    init(_ typed: Typed) {
        self.init(course: typed.lines("course"), remark: typed.lines("remark"))
    }

    var typed: Typed { Typed(["course": course, "remark": remark]) }
}
