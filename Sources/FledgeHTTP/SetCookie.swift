/// placeholder
public struct SetCookie: Sendable {}
