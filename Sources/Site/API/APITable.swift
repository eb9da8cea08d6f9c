import Domain
import Operations
import Store

/// Every endpoint of the interface, and every form that they answer with.
enum APITable {
    static let endpoints: [APIEndpoint] =
        reading + seeing + verbs + periods + evidence + together + webhooks + [
            .get(
                "/me", "whoAmI",
                Phrase("Khóa này là của ai, được làm gì.", "Whose token this is, and what it may do."), nil,
                answers: PlanShapes.caller.reference
            ) { call in APIAnswer(PlanShapes.caller.json(call.caller)) }
        ]

    /// The document's components.
    static let components: [(name: String, schema: APISchema)] = [
        (APIProblem.schemaName, APIProblem.schema),
        (TaskShapes.standing.name, TaskShapes.standing.schema),
        (TaskShapes.party.name, TaskShapes.party.schema),
        (TaskShapes.task.name, TaskShapes.task.schema), (TaskShapes.row.name, TaskShapes.row.schema),
        (TaskShapes.deskRow.name, TaskShapes.deskRow.schema),
        (TaskShapes.contribution.name, TaskShapes.contribution.schema),
        (TaskShapes.comment.name, TaskShapes.comment.schema),
        (TaskShapes.moreTime.name, TaskShapes.moreTime.schema),
        (TaskShapes.page.name, TaskShapes.page.schema),
        (TaskShapes.photoPlace.name, TaskShapes.photoPlace.schema),
        (TaskShapes.photo.name, TaskShapes.photo.schema),
        (TaskShapes.evidence.name, TaskShapes.evidence.schema),
        (TaskShapes.period.name, TaskShapes.period.schema),
        (TaskShapes.assignee.name, TaskShapes.assignee.schema),
        (TaskShapes.entry.name, TaskShapes.entry.schema),
        (TaskShapes.track.name, TaskShapes.track.schema), (PlanShapes.plan.name, PlanShapes.plan.schema),
        (PlanShapes.counts.name, PlanShapes.counts.schema),
        (PlanShapes.burnUp.name, PlanShapes.burnUp.schema),
        (PlanShapes.track.name, PlanShapes.track.schema), (PlanShapes.agency.name, PlanShapes.agency.schema),
        (PlanShapes.below.name, PlanShapes.below.schema), (PlanShapes.pair.name, PlanShapes.pair.schema),
        (PlanShapes.difference.name, PlanShapes.difference.schema),
        (PlanShapes.event.name, PlanShapes.event.schema),
        (PlanShapes.holiday.name, PlanShapes.holiday.schema),
        (TogetherShapes.colleague.name, TogetherShapes.colleague.schema),
        (TogetherShapes.outcome.name, TogetherShapes.outcome.schema),
        (PlanShapes.caller.name, PlanShapes.caller.schema), (PlanShapes.times.name, PlanShapes.times.schema),
        (PlanShapes.desk.name, PlanShapes.desk.schema), (PlanShapes.week.name, PlanShapes.week.schema),
        (PlanShapes.heat.name, PlanShapes.heat.schema),
        (WebhookShapes.webhook.name, WebhookShapes.webhook.schema),
        (WebhookShapes.new.name, WebhookShapes.new.schema),
        (WebhookShapes.delivery.name, WebhookShapes.delivery.schema),
        (WebhookShapes.eventName, WebhookShapes.event),
    ]
}
