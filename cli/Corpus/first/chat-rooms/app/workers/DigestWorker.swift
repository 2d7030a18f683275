import ServiceLifecycle

struct DigestWorker: Service {
    let digests: DigestService

    func run() async throws {
        while !Task.isCancelled {
            for line in try await digests.digest() { print(line) }
            try await Task.sleep(for: .seconds(86_400))
        }
    }
}
