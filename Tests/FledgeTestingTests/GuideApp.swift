// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeData

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// The app of docs/Testing.md: as small as can be, and in layers.

@Schema struct Bird: Equatable {
    var id: Int
    var name: String
}

@Schema struct NewBird {
    @Field(.length(1...50)) var name: String
}

enum BirdError: Error, Equatable {
    case taken(String)
    case unknown(Int)
}

extension BirdError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .taken(let name): Problem(.conflict, "There is a \(name) already.", code: "taken")
        case .unknown(let id): Problem(.notFound, "There is no bird \(id).")
        }
    }
}

protocol BirdStore: Sendable {
    func add(_ name: String) async throws -> Bird
    func find(_ id: Int) async throws -> Bird?
}

actor InMemoryBirdStore: BirdStore {
    private var birds: [Bird] = []

    func add(_ name: String) throws -> Bird {
        guard !birds.contains(where: { $0.name == name }) else { throw BirdError.taken(name) }
        birds.append(Bird(id: birds.count + 1, name: name))
        return birds[birds.count - 1]
    }

    func find(_ id: Int) -> Bird? { birds.first { $0.id == id } }
}

struct SQLBirdStore: BirdStore {
    let database: Database

    init(_ database: Database) { self.database = database }

    func add(_ name: String) async throws -> Bird {
        do {
            return try await database.one(
                "INSERT INTO birds (name) VALUES (\(name)) RETURNING id, name", as: Bird.self)
        } catch let error as DatabaseError where error.code == .uniqueViolation {
            throw BirdError.taken(name)
        }
    }

    func find(_ id: Int) async throws -> Bird? {
        try await database.first("SELECT id, name FROM birds WHERE id = \(id)", as: Bird.self)
    }
}

struct BirdService: Sendable {
    let store: any BirdStore

    func add(_ new: NewBird) async throws -> Bird { try await store.add(new.name) }

    func find(_ id: Int) async throws -> Bird {
        guard let bird = try await store.find(id) else { throw BirdError.unknown(id) }
        return bird
    }
}

/// Time and ids come from outside, with what is right in production as the default.
struct RingService: Sendable {
    struct Ring: Codable, Sendable {
        let id: UUID
        let date: Date
    }

    var now: @Sendable () -> Date = { Date() }
    var makeID: @Sendable () -> UUID = { UUID() }

    func ring() -> Ring { Ring(id: makeID(), date: now()) }
}

struct Services: Sendable {
    var birds: BirdService
    var rings = RingService()

    static func inMemory() -> Services {
        Services(birds: BirdService(store: InMemoryBirdStore()))
    }
}

@Controller struct BirdController {
    let birds: BirdService

    @GET("/:id") func show(id: Int) async throws -> Bird { try await birds.find(id) }

    @POST func add(body: NewBird) async throws -> Created<Bird> {
        let bird = try await birds.add(body)
        return Created(bird, at: "/birds/\(bird.id)")
    }
}

@Controller struct RingController {
    let rings: RingService

    @POST func ring() -> RingService.Ring { rings.ring() }
}

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    app.use("/birds", BirdController(birds: services.birds))
    app.use("/rings", RingController(rings: services.rings))
    return app
}
