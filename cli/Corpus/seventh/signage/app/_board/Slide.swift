import FledgeSchema
import Foundation

@Schema struct Slide: Hashable, Sendable {
    var id: Int
    var text: String
    var hall: String
    var seconds: Int
    var window: Window
    var changed: Date
}

@Schema struct Window: Hashable, Sendable {
    var from: Date
    var until: Date
}

@Schema struct NewSlide: Sendable {
    @Field(.length(1...280)) var text: String
    @Field(.oneOf("north", "south", "foyer")) var hall: String
    @Field(.range(5...60)) var seconds: Int = 10
    var window: Window
}

@Schema struct Screen: Hashable, Sendable {
    @Field(.oneOf("north", "south", "foyer")) var hall: String
    @Field(.range(320...7680)) var width: Int
    @Field(.range(240...4320)) var height: Int
    var isPortrait: Bool { height > width }
}

enum BoardError: Error, Equatable { case unknown, crowded }
