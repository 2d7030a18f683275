import Fledge
import FledgeTesting
import GenealogyServices
import Testing

@testable import Genealogy

@Suite struct GenealogyTests {
    let archive = Archive()
    var controller: PersonController { PersonController(persons: PersonService(archive: archive)) }

    @Test func `ancestors come nearest first`() async throws {
        let child = try await controller.add(body: PersonInput(name: "Cleo", born: 1960)).value
        let mother = try await controller.add(body: PersonInput(name: "Mia", born: 1935)).value
        let grandfather = try await controller.add(body: PersonInput(name: "Gus", born: 1900)).value
        _ = try await controller.link(id: child.id, body: Parents(mother: mother.id))
        _ = try await controller.link(id: mother.id, body: Parents(father: grandfather.id))
        let response = try await controller.ancestors(id: child.id, format: .gedcom)
        #expect(response.headers[.contentType] == "text/vnd.familysearch.gedcom")
        let names = try await PersonService(archive: archive).ancestors(of: child.id).map(\.name)
        #expect(names == ["Mia", "Gus"])
        await #expect(throws: TreeError.ownAncestor) {
            try await controller.link(id: grandfather.id, body: Parents(mother: child.id))
        }
    }

    @Test func `a parent is at least twelve years older`() async throws {
        let child = try await controller.add(body: PersonInput(name: "Cleo", born: 1960)).value
        let other = try await controller.add(body: PersonInput(name: "Max", born: 1949)).value
        await #expect(throws: TreeError.tooYoung(parent: other.id)) {
            try await controller.link(id: child.id, body: Parents(father: other.id))
        }
    }

    @Test func `sources keep whom they name`() async throws {
        let app = makeApp(archive: archive, environment: Environment(mode: .test, values: [:]))
        try await app.test { client in
            try await client.post("/persons", json: PersonInput(name: "Ada", born: 1815))
                .expect(.created)
            try await client.get("/persons/1").expect(.ok)
            try await client.get("/persons?name=Ada").expect(.ok)
            let source = SourceInput(title: "Parish book", archive: "Ely")
            try await client.post("/sources", json: source).expect(.created)
            try await client.get("/sources").expect(.ok)
            try await client.send(.put, "/sources/2/persons/1").expect(.ok)
            try await client.delete("/persons/1").expectProblem(.conflict, code: "cited")
            try await client.delete("/sources/2").expect(.noContent)
            try await client.get("/sources/2").expectProblem(.notFound)
            try await client.delete("/persons/1").expect(.noContent)
            try await client.post(
                "/persons", json: PersonInput(name: "Bob", born: 1900, died: 1800)
            ).expectProblem(.unprocessableContent, pointer: "/died", code: "order")
        }
    }
}
