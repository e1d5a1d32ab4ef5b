import Forms
import HTML
import Kernel
import Languages

/// Why data are asked for, where they are asked for.
struct DataNotice: View {
    let reader: Reader
    let why: Phrase

    var body: some HTML {
        HTML::p(.class("muted small")) {
            reader.t(why); " "
            a(.href(reader.link("/data-protection"))) { reader.t(T.accounts.dataMore) }
        }
    }
}
