import Foundation

/// The slides of all halls. A loop lasts three minutes at most.
actor BoardService {
    private var slides: [Int: Slide] = [:]
    private var last = 0
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    func add(_ new: NewSlide) throws -> Slide {
        try checkRoom(new.seconds, new.hall, new.window, except: nil)
        last += 1
        let slide = Slide(
            id: last, text: new.text, hall: new.hall, seconds: new.seconds, window: new.window,
            changed: now())
        slides[last] = slide
        return slide
    }

    func move(_ id: Int, to window: Window) throws -> Slide {
        guard var slide = slides[id] else { throw BoardError.unknown }
        try checkRoom(slide.seconds, slide.hall, window, except: id)
        slide.window = window
        slide.changed = now()
        slides[id] = slide
        return slide
    }

    func remove(_ id: Int) throws {
        guard slides.removeValue(forKey: id) != nil else { throw BoardError.unknown }
    }

    func slides(hall: String?, since: Date?) -> [Slide] {
        slides.values
            .filter { hall == nil || $0.hall == hall }
            .filter { slide in since.map { slide.changed > $0 } ?? true }
            .sorted { $0.id < $1.id }
    }

    /// What a screen shows now: upright ones skip long texts.
    func loop(for screen: Screen) -> [Slide] {
        let time = now()
        return slides(hall: screen.hall, since: nil)
            .filter { $0.window.from <= time && time < $0.window.until }
            .filter { !screen.isPortrait || $0.text.count <= 120 }
    }

    private func checkRoom(_ seconds: Int, _ hall: String, _ window: Window, except id: Int?) throws
    {
        let used = slides.values
            .filter { $0.hall == hall && $0.id != id }
            .filter { $0.window.from < window.until && window.from < $0.window.until }
            .reduce(0) { $0 + $1.seconds }
        guard used + seconds <= 180 else { throw BoardError.crowded }
    }
}
