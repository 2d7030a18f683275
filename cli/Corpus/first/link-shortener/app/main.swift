import Fledge

await serve {
    let environment = try Environment.load()
    return makeApp(services: Services(links: LinkService(store: FileLinkStore("data/links.json"))), environment)
}
