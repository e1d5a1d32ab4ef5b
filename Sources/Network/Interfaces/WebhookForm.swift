import Forms
import Kernel
import Languages

// What was typed about webhooks, and the other way round.

extension WebhookDraft {
    init(_ typed: Typed, isInsideAllowed: Bool) throws {
        var faults = Faults()
        let asked = Set(typed.all("kinds"))
        self.init(name: typed["name"], address: typed["link"], kinds: Set(WebhookKind.chosen.filter { asked.contains($0.rawValue) }))
        faults.limit(name, "name", .label)
        faults.limit(address, "link", .sentence)
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        if let wrong = WebhookAddress.fault(address, isInsideAllowed: isInsideAllowed) { faults.add("link", wrong) }
        faults.require(!kinds.isEmpty, "kinds", T.interfaces.errorKinds)
        try faults.check()
    }

    var typed: Typed { Typed([("name", name), ("link", address)] + kinds.map { ("kinds", $0.rawValue) }) }
}
