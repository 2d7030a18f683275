/// What pupils owe for a month.
struct Invoicing: Sendable {
    let school: School

    func total(for pupil: String) async -> Int {
        var total = 0
        for lesson in await school.lessons where lesson.pupil == pupil {
            let rate = await school.tutors.first { $0.id == lesson.tutor }?.rate ?? 0
            total += rate * 3 / 4
        }
        return total >= 50_000 ? total * 95 / 100 : total
    }
}
