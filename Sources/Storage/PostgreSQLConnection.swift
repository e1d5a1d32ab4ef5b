#if PostgreSQL
    import CLibpq
    import Foundation

    /// One libpq connection with its prepared statements.
    ///
    /// It is `@unchecked Sendable` because the pool hands it to one thread at a time.
    final class PostgreSQLConnection: Connection, @unchecked Sendable {
        let engine = Engine.postgresql
        private var handle: OpaquePointer
        private var prepared: [String: String] = [:]

        init(address: String) throws {
            guard let handle = PQconnectdb(address) else { throw StorageError.connection("out of memory") }
            self.handle = handle
            guard PQstatus(handle) == CONNECTION_OK else {
                let message = String(cString: PQerrorMessage(handle))
                PQfinish(handle)
                throw StorageError.connection(message.trimmingCharacters(in: .whitespacesAndNewlines))
            }
            try session()
        }

        deinit { PQfinish(handle) }

        private func session() throws {
            PQsetNoticeProcessor(handle, { _, _ in }, nil)
            try script("SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET client_min_messages = 'warning'")
        }

        // MARK: Transactions

        /// Runs the closure in a transaction, and again when the server says that it collided with another one or the connection was lost before the commit.
        func transaction<T>(opening: String, _ body: (any Connection) throws -> T) throws -> T {
            var attempt = 1
            while true {
                do { return try once(opening: opening, body) } catch let error as StorageError where attempt < 8 && isWorthRepeating(error) {
                    if PQstatus(handle) != CONNECTION_OK { try reconnect() }
                    Thread.sleep(forTimeInterval: Double.random(in: 0.001...0.01) * Double(attempt))
                    attempt += 1
                }
            }
        }

        private func once<T>(opening: String, _ body: (any Connection) throws -> T) throws -> T {
            try script(opening)
            let result: T
            do { result = try body(self) } catch {
                try? script("ROLLBACK")
                throw error
            }
            do { try script("COMMIT") } catch StorageError.connection(let message) {
                throw StorageError.commitUnknown(message)
            }
            return result
        }

        private func isWorthRepeating(_ error: StorageError) -> Bool {
            switch error {
            case .engine(let code, _): code == "40001" || code == "40P01"
            case .connection: true
            default: false
            }
        }

        private func reconnect() throws {
            PQreset(handle)
            prepared.removeAll()
            guard PQstatus(handle) == CONNECTION_OK else { throw StorageError.connection(message) }
            try session()
        }

        // MARK: Statements

        func rows(_ sql: SQL) throws -> [Row] {
            let result = try execute(sql)
            defer { PQclear(result) }
            let width = PQnfields(result)
            let names = (0..<width).map { String(cString: PQfname(result, $0)) }
            let types = (0..<width).map { PQftype(result, $0) }
            return (0..<PQntuples(result)).map { line in
                Row(names: names, values: (0..<width).map { read(result, line, $0, types[Int($0)]) })
            }
        }

        func run(_ sql: SQL) throws -> Int {
            let result = try execute(sql)
            defer { PQclear(result) }
            return Int(String(cString: PQcmdTuples(result))) ?? 0
        }

        func hold(_ table: StaticString, _ id: Int64) throws {
            guard try exists("SELECT 1 AS stands FROM \(name: table) WHERE id = \(id) FOR UPDATE") else {
                throw StorageError.missing("no \(table) \(id)")
            }
        }

        func insert(many batch: Batch) throws {
            guard !batch.rows.isEmpty else { return }
            try script("COPY \(batch.table) (\(batch.columns.joined(separator: ", "))) FROM STDIN")
            var lines: [UInt8] = []
            for row in batch.rows {
                for (place, value) in row.enumerated() {
                    if place > 0 { lines.append(UInt8(ascii: "\t")) }
                    value.copy(to: &lines)
                }
                lines.append(UInt8(ascii: "\n"))
                if lines.count > 1 << 16 {
                    try put(lines)
                    lines.removeAll(keepingCapacity: true)
                }
            }
            try put(lines)
            guard PQputCopyEnd(handle, nil) == 1 else { throw StorageError.connection(message) }
            while let result = PQgetResult(handle) {
                defer { PQclear(result) }
                try check(result)
            }
        }

        /// Statements without values, several at once.
        func script(_ text: String) throws {
            guard let result = PQexec(handle, text) else { throw StorageError.connection(message) }
            defer { PQclear(result) }
            try check(result)
        }

        private func execute(_ sql: SQL) throws -> OpaquePointer {
            let types = sql.values.map(\.type)
            let name = try statement(sql.text { "$\($0)" }, types)
            let bytes = sql.values.map(\.sent)
            let buffers: [UnsafeMutablePointer<CChar>?] = bytes.map { bytes in
                bytes.map { bytes in
                    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
                    for (index, byte) in bytes.enumerated() { buffer[index] = CChar(bitPattern: byte) }
                    buffer[bytes.count] = 0
                    return buffer
                }
            }
            defer { for buffer in buffers { buffer?.deallocate() } }
            let pointers = buffers.map { $0.map { UnsafePointer($0) } }
            let lengths = bytes.map { Int32($0?.count ?? 0) }
            let formats = sql.values.map { $0.isBinary ? Int32(1) : 0 }
            guard let result = PQexecPrepared(handle, name, Int32(pointers.count), pointers, lengths, formats, 0) else {
                throw StorageError.connection(message)
            }
            do { try check(result) } catch {
                PQclear(result)
                throw error
            }
            return result
        }

        private func statement(_ text: String, _ types: [Oid]) throws -> String {
            let key = text + types.map { "\u{1}\($0)" }.joined()
            if let name = prepared[key] { return name }
            if prepared.count >= 500 {
                try script("DEALLOCATE ALL")
                prepared.removeAll()
            }
            let name = "s\(prepared.count)"
            guard let result = PQprepare(handle, name, text, Int32(types.count), types) else { throw StorageError.connection(message) }
            defer { PQclear(result) }
            try check(result)
            prepared[key] = name
            return name
        }

        private func read(_ result: OpaquePointer, _ line: Int32, _ column: Int32, _ type: Oid) -> Stored {
            if PQgetisnull(result, line, column) == 1 { return .null }
            let start = UnsafeRawPointer(PQgetvalue(result, line, column)!).assumingMemoryBound(to: UInt8.self)
            let bytes = UnsafeBufferPointer(start: start, count: Int(PQgetlength(result, line, column)))
            let text = String(decoding: bytes, as: UTF8.self)
            return switch type {
            case 16: .bool(text == "t")
            case 20, 21, 23: .int(Int64(text) ?? 0)
            case 1700: Int64(text).map { .int($0) } ?? .real(Double(text) ?? 0)
            case 700, 701: .real(Double(text) ?? 0)
            case 17: .blob(unhexed(bytes.dropFirst(2)))
            default: .text(text)
            }
        }

        private func put(_ lines: [UInt8]) throws {
            guard !lines.isEmpty else { return }
            let sent = lines.withUnsafeBytes { PQputCopyData(handle, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count)) }
            guard sent == 1 else { throw StorageError.connection(message) }
        }

        // MARK: Faults

        private var message: String {
            String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
        }

        private func check(_ result: OpaquePointer) throws {
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return
            default: throw fault(result)
            }
        }

        private func fault(_ result: OpaquePointer) -> StorageError {
            func field(_ code: Character) -> String {
                PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
            }
            let state = field("C")
            let text = field("M")
            let constraint = field("n").isEmpty ? field("c") : field("n")
            return switch state {
            case "23505": .constraint(kind: .unique, name: constraint)
            case "23503": .constraint(kind: .foreignKey, name: constraint)
            case "23514": .constraint(kind: .check, name: constraint)
            case "23502": .constraint(kind: .notNull, name: constraint)
            case "53100": .full(text)
            case "", "57P01", "57P02", "57P03", "08000", "08003", "08006": .connection(message)
            default: PQstatus(handle) == CONNECTION_OK ? .engine(code: state, message: text) : .connection(message)
            }
        }
    }

    extension Stored {
        /// PostgreSQL's number of the type; 0 lets it infer one for a null.
        fileprivate var type: Oid {
            switch self {
            case .null: 0
            case .bool: 16
            case .int: 20
            case .real: 701
            case .text: 25
            case .blob: 17
            }
        }

        fileprivate var isBinary: Bool {
            if case .blob = self { true } else { false }
        }

        fileprivate var sent: [UInt8]? {
            switch self {
            case .null: nil
            case .bool(let flag): flag ? [0x74] : [0x66]
            case .int(let number): Array(String(number).utf8)
            case .real(let number): Array(String(number).utf8)
            case .text(let text): Array(text.utf8.filter { $0 != 0 })
            case .blob(let bytes): bytes
            }
        }

        /// As a column of the lines that `COPY` reads.
        fileprivate func copy(to lines: inout [UInt8]) {
            switch self {
            case .null: lines += [0x5c, 0x4e]
            case .bool(let flag): lines.append(flag ? 0x74 : 0x66)
            case .int(let number): lines += String(number).utf8
            case .real(let number): lines += String(number).utf8
            case .blob(let bytes):
                lines += [0x5c, 0x5c, 0x78]
                for byte in bytes { lines += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]] }
            case .text(let text):
                for byte in text.utf8 {
                    switch byte {
                    case 0: continue
                    case 0x09: lines += [0x5c, 0x74]
                    case 0x0a: lines += [0x5c, 0x6e]
                    case 0x0d: lines += [0x5c, 0x72]
                    case 0x5c: lines += [0x5c, 0x5c]
                    default: lines.append(byte)
                    }
                }
            }
        }

        private static let digits = Array("0123456789abcdef".utf8)
    }

    private func unhexed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        func digit(_ byte: UInt8) -> UInt8 { byte < 0x3a ? byte - 0x30 : byte - 0x57 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        var index = text.startIndex
        while index + 1 < text.endIndex {
            bytes.append(digit(text[index]) << 4 | digit(text[index + 1]))
            index += 2
        }
        return bytes
    }
#endif
