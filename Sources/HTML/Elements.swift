// The elements of HTML, by their own names.

// MARK: Document

@inlinable public var html: Tag { Tag("html") }
@inlinable public var head: Tag { Tag("head") }
@inlinable public var body: Tag { Tag("body") }
@inlinable public var title: Tag { Tag("title") }

// MARK: Sections

@inlinable public var main: Tag { Tag("main") }
@inlinable public var header: Tag { Tag("header") }
@inlinable public var footer: Tag { Tag("footer") }
@inlinable public var nav: Tag { Tag("nav") }
@inlinable public var section: Tag { Tag("section") }
@inlinable public var article: Tag { Tag("article") }
@inlinable public var aside: Tag { Tag("aside") }
@inlinable public var h1: Tag { Tag("h1") }
@inlinable public var h2: Tag { Tag("h2") }
@inlinable public var h3: Tag { Tag("h3") }
@inlinable public var h4: Tag { Tag("h4") }
@inlinable public var address: Tag { Tag("address") }
@inlinable public var search: Tag { Tag("search") }
@inlinable public var hgroup: Tag { Tag("hgroup") }

// MARK: Blocks

@inlinable public var div: Tag { Tag("div") }
@inlinable public var p: Tag { Tag("p") }
@inlinable public var ul: Tag { Tag("ul") }
@inlinable public var ol: Tag { Tag("ol") }
@inlinable public var li: Tag { Tag("li") }
@inlinable public var dl: Tag { Tag("dl") }
@inlinable public var dt: Tag { Tag("dt") }
@inlinable public var dd: Tag { Tag("dd") }
@inlinable public var figure: Tag { Tag("figure") }
@inlinable public var figcaption: Tag { Tag("figcaption") }
@inlinable public var blockquote: Tag { Tag("blockquote") }
@inlinable public var pre: Tag { Tag("pre") }

// MARK: Words

@inlinable public var a: Tag { Tag("a") }
@inlinable public var span: Tag { Tag("span") }
@inlinable public var strong: Tag { Tag("strong") }
@inlinable public var em: Tag { Tag("em") }
@inlinable public var small: Tag { Tag("small") }
@inlinable public var b: Tag { Tag("b") }
@inlinable public var time: Tag { Tag("time") }
@inlinable public var abbr: Tag { Tag("abbr") }
@inlinable public var cite: Tag { Tag("cite") }
@inlinable public var q: Tag { Tag("q") }
@inlinable public var sub: Tag { Tag("sub") }
@inlinable public var sup: Tag { Tag("sup") }
@inlinable public var code: Tag { Tag("code") }
@inlinable public var mark: Tag { Tag("mark") }
@inlinable public var del: Tag { Tag("del") }
@inlinable public var ins: Tag { Tag("ins") }
@inlinable public var bdi: Tag { Tag("bdi") }
@inlinable public var dfn: Tag { Tag("dfn") }
@inlinable public var kbd: Tag { Tag("kbd") }

// MARK: Tables

@inlinable public var table: Tag { Tag("table") }
@inlinable public var caption: Tag { Tag("caption") }
@inlinable public var colgroup: Tag { Tag("colgroup") }
@inlinable public var thead: Tag { Tag("thead") }
@inlinable public var tbody: Tag { Tag("tbody") }
@inlinable public var tfoot: Tag { Tag("tfoot") }
@inlinable public var tr: Tag { Tag("tr") }
@inlinable public var th: Tag { Tag("th") }
@inlinable public var td: Tag { Tag("td") }

// MARK: Forms

@inlinable public var form: Tag { Tag("form") }
@inlinable public var fieldset: Tag { Tag("fieldset") }
@inlinable public var legend: Tag { Tag("legend") }
@inlinable public var label: Tag { Tag("label") }
@inlinable public var select: Tag { Tag("select") }
@inlinable public var optgroup: Tag { Tag("optgroup") }
@inlinable public var option: Tag { Tag("option") }
@inlinable public var textarea: Tag { Tag("textarea") }
@inlinable public var button: Tag { Tag("button") }
@inlinable public var output: Tag { Tag("output") }
@inlinable public var progress: Tag { Tag("progress") }
@inlinable public var meter: Tag { Tag("meter") }
@inlinable public var datalist: Tag { Tag("datalist") }

// MARK: More

@inlinable public var details: Tag { Tag("details") }
@inlinable public var summary: Tag { Tag("summary") }
@inlinable public var svg: Tag { Tag("svg") }
@inlinable public var noscript: Tag { Tag("noscript") }
@inlinable public var picture: Tag { Tag("picture") }
@inlinable public var audio: Tag { Tag("audio") }
@inlinable public var video: Tag { Tag("video") }

// MARK: Without content

@inlinable public var br: VoidTag { VoidTag("br") }
@inlinable public var hr: VoidTag { VoidTag("hr") }
@inlinable public var wbr: VoidTag { VoidTag("wbr") }
@inlinable public var img: VoidTag { VoidTag("img") }
@inlinable public var input: VoidTag { VoidTag("input") }
@inlinable public var link: VoidTag { VoidTag("link") }
@inlinable public var meta: VoidTag { VoidTag("meta") }
@inlinable public var base: VoidTag { VoidTag("base") }
@inlinable public var col: VoidTag { VoidTag("col") }
@inlinable public var source: VoidTag { VoidTag("source") }
@inlinable public var track: VoidTag { VoidTag("track") }
