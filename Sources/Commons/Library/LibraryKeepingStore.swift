import Files
import Kernel
import Storage

/// Who sees the covers of titles.
enum LibraryKeepingStore {
    /// The cover of a title is seen by everybody who reads of it.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        try act.db.exists("SELECT 1 AS stands FROM title WHERE cover = \(file)") ? true : nil
    }
}
