import Documents
import Centres

/// The sign of the invented centre: a spring that rises from an open book.
enum DemoLogo {
    static let logo = CentreLogo(Picture(.svg, Array(drawing.utf8)))

    private static let drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
        <circle cx="48" cy="48" r="46" fill="#24506e"/>
        <circle cx="48" cy="48" r="42.5" fill="none" stroke="#fff" stroke-width="1.2"/>
        <path fill="#fff" d="M48 66c-8-6-18-7.500-29-6v14c11-1.500 21 0 29 6 8-6 18-7.500 29-6V60c-11-1.500-21 0-29 6z"/>
        <path fill="none" stroke="#24506e" stroke-width="1.6" d="M48 67v12"/>
        <path fill="#9fc9dd" d="M48 15c6.500 8.500 10 14.500 10 19.500a10 10 0 0 1-20 0c0-5 3.500-11 10-19.500z"/>
        <path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" d="M48 58V51M37 55c-2-5-6-7.500-11-7.500M59 55c2-5 6-7.500 11-7.500"/>
        </svg>
        """
}
