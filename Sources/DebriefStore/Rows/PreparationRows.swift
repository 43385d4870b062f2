import DebriefModel

extension Preparation: Stored {
  static let list = """
    id, application, kind, recorded, text, detail, state, required, held, \
    "before", "after", raised, shown, due, done
    """
  static let prose: Set<String> = ["text", "detail"]
  var entity: Entity { .preparation(self) }

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.id(), application: try row.id(), kind: try row.choice(),
      recorded: try row.moment())
    text = try row.text()
    detail = try row.text()
    state = try row.choice()
    required = try row.numberIfAny()
    held = try row.numberIfAny()
    before = try row.numberIfAny()
    after = try row.numberIfAny()
    raised = try row.numberIfAny().map { $0 != 0 }
    shown = try row.choiceIfAny()
    due = try row.dayIfAny()
    done = try row.dayIfAny()
  }
}

extension Mark: Stored {
  static let list = """
    id, application, entry, action, until, recorded
    """
  static let prose: Set<String> = []
  var entity: Entity { .mark(self) }

  init(_ row: inout RowReader) throws {
    let (id, application, entry) = (try row.id(), try row.id(), try row.text())
    let (action, until): (Mark.Action, Day?) = (try row.choice(), try row.dayIfAny())
    self.init(
      id: id, application: application, entry: entry, action: action, until: until,
      recorded: try row.moment())
  }
}

extension Resume: Stored {
  static let list = """
    id, recorded, name, reason, opening, skills
    """
  static let prose: Set<String> = ["reason", "opening", "skills"]
  var entity: Entity { .resume(self) }

  init(_ row: inout RowReader) throws {
    self.init(id: try row.id(), recorded: try row.moment())
    name = try row.text()
    reason = try row.text()
    opening = try row.text()
    skills = try row.text()
  }
}

extension Profile: Stored {
  static let list = """
    id, name, email, phone, goals, available, language
    """
  static let prose: Set<String> = ["goals"]
  static let lines: Set<String> = ["name", "available"]
  var entity: Entity { .profile(self) }

  init(_ row: inout RowReader) throws {
    self.init()
    id = try row.id()
    name = try row.text()
    email = try row.text()
    phone = try row.text()
    goals = try row.text()
    available = try row.text()
    language = try row.text()
  }
}
