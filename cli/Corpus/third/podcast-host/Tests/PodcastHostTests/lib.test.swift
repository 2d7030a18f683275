import Testing

@testable import PodcastHost

@Test func `two shows of one title have two slugs`() async throws {
    let catalog = ShowCatalog()
    let slugs = [
        await catalog.create(NewShow(title: "Bird Talk"), owner: "ada").slug,
        await catalog.create(NewShow(title: "Bird Talk"), owner: "bob").slug,
    ]
    #expect(slugs == ["bird-talk", "bird-talk-2"])
    await #expect(throws: ShowError.noEpisode(3)) { try await catalog.episode(3, of: "bird-talk") }
}

@Test func `nobody leaves the shelf`() {
    let shelf: any AudioStore = AudioShelf(root: "a")
    #expect(shelf.path("../etc", 1) == "a/etc/1.mp3")
    #expect(Sessions(keys: "ada:k1,broken").user(of: "k1") == "ada")
}
