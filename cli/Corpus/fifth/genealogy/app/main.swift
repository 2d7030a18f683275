import Fledge
import GenealogyServices

await serve {
    makeApp(archive: Archive(), environment: try Environment.load())
}
