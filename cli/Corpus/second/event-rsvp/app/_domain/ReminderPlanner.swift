/// When to remind guests: a week, a day and an hour before.
actor ReminderPlanner {
    private var sent: Set<String> = []

    func due(_ event: Event, at minute: Int) -> [Int] {
        [10_080, 1_440, 60].filter { lead in
            event.start - minute <= lead && sent.insert("\(event.id)-\(lead)").inserted
        }
    }
}
