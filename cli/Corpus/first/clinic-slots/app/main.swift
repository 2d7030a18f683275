import Fledge

await serve { makeApp(services: Services(store: SlotStore())) }
