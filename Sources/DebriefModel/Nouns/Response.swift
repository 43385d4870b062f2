/// The response to one item of a checklist.
public struct Response: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// The debrief it was given in.
  public var debrief: ID
  /// The id of the item, as in the checklist file; kept even when the file no longer has it.
  public var item: String
  /// The answer: `yes`, `no`, a number, a choice's id, or text. Empty when skipped.
  public var value = ""
  /// Why it was skipped; empty when it was answered.
  public var skipped = ""
  /// When it was answered.
  public var answered: Moment

  /// Makes a response and fills it in.
  public init(
    id: ID, application: ID, debrief: ID, item: String, answered: Moment,
    _ fill: (inout Response) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.debrief = debrief
    self.item = item
    self.answered = answered
    fill(&self)
  }

  /// Whether the item was passed over.
  public var isSkipped: Bool { !skipped.isEmpty }
}

extension Response: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.response
  /// It, as one of all nouns.
  public var entity: Entity { .response(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Response]>? { \.responses }
  /// The order in which they are shown.
  public static func inOrder(_ a: Response, _ b: Response) -> Bool {
    (a.answered, a.id) < (b.answered, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Response(
      id: ID(""), application: ID(""), debrief: ID(""), item: "", answered: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("debrief", \.debrief, "the debrief", target: .debrief),
      Field("item", \.item, "the question", mask: .code),
      .date("answered", \.answered, "the date of the answer", merge: .passing),
      Field("value", \.value, "your answer", merge: .answer, find: .longer(3)),
      Field("skipped", \.skipped, "the reason you skipped it", merge: .answer),
    ])
}

extension Response {
  /// A choice, a number or a day is no prose: two of them in one answer would be neither. What is chosen
  /// is stored as small letters, digits, points and dashes; a typed answer is seldom only that.
  static func both(_ base: String, _ ours: String, _ theirs: String) -> String? {
    let isChosen = (ours + theirs).allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "." || $0 == "-")
    }
    if isChosen { return nil }
    let phases = Set(Phase.allCases.map(\.rawValue)).union(["none"])
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    if phases.isSuperset(of: words(ours) + words(theirs)) {
      // Which phases nothing was found in: several words, and still chosen.
      let both = words(theirs) + words(ours).filter { !words(theirs).contains($0) }
      return both.filter { $0 != "none" }.joined(separator: " ")
    }
    return BothTexts.merged(base: base, ours: ours, theirs: theirs)
  }
}
