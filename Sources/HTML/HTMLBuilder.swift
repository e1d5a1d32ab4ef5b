/// Puts the lines of a closure one after another: pairs of pairs, so that every node keeps its own type and costs no
/// allocation. Nodes are handed on, not copied: a page is deep. Repetition is `ForEach`, not `for`.
@resultBuilder
public enum HTMLBuilder {
    @inlinable
    public static func buildBlock() -> Empty { Empty() }

    /// A node of a known type. The type is a parameter too, so that the compiler does not take this form for an `any HTML`, but the one below.
    @inlinable
    public static func buildExpression<Node: HTML>(_ node: consuming Node, _: Node.Type = Node.self) -> Node { node }

    /// A node of which only `any HTML` is known.
    @inlinable @_disfavoredOverload
    public static func buildExpression(_ node: consuming any HTML) -> AnyHTML { AnyHTML(node) }

    @inlinable
    public static func buildPartialBlock<Node: HTML>(first: consuming Node) -> Node { first }

    @inlinable
    public static func buildPartialBlock<First: HTML, Second: HTML>(
        accumulated: consuming First, next: consuming Second
    ) -> Pair<First, Second> {
        Pair(first: accumulated, second: next)
    }

    @inlinable
    public static func buildOptional<Node: HTML>(_ node: consuming Node?) -> Node? { node }

    @inlinable
    public static func buildEither<First: HTML, Second: HTML>(first: consuming First) -> Either<First, Second> { .first(first) }

    @inlinable
    public static func buildEither<First: HTML, Second: HTML>(second: consuming Second) -> Either<First, Second> {
        .second(second)
    }

    @inlinable
    public static func buildFinalResult<Node: HTML>(_ node: consuming Node) -> Node { node }

    /// Components take their content as `Markup`, made where its type is known.
    @inlinable @_disfavoredOverload
    public static func buildFinalResult<Node: HTML>(_ node: consuming Node) -> Markup { Markup(node) }
}

/// Two nodes, one after the other.
@frozen
public struct Pair<First: HTML, Second: HTML>: HTML {
    public let first: First
    public let second: Second

    @inlinable
    public init(first: consuming First, second: consuming Second) {
        self.first = first
        self.second = second
    }

    @inlinable
    public func render(into out: inout Out) {
        first.render(into: &out)
        second.render(into: &out)
    }
}

/// One of two nodes: the branches of `if … else` and `switch`.
@frozen
public enum Either<First: HTML, Second: HTML>: HTML {
    case first(First)
    case second(Second)

    @inlinable
    public func render(into out: inout Out) {
        switch self {
        case .first(let node): node.render(into: &out)
        case .second(let node): node.render(into: &out)
        }
    }
}

/// A node that may be missing writes nothing when it is.
extension Optional: HTML where Wrapped: HTML {
    @inlinable
    public func render(into out: inout Out) {
        self?.render(into: &out)
    }
}
