/// A drawn face for somebody of the demonstration: nobody real is shown. The number decides the colours, the hair and what is worn.
enum DemoFace {
    private static let grounds = ["#e6efea", "#f8efdc", "#e7eff6", "#f2efe7", "#fbe9e6"]
    private static let skins = ["#f0c9a8", "#e2b08a", "#f4d6bd", "#c98f68"]
    private static let hairs = ["#3b2b22", "#7a4a26", "#1f1f24", "#a9a29a", "#b9772f"]
    private static let coats = ["#1f5b4c", "#1b5583", "#8a5a00", "#5a6472", "#7c3a4a"]

    static func drawing(_ number: Int, longHair: Bool, glasses: Bool) -> String {
        func one(_ colours: [String], _ step: Int) -> String { colours[number * step % colours.count] }
        let (skin, hair) = (one(skins, 1), one(hairs, 2))
        let back = longHair ? "<path d=\"M58 92c-6-54 90-54 84 0 2 26 2 42-4 56H62c-6-14-6-30-4-56z\" fill=\"\(hair)\"/>" : ""
        let front = longHair
            ? "<path d=\"M62 88c4-34 30-42 46-38 18 0 28 16 30 38-14-4-24-14-30-26-8 14-24 24-46 26z\" fill=\"\(hair)\"/>"
            : "<path d=\"M62 84c-2-40 22-48 40-46 24-2 38 16 36 46-4-10-8-16-12-20-18 4-38 2-50-4-6 6-12 14-14 24z\" fill=\"\(hair)\"/>"
        let worn = glasses
            ? "<g fill=\"none\" stroke=\"#1c2430\" stroke-width=\"2.500\"><circle cx=\"84\" cy=\"94\" r=\"11\"/>"
                + "<circle cx=\"116\" cy=\"94\" r=\"11\"/><path d=\"M95 93h10\"/></g>" : ""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="\(one(grounds, 3))"/>
            \(back)<path d="M28 200c2-38 32-52 72-52s70 14 72 52z" fill="\(one(coats, 1))"/>
            <path d="M86 126h28v26c-6 10-22 10-28 0z" fill="\(skin)"/><path d="M82 148l18 20 18-20 6 4-24 32-24-32z" fill="#fff"/>
            <ellipse cx="100" cy="96" rx="36" ry="44" fill="\(skin)"/>\(front)
            <g fill="#1c2430"><circle cx="85" cy="95" r="3.200"/><circle cx="115" cy="95" r="3.200"/></g>
            <g fill="none" stroke="#1c2430" stroke-width="2.200" stroke-linecap="round"><path d="M78 83c4-3 9-3 13 0M109 83c4-3 9-3 13 0" stroke="\(hair)"/>
            <path d="M100 98l-3 10h5" stroke-width="1.600" opacity=".6"/><path d="M88 118c7 7 17 7 24 0" stroke="#8f3b32"/></g>\(worn)</svg>
            """
    }
}

/// A drawing for a piece of news: paper, board and chalk in the colours of the site.
enum DemoScene: CaseIterable {
    case board, circle, books

    var drawing: String {
        let content = switch self {
        case .board: """
            <rect x="150" y="110" width="900" height="430" fill="#1f5b4c"/><rect x="150" y="110" width="900" height="430" fill="none" stroke="#8a5a00" stroke-width="18"/>
            <g fill="none" stroke="#fbfaf6" stroke-width="9" stroke-linecap="round"><path d="M250 240h300M250 310h220M250 380h270"/>
            <circle cx="800" cy="310" r="110"/><path d="M800 200v220M690 310h220M722 232l156 156"/></g><rect x="470" y="556" width="260" height="16" fill="#5a6472"/>
            """
        case .circle: """
            <ellipse cx="600" cy="500" rx="430" ry="120" fill="#dcd7cb"/>
            <g fill="#1b5583"><circle cx="330" cy="350" r="58"/><path d="M230 540c0-90 200-90 200 0z"/></g><g fill="#8a5a00"><circle cx="600" cy="290" r="58"/>
            <path d="M500 480c0-90 200-90 200 0z"/></g><g fill="#1f5b4c"><circle cx="870" cy="350" r="58"/><path d="M770 540c0-90 200-90 200 0z"/></g>
            <g fill="#fff" stroke="#5a6472" stroke-width="6"><rect x="430" y="110" width="150" height="90" rx="24"/>
            <rect x="680" y="140" width="170" height="90" rx="24"/></g>
            """
        case .books: """
            <rect x="180" y="540" width="840" height="26" fill="#8a5a00"/><g><rect x="250" y="240" width="86" height="300" fill="#1b5583"/>
            <rect x="346" y="190" width="70" height="350" fill="#1f5b4c"/><rect x="426" y="270" width="96" height="270" fill="#a8281e"/>
            <rect x="532" y="220" width="60" height="320" fill="#5a6472"/><path d="M640 540l70-300 84 20-70 280z" fill="#8a5a00"/></g>
            <g fill="none" stroke="#1f5b4c" stroke-width="12" stroke-linecap="round"><path d="M900 540V380M900 440c-60 0-80-40-80-80 60 0 80 40 80 80z
            M900 410c0-60 40-90 90-90 0 60-40 90-90 90z"/></g>
            """
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 680\"><rect width=\"1200\" height=\"680\" fill=\"#f2efe7\"/>\(content)</svg>"
    }
}
