import Fledge
import FledgeTesting
import Testing

@testable import ForumThreads

@Suite struct ForumTests {
    let store = ForumStore()

    @Test func `a locked thread is not rated`() async throws {
        let forum = Forum(store: store)
        let thread = await forum.start(NewThread(title: "Birds"), by: "ada")
        #expect(try await forum.rate(thread.id, score: 5, isHot: false).score == 5)
        #expect(await forum.karma(of: "ada") == 15)
        try await forum.lock(thread.id)
        await #expect(throws: ForumError.locked) { try await forum.rate(thread.id, score: 6, isHot: false) }
        #expect(await forum.search("bird").map(\.id) == [thread.id])
        #expect(await forum.feed().headers[.contentType] == "application/rss+xml")
    }

    @Test func `threads are started, voted on, locked, found and paged`() async throws {
        let app = makeApp(forum: Forum(store: store), reputation: ReputationService(store: store))
        try await app.test { client in
            let bob: Fields = ["X-User".field: "bob"], mod: Fields = ["X-User".field: "mod-eve"]
            for number in 1...21 {
                try await client.post("/threads", json: ["title": .string("Bird \(number)")] as JSON, headers: bob).expect(.created)
            }
            let first = try await client.get("/threads")
            #expect(first.headers["X-Next-Cursor"] == "t_2")
            #expect(try await client.get("/search?q=bird&cursor=t_2").headers["X-Next-Cursor"] == nil)
            try await client.get("/threads?cursor=x").expectProblem(.badRequest, code: "cursor")
            try await client.send(.post, "/threads/1/votes", headers: bob).expectProblem(.forbidden, code: "karma")
            try await client.send(.post, "/threads/1/lock", headers: bob).expectProblem(.forbidden)
            try await client.send(.post, "/threads/1/lock", headers: mod).expect(.noContent)
            try await client.get("/threads/1").expect(.ok)
            try await client.get("/threads.rss").expect(.ok)
        }
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
