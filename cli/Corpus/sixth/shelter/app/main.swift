import Animals
import Fledge

await serve {
    makeApp(store: AnimalStore(animals: [], households: []))
}
