extension Connection {
    /// Tries something that the schema may forbid, such as removing a row to which another refers. When a constraint says no,
    /// all that the body did is taken back and the transaction goes on.
    /// - Returns: whether it was allowed.
    public func attempt(_ body: () throws -> Void) throws -> Bool {
        try run("SAVEPOINT attempt")
        do { try body() } catch StorageError.constraint {
            try run("ROLLBACK TO SAVEPOINT attempt")
            try run("RELEASE SAVEPOINT attempt")
            return false
        }
        try run("RELEASE SAVEPOINT attempt")
        return true
    }

    /// Does a part that stands or falls by itself: where it fails, what it did is taken back and the transaction goes on.
    public func part<Done>(_ body: () throws -> Done) throws -> Done {
        try run("SAVEPOINT part")
        do {
            let done = try body()
            try run("RELEASE SAVEPOINT part")
            return done
        } catch {
            try run("ROLLBACK TO SAVEPOINT part")
            try run("RELEASE SAVEPOINT part")
            throw error
        }
    }

    /// Does something to see what comes of it, and takes it back.
    public func trial<Seen>(_ body: () throws -> Seen) throws -> Seen {
        try run("SAVEPOINT trial")
        let seen = Result(catching: body)
        try run("ROLLBACK TO SAVEPOINT trial")
        try run("RELEASE SAVEPOINT trial")
        return try seen.get()
    }
}
