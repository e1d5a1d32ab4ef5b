package import Kernel
package import Languages

/// What of the register is looked at.
package struct RegistryFilter: Sendable, Hashable {
    package var year: Int?
    package var direction: RegistryDirection?
    package var mark: RegistryMark.ID?
    package var state: RegistryState?
    package var worker: ID<PersonTag>?
    package var words = ""

    package init() {}
}
