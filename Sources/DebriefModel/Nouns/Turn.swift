/// One exchange of the script: what was asked, what was said, how it landed (A12, A47).
public struct Turn: Hashable, Sendable, Codable {
  /// Who asked.
  public enum Asker: String, FieldChoice { case them, me }
  /// How the other side took it: a signal, never a verdict.
  public enum Reaction: String, FieldChoice {
    case interest, neutral, movedOn, pushedBack
  }
  /// How the answer came (A29).
  public enum Delivery: String, FieldChoice {
    case fresh, prepared, scripted
  }
  /// The parts of a complete answer (A27): situation, task or obstacle, action, result.
  public enum Part: String, FieldChoice {
    case situation, obstacle, action, result
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// The round it was in, when known.
  public var interview: ID?
  /// Its place in the script; turns are shown in this order.
  public var position = 0
  /// Who asked.
  public var asker = Asker.them
  /// Who it was, when known.
  public var person: ID?
  /// The question.
  public var question = ""
  /// What was said.
  public var answer = ""
  /// How it was taken.
  public var reaction: Reaction?
  /// The answer, 1 to 5 by the anchors of the answer scale.
  public var rating: Int?
  /// How it came.
  public var delivery: Delivery?
  /// Which parts the answer had.
  public var parts: [Part] = []
  /// What had been prepared for this question.
  public var prepared = ""
  /// What would have been better.
  public var better = ""
  /// A mark on the script: `+`, `-`, `?` or nothing.
  public var mark = ""
  /// What had been prepared that this question met, as the user matched the two; each entry is met by one
  /// question at most.
  public var preparation: ID?
  /// When it was written down: the lag behind the interview marks late facts (A11).
  public var recorded: Moment

  /// Makes a turn and fills it in.
  public init(id: ID, application: ID, recorded: Moment, _ fill: (inout Turn) -> Void = { _ in }) {
    self.id = id
    self.application = application
    self.recorded = recorded
    fill(&self)
  }
}

extension Turn {
  /// The id that a question and its answer have when they come out of a transcript: of the same words it is the same,
  /// so that a transcript can be brought in twice.
  public static func ofTranscript(_ application: ID, _ question: String, _ answer: String) -> ID {
    StableID.of("turn", application.text, question, answer)
  }

  /// Whether it came out of a transcript, and nobody has changed its words since.
  public var isOfTranscript: Bool { id == Turn.ofTranscript(application, question, answer) }
}

extension Turn: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.turn
  /// It, as one of all nouns.
  public var entity: Entity { .turn(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Turn]>? { \.turns }
  /// The order in which they are shown.
  public static func inOrder(_ a: Turn, _ b: Turn) -> Bool {
    (a.position, a.recorded, a.id) < (b.position, b.recorded, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Turn(id: ID(""), application: ID(""), recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      .date("recorded", \.recorded),
      Field("interview", \.interview, "the interview", target: .interview),
      Field("position", \.position, merge: .passing),
      Field("asker", \.asker, "who asked"),
      Field("person", \.person, "the person", target: .person),
      Field("question", \.question, "the question", merge: .line, find: .title),
      Field("answer", \.answer, "your answer", merge: .prose, find: .body),
      Field("reaction", \.reaction, "their reaction"),
      Field("rating", \.rating, "the rating"),
      Field("delivery", \.delivery, "how it came across"),
      Field("parts", \.parts, "the parts of the answer", merge: .members),
      Field("prepared", \.prepared, "what you had prepared", merge: .prose, find: .body),
      Field("better", \.better, "the better answer", merge: .prose, find: .body),
      Field("mark", \.mark, "your mark", mask: .code),
      Field("preparation", \.preparation, "the prepared answer", target: .preparation),
    ])
}
