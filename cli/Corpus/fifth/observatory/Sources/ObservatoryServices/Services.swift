package struct Services: Sendable {
    package let proposals: ProposalService
    package let schedule: ScheduleService

    package init() {
        proposals = ProposalService()
        schedule = ScheduleService(proposals: proposals)
    }
}
