/// What the facts of one application are made of.
extension MonthFacts {
  /// A strength, a weakness or a circumstance.
  public struct Found: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// Which column it stands in.
    public var kind: Finding.Kind
    /// What happened.
    public var statement: String
    /// When it was.
    public var phase: Phase
    /// What it is about.
    public var area: Area?
    /// The code of its reason; may be empty.
    public var reason: String
    /// 1 to 5.
    public var weight: Int
    /// How well it is founded.
    public var tier: Tier
    /// What shows it.
    public var evidence: Evidence?
    /// When it was written down.
    public var recorded: Moment

    /// Takes its parts.
    public init(
      id: ID, kind: Finding.Kind, statement: String, phase: Phase, area: Area?, reason: String,
      weight: Int, tier: Tier, evidence: Evidence?, recorded: Moment
    ) {
      self.id = id
      self.kind = kind
      self.statement = statement
      self.phase = phase
      self.area = area
      self.reason = reason
      self.weight = weight
      self.tier = tier
      self.evidence = evidence
      self.recorded = recorded
    }
  }

  /// A question and its answer.
  public struct Said: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// The round it was in.
    public var interview: ID?
    /// Who asked.
    public var asker: Turn.Asker
    /// The question.
    public var question: String
    /// How it was taken.
    public var reaction: Turn.Reaction?
    /// 1 to 5.
    public var rating: Int?
    /// How the answer came.
    public var delivery: Turn.Delivery?
    /// What had been prepared for it.
    public var preparation: ID?
    /// Whether words of what had been prepared stand with the question itself.
    public var hasPrepared: Bool
    /// When it was written down.
    public var recorded: Moment

    /// Takes its parts.
    public init(
      id: ID, interview: ID?, asker: Turn.Asker, question: String, reaction: Turn.Reaction?,
      rating: Int?, delivery: Turn.Delivery?, preparation: ID?, hasPrepared: Bool, recorded: Moment
    ) {
      self.id = id
      self.interview = interview
      self.asker = asker
      self.question = question
      self.reaction = reaction
      self.rating = rating.map(MonthFacts.onScale)
      self.delivery = delivery
      self.preparation = preparation
      self.hasPrepared = hasPrepared
      self.recorded = recorded
    }
  }

  /// The answer to one of the few questions of a debrief that figures are counted from.
  public struct Answer: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// The debrief.
    public var debrief: ID
    /// The question.
    public var item: String
    /// The answer.
    public var value: String

    /// Takes its parts.
    public init(
      id: ID, debrief: ID, item: String, value: String
    ) {
      self.id = id
      self.debrief = debrief
      self.item = item
      self.value = value
    }
  }

  /// A request for feedback.
  public struct Ask: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// Whom, in the user's words.
    public var from: String
    /// How.
    public var channel: Channel
    /// The part in the hiring of the one who was asked, when known.
    public var part: Person.Part?
    /// When; nil when it came unasked.
    public var asked: Day?
    /// By when an answer may be expected.
    public var due: Day?
    /// When an answer came.
    public var received: Day?
    /// How openly they spoke.
    public var candour: Candour?
    /// Whether the user gave up waiting.
    public var isClosed: Bool
    /// The codes of the reasons of the three things.
    public var reasons: [String]

    /// Takes its parts.
    public init(
      id: ID, from: String, channel: Channel, part: Person.Part?, asked: Day?, due: Day?,
      received: Day?, candour: Candour?, isClosed: Bool, three: [Feedback.Thing]
    ) {
      self.id = id
      self.from = from
      self.channel = channel
      self.part = part
      self.asked = asked
      self.due = due
      self.received = received
      self.candour = candour
      self.isClosed = isClosed
      reasons = three.map(\.reason).filter { !$0.isEmpty }
    }
  }

  /// A letter that went out.
  public struct Sent: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// Which letter.
    public var kind: String
    /// How.
    public var channel: Channel?
    /// When.
    public var on: Day
    /// Whether an answer came.
    public var isAnswered: Bool

    /// Takes its parts.
    public init(
      id: ID, kind: String, channel: Channel?, on: Day, isAnswered: Bool
    ) {
      self.id = id
      self.kind = kind
      self.channel = channel
      self.on = on
      self.isAnswered = isAnswered
    }
  }

  /// A prediction.
  public struct Guess: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// The round it was made after.
    public var interview: ID?
    /// Percent, 0 to 100: what a file has beyond that counts as its end.
    public var chance: Int
    /// When it was sealed.
    public var sealed: Moment
    /// How it felt that day, 1 to 5, when they said.
    public var felt: Int?

    /// Takes its parts.
    public init(
      id: ID, interview: ID?, chance: Int, sealed: Moment, felt: Int? = nil
    ) {
      self.id = id
      self.interview = interview
      self.chance = max(0, min(100, chance))
      self.sealed = sealed
      self.felt = felt
    }
  }

  /// The lesson of a debrief.
  public struct Lesson: Hashable, Sendable {
    /// The debrief.
    public var id: ID
    /// The lesson.
    public var text: String

    /// Makes one.
    public init(id: ID, text: String) { (self.id, self.text) = (id, text) }
  }

  /// A change to try.
  public struct Trial: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// What to do.
    public var what: String
    /// What it touches.
    public var area: Area
    /// What became of it.
    public var state: Improvement.State
    /// The round that tested it.
    public var testedBy: ID?
    /// Whether it is something to learn.
    public var isLearning: Bool
    /// When it was written down.
    public var recorded: Moment

    /// Takes its parts.
    public init(
      id: ID, what: String, area: Area, state: Improvement.State, testedBy: ID?, isLearning: Bool,
      recorded: Moment
    ) {
      self.id = id
      self.what = what
      self.area = area
      self.state = state
      self.testedBy = testedBy
      self.isLearning = isLearning
      self.recorded = recorded
    }
  }

  /// Something that was prepared.
  public struct Prepared: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// What kind of thing it is.
    public var kind: Preparation.Kind
    /// The thing.
    public var text: String
    /// Whether anything was written to it.
    public var hasDetail: Bool
    /// Of an answer, how it begins: so many letters and signs of it as tell one from another.
    public var example: String
    /// How it stands.
    public var state: Preparation.State
    /// When it was written down.
    public var recorded: Moment

    /// Takes its parts.
    public init(
      id: ID, kind: Preparation.Kind, text: String, hasDetail: Bool, example: String = "",
      state: Preparation.State, recorded: Moment
    ) {
      self.id = id
      self.kind = kind
      self.text = text
      self.hasDetail = hasDetail
      self.example = example
      self.state = state
      self.recorded = recorded
    }
  }
}
