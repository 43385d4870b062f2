/// Whose data-protection law applies.
public enum Region: String, Hashable, Sendable, Codable, CaseIterable {
  case eu, uk, other
}

/// One attempt at one post. Status and stage are not stored here: they follow from its events.
public struct Application: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// The employer, as the user writes it.
  public var company = ""
  /// The post.
  public var role = ""
  /// The channel they asked applications to come through (A14).
  public var channelAsked = ""
  /// The channel that was used (A14).
  public var channelUsed = ""
  /// Where the post was advertised.
  public var link = ""
  /// The pay the user named, in their own words (A23).
  public var payAsked = ""
  /// The pay the employer named, in its own words (A23).
  public var payOffered = ""
  /// The pay that is usual for the post, in the user's words (A23).
  public var payUsual: String?
  /// The line of business, for what it has in common with others (A102).
  public var industry: String?
  /// The résumé version that was sent (A100).
  public var resume = ""
  /// How many reached the last round, when it is known (A4).
  public var finalists: Int?
  /// Whose data-protection law binds the employer: only there is a right of access (L10).
  public var region: Region?
  /// Whether the user is glad, looking back months later, that it ended as it did (A52).
  public var glad: Bool?
  /// Anything else.
  public var notes = ""
  /// When it was entered.
  public var created: Moment

  /// Makes an application and fills it in.
  public init(id: ID, created: Moment, _ fill: (inout Application) -> Void = { _ in }) {
    self.id = id
    self.created = created
    fill(&self)
  }
}

extension Application {
  /// Why a company or a job cannot be called so, in one sentence; nil when it can: a name is one line,
  /// for it stands in rows, letters and headers.
  public static func nameFault(_ text: String, of what: String) -> String? {
    guard text.unicodeScalars.contains(where: Harmless.isUnfit) else { return nil }
    return "The name of \(what) has a line break or another control character in it. "
      + "Write it on one line."
  }

  /// `Acme · Engineer (7k3f9q)`: which one was taken, for a command that wrote to it.
  public var taken: String { "\(JobName.joined(company, role)) (\(id.short))" }

  /// Why it cannot be called so; nil when it can.
  public var nameFault: String? {
    Application.nameFault(company, of: "a company") ?? Application.nameFault(role, of: "a job")
  }
}

/// Someone on the employer's side.
public struct Person: Hashable, Sendable, Codable {
  /// What someone has to do with the hiring.
  public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
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

/// One round of talks.
public struct Interview: Hashable, Sendable, Codable {
  /// What a round is for.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case screening, technical, panel, manager, final, other
  }
  /// How people meet.
  public enum Format: String, Hashable, Sendable, Codable, CaseIterable {
    case inPerson, video, phone
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// The number of the round, 1 first.
  public var round = 1
  /// What the round was for.
  public var kind = Kind.other
  /// How they met; nil when nobody said.
  public var format: Format?
  /// When it began, when known.
  public var start: Moment?
  /// Whether only the day of ``start`` is known. It then stands at noon, for the order of time; nothing
  /// that counts hours may rest on that.
  public var dayOnly: Bool?
  /// How long it took, in minutes.
  public var minutes: Int?
  /// Who took part.
  public var people: [ID] = []
  /// The dress they expected (A19).
  public var dressExpected = ""
  /// The dress that was worn (A19).
  public var dressWorn = ""
  /// Anything else.
  public var notes = ""
  /// When it was written down.
  public var recorded: Moment

  /// Whether the hour it began is known.
  public var hasHour: Bool { start != nil && dayOnly != true }

  /// Makes an interview and fills it in.
  public init(
    id: ID, application: ID, recorded: Moment, _ fill: (inout Interview) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.recorded = recorded
    fill(&self)
  }
}

/// One exchange of the script: what was asked, what was said, how it landed (A12, A47).
public struct Turn: Hashable, Sendable, Codable {
  /// Who asked.
  public enum Asker: String, Hashable, Sendable, Codable, CaseIterable { case them, me }
  /// How the other side took it: a signal, never a verdict.
  public enum Reaction: String, Hashable, Sendable, Codable, CaseIterable {
    case interest, neutral, movedOn, pushedBack
  }
  /// How the answer came (A29).
  public enum Delivery: String, Hashable, Sendable, Codable, CaseIterable {
    case fresh, prepared, scripted
  }
  /// The parts of a complete answer (A27): situation, task or obstacle, action, result.
  public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
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
