/// Signing in by a provider of OpenID Connect.
extension Routes {
    static let openID = Route("/sign-in/openid")
    /// Where the provider sends the browser back to; the operator registers it there.
    static let openIDAnswer = Route("/sign-in/openid/answer")
    static let ownOpenID = Route("/account/openid")
    static let accountOpenID = Route("/accounts/:account/openid", String.self)
}
