import FledgeSchema

struct Box {}
@Schema enum Status: String { case open }

@Schema enum Message {
    case box(Box)
    case status(Status)
    case boxed(value: Box)
}
