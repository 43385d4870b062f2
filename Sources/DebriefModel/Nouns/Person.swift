/// Someone on the employer's side.
public struct Person: Hashable, Sendable, Codable {
  /// What someone has to do with the hiring.
  public enum Part: String, FieldChoice {
    case interviewer, manager, hr, recruiter, other
  }

  /// Their name.
  public var id: ID
  /// What they are called.
  public var name = ""
  /// Their part in the hiring.
  public var part = Part.interviewer
  /// Whom they work for.
  public var company = ""
  /// Their e-mail address.
  public var email = ""
  /// Their telephone number.
  public var phone = ""
  /// Anything else.
  public var notes = ""

  /// Makes a person and fills it in.
  public init(id: ID, _ fill: (inout Person) -> Void = { _ in }) {
    self.id = id
    fill(&self)
  }
}

extension Person: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.person
  /// It, as one of all nouns.
  public var entity: Entity { .person(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Person]>? { \.people }
  /// The order in which they are shown.
  public static func inOrder(_ a: Person, _ b: Person) -> Bool {
    (a.name, a.id) < (b.name, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Person(id: ID("")),
    [
      .id(\.id),
      Field("name", \.name, "the name", merge: .line, find: .title, mask: .name),
      Field("part", \.part, "their role"),
      Field("company", \.company, "the company", merge: .line, find: .body, mask: .name),
      Field("email", \.email, "the email", find: .body, mask: .email),
      Field("phone", \.phone, "the phone number", find: .body, mask: .phone),
      Field("notes", \.notes, "the notes", merge: .prose, find: .body),
    ])
}
