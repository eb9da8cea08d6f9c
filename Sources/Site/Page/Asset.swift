import HTTP
import Markup

/// A file that pages load: stylesheet, script, icon.
///
/// Its address names its bytes, so browsers may keep it for ever.
struct Asset: Sendable {
    let name: String
    let file: StaticAsset

    static let style = Asset("loa.css", "text/css; charset=utf-8", PackageResources.loa_css)
    static let script = Asset("loa.js", "text/javascript; charset=utf-8", PackageResources.loa_js)
    static let icon = Asset("loa.svg", "image/svg+xml", PackageResources.loa_svg)

    /// All of them.
    static let all = [style, script, icon]

    var link: Link { Routes.asset(file.fingerprint, name) }

    private init(_ name: String, _ type: String, _ bytes: [UInt8]) {
        self.name = name
        file = StaticAsset(bytes: bytes, type: type)
    }
}
