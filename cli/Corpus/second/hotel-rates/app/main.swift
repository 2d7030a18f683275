import Fledge

await serve { makeApp(services: Services(house: House())) }
