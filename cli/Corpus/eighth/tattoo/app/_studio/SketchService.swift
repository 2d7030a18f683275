/// Drawings for appointments. The tests reach it through the controller only.
actor SketchService {
    private var sketches: [Int: [Sketch]] = [:]

    func add(_ title: String, bytes: Int, to appointment: Int) -> Sketch {
        let sketch = Sketch(appointment: appointment, title: title, bytes: bytes)
        sketches[appointment, default: []].append(sketch)
        return sketch
    }

    func all(of appointment: Int) -> [Sketch] {
        sketches[appointment] ?? []
    }
}
