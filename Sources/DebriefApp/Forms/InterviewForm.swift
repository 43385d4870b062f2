import DebriefModel
import TUI

/// The form of a round of talks.
struct InterviewForm: FormKind {
  static let name = "interview"

  /// The application.
  let id: ID
  /// The one that is edited; nil for a new one.
  let editing: ID?

  var application: ID? { id }
  var scope: [String] { [id.text, editing?.text ?? ""] }
  var label: String { "an interview" }
  var mainField: String { "notes" }
  var dayField: String { "start" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["start": .talk]
  }

  func known(_ values: [String: String], _ context: FormContext) -> [String: String] {
    ["people": KnownWords.people(values["people"] ?? "", context.recent, besides: id)]
  }

  func form(_ context: FormContext) -> Form {
    let it = stored(context)
    let round = it?.round ?? (context.dossier?.interviews.map(\.round).max() ?? 0) + 1
    let names = it?.people.compactMap { context.dossier?.person($0)?.name } ?? []
    return Form(
      title: it == nil ? "Add an interview" : "Edit round \(round)",
      fields: [
        FormField(id: "round", label: "Round", kind: .line, required: true, value: "\(round)")
          .whole(),
        FormField(
          id: "kind", label: "Kind", kind: .choice(choices(Interview.Kind.self, \.label)),
          value: (it?.kind ?? .other).rawValue),
        FormField(
          id: "start", label: "When", kind: .line, hint: "yesterday 14:30, 30 mar 10:00",
          value: it?.typedStart ?? ""),
        FormField(
          id: "minutes", label: "Minutes", kind: .line, value: it?.minutes.map(String.init) ?? ""
        ).whole().seldom(),
        FormField(
          id: "format", label: "Where or how",
          kind: .choice(
            [Choice(id: "", title: "not noted")] + choices(Interview.Format.self, \.label)),
          value: it?.format?.rawValue ?? ""),
        FormField(
          id: "people", label: "Who was there", kind: .line, hint: "names, separated by commas",
          value: names.joined(separator: ", ")),
        FormField(
          id: "dressExpected", label: "Dress code", kind: .line,
          value: it?.dressExpected ?? ""
        ).seldom(),
        FormField(
          id: "dressFrom", label: "Who told you that", kind: .line,
          hint: "HR, the recruiter, somebody who works there", value: it?.dressFrom ?? ""
        ).seldom(),
        FormField(id: "dressWorn", label: "What you wore", kind: .line, value: it?.dressWorn ?? "")
          .seldom(),
        FormField(id: "notes", label: "Notes", kind: .lines(rows: 3), value: it?.notes ?? ""),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = stored(context)
    var operations: [Change.Operation] = []
    var people: [ID] = []
    let colleagues = (context.dossier?.people ?? []).map(\.name)
    for named in RoomWords.people(values.line("people"), known: colleagues) {
      if let known = PeopleLookup.exact(named.name, among: context.dossier?.people ?? []) {
        people.append(known.id)
      } else {
        let person = Person(
          named, id: ids.draw(), at: context.dossier?.application.company ?? "")
        operations.append(.insert(.person(person)))
        people.append(person.id)
      }
    }
    var it = old ?? Interview(id: ids.draw(), application: id, recorded: context.now)
    guard let round = try values.number("round", 1...99) else {
      throw FormFault(field: "round", message: "Type the number of the round: 1 for the first.")
    }
    it.round = round
    it.kind = Interview.Kind(rawValue: values.line("kind")) ?? .other
    let start = try values.talk("start")
    it.start = start?.start
    it.dayOnly = start?.dayOnly == true ? true : nil
    it.minutes = try values.number("minutes", 1...1440)
    it.format = Interview.Format(rawValue: values.line("format"))
    it.people = people
    it.dressExpected = values.line("dressExpected")
    it.dressFrom = values.line("dressFrom").isEmpty ? nil : values.line("dressFrom")
    it.dressWorn = values.line("dressWorn")
    it.notes = values.line("notes")
    operations += store(old.map(Entity.interview), .interview(it))
    let known = context.dossier?.preparations ?? []
    let facts = context.dossier?.events ?? []
    if let test = Recipe.videoTest(for: it, known, facts, ids: &ids, now: context.now) {
      operations.append(.insert(.preparation(test)))
    } else if let moved = Recipe.movedTest(from: old, to: it, known) {
      operations.append(moved)
    }
    if old?.start != it.start, let back = reopening(it, operations, context, &ids) {
      operations.append(back)
    }
    return Change(old == nil ? "interview added" : "interview changed", operations)
  }

  /// Who books a round after a no has been asked back: the application is open again, or the round would
  /// be on no agenda (A92). Nil where nothing had ended.
  private func reopening(
    _ round: Interview, _ operations: [Change.Operation], _ context: FormContext,
    _ ids: inout IDSource
  ) -> Change.Operation? {
    guard let start = round.start, start > context.now,
      let next = context.dossier?.after(Change("", operations)),
      next.standing(round, now: context.now) == .off
    else { return nil }
    return .insert(
      .event(
        Event(
          id: ids.draw(), application: round.application, kind: .reopened, on: context.now.day,
          recorded: context.now)))
  }

  /// A round booked after an end asks once whether it is open again.
  func asks(before change: Change, in app: inout App) -> [Effect]? {
    guard let at = change.operations.firstIndex(where: InterviewForm.reopens),
      let end = app.desk.folder?.dossier.events.last(where: { $0.isDeciding })
    else { return nil }
    var closed = change
    closed.operations.remove(at: at)
    func option(_ title: String, _ key: String, _ change: Change) -> PickerOverlay.Option {
      .init(title, key: key) { _ in [.app { $0.finish(change) }] }
    }
    app.overlays.append(
      PickerOverlay(
        "\(end.kind.label), \(end.known?.short(today: app.desk.now.day) ?? "date not noted"): is this application open again?",
        [
          option("Yes, it's open again", "y", change),
          option("No, just keep the interview", "n", closed),
        ]))
    return []
  }

  private static func reopens(_ operation: Change.Operation) -> Bool {
    if case .insert(.event(let it)) = operation { it.kind == .reopened } else { false }
  }

  func edited(_ context: FormContext) -> [Entity] { entities(stored(context), Entity.interview) }

  private func stored(_ context: FormContext) -> Interview? {
    context.dossier?.interviews.first { $0.id == editing }
  }
}

extension InterviewForm {
  init?(scope: FormScope) {
    self.init(id: scope.application, editing: scope.id(1))
  }
}

extension FormPurpose {
  /// A round of talks; nil adds one.
  static func interview(_ id: ID, editing: ID?) -> Self {
    Self(InterviewForm(id: id, editing: editing))
  }
}
