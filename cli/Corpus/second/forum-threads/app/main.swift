import Fledge

await serve {
    let store = ForumStore()
    return makeApp(forum: Forum(store: store), reputation: ReputationService(store: store))
}
