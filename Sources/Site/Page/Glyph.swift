import Markup

/// The few drawings of the screens; always beside words, so hidden from those who listen.
enum Glyph {
    static let loudspeaker: Markup = """
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor"><path d="M3 9.5v5h3.2l1.6 5.2h2.7L9 14.5h1.4L18 19V5l-7.6 4.5z"/><path d="M20 9v6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>
        """
}
