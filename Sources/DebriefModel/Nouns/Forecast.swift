/// A prediction sealed before the outcome is known (Brier 1950).
public struct Forecast: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// The round it was made after.
  public var interview: ID?
  /// The chance of going on, in percent, 1 to 99.
  public var chance: Int
  /// When it was sealed.
  public var sealed: Moment
  /// How it felt that day, from ``worst`` to ``best``; nil when nobody said. It is sealed along with the chance:
  /// what is felt once the answer is known agrees with the answer (S4, S5).
  public var felt: Int?

  /// Terrible.
  public static let worst = 1
  /// Great.
  public static let best = 5

  /// Makes a forecast.
  public init(
    id: ID, application: ID, interview: ID? = nil, chance: Int, sealed: Moment, felt: Int? = nil
  ) {
    self.id = id
    self.application = application
    self.interview = interview
    self.chance = max(1, min(99, chance))
    self.sealed = sealed
    self.felt = felt.map { max(Forecast.worst, min(Forecast.best, $0)) }
  }
}

extension Forecast: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.forecast
  /// It, as one of all nouns.
  public var entity: Entity { .forecast(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Forecast]>? { \.forecasts }
  /// The order in which they are shown.
  public static func inOrder(_ a: Forecast, _ b: Forecast) -> Bool {
    (a.sealed, a.id) < (b.sealed, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Forecast(id: ID(""), application: ID(""), chance: 1, sealed: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("interview", \.interview, "the interview", target: .interview),
      Field("chance", \.chance),
      .date("sealed", \.sealed),
      Field("felt", \.felt, "how it felt"),
    ])
}
