import Fledge

final class Counter { var count = 0 }
struct Services { let counter: Counter }

@Route struct CountRoute {
    let counter: Counter

    func GET() -> Int { counter.count }
}
