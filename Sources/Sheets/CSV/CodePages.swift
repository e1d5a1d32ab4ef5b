/// The upper half (128–255) of the Windows code pages that old spreadsheets of our countries write; � where there is no letter.
extension Charset {
    static let centralEuropean = scalars("""
        €�‚�„…†‡�‰Š‹ŚŤŽŹ\
        �‘’“”•–—�™š›śťžź\
        \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż\
        °±˛ł´µ¶·¸ąş»Ľ˝ľż\
        ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ\
        ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
        ŕáâăäĺćçčéęëěíîď\
        đńňóôőö÷řůúűüýţ˙
        """)

    static let cyrillic = scalars("""
        ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
        ђ‘’“”•–—�™љ›њќћџ\
        \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї\
        °±Ііґµ¶·ё№є»јЅѕї\
        АБВГДЕЖЗИЙКЛМНОП\
        РСТУФХЦЧШЩЪЫЬЭЮЯ\
        абвгдежзийклмноп\
        рстуфхцчшщъыьэюя
        """)

    static let baltic = scalars("""
        €�‚�„…†‡�‰�‹�¨ˇ¸\
        �‘’“”•–—�™�›�¯˛�\
        \u{A0}�¢£¤�¦§Ø©Ŗ«¬\u{AD}®Æ\
        °±²³´µ¶·ø¹ŗ»¼½¾æ\
        ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻ\
        ŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß\
        ąįāćäåęēčéźėģķīļ\
        šńņóōõö÷ųłśūüżž˙
        """)

    private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
