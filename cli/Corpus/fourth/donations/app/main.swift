import DonationsServices
import Fledge

await serve {
    let donations = DonationService()
    return makeApp(donations: donations, receipts: ReceiptService(donations: donations))
}
