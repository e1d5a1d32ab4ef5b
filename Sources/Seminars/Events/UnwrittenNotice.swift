import Centres
package import Forms
package import HTML
package import Languages
import Look

/// Who must be told otherwise than by letter, each with the telephone.
package struct UnwrittenNotice: View {
    let others: [Concerned.Unwritten]
    let title: Phrase
    let reader: Reader

    /// - Parameter title: why no letter goes to them; for want of an address, where nothing else is said.
    package init(_ others: [Concerned.Unwritten], because title: Phrase? = nil, _ reader: Reader) {
        self.others = others
        self.title = title ?? T.events.tellOtherwise(count: others.count)
        self.reader = reader
    }

    package var body: Markup {
        if !others.isEmpty {
            Notice(.waiting, reader.t(title)) {
                ul {
                    ForEach(others) { person in
                        li { person.name; if !person.phone.isEmpty { ", "; a(.href("tel:\(Phone.dialled(person.phone))")) { person.phone } } }
                    }
                }
            }
        }
    }
}
