package import Forms
package import HTML
import Languages
package import Look

/// Who must be told otherwise than by letter, each with the telephone.
package struct UnwrittenNotice: View {
    let others: [Concerned.Unwritten]
    let reader: Reader

    package init(_ others: [Concerned.Unwritten], _ reader: Reader) {
        self.others = others
        self.reader = reader
    }

    package var body: Markup {
        if !others.isEmpty {
            Notice(.waiting, reader.t(T.events.tellOtherwise(count: others.count))) {
                ul {
                    ForEach(others) { person in
                        li { person.name; if !person.phone.isEmpty { ", "; a(.href("tel:\(person.phone)")) { person.phone } } }
                    }
                }
            }
        }
    }
}
