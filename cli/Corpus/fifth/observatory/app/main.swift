import Fledge
import ObservatoryServices

await serve {
    makeApp(services: Services(), environment: try Environment.load())
}
