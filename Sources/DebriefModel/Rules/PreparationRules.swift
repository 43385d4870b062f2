/// What can be worked out about the time before a talk. Pure: a dossier in, figures and findings
/// out.
public enum PreparationRules {
  /// What a company file answers (A17). An entry of the file has one of these as its text.
  public enum Prompt: String, Hashable, Sendable, CaseIterable {
    case whatTheyDo = "what they do"
    case mission, news, challenges, people
    case whyMe = "why me"
  }

  /// How full the company file is.
  public struct Completeness: Hashable, Sendable {
    /// The prompts that are answered.
    public var filled: Set<Prompt>
    /// Whether the first talk has begun, so that nothing more counts.
    public var frozen: Bool
    /// The share of all prompts, in percent.
    public var percent: Int { (filled.count * 100 + 3) / Prompt.allCases.count }
  }

  /// The start of the first round that was held; nil before one was.
  public static func firstStart(_ dossier: Dossier, now: Moment) -> Moment? {
    dossier.held(now: now).compactMap(\.start).min()
  }

  /// How full the company file is; once the first talk has begun, as it stood then (A17).
  public static func completeness(_ dossier: Dossier, now: Moment) -> Completeness {
    let start = firstStart(dossier, now: now)
    let frozen = start != nil
    var filled: Set<Prompt> = []
    for it in dossier.preparations where it.kind == .company && !it.detail.isEmpty {
      guard let prompt = Prompt(rawValue: it.text) else { continue }
      if frozen, let start, it.recorded >= start { continue }
      filled.insert(prompt)
    }
    return Completeness(filled: filled, frozen: frozen)
  }

  /// How the years held stand to the years asked for (A22).
  public enum Experience: String, Hashable, Sendable { case under, right, over }

  /// Under when a year is missing; over from twice as many, and three years more, on. Nil when one
  /// of the figures is not known.
  public static func experience(_ it: Preparation) -> Experience? {
    guard var required = it.required, var held = it.held else { return nil }
    // What was imported may be any number.
    required = max(0, min(required, 1000))
    held = max(0, min(held, 1000))
    if held < required { return .under }
    return held >= required * 2 && held - required >= 3 ? .over : .right
  }

  /// Whether the channel they asked for was not the one used (A14); false while one is not known.
  public static func channelMismatch(_ it: Application) -> Bool {
    let (asked, used) = (it.channelAsked.lowercased(), it.channelUsed.lowercased())
    return !asked.isEmpty && !used.isEmpty && asked != used
  }

  /// Whether it is an instruction or a document that was not done in time: by its day, and before
  /// the talk of that day; without a day, before the first talk (A13, A16).
  public static func isLate(_ it: Preparation, _ dossier: Dossier, now: Moment) -> Bool {
    guard it.kind == .instruction || it.kind == .document, it.state == .open else { return false }
    if let due = it.due {
      return due < now.day
        || dossier.held(now: now).contains { $0.start?.day == due }
    }
    return firstStart(dossier, now: now) != nil
  }

  /// Whether a talk has been held and fewer than two questions were asked in it (A36).
  public static func askedTooLittle(_ dossier: Dossier, now: Moment) -> Bool {
    guard firstStart(dossier, now: now) != nil else { return false }
    return max(asked(dossier), dossier.turns.count { $0.asker == .me }) < 2
  }

  /// How many questions of one's own were asked.
  public static func asked(_ dossier: Dossier) -> Int {
    dossier.preparations.filter { $0.kind == .question && $0.state == .asked }.count
  }

  /// The round to get ready for: the next one, else the last that was held, else the last.
  public static func round(_ dossier: Dossier, now: Moment) -> Interview? {
    dossier.ahead(now: now).min { ($0.start ?? now, $0.round) < ($1.start ?? now, $1.round) }
      ?? dossier.held(now: now).last ?? dossier.interviews.last
  }

  /// Whether the last talk was held without knowing what dress they expected (A18). Who ticked that they
  /// had found it out knew it, whatever the round says.
  public static func dressUnknown(_ dossier: Dossier, now: Moment) -> Bool {
    guard let it = round(dossier, now: now), it.start != nil, !ticked("dress", dossier) else {
      return false
    }
    return it.dressExpected.isEmpty && dossier.standing(it, now: now) == .held
  }

  /// Whether it was ticked in a debrief as something done before the interview: a word of the shipped
  /// question about that.
  public static func ticked(_ what: String, _ dossier: Dossier) -> Bool {
    dossier.responses.contains {
      $0.item == "habits.before" && !$0.isSkipped && Item.ticks($0.value).contains(what)
    }
  }
}

extension Recipe {
  /// The weakness an entry shows: something missed in time, or a claim that must be taken back. Nil
  /// when it shows none.
  public static func weakness(
    _ it: Preparation, _ dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> Finding? {
    switch it.kind {
    case .instruction where PreparationRules.isLate(it, dossier, now: now):
      missed("Missed one of their instructions: \(it.text)", "R-INSTR", dossier, &ids, now)
    case .document where PreparationRules.isLate(it, dossier, now: now):
      missed("Didn't send on time: \(it.text)", "R-INSTR", dossier, &ids, now)
    case .claim where it.state == .retract:
      missed("Couldn't back this up: \(it.text)", "R-FALSE", dossier, &ids, now)
    // Hopes the résumé raised and the talk did not meet, or the other way round (A97).
    case .claim where it.delivery == .unmet:
      delivered(
        "Your résumé promised more than you showed: \(it.text)", "R-OVERSOLD", dossier, &ids, now)
    case .claim where it.delivery == .notAsked && it.state == .provable:
      delivered("You have it, but it never came up: \(it.text)", "R-UNDERSOLD", dossier, &ids, now)
    default: nil
    }
  }

  private static func delivered(
    _ statement: String, _ reason: String, _ dossier: Dossier, _ ids: inout IDSource, _ now: Moment
  ) -> Finding {
    var finding = missed(statement, reason, dossier, &ids, now)
    finding.phase = .during
    finding.area = .presentation
    return finding
  }

  /// The weakness of not having asked what to wear (A18); nil when it was known.
  public static func dressWeakness(
    _ dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> Finding? {
    guard PreparationRules.dressUnknown(dossier, now: now) else { return nil }
    return missed("Didn't know what people wear there", "R-LOOK", dossier, &ids, now)
  }

  /// The weakness of having asked them fewer than two questions (A36); nil where two were asked.
  public static func fewQuestions(
    _ dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> Finding? {
    guard PreparationRules.askedTooLittle(dossier, now: now) else { return nil }
    return delivered("Asked them only one question, or none", "R-MOTIV", dossier, &ids, now)
  }

  private static func missed(
    _ statement: String, _ reason: String, _ dossier: Dossier, _ ids: inout IDSource, _ now: Moment
  ) -> Finding {
    Finding(id: ids.draw(), application: dossier.application.id, kind: .weakness, recorded: now) {
      $0.statement = statement
      $0.reason = reason
      $0.tier = .observed
      $0.phase = .before
      $0.area = .preparation
    }
  }

  /// The instruction that comes with a talk by video that is still ahead: test the connection the
  /// day before (A15). Nil when there is one already, and when the application ended before it.
  public static func videoTest(
    for interview: Interview, _ known: [Preparation], _ events: [Event], ids: inout IDSource,
    now: Moment
  ) -> Preparation? {
    let standing = interview.standing(events, now: now)
    guard interview.format == .video, standing == .ahead || standing == .undated else { return nil }
    if known.contains(where: \.isVideoTest) { return nil }
    return Preparation(
      id: ids.draw(), application: interview.application, kind: .instruction, recorded: now
    ) {
      $0.text = "test the video call"
      $0.due = interview.start?.day.adding(days: -1)
    }
  }
}

extension Recipe {
  /// The test of a video call moves along with the call; nil where it stood on another day, or is done.
  public static func movedTest(
    from old: Interview?, to new: Interview, _ known: [Preparation]
  ) -> Change.Operation? {
    guard new.format == .video, let old, let day = new.start?.day, day != old.start?.day,
      let test = known.first(where: {
        $0.isVideoTest && $0.state == .open
          && ($0.due == nil || $0.due == old.start?.day.adding(days: -1))
      })
    else { return nil }
    var next = test
    next.due = day.adding(days: -1)
    return .update(from: .preparation(test), to: .preparation(next))
  }
}

extension Preparation {
  /// The same in its next state; what is done has its day.
  public func cycled(on today: Day) -> Preparation {
    let states = kind.states
    var next = self
    let at = states.firstIndex(of: state) ?? -1
    next.state = states[(at + 1) % states.count]
    next.settle(on: today)
    return next
  }

  /// Gives what is done a day, and takes it from what is not.
  public mutating func settle(on today: Day) {
    if state == .done || state == .asked {
      done = done ?? today
    } else {
      done = nil
    }
  }
}
