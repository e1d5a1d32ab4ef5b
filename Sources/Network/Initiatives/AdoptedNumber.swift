import Kernel
import Registry

/// What the register of documents knows an adopted text by.
enum AdoptedNumber {
    static let kind = "initiative"

    static func number(of id: Initiative.ID, in act: Act) throws -> String { try RegistryStore.label(of: kind, id.value, in: act) ?? "" }
}
