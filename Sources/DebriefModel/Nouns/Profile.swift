/// Who looks for work: what letters are signed with and what stays true from one application to the
/// next. There is one, under ``Profile/id-swift.type.property``.
public struct Profile: Hashable, Sendable, Codable {
  /// The id of the one there is.
  public static let id = ID("profile")

  /// Its name.
  public var id: ID = Profile.id
  /// What the user is called, as letters are signed.
  public var name = ""
  /// Their e-mail address.
  public var email = ""
  /// Their telephone number.
  public var phone = ""
  /// What they want from the next post: the half of a letter that is theirs (A62).
  public var goals = ""
  /// When they could start (A111).
  public var available = ""
  /// The language letters are written in, as a spelling dictionary names it: `en_US`.
  public var language = "en_US"

  /// Makes a profile and fills it in.
  public init(_ fill: (inout Profile) -> Void = { _ in }) { fill(&self) }
}

extension Profile: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.profile
  /// It, as one of all nouns.
  public var entity: Entity { .profile(self) }

  /// What it is made of.
  public static let shape = Shape(
    Profile(),
    [
      .id(\.id),
      Field("name", \.name, "the name", merge: .line, mask: .name),
      Field("email", \.email, "the email", mask: .email),
      Field("phone", \.phone, "the phone number", mask: .phone),
      Field("goals", \.goals, "your goals", merge: .prose),
      Field("available", \.available, "when you can start", merge: .line),
      Field("language", \.language, "the language"),
    ])
}
