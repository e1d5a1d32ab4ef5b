/// How much a file may hold before it is refused: far more than a school's list has, and little for the machine.
public struct Limits: Sendable {
    /// Bytes of the file as it came.
    public var bytes = 32 << 20
    /// Bytes that a packed file may unpack to.
    public var unpacked = 256 << 20
    /// How many times larger than its packed form a part may be, once it is over a megabyte.
    public var ratio = 100
    public var rows = 200_000
    public var columns = 512
    /// Cells that hold something.
    public var cells = 4_000_000
    /// UTF-8 bytes of one cell.
    public var cell = 128 << 10

    /// Sheets of one file.
    public var tabs = 64

    public init() {}
}
