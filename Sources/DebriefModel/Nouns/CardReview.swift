/// One look at a card of the drill: how the answer came, without its text before one's eyes. What a card is
/// follows from what is on file; only its reviews are stored.
public struct CardReview: Hashable, Sendable, Codable {
  /// What an answer had in it (A27).
  public enum Tick: String, FieldChoice {
    case situation, action, result, figure
  }

  /// Its name.
  public var id: ID
  /// The application the card belongs to.
  public var application: ID
  /// What the card is made of: an answer, a change to try, a reply, something prepared.
  public var card: ID
  /// Which of the three things of a reply it is, 0 first; nil for a card of another kind.
  public var part: Int?
  /// The day of the review, by the clock of the user.
  public var day: Day
  /// How the answer came.
  public var grade: Recall.Grade
  /// What it had in it.
  public var ticks: [Tick] = []
  /// When.
  public var recorded: Moment

  /// Makes a review.
  public init(
    id: ID, application: ID, card: ID, part: Int? = nil, day: Day, grade: Recall.Grade,
    ticks: [Tick] = [], recorded: Moment
  ) {
    self.id = id
    self.application = application
    self.card = card
    self.part = part
    self.day = day
    self.grade = grade
    self.ticks = ticks
    self.recorded = recorded
  }
}

extension CardReview: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.review
  /// It, as one of all nouns.
  public var entity: Entity { .review(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [CardReview]>? { \.reviews }
  /// The order in which they are shown.
  public static func inOrder(_ a: CardReview, _ b: CardReview) -> Bool {
    (a.day, a.recorded, a.id) < (b.day, b.recorded, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    CardReview(
      id: ID(""), application: ID(""), card: ID(""), day: Day(number: 0), grade: .good,
      recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("card", \.card, "the card"),
      Field("part", \.part, "which of the three things"),
      Field("day", \.day, "the day you practiced"),
      Field("grade", \.grade, "how the answer went"),
      Field("ticks", \.ticks, "what the answer covered", merge: .members),
      .date("recorded", \.recorded),
    ])
}
