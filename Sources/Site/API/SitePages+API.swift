import Domain
import HTTP
import Markup
import Operations

extension Routes {
    static let openAPI = Route("/api/openapi.json")
    static let apiTokens = Route("/agencies/:agency/tokens", String.self)
}

extension SitePages {
    /// The JSON interface: every endpoint of its table, and the document that is written from the same.
    ///
    /// It knows tokens only: no cookie says who asks, so no other site's page can make a browser ask for its visitor.
    mutating func addAPI() {
        let throttle = APIThrottle()
        let site = site
        for endpoint in APITable.endpoints {
            let gate = APIGate(site: site, endpoint: endpoint, throttle: throttle)
            router.on(
                endpoint.method, APIEndpoint.root + endpoint.pattern, bodyLimit: endpoint.bodyLimit
            ) {
                try await gate.respond(to: $0)
            }
        }
        let document = OpenAPI.document(version: site.settings.version).bytes
        plain(Routes.openAPI) { request in
            try APIGate.checkAccept(request)
            var response = Response.bytes(document, type: OpenAPI.mediaType)
            response.headers["Cache-Control"] = "public, max-age=300"
            return response
        }
        addAPITokens()
        addWebhooks()
    }
}
