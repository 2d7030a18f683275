import Fledge

await serve { makeApp(drops: DropService(vault: DiskVault(folder: "data/drops"))) }
