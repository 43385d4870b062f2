/// What a letter can say: the facts on file as named slots. Nothing of the private note is here,
/// for a dossier does not hold it; no guess, and nothing of a claim that was taken back (A24).
public struct LetterFacts: Hashable, Sendable {
  /// A slot of a template.
  public enum Slot: String, Hashable, Sendable, CaseIterable {
    /// Who reads it and who writes it.
    case to, from, email, phone
    /// The job.
    case company, role
    /// Days: of the last talk with the reader, of the next one, and of what the ledger holds.
    case talk, next, applied, promised, asked, replied
    /// The day of the last talk, where the reader had no part in any.
    case held
    /// The day an answer is asked for by (L10); the user sets it.
    case due
    /// One question of the reader's own turns, or one of the user's that they answered (A58).
    case callback
    /// The company file (A61, A63, A91).
    case business, mission, event, source, challenge
    /// The same as parts of a sentence: see ``LetterClause``.
    case help, seek, news, tackle, before, wanted
    /// What the user wants next (A62) and does best.
    case goal, skills
    /// How they would tackle the challenge, and a similar problem they solved (A91).
    case approach, solved
    /// The one aspect in which more experience may have been wanted (A74).
    case aspect
    /// What a second look would show (A87).
    case second
    /// The three things, each with its example (A88).
    case things

    /// What is made of words of the user's: addresses and names stay as they are.
    static let prose: [Slot] = [
      .company, .role, .callback, .business, .mission, .event, .source, .challenge, .help, .seek,
      .news, .tackle, .before, .wanted, .goal, .skills, .approach, .solved, .aspect, .second,
    ]
  }

  /// What is the case or not. A template chooses between sentences by it and never misses it.
  public enum Flag: String, Hashable, Sendable, CaseIterable {
    /// The callback is the reader's question, or the user's.
    case theirs, mine
    /// There was a talk; they said no; the user stepped back; there is an offer.
    case interviewed, refused, withdrew, offer
    /// The user didn't accept their offer; they took another job.
    case passed, tookOther
    /// It is decided, and nothing comes of it.
    case over
    /// They said no, and it was the reader who told the user, or nobody is named as the reader.
    case toldMe
    /// The reader's reply said something; said nothing; or never came.
    case useful, declined, unanswered
    /// They are known to give no feedback; or said why already, so that nobody asks them whether it was this or that.
    case noFeedback, named
    /// The reader named the three things; there is only one of them.
    case told, single
    /// Something about the company is on file: then one may say that one read about them.
    case researched
    /// The callback went well, or badly: what was said chooses the sentence about it.
    case strong, weak
    /// The reader is the second, or the third, of those who took part, and so on from the fourth. For letters
    /// of the user's own; the shipped one has ``LetterWording``.
    case isSecond, isThird
    /// How the letter opens, recalls a moment, goes on, and ends: the first wording has none of them, and the
    /// others have one each and what says that it isn't the first. See ``LetterWording``.
    case opening2, opening3, opening4, opening5, anotherOpening
    case moment2, moment3, moment4, moment5, anotherMoment
    case middle2, middle3, middle4, middle5, anotherMiddle
    case closing2, closing3, closing4, closing5, anotherClosing
    /// The day they named is still to come.
    case expects
    /// Whose law binds the employer: the GDPR, or that of the United Kingdom.
    case eu, uk
  }

  /// One of the three things with the example that shows the opposite (A88).
  public struct Point: Hashable, Sendable {
    /// What stood in the way, in their words.
    public var thing: String
    /// The example.
    public var example: String
    /// Makes a point.
    public init(thing: String, example: String) {
      self.thing = thing
      self.example = example
    }
  }

  /// Who reads it, when they are on file.
  public var recipient: ID?
  /// The slots that are filled. A slot that is not here is missing: none is ever empty.
  public var slots: [Slot: String] = [:]
  /// What is the case.
  public var flags: Set<Flag> = []
  /// The points of ``Slot/things``.
  public var things: [Point] = []

  /// No facts at all.
  public init() {}

  /// Whether a slot is filled.
  public func has(_ slot: Slot) -> Bool {
    slot == .things ? !things.isEmpty : slots[slot] != nil
  }
}

extension LetterFacts {
  /// Days after which the company's news is no longer news (A63).
  static let freshDays = 183
  /// The question of the bank whose answer is the approach of L7 (A91).
  public static let approachQuestion = "How would you tackle the problem we have now?"
  /// The question of the bank whose answer is the similar problem of L7 (A91).
  public static let solvedQuestion =
    "Have you solved a problem like ours, and what came of it?"
  /// The two as they were worded before: answers on file are filed under those.
  static let earlierWords = [
    approachQuestion: "How would you tackle the problem they have now?",
    solvedQuestion: "Which problem like theirs have you solved, and what came of it?",
  ]
  /// The checklist item that opens the way to a second look (A87).
  static let secondLook = "second.gate"

  /// Reads what is on file. `to` is who reads the letter; `due` the day the user asks an answer by; `tookOther`
  /// whether the user accepted another job, which another application knows.
  public init(
    _ dossier: Dossier, to: Person?, profile: Profile? = nil, resume: Resume? = nil,
    due: Day? = nil, tookOther: Bool = false, now: Moment
  ) {
    let desk = LetterFactsDesk(dossier, to: to, now: now)
    recipient = to?.id
    let application = dossier.application
    func set(_ slot: Slot, _ text: String?) {
      let text = LetterText.clean(text ?? "")
      if !text.isEmpty { slots[slot] = text }
    }
    func said(_ day: Day) -> String {
      LetterText.date(day, today: now.day, language: language)
    }
    func set(_ slot: Slot, _ day: Day?) {
      slots[slot] = day.map(said)
    }
    let language = profile?.language ?? ""
    set(
      .to,
      to.map {
        SignedName.first(of: $0, in: dossier)
          ?? LetterText.titled(LetterText.greeted($0.name), language: language)
      })
    set(.from, profile?.name)
    set(.email, profile?.email)
    set(.phone, profile?.phone)
    set(.company, application.company)
    set(.role, LetterText.role(application.role))
    // Where the time was given by their clock, it may be another day for them than it is here.
    func set(_ slot: Slot, talk start: Moment?) {
      set(slot, start?.day)
      guard let start, let there = start.there?.day, there != start.day else { return }
      slots[slot]? += " (\(said(there)) for you)"
    }
    set(.talk, talk: desk.talk?.start)
    set(.next, talk: desk.next?.start)
    if to != nil, desk.talk == nil { set(.held, talk: desk.held?.start) }
    set(.applied, dossier.events.first { $0.kind == .applied }?.known)
    set(.promised, dossier.events.last { $0.kind == .promised }?.due)
    set(.asked, desk.ask?.asked)
    set(.replied, desk.reply?.received)
    set(.due, due)
    desk.phrases(profile: profile, resume: resume) { slot, text in
      let phrase = LetterText.phrase(text)
      if !phrase.isEmpty, !desk.retracts(phrase) { slots[slot] = phrase }
    }
    if slots[.event] == nil { slots[.source] = nil }
    slots[.aspect] = slots[.aspect].map { LetterClause.inner($0) }
    slots[.wanted] = slots[.aspect].map { LetterClause.wanted($0) }
    slots[.challenge] = slots[.challenge].map { LetterClause.ponder($0) }
    slots[.help] = slots[.mission].map { LetterClause.help($0) }
    slots[.seek] = slots[.goal].map { LetterClause.seek($0) }
    slots[.news] = slots[.event].map { LetterClause.news($0, company: application.company) }
    slots[.tackle] = slots[.approach].map { LetterClause.tackle($0) }
    slots[.before] = slots[.solved].map { LetterClause.solved($0) }
    // Whoever notes something types straight marks, and the letter around it has curly ones.
    for slot in Slot.prose { slots[slot] = slots[slot].map { LetterText.curled($0) } }
    flags = desk.flags(callback: slots[.callback] != nil)
    if tookOther { flags.insert(.tookOther) }
    things = (desk.points ?? []).map {
      Point(thing: LetterText.curled($0.thing), example: LetterText.curled($0.example))
    }
    if things.count == 1 { flags.insert(.single) }
  }
}
