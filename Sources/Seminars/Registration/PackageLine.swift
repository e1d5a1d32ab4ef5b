package import Forms
package import HTML
import Kernel
import Languages
package import Look

/// The packages that hold something one can apply for, in one line: on the calendar, on the front page, on the page of an event.
package struct PackageLine: View {
    let packages: [EventPackage]
    let reader: Reader

    package init(_ packages: [EventPackage], _ reader: Reader) { (self.packages, self.reader) = (packages, reader) }

    package var body: Markup {
        let t = reader.t
        if !packages.isEmpty {
            HTML::p(.class("aside")) {
                t(T.registration.packageHeld); " "
                ForEach(Array(packages.enumerated())) { place, package in
                    if place > 0 { ", " }
                    a(.href(reader.link("/packages/\(package.id)"))) { t.run(package.details.title) }
                }
            }
        }
    }
}
