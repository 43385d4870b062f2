import TestSupport

@testable import DebriefModel

/// Draws things with every field filled, or left out, at random.
struct Inventor {
  var random: Seeded
  var ids: IDSource
  var texts = Inventor.texts
  init(seed: UInt64) {
    random = Seeded(seed: seed)
    ids = IDSource(seed: seed)
  }

  static let texts = [
    "", "", "Nordlicht", "a longer text about the outage", "Zoë said \"no\"", "日本語のテキスト", "'; DROP",
    "two\nlines", "tab\tand / slash \\ back", "nul\0inside", "👩🏽‍💻 emoji", "e\u{301}té",
    "\u{202E}bidi",
    "[\"x\"]", "{}", "— also: ", "100 %",
  ]

  mutating func text() -> String { texts.randomElement(using: &random)! }
  /// A text that may name a company or a job: one line.
  mutating func name() -> String {
    let text = text()
    return Application.nameFault(text, of: "") == nil ? text : "Nordlicht"
  }
  mutating func one<T: CaseIterable>(_ type: T.Type) -> T {
    T.allCases.randomElement(using: &random)!
  }
  mutating func maybe<T>(_ value: T) -> T? { Bool.random(using: &random) ? value : nil }
  mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }
  mutating func moment() -> Moment {
    Moment(seconds: number(1_700_000_000...1_900_000_000), offset: number(-840...840))
  }
  mutating func day() -> Day { Day(number: number(18_000...22_000)) }
  mutating func pick(_ from: [ID]) -> ID? { from.randomElement(using: &random) }

  /// One of a noun, from what it says of its properties; nothing a rule of the model refuses.
  mutating func entity(_ kind: Entity.Kind, of owner: ID, id: ID? = nil) -> Entity {
    let id = id ?? ids.draw()
    func drawn<N: Noun>(_ type: N.Type) -> Entity {
      let values = N.shape.fields.map { value($0, of: owner, id: id) }
      return try! N.shape.read(values).entity
    }
    switch drawn(kind.type) {
    case .application(var it):
      (it.company, it.role) = ("C" + name(), name())
      return .application(it)
    case .finding(var it):
      (it.statement, it.weight) = ("S" + it.statement, number(1...5))
      return .finding(it)
    case .improvement(var it):
      // Done is only what was tested, and learned what is proved.
      if it.state == .done {
        (it.outcome, it.proof) = ("it held " + it.outcome, "seen " + it.proof)
      }
      return .improvement(it)
    case let it: return it
    }
  }

  private mutating func value<N: Noun>(_ field: Field<N>, of owner: ID, id: ID) -> FieldValue {
    if field.name == "id" { return .text(id.text) }
    if !field.isRequired, Bool.random(using: &random) { return .none }
    switch field.kind {
    case .text: return .text(text())
    case .day: return .text(day().description)
    case .moment: return .text(moment().description)
    case .number: return .number(number(-3...99))
    case .flag: return .number(number(0...1))
    case .choice:
      let choices = (field.choices ?? []).filter { $0 != .none }
      return choices.randomElement(using: &random) ?? .none
    case .reference: return field.name == "application" ? owner.stored : ids.draw().stored
    case .parts: return parts(field.name)
    }
  }

  /// What a field of this name is made of; a new one begins as an empty list.
  private mutating func parts(_ name: String) -> FieldValue {
    switch name {
    case "people":
      var people = (0..<number(0...3)).map { _ in ids.draw() }
      if number(0...9) == 0 { people.append(ID("odd \"id\", with \\")) }
      return people.stored
    case "parts": return Array(Turn.Part.allCases.prefix(number(0...4))).stored
    case "three":
      return (0..<number(0...3)).map { _ in
        var thing = Feedback.Thing(text(), reason: text())
        (thing.example, thing.proof) = (maybe(text()), maybe(ids.draw()))
        return thing
      }.stored
    case "evidence": return Evidence(.turn, ids.draw()).stored
    case "earlier":
      return (0..<number(1...2)).map { _ in
        Event.Earlier(on: day(), due: maybe(day()), until: moment())
      }.stored
    default: return .text("[]")
    }
  }
}

/// What is stored, as a plain table: draws changes that are sound, and carries them out.
struct Ledger {
  var things: [Entity.Kind: [ID: Entity]] = [:]
  var invent: Inventor
  init(seed: UInt64) { invent = Inventor(seed: seed) }

  var applications: [ID] { (things[.application] ?? [:]).keys.sorted() }

  mutating func carryOut(_ operation: Change.Operation) {
    let it = operation.entity
    if case .delete = operation {
      things[it.kind]?[it.id] = nil
    } else {
      things[it.kind, default: [:]][it.id] = it
    }
  }

  /// A change of one to four operations.
  mutating func change() -> Change {
    var operations: [Change.Operation] = []
    func used(_ id: ID) -> Bool { operations.contains { $0.entity.id == id } }
    for _ in 0..<invent.number(1...4) {
      guard let owner = invent.pick(applications), invent.number(0...9) > 0 else {
        let it = invent.entity(.application, of: ID(""))
        operations.append(.insert(it))
        carryOut(operations[operations.count - 1])
        continue
      }
      let kind = invent.one(Entity.Kind.self)
      let there = (things[kind] ?? [:]).keys.sorted().filter { !used($0) }
      let dice = invent.number(0...9)
      if dice < 5 || there.isEmpty {
        operations.append(.insert(invent.entity(kind, of: owner)))
      } else if let id = invent.pick(there), let old = things[kind]?[id] {
        if dice < 8 {
          if kind == .forecast { continue }  // sealed: it may go, and never changes
          var new = invent.entity(kind, of: owner, id: id)
          if case (.feedback(let from), .feedback(var to)) = (old, new) {
            to.verbatim = from.verbatim + to.verbatim
            new = .feedback(to)
          }
          if new == old { continue }
          operations.append(.update(from: old, to: new))
        } else if kind == .application {
          if operations.isEmpty { return remove(id) }
          continue
        } else {
          operations.append(.delete(old))
        }
      }
      carryOut(operations[operations.count - 1])
    }
    return Change("step", operations)
  }

  /// Deletes an application with all that is its own, the application first.
  private mutating func remove(_ id: ID) -> Change {
    let own = Entity.Kind.allCases.flatMap { kind in
      (things[kind] ?? [:]).values.filter { $0.application == id }.sorted { $0.id < $1.id }
    }
    let operations = own.map { Change.Operation.delete($0) }
    for operation in operations { carryOut(operation) }
    return Change("delete application", operations)
  }

  var archive: Archive {
    var archive = Archive()
    for kind in Entity.Kind.allCases {
      for it in (things[kind] ?? [:]).values.sorted(by: { $0.id < $1.id }) { archive.append(it) }
    }
    return archive
  }
}
