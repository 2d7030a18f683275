import ServiceLifecycle

struct SendWorker: Service {
    let sender: SendService

    func run() async throws {
        while !Task.isCancelled {
            for language in ["de", "en"] { _ = try await sender.send(language: language) }
            try await Task.sleep(for: .seconds(604_800))
        }
    }
}
