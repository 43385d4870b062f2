// What the values of the model are called on a screen or a page. One place, so that the same thing
// has the same name everywhere.

extension Interview.Kind {
  /// As a list shows it.
  public var label: String {
    switch self {
    case .screening: "phone"
    case .technical: "technical"
    case .panel: "panel"
    case .manager: "manager"
    case .final: "final"
    case .other: "interview"
    }
  }

  /// As a sentence has it: `phone interview`, `panel interview`.
  public var spoken: String {
    switch self {
    case .other: label
    case .manager: "interview with the manager"
    default: "\(label) interview"
    }
  }
}

extension Interview {
  /// When it begins, as it can be typed and means the same again: `2026-03-09 14:00`, the day alone, or
  /// with the offset where the rest would not say it; nil when unknown.
  public var startText: String? {
    guard let start else { return nil }
    if !hasHour { return "\(start.day)" }
    let isPlain =
      start.there == nil && start.at(start.day, hour: start.hour, minute: start.minute) == start
    return isPlain ? "\(start.day) \(start.clock)" : start.description
  }

  /// The same as a form has it: `9 Mar 2026 14:00`. Where only an offset says what is meant, it stays as
  /// ``startText`` has it.
  public var typedStart: String? {
    guard let start, let text = startText else { return nil }
    let day = start.day.description
    return text == day || text == "\(day) \(start.clock)"
      ? start.day.typed + text.dropFirst(day.count) : text
  }

  /// When it begins, for a list: `9 Mar 2026 14:00`, or the day alone; nil when unknown.
  public var startLabel: String? {
    start.map { hasHour ? "\($0.day.typed) \($0.clockText)" : $0.day.typed }
  }

  /// `, 16:00 (10:00 there)` for a round whose time they gave by the clock of another zone; else nothing.
  public var elsewhere: String {
    guard hasHour, let start, start.there != nil else { return "" }
    return ", \(start.clockText)"
  }

  /// When it begins, as it is read: `14:00`, or `16:00 (10:00 there)` where they gave the time of another
  /// zone; nil when no hour is known.
  public var clockText: String? { hasHour ? start?.clockText : nil }
}

extension Interview.Format {
  /// As a form shows it.
  public var label: String {
    switch self {
    case .inPerson: "in person"
    case .video: "video"
    case .phone: "phone"
    }
  }
}

extension Stage {
  /// As a list shows it.
  public var label: String {
    switch self {
    case .none: "·"
    case .applied: "applied"
    case .invited: "invited"
    case .interviewed(let round, let kind):
      kind == .other ? "round \(round)" : kind.label
    case .offered: "offer"
    }
  }
}

extension Outcome {
  /// As a list shows it: `rejected 3 d`.
  public func label(today: Day) -> String {
    func ago(_ word: String, _ day: Day?) -> String {
      guard let day else { return word }
      let days = max(0, day.days(to: today))
      return days == 0 ? "\(word) today" : "\(word) \(days) d"
    }
    return switch self {
    case .waiting: "waiting"
    case .rejected(let day): ago("rejected", day)
    case .silent(0, _): "no reply"
    case .silent(let days, _): "no reply \(days) d"
    case .withdrew(let day): ago("withdrew", day)
    case .offer(let day): ago("offer", day)
    case .accepted(let day): ago("accepted", day)
    case .declined(let day): ago("declined", day)
    }
  }

  /// In words, with its day where it is known: `rejected 25 Nov`, `no reply, 31 days`. A day of another year that is not just
  /// over is told by its month.
  public func said(today: Day) -> String {
    func on(_ word: String, _ day: Day?) -> String {
      guard let day else { return word }
      if day == today { return "\(word) today" }
      let month = Day.months[day.month - 1].prefix(3)
      let isNear = day.year == today.year || (0..<100).contains(day.days(to: today))
      return isNear ? "\(word) \(day.brief)" : "\(word) \(month) \(day.year)"
    }
    return switch self {
    case .waiting: "waiting"
    case .rejected(let day): on("rejected", day)
    case .silent(0, _): "no reply"
    case .silent(let days, _) where days >= 1000: "no reply, \(days / 365) years"
    case .silent(let days, _): "no reply, \(days) \(days == 1 ? "day" : "days")"
    case .withdrew(let day): on("withdrew", day)
    case .offer(let day): on("offer", day)
    case .accepted(let day): on("accepted", day)
    case .declined(let day): on("declined", day)
    }
  }

  /// The same where there is room: silence that was counted as a no is called what its event is called, so
  /// that a page says it in one way.
  public func told(today: Day) -> String {
    if case .silent(_, confirmed: true) = self { return Event.Kind.silent.label }
    return said(today: today)
  }
}

extension Phase {
  /// As a form shows it.
  public var label: String { rawValue }
}

extension Area {
  /// As a form shows it.
  public var label: String {
    switch self {
    case .resume: "résumé"
    case .presentation: "how you came across"
    case .appearance: "appearance"
    case .behaviour: "behavior"
    case .skills: "skills"
    case .preparation: "preparation"
    }
  }
}

extension Tier {
  /// As a form shows it.
  public var label: String {
    switch self {
    case .guess: "a guess"
    case .inference: "a hunch, from signs you noticed"
    case .observed: "something you saw"
    case .stated: "they told you"
    case .record: "in their records"
    }
  }

  /// What something so sure rests on, part by part: `they told you`, `Q3`. What one saw oneself is most of
  /// them and goes without saying.
  public func grounds(answer: Int?) -> [String] {
    (self == .observed ? [] : [label]) + (answer.map { ["Q\($0)"] } ?? [])
  }
}

extension Event.Kind {
  /// As a timeline shows it.
  public var label: String {
    switch self {
    case .applied: "applied"
    case .acknowledged: "application received"
    case .invited: "invited"
    case .held: "interviewed"
    case .thanked: "thank-you sent"
    case .promised: "answer promised"
    case .chased: "asked for an update"
    case .refused: "they said no"
    case .silent: "no reply, counted as a no"
    case .withdrew: "withdrew"
    case .offered: "offer"
    case .accepted: "accepted"
    case .declined: "declined the offer"
    case .feedbackAsked: "asked for feedback"
    case .feedbackReceived: "got feedback"
    case .reopened: "reopened"
    case .debriefClosed: "debrief finished"
    }
  }
}

extension Region {
  /// As a form shows it.
  public var label: String {
    switch self {
    case .eu: "in the EU"
    case .uk: "in the UK"
    case .other: "somewhere else"
    }
  }
}

extension Channel {
  /// As a log shows it.
  public var label: String {
    switch self {
    case .email: "email"
    case .phone: "phone"
    case .inPerson: "in person"
    case .other: "other"
    case .adviser: "an adviser"
    }
  }
}

extension Candour {
  /// As a form shows it.
  public var label: String {
    switch self {
    case .declined: "wouldn't say"
    case .boilerplate: "a form letter"
    case .general: "general"
    case .specific: "specific"
    case .example: "specific, with an example"
    }
  }
}

extension Feedback.Gap {
  /// As a form and a log show it.
  public var label: String {
    switch self {
    case .notAsked: "you have it; they never asked"
    case .shownWeakly: "you have it; it didn't show"
    case .lacking: "you don't have it yet"
    }
  }
}

extension Improvement {
  /// What to do, and where or when: `Name two failure modes (when: next technical round)`.
  public var sentence: String { place.isEmpty ? what : "\(what) (when: \(place))" }
}

extension Improvement.Effort {
  /// As a list shows it.
  public var label: String {
    switch self {
    case .small: "little effort"
    case .medium: "some effort"
    case .large: "a lot of effort"
    }
  }
}

extension Turn.Reaction {
  /// As a form shows it.
  public var label: String {
    switch self {
    case .interest: "wanted to hear more"
    case .neutral: "stayed neutral"
    case .movedOn: "moved on quickly"
    case .pushedBack: "pushed back"
    }
  }
}

extension Branch {
  /// As a header shows it.
  public var label: String {
    switch self {
    case .rejectedAfterInterview: "rejected after an interview"
    case .rejectedWithoutInterview: "rejected without an interview"
    case .ghosted: "no reply"
    case .withdrew: "your decision"
    case .acceptedElsewhere: "took the job"
    }
  }
}

extension Preparation.Kind {
  /// As a heading shows it.
  public var label: String {
    switch self {
    case .instruction: "instructions"
    case .document: "documents"
    case .company: "the company"
    case .requirement: "requirements"
    case .fit: "fit, both ways"
    case .claim: "what your résumé says"
    case .question: "your questions"
    case .answer: "answers"
    }
  }

  /// One of them, as a form names it.
  public var one: String {
    switch self {
    case .instruction: "an instruction"
    case .document: "a document"
    case .company: "a note on the company"
    case .requirement: "a requirement"
    case .fit: "a point about fit"
    case .claim: "a résumé claim"
    case .question: "a question of yours"
    case .answer: "an answer"
    }
  }
}

extension Preparation {
  /// How it stands, as a form and a page show it; the same state reads differently by kind.
  public static func label(_ state: State, _ kind: Kind) -> String {
    switch (state, kind) {
    case (.open, .question): "planned"
    case (.open, .requirement): "not checked yet"
    case (.open, .fit): "not rated yet"
    case (.done, .document): "sent"
    case (.done, .answer): "rehearsed"
    case (.done, .company): "you know it"
    case (.needsProof, _): "needs proof"
    default: state.rawValue
    }
  }
}

extension Person.Part {
  /// As a form shows it.
  public var label: String {
    switch self {
    case .interviewer: "interviewer"
    case .manager: "hiring manager"
    case .hr: "HR"
    case .recruiter: "recruiter"
    case .other: "other"
    }
  }
}
