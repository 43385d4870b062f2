import DebriefModel
import TestSupport

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

  mutating func entity(_ kind: Entity.Kind, of owner: ID, id: ID? = nil) -> Entity {
    let id = id ?? ids.draw()
    let when = moment()
    switch kind {
    case .application:
      var it = Application(id: id, created: when)
      (it.company, it.role, it.notes) = ("C" + name(), name(), text())
      (it.channelAsked, it.channelUsed, it.link) = (text(), text(), text())
      (it.payAsked, it.payOffered, it.resume) = (text(), text(), text())
      it.finalists = maybe(number(0...9))
      (it.payUsual, it.industry) = (maybe(text()), maybe(text()))
      (it.region, it.glad) = (maybe(one(Region.self)), maybe(Bool.random(using: &random)))
      return .application(it)
    case .person:
      var it = Person(id: id)
      (it.name, it.company, it.email, it.phone, it.notes) = (text(), text(), text(), text(), text())
      it.part = one(Person.Part.self)
      return .person(it)
    case .interview:
      var it = Interview(id: id, application: owner, recorded: when)
      (it.round, it.kind, it.format) = (
        number(1...5), one(Interview.Kind.self), one(Interview.Format.self)
      )
      (it.start, it.minutes) = (maybe(moment()), maybe(number(5...300)))
      it.people = (0..<number(0...3)).map { _ in ids.draw() }
      if number(0...9) == 0 { it.people.append(ID("odd \"id\", with \\")) }
      (it.dressExpected, it.dressWorn, it.notes) = (text(), text(), text())
      return .interview(it)
    case .event:
      var it = Event(
        id: id, application: owner, kind: one(Event.Kind.self), on: day(), recorded: when)
      (it.due, it.interview, it.person) = (maybe(day()), maybe(ids.draw()), maybe(ids.draw()))
      (it.words, it.tone) = (text(), maybe(one(Tone.self)))
      return .event(it)
    case .turn:
      var it = Turn(id: id, application: owner, recorded: when)
      (it.interview, it.position, it.asker) = (
        maybe(ids.draw()), number(-3...99), one(Turn.Asker.self)
      )
      (it.person, it.question, it.answer) = (maybe(ids.draw()), text(), text())
      (it.reaction, it.rating) = (maybe(one(Turn.Reaction.self)), maybe(number(1...5)))
      (it.delivery, it.parts) = (
        maybe(one(Turn.Delivery.self)), Array(Turn.Part.allCases.prefix(number(0...4)))
      )
      (it.prepared, it.better, it.mark) = (text(), text(), text())
      return .turn(it)
    case .finding:
      var it = Finding(id: id, application: owner, kind: one(Finding.Kind.self), recorded: when)
      (it.statement, it.phase, it.area) = ("S" + text(), one(Phase.self), maybe(one(Area.self)))
      (it.reason, it.weight, it.tier) = (text(), number(1...5), one(Tier.self))
      (it.evidence, it.control) = (maybe(Evidence(.turn, ids.draw())), maybe(one(Control.self)))
      it.rival = maybe(text())
      return .finding(it)
    case .feedback:
      var it = Feedback(id: id, application: owner, recorded: when)
      (it.from, it.person, it.channel) = (text(), maybe(ids.draw()), one(Channel.self))
      (it.asked, it.due, it.received) = (maybe(day()), maybe(day()), maybe(day()))
      (it.verbatim, it.qualification, it.aspect) = (text(), text(), text())
      (it.fit, it.comparison) = (text(), text())
      it.three = (0..<number(0...3)).map { _ in
        var thing = Feedback.Thing(text(), reason: text())
        (thing.example, thing.proof) = (maybe(text()), maybe(ids.draw()))
        return thing
      }
      (it.candour, it.closed) = (maybe(one(Candour.self)), Bool.random(using: &random))
      return .feedback(it)
    case .debrief:
      var it = Debrief(id: id, application: owner, branch: one(Branch.self), started: when)
      (it.resting, it.done, it.total) = (Bool.random(using: &random), number(0...9), number(0...20))
      (it.lesson, it.closed) = (text(), maybe(moment()))
      return .debrief(it)
    case .response:
      var it = Response(
        id: id, application: owner, debrief: ids.draw(), item: "D\(number(1...99))", answered: when)
      (it.value, it.skipped) = (text(), text())
      return .response(it)
    case .improvement:
      var it = Improvement(id: id, application: owner, recorded: when)
      (it.debrief, it.area, it.what) = (maybe(ids.draw()), one(Area.self), text())
      (it.place, it.proof, it.effort) = (text(), text(), one(Improvement.Effort.self))
      (it.state, it.testedBy, it.outcome) = (one(Improvement.State.self), maybe(ids.draw()), text())
      // Done is only what was tested, and learned what is proved.
      if it.state == .done {
        (it.outcome, it.proof) = ("it held " + it.outcome, "seen " + it.proof)
      }
      it.learning = maybe(Bool.random(using: &random))
      (it.options, it.cost, it.by) = (maybe(text()), maybe(text()), maybe(day()))
      return .improvement(it)
    case .letter:
      var it = Letter(id: id, application: owner, kind: "L\(number(1...10))", recorded: when)
      (it.to, it.subject, it.text) = (maybe(ids.draw()), text(), text())
      (it.state, it.heldUntil, it.sent) = (one(Letter.State.self), maybe(moment()), maybe(day()))
      (it.channel, it.due, it.answered) = (maybe(one(Channel.self)), maybe(day()), maybe(day()))
      (it.useful, it.override) = (maybe(Bool.random(using: &random)), maybe(text()))
      return .letter(it)
    case .forecast:
      var it = Forecast(
        id: id, application: owner, interview: maybe(ids.draw()), chance: 50, sealed: when)
      it.chance = number(-5...120)
      return .forecast(it)
    case .note:
      var it = Note(id: id, recorded: when)
      (it.application, it.kind, it.text) = (maybe(owner), one(Note.Kind.self), text())
      it.kept = maybe(Bool.random(using: &random))
      return .note(it)
    case .preparation:
      var it = Preparation(
        id: id, application: owner, kind: one(Preparation.Kind.self), recorded: when)
      (it.text, it.detail, it.state) = (text(), text(), one(Preparation.State.self))
      (it.required, it.held) = (maybe(number(0...30)), maybe(number(0...30)))
      (it.before, it.after) = (maybe(number(1...5)), maybe(number(1...5)))
      it.raised = maybe(Bool.random(using: &random))
      it.shown = maybe(one(Preparation.State.self))
      (it.due, it.done) = (maybe(day()), maybe(day()))
      return .preparation(it)
    case .mark:
      return .mark(
        Mark(
          id: id, application: owner, entry: text(), action: one(Mark.Action.self),
          until: maybe(day()), recorded: when))
    case .resume:
      var it = Resume(id: id, recorded: when)
      (it.name, it.reason, it.opening, it.skills) = (text(), text(), text(), text())
      return .resume(it)
    case .profile:
      var it = Profile()
      it.id = id
      (it.name, it.email, it.phone) = (text(), text(), text())
      (it.goals, it.available, it.language) = (text(), text(), text())
      return .profile(it)
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
