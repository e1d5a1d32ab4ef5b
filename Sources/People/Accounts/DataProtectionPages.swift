import Kernel
package import Web

/// What is held about people, for everybody to read.
package enum DataProtectionPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(DataProtectionViews(reader: visit.reader).show()) }
}
