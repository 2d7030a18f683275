import Fledge

struct Filter { var id = 1 }

@Controller struct Orders {
    @GET func list(query: Filter) -> String { "" }
}
