import DebriefModel

// How each noun is read from its table. `list` holds the names of its properties, in the order of
// the table; `prose` are those in which two people's words are both kept when edits meet.

extension Application: Stored {
  static let list = """
    id, created, company, role, channelAsked, channelUsed, link, payAsked, payOffered, \
    payUsual, industry, resume, finalists, region, glad, notes
    """
  static let prose: Set<String> = ["notes"]
  static let lines: Set<String> = [
    "company", "role", "channelAsked", "channelUsed", "payAsked", "payOffered", "payUsual",
    "industry",
  ]
  var entity: Entity { .application(self) }

  init(_ row: inout RowReader) throws {
    self.init(id: try row.id(), created: try row.moment())
    company = try row.text()
    role = try row.text()
    channelAsked = try row.text()
    channelUsed = try row.text()
    link = try row.text()
    payAsked = try row.text()
    payOffered = try row.text()
    payUsual = row.textIfAny()
    industry = row.textIfAny()
    resume = try row.text()
    finalists = try row.numberIfAny()
    region = try row.choiceIfAny()
    glad = try row.numberIfAny().map { $0 != 0 }
    notes = try row.text()
  }
}

extension Person: Stored {
  static let list = """
    id, name, part, company, email, phone, notes
    """
  static let prose: Set<String> = ["notes"]
  static let lines: Set<String> = ["name", "company"]
  var entity: Entity { .person(self) }

  init(_ row: inout RowReader) throws {
    self.init(id: try row.id())
    name = try row.text()
    part = try row.choice()
    company = try row.text()
    email = try row.text()
    phone = try row.text()
    notes = try row.text()
  }
}

extension Interview: Stored {
  static let list = """
    id, application, recorded, round, kind, format, start, dayOnly, minutes, people, dressExpected, \
    dressWorn, notes
    """
  static let prose: Set<String> = ["notes"]
  static let lines: Set<String> = ["dressExpected", "dressWorn"]
  static let passing: Set<String> = ["dayOnly"]
  var entity: Entity { .interview(self) }

  init(_ row: inout RowReader) throws {
    self.init(id: try row.id(), application: try row.id(), recorded: try row.moment())
    round = try row.number()
    kind = try row.choice()
    format = try row.choiceIfAny()
    start = try row.momentIfAny()
    dayOnly = try row.numberIfAny().map { $0 != 0 }
    // A day is the same day for whoever reads it: it is no point in time.
    if dayOnly == true { start = start?.asWritten }
    minutes = try row.numberIfAny()
    people = try row.ids()
    dressExpected = try row.text()
    dressWorn = try row.text()
    notes = try row.text()
  }
}

extension Event: Stored {
  static let list = """
    id, application, kind, "on", recorded, due, interview, person, words, tone, earlier
    """
  static let prose: Set<String> = ["words"]
  var entity: Entity { .event(self) }

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.id(), application: try row.id(), kind: try row.choice(), on: try row.day(),
      recorded: try row.moment())
    due = try row.dayIfAny()
    interview = row.idIfAny()
    person = row.idIfAny()
    words = try row.text()
    tone = try row.choiceIfAny()
    earlier = try row.jsonIfAny()
  }
}

extension Turn: Stored {
  static let list = """
    id, application, recorded, interview, position, asker, person, question, answer, \
    reaction, rating, delivery, parts, prepared, better, mark
    """
  static let prose: Set<String> = ["answer", "prepared", "better"]
  static let lines: Set<String> = ["question"]
  static let passing: Set<String> = ["position"]
  var entity: Entity { .turn(self) }

  init(_ row: inout RowReader) throws {
    self.init(id: try row.id(), application: try row.id(), recorded: try row.moment())
    interview = row.idIfAny()
    position = try row.number()
    asker = try row.choice()
    person = row.idIfAny()
    question = try row.text()
    answer = try row.text()
    reaction = try row.choiceIfAny()
    rating = try row.numberIfAny()
    delivery = try row.choiceIfAny()
    parts = try row.choices()
    prepared = try row.text()
    better = try row.text()
    mark = try row.text()
  }
}

extension Finding: Stored {
  static let list = """
    id, application, kind, recorded, statement, phase, area, reason, weight, tier, \
    evidence, control, rival
    """
  static let prose: Set<String> = []
  static let lines: Set<String> = ["statement", "rival"]
  var entity: Entity { .finding(self) }

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.id(), application: try row.id(), kind: try row.choice(),
      recorded: try row.moment())
    statement = try row.text()
    phase = try row.choice()
    area = try row.choiceIfAny()
    reason = try row.text()
    weight = try row.number()
    guard let tier = Tier(rawValue: try row.number()) else { throw Unreadable() }
    self.tier = tier
    evidence = try row.evidence()
    control = try row.choiceIfAny()
    rival = row.textIfAny()
  }
}

extension Feedback: Stored {
  static let list = """
    id, application, recorded, "from", person, channel, asked, due, received, verbatim, \
    qualification, aspect, fit, comparison, three, candour, closed
    """
  static let prose: Set<String> = ["verbatim"]
  static let lines: Set<String> = ["from", "qualification", "aspect", "fit", "comparison"]
  // What they said stays as it is and only gets more.
  static func both(_ column: String, base: String, ours: String, theirs: String) -> String? {
    guard prose.contains(column) || lines.contains(column) else { return nil }
    return BothTexts.merged(
      base: base, ours: ours, theirs: theirs, inLine: lines.contains(column),
      onlyGrows: column == "verbatim")
  }
  var entity: Entity { .feedback(self) }

  init(_ row: inout RowReader) throws {
    self.init(id: try row.id(), application: try row.id(), recorded: try row.moment())
    from = try row.text()
    person = row.idIfAny()
    channel = try row.choice()
    asked = try row.dayIfAny()
    due = try row.dayIfAny()
    received = try row.dayIfAny()
    verbatim = try row.text()
    qualification = try row.text()
    aspect = try row.text()
    fit = try row.text()
    comparison = try row.text()
    three = try row.things()
    candour = try row.choiceIfAny()
    closed = try row.flag()
  }
}
