import Forms
import HTML
import Kernel
import Languages
import Look

/// Work at an institution in one line: the job, the subject, the share of a full post, from when to when.
struct WorkWords {
    let t: Texts

    func callAsFunction(_ work: Work) -> [Run] {
        let share = work.share.map { Run(t(T.accounts.workShareOf(share: .number($0)))) }
        return [work.job, work.teaches].filter { !$0.isEmpty }.map { t.run($0) } + [share, work.days.map { Run(t($0)) }].compactMap(\.self)
    }
}

/// The fields of work at an institution.
struct WorkFields: View {
    let form: FilledForm

    var body: some HTML {
        form.field(T.accounts.job, "job", hint: T.accounts.jobHint, isOptional: true).text()
        form.field(T.accounts.workTeaches, "teaches", isOptional: true).text()
        form.field(T.accounts.workShare, "share", .short, hint: T.accounts.workShareHint, isOptional: true, autocomplete: "off").number()
        form.day(T.accounts.workSince, "since", isOptional: true)
        form.day(T.accounts.workUntil, "until", hint: T.accounts.workUntilHint, isOptional: true)
    }
}
