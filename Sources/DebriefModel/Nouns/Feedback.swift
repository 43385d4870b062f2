/// How words travelled.
public enum Channel: String, FieldChoice {
  case email, phone, inPerson = "in-person", other
  /// From an adviser who looked on, and not from the employer at all (A54).
  case adviser
}

/// How openly someone spoke. Boilerplate and a refusal to say carry no weight either way (A80).
public enum Candour: String, FieldChoice, Comparable {
  case declined, boilerplate, general, specific, example
  private var rank: Int { Candour.allCases.firstIndex(of: self) ?? 0 }
  /// From a refusal to say up to a specific statement with an example.
  public static func < (a: Candour, b: Candour) -> Bool { a.rank < b.rank }
  /// Whether a statement of this kind weighs anything.
  public var counts: Bool { self > .boilerplate }
}

/// One request for feedback and what came back (A70 to A82).
public struct Feedback: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// Whom, in the user's words.
  public var from = ""
  /// Whom, when they are on file.
  public var person: ID?
  /// How.
  public var channel = Channel.email
  /// The day it was asked for; nil when it came unasked.
  public var asked: Day?
  /// The day an answer may be expected.
  public var due: Day?
  /// The day the reply came.
  public var received: Day?
  /// The reply word for word. It only ever grows: see ``accepts(_:)``.
  public var verbatim = ""
  /// What they said about qualifications (A73).
  public var qualification = ""
  /// The one aspect in which more experience was wanted (A74).
  public var aspect = ""
  /// What they said about fit (A75).
  public var fit = ""
  /// How the candidate compared with others (A77).
  public var comparison = ""
  /// The three things that stood in the way (A76); at most three.
  public var three: [Thing] = []
  /// How openly they spoke.
  public var candour: Candour?
  /// The user gave up waiting, without blame (A72).
  public var closed = false
  /// When it was written down.
  public var recorded: Moment

  /// What one of the three things says about the candidate (A46).
  public enum Gap: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is there, and nobody asked.
    case notAsked
    /// It is there, and was shown weakly.
    case shownWeakly
    /// It is not there yet.
    case lacking
  }

  /// One of the three things.
  public struct Thing: Hashable, Sendable, Codable {
    /// What stood in the way, in their words.
    public var text: String
    /// The code of the reason it is mapped to; empty before it is.
    public var reason: String
    /// What it says about the candidate, once that was thought over (A46).
    public var gap: Gap?
    /// A concrete example that shows the opposite, as a letter would say it (A88); nil while there
    /// is none.
    public var example: String?
    /// What on file shows the example: a turn, a strength, a claim or another entry of the
    /// preparation.
    public var proof: ID?
    /// Makes one of the three things.
    public init(_ text: String, reason: String = "") {
      self.text = text
      self.reason = reason
    }
  }

  /// Makes an entry of the log and fills it in.
  public init(
    id: ID, application: ID, recorded: Moment, _ fill: (inout Feedback) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.recorded = recorded
    fill(&self)
  }

  /// Whether an edit to `next` keeps what was said: words once recorded stay, more may follow, and what two
  /// computers recorded may stand one after the other.
  public func accepts(_ next: Feedback) -> Bool { BothTexts.holds(verbatim, in: next.verbatim) }

  /// Whether the employer's side said it; an adviser's remarks are no statement of theirs (A54).
  public var isEmployers: Bool { channel != .adviser }

  /// How well what it says is founded: the employer's words are a statement, an adviser's view is an
  /// inference, and what carries no weight is a guess.
  public var tier: Tier {
    if let candour, !candour.counts { return .guess }
    return isEmployers ? .stated : .inference
  }

  /// Whether it is from the same one: the same person on file, else the same name.
  public func isSame(as other: Feedback) -> Bool {
    guard isEmployers == other.isEmployers else { return false }
    if let person, let one = other.person { return person == one }
    return NameFolding.isSame(from, other.from)
  }

  /// This request with the reply that came: when it was asked for stays, all else is the reply's.
  public func answered(by reply: Feedback) -> Feedback {
    var next = reply
    next.id = id
    next.asked = asked
    next.due = due
    next.recorded = recorded
    next.person = reply.person ?? person
    next.closed = false
    if !verbatim.isEmpty { next.verbatim = verbatim + "\n" + reply.verbatim }
    return next
  }

  /// Whether it still waits for an answer.
  public var isWaiting: Bool { asked != nil && received == nil && !closed }
}

extension Feedback: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.feedback
  /// It, as one of all nouns.
  public var entity: Entity { .feedback(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Feedback]>? { \.feedback }
  /// The order in which they are shown.
  public static func inOrder(_ a: Feedback, _ b: Feedback) -> Bool {
    (b.sortDay, b.recorded, b.id) < (a.sortDay, a.recorded, a.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Feedback(id: ID(""), application: ID(""), recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      .date("recorded", \.recorded),
      Field("from", \.from, "who said it", merge: .line, find: .title, mask: .name),
      Field("person", \.person, "the person", target: .person),
      Field("channel", \.channel, "how you talked"),
      Field("asked", \.asked, "the date you asked"),
      Field("due", \.due, "the date"),
      Field("received", \.received, "the date of the reply"),
      Field("verbatim", \.verbatim, "their words", merge: .grows, find: .body),
      Field(
        "qualification", \.qualification, "what they said about skills", merge: .line, find: .body),
      Field("aspect", \.aspect, "where they wanted more experience", merge: .line, find: .body),
      Field("fit", \.fit, "what they said about fit", merge: .line, find: .body),
      Field("comparison", \.comparison, "the comparison", merge: .line, find: .body),
      Field("three", \.three, "the three things that held you back", merge: .members, find: .body),
      Field("candour", \.candour, "how specific they were"),
      Field("closed", \.closed, "whether it's finished"),
    ])
}

extension Feedback.Thing: FieldPart {
  /// What they said.
  public var words: String { text }

  /// Passes its words through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting) {
    text = rewriting.words(text, .text)
    reason = rewriting.words(reason, .code)
    example = example.map { rewriting.words($0, .text) }
    proof = proof.map(rewriting.id)
  }

  /// `[{"reason":"…","text":"…"}]`, as nearly all of them are.
  public static func plain(_ strings: [String]) -> [Feedback.Thing]? {
    guard strings.count % 4 == 0 else { return nil }
    var things: [Feedback.Thing] = []
    for start in stride(from: 0, to: strings.count, by: 4) {
      guard strings[start] == "reason", strings[start + 2] == "text" else { return nil }
      things.append(.init(strings[start + 3], reason: strings[start + 1]))
    }
    return things
  }

  /// Of the three things each stands in its place, so that the third stays the last.
  public static func merged(
    _ base: [Feedback.Thing], _ ours: [Feedback.Thing], _ theirs: [Feedback.Thing]
  ) -> ([Feedback.Thing], Meeting.Outcome?) {
    func at(_ place: Int, _ list: [Feedback.Thing]) -> Feedback.Thing? {
      list.indices.contains(place) ? list[place] : nil
    }
    let things = (0..<max(ours.count, theirs.count)).map {
      merged(at($0, base), at($0, ours), at($0, theirs))
    }
    return (things, .both)
  }

  private static func merged(
    _ base: Feedback.Thing?, _ ours: Feedback.Thing?, _ theirs: Feedback.Thing?
  ) -> Feedback.Thing {
    guard let ours else { return theirs ?? Feedback.Thing("") }
    guard let theirs else { return ours }
    let base = base ?? Feedback.Thing("")
    var it = ours == base ? theirs : ours
    it.text = BothTexts.merged(
      base: base.text, ours: ours.text, theirs: theirs.text, inLine: true)
    let example = BothTexts.merged(
      base: base.example ?? "", ours: ours.example ?? "", theirs: theirs.example ?? "",
      inLine: true)
    it.example = example.isEmpty ? nil : example
    if ours.reason == base.reason { it.reason = theirs.reason }
    if ours.gap == base.gap { it.gap = theirs.gap }
    if ours.proof == base.proof { it.proof = theirs.proof }
    return it
  }
}
