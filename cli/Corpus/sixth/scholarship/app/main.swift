import Fledge
import Grants

await serve {
    makeApp(Services(store: InMemoryApplicationStore()))
}
