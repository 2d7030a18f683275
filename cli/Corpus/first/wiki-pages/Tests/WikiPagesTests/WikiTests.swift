import Fledge
import FledgeTesting
import Testing

@testable import WikiPages

@Suite struct WikiTests {
    let services = Services(pages: PageService(store: PageStore()))

    @Test func `an edit of an old revision is refused`() async throws {
        let edit = Edit(title: "Birds", text: "They fly.")
        #expect(try await services.pages.write(edit, to: "birds", basedOn: nil).revision == 1)
        await #expect(throws: EditConflict(revision: 1)) {
            try await services.pages.write(edit, to: "birds", basedOn: nil)
        }
        #expect(try await services.pages.find("birds")?.title == "Birds")
    }

    @Test func `a link that is not closed is refused`() {
        #expect(!Edit(title: "x", text: "[[Birds").violations().isEmpty)
    }

    @Test func `a page is what the reader asks for`() async throws {
        try await makeApp(services: services).test { client in
            try await client.put("/wiki/birds", json: ["title": "Birds", "text": "They fly."]).expect(.created)
            let html = try await client.get("/wiki/birds", headers: [.accept: "text/html"])
            #expect(html.text.contains("<h1>Birds</h1>"))
            let markdown = try await client.get("/wiki/birds", headers: [.accept: "text/plain"])
            #expect(markdown.text == "They fly.")
            let same = try await client.get("/wiki/birds", headers: ["If-None-Match".field: "\"1\""])
            #expect(same.status == .notModified)
            try await client.put("/wiki/birds", json: ["title": "B", "text": ""], headers: ["If-Match".field: "\"9\""])
                .expectProblem(.preconditionFailed, code: "edited")
        }
    }

    @Test func `the newest change comes first, ten at a time`() async throws {
        for number in 1...11 {
            _ = try await services.pages.write(Edit(title: "T\(number)", text: ""), to: "p\(number)", basedOn: nil)
        }
        let route = RecentRoute(pages: services.pages)
        #expect(try await route.GET(page: 1).headers["Link"] == "</recent?page=2>; rel=\"next\"")
        #expect(try await route.GET(page: 2).headers["Link"] == nil)
        #expect(try await services.pages.recent().first?.title == "T11")
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
