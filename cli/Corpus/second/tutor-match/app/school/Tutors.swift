struct Tutors: Sendable {
    let school: School

    func list(subject: String?) async -> [Tutor] {
        await school.tutors.filter { subject == nil || $0.subjects.contains(subject ?? "") }
    }

    func find(_ id: Int) async -> Tutor? { await school.tutors.first { $0.id == id } }

    func join(_ new: NewTutor) async -> Tutor {
        await school.add(new.name, subjects: new.subjects.map { $0.lowercased() }, rate: new.rate)
    }
}
