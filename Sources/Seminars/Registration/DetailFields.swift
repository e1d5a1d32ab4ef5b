import Accounts
package import Centres
package import Forms
package import HTML
import Kernel
import Languages
import Look

/// How to call somebody and what they do, as far as a centre asks.
package struct DetailFields: View {
    let form: FilledForm
    let asks: DetailsAsked
    let isOwn: Bool

    /// - Parameter isOwn: whether people type their own, which their browser knows, or staff another's.
    package init(form: FilledForm, asks: DetailsAsked = DetailsAsked(), isOwn: Bool) {
        self.form = form
        self.asks = asks
        self.isOwn = isOwn
    }

    package var body: some HTML {
        if asks.phone != .no {
            form.field(
                T.registration.phone, "phone", hint: isOwn ? T.registration.phoneHint : nil, isOptional: asks.phone == .may, autocomplete: isOwn ? "tel" : "off",
                most: Person.longestPhone
            ).phone()
        }
        if asks.job != .no {
            form.field(
                T.accounts.occupation, "job", hint: T.registration.jobHint, isOptional: asks.job == .may, autocomplete: isOwn ? "organization-title" : "off",
                most: Person.longestOccupation
            ).text()
        }
    }
}
