/// Something to do differently; at most three come out of one debrief (A9, A49, A50).
public struct Improvement: Hashable, Sendable, Codable {
  /// How much it takes.
  public enum Effort: String, FieldChoice {
    case small, medium, large
  }
  /// What became of it.
  public enum State: String, FieldChoice {
    case open, done, dropped
  }

  /// Its name.
  public var id: ID
  /// The application it came from.
  public var application: ID
  /// The debrief it came from.
  public var debrief: ID?
  /// What it touches.
  public var area = Area.presentation
  /// What to do.
  public var what = ""
  /// Where it will be used.
  public var place = ""
  /// How the user will know that it worked.
  public var proof = ""
  /// How much it takes.
  public var effort = Effort.small
  /// Whether it is something to learn, done when its proof is there (A105); nil or false for a change
  /// of what one does.
  public var learning: Bool?
  /// The ways to get there, when it is a gap in experience (A104).
  public var options: String?
  /// What it costs, in money, hours or pay (A104).
  public var cost: String?
  /// Until when.
  public var by: Day?
  /// What became of it.
  public var state = State.open
  /// The round that tested it.
  public var testedBy: ID?
  /// What the test showed, or why it was dropped.
  public var outcome = ""
  /// When it was written down.
  public var recorded: Moment

  /// Makes an improvement and fills it in.
  public init(
    id: ID, application: ID, recorded: Moment, _ fill: (inout Improvement) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.recorded = recorded
    fill(&self)
  }
}

extension Improvement: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.improvement
  /// It, as one of all nouns.
  public var entity: Entity { .improvement(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Improvement]>? { \.improvements }
  /// The order in which they are shown.
  public static func inOrder(_ a: Improvement, _ b: Improvement) -> Bool {
    (a.effort.order, a.recorded, a.id) < (b.effort.order, b.recorded, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Improvement(id: ID(""), application: ID(""), recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      .date("recorded", \.recorded),
      Field("debrief", \.debrief, "the debrief", target: .debrief),
      Field("area", \.area, "the area"),
      Field("what", \.what, "the change to try", merge: .line, find: .body),
      Field("place", \.place, "when you'll use it", merge: .line, find: .body),
      Field("proof", \.proof, "how you'll know it worked", merge: .line, find: .body),
      Field("effort", \.effort, "the effort"),
      Field("learning", \.learning, "whether to learn it first"),
      Field("options", \.options, "the options", merge: .line, find: .body),
      Field("cost", \.cost, "the cost", merge: .line, find: .body),
      Field("by", \.by, "the date"),
      Field("state", \.state, "the status"),
      Field("testedBy", \.testedBy, "the interview it was tried in", target: .interview),
      Field("outcome", \.outcome, "how it worked", merge: .line, find: .body),
    ])
}

extension Improvement {
  /// How many changes of what one does may be open from one debrief (A9).
  public static let most = 3

  /// Whether it is something to learn.
  public var isLearning: Bool { learning == true }

  /// Whether it takes one of the few places of its debrief: open, and no learning.
  public var takesPlace: Bool { state == .open && !isLearning }

  /// Why it must not be stored as it is, in one sentence; nil when it may.
  public var fault: String? {
    guard state == .done else { return nil }
    if outcome.allSatisfy(\.isWhitespace) {
      return "A change is done once you've tried it. Write what happened."
    }
    if isLearning, proof.allSatisfy(\.isWhitespace) {
      return
        "You can check off something to learn once you have something to show for it. Write what that is."
    }
    return nil
  }

  /// Why this one is too many beside the others of its application; nil when there is room.
  public func crowding(_ others: [Improvement]) -> String? {
    guard takesPlace else { return nil }
    let taken = others.filter {
      $0.id != id && $0.application == application && $0.debrief == debrief && $0.takesPlace
    }
    return taken.count < Improvement.most ? nil : Improvement.tooMany
  }

  static let tooMany =
    "Three changes at a time is enough. Finish or drop one, or make this something to learn."
}
