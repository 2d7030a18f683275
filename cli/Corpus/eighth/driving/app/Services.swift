import Foundation

struct Services: Sendable {
    var lessons: LessonService
    var exams: ExamSlotService
    var certificates: CertificateService
    var now: @Sendable () -> Date

    init(seats: [String: Int] = [:], now: @escaping @Sendable () -> Date = { Date() }) {
        lessons = LessonService()
        exams = ExamSlotService(seats: seats)
        certificates = CertificateService(lessons: lessons)
        self.now = now
    }
}
