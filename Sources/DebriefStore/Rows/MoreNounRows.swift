import DebriefModel

// See NounRows.swift.

extension Debrief: Stored {
  static let list = """
    id, application, branch, started, resting, done, total, lesson, closed
    """
  static let prose: Set<String> = ["lesson"]
  static let counted: Set<String> = ["done"]
  static let passing: Set<String> = ["done", "total"]
  var entity: Entity { .debrief(self) }

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.id(), application: try row.id(), branch: try row.choice(),
      started: try row.moment())
    resting = try row.flag()
    done = try row.number()
    total = try row.number()
    lesson = try row.text()
    closed = try row.momentIfAny()
  }
}

extension Response: Stored {
  static let list = """
    id, application, debrief, item, answered, value, skipped
    """
  static let prose: Set<String> = ["value", "skipped"]
  static let passing: Set<String> = ["answered"]
  // A choice, a number or a day is no prose: two of them in one answer would be neither. What is
  // chosen is stored as small letters, digits, points and dashes; a typed answer is seldom only that.
  static func both(_ column: String, base: String, ours: String, theirs: String) -> String? {
    let isChosen = (ours + theirs).allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "." || $0 == "-")
    }
    guard prose.contains(column), !isChosen else { return nil }
    let phases = Set(Phase.allCases.map(\.rawValue)).union(["none"])
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    if phases.isSuperset(of: words(ours) + words(theirs)) {
      // Which phases nothing was found in: several words, and still chosen.
      let both = words(theirs) + words(ours).filter { !words(theirs).contains($0) }
      return both.filter { $0 != "none" }.joined(separator: " ")
    }
    return BothTexts.merged(base: base, ours: ours, theirs: theirs)
  }
  var entity: Entity { .response(self) }

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.id(), application: try row.id(), debrief: try row.id(), item: try row.text(),
      answered: try row.moment())
    value = try row.text()
    skipped = try row.text()
  }
}

extension Improvement: Stored {
  static let list = """
    id, application, recorded, debrief, area, what, place, proof, effort, learning, options, \
    cost, "by", state, \
    testedBy, outcome
    """
  static let prose: Set<String> = []
  static let lines: Set<String> = ["what", "place", "proof", "options", "cost", "outcome"]
  var entity: Entity { .improvement(self) }

  init(_ row: inout RowReader) throws {
    self.init(id: try row.id(), application: try row.id(), recorded: try row.moment())
    debrief = row.idIfAny()
    area = try row.choice()
    what = try row.text()
    place = try row.text()
    proof = try row.text()
    effort = try row.choice()
    learning = try row.numberIfAny().map { $0 != 0 }
    options = row.textIfAny()
    cost = row.textIfAny()
    by = try row.dayIfAny()
    state = try row.choice()
    testedBy = row.idIfAny()
    outcome = try row.text()
  }
}

extension Letter: Stored {
  static let list = """
    id, application, kind, recorded, "to", subject, text, state, heldUntil, sent, channel, due, \
    answered, useful, override
    """
  static let prose: Set<String> = ["text", "override"]
  static let lines: Set<String> = ["subject"]
  var entity: Entity { .letter(self) }

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.id(), application: try row.id(), kind: try row.text(), recorded: try row.moment())
    to = row.idIfAny()
    subject = try row.text()
    text = try row.text()
    state = try row.choice()
    heldUntil = try row.momentIfAny()
    sent = try row.dayIfAny()
    channel = try row.choiceIfAny()
    due = try row.dayIfAny()
    answered = try row.dayIfAny()
    useful = try row.numberIfAny().map { $0 != 0 }
    override = row.textIfAny()
  }
}

extension Forecast: Stored {
  static let list = """
    id, application, interview, chance, sealed
    """
  static let prose: Set<String> = []
  var entity: Entity { .forecast(self) }

  init(_ row: inout RowReader) throws {
    let (id, application, interview) = (try row.id(), try row.id(), row.idIfAny())
    let chance = try row.number()
    self.init(
      id: id, application: application, interview: interview, chance: chance,
      sealed: try row.moment())
    self.chance = chance  // As it was stored: making one would round it off.
  }
}

extension Note: Stored {
  static let list = """
    id, recorded, application, kind, kept, text
    """
  static let prose: Set<String> = ["text"]
  var entity: Entity { .note(self) }

  init(_ row: inout RowReader) throws {
    self.init(id: try row.id(), recorded: try row.moment())
    application = row.idIfAny()
    kind = try row.choice()
    kept = try row.numberIfAny().map { $0 != 0 }
    text = try row.text()
  }
}
