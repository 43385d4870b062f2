import DebriefModel
import TUI

/// The form of a question and what was answered.
struct TurnForm: FormKind {
  static let name = "turn"

  /// The application.
  let id: ID
  /// The one that is edited; nil for a new one.
  let editing: ID?

  var application: ID? { id }
  var scope: [String] { [id.text, editing?.text ?? ""] }
  var label: String { "a question and answer" }
  var mainField: String { "answer" }

  func form(_ context: FormContext) -> Form {
    let it = stored(context)
    let people = TurnForm.people(context, it)
    let only = TurnForm.only(context)
    // Where there were several it is worth a row; the only one there was asked.
    let person = FormField(
      id: "person", label: "Who was it",
      kind: .choice(
        [Choice(id: "", title: "not noted")]
          + people.map { Choice(id: $0.id.text, title: $0.name) }),
      value: (it?.person ?? only)?.text ?? "")
    return Form(
      title: it == nil ? "A question and its answer" : "Edit this question and answer",
      fields: [
        FormField(
          id: "asker", label: "Who asked",
          kind: .choice([Choice(id: "them", title: "they"), Choice(id: "me", title: "I")]),
          value: (it?.asker ?? .them).rawValue),
        FormField(
          id: "question", label: "The question", kind: .line,
          hint: context.named("if you asked it, {press} {key.before} to say so"), required: true,
          value: it?.question ?? ""),
        FormField(
          id: "answer", label: "The answer", kind: .lines(rows: 3),
          hint: "as you remember it; half sentences are fine", value: it?.answer ?? ""),
      ] + (people.count > 1 ? [person] : []) + [
        FormField(
          id: "rating", label: "How good was it?",
          kind: .choice(
            [Choice(id: "", title: "not rated")]
              + ChecklistPane.ratings.enumerated().map {
                Choice(id: "\($0 + 1)", title: "\($0 + 1) \($1)")
              }), value: it?.rating.map(String.init) ?? ""),
        FormField(
          id: "reaction", label: "Their reaction",
          kind: .choice(
            [Choice(id: "", title: "not noted")] + choices(Turn.Reaction.self, \.label)),
          value: it?.reaction?.rawValue ?? ""
        ).seldom(),
        FormField(
          id: "delivery", label: "How it came across",
          kind: .choice(
            [Choice(id: "", title: "not noted")] + choices(Turn.Delivery.self, \.rawValue)),
          value: it?.delivery?.rawValue ?? ""
        ).seldom(),
        FormField(
          id: "parts", label: "Parts it had", kind: .line,
          hint: "any of: s situation, o obstacle, a action, r result",
          value: it?.parts.map { String($0.rawValue.prefix(1)) }.joined(separator: " ") ?? ""
        ).seldom(),
        FormField(
          id: "prepared", label: "What you had prepared", kind: .lines(rows: 2),
          value: it?.prepared ?? ""
        ).seldom(),
        FormField(
          id: "better", label: "A better answer", kind: .lines(rows: 2), value: it?.better ?? ""
        ).seldom(),
      ] + (people.count > 1 ? [] : [person.seldom(only?.text ?? "")]), start: "question")
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = stored(context)
    if values.line("question").isEmpty {
      throw FormFault(
        field: "question", message: "Type the question, or a word to remember it by.")
    }
    var it = old ?? Turn(id: ids.draw(), application: id, recorded: context.now)
    if old == nil {
      it.position = (context.dossier?.turns.map(\.position).max() ?? 0) + 1
      it.interview =
        context.dossier?.interviews.last {
          [.held, .undated].contains(context.dossier?.standing($0, now: context.now))
        }?.id
    }
    it.asker = Turn.Asker(rawValue: values.line("asker")) ?? .them
    // Of a question of one's own, it is who answered: a letter may thank them for that (A58).
    it.person = values.line("person").isEmpty ? nil : ID(values.line("person"))
    it.question = values.line("question")
    if it.asker == .them, it.person == nil || it.person == TurnForm.only(context),
      let named = Transcript.asked(it.question, among: TurnForm.people(context, it))
    {
      (it.question, it.person) = (named.question, named.person)
    }
    it.answer = values.line("answer")
    it.rating = Int(values.line("rating"))
    it.reaction = Turn.Reaction(rawValue: values.line("reaction"))
    it.delivery = Turn.Delivery(rawValue: values.line("delivery"))
    it.parts = []
    for word in values.line("parts").lowercased().split(whereSeparator: { $0 == " " || $0 == "," })
    {
      guard
        let part = Turn.Part.allCases.first(where: {
          $0.rawValue.hasPrefix(word) || word == "t" && $0 == .obstacle
        })
      else {
        throw FormFault(
          field: "parts",
          message: "\"\(word)\" isn't one of the parts. "
            + "Use s (situation), o (obstacle), a (what you did), and r (result).")
      }
      if !it.parts.contains(part) { it.parts.append(part) }
    }
    it.prepared = values.line("prepared")
    it.better = values.line("better")
    return Change(
      old == nil ? "question and answer added" : "question and answer changed",
      AskedQuestions.ticked([it], context.dossier?.preparations ?? [], today: context.now.day)
        + store(old.map(Entity.turn), .turn(it)))
  }

  func edited(_ context: FormContext) -> [Entity] { entities(stored(context), Entity.turn) }

  /// An answer that missed, and that no weakness leads to yet, can become one (A31).
  func follow(_ change: Change, in app: inout App) -> [Effect] {
    let dossier = app.desk.folder?.dossier
    if editing == nil, let dossier, PromisedForm.isWanted(dossier, now: app.desk.now) {
      app.overlays.append(PromisedForm.question(id))
    }
    var turn = dossier?.turns.first { $0.id == editing }
    if case .turn(let saved)? = change.operations.last?.entity { turn = saved }
    guard let it = turn, let dossier, let rating = it.rating, rating <= 2,
      !ScriptPane.isLinked(it, dossier)
    else { return [] }
    app.overlays.append(ScriptPane.missedPicker(it))
    return []
  }

  /// Those who may have asked: whoever was in a room, and who asked it so far.
  private static func people(_ context: FormContext, _ it: Turn?) -> [Person] {
    let ids = Set(context.dossier?.interviews.flatMap(\.people) ?? []).union(
      it?.person.map { [$0] } ?? [])
    return context.dossier?.people.filter { ids.contains($0.id) } ?? []
  }

  /// The only one there was, when there was one.
  private static func only(_ context: FormContext) -> ID? {
    let all = people(context, nil)
    return all.count == 1 ? all[0].id : nil
  }

  private func stored(_ context: FormContext) -> Turn? {
    context.dossier?.turns.first { $0.id == editing }
  }
}

extension TurnForm {
  init?(scope: FormScope) {
    self.init(id: scope.application, editing: scope.id(1))
  }
}

extension FormPurpose {
  /// A question and what was answered; nil adds one.
  static func turn(_ id: ID, editing: ID?) -> Self {
    Self(TurnForm(id: id, editing: editing))
  }
}
