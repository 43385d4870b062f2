import DebriefModel
import TUI

/// The form of a written answer of the checklist.
struct AnswerForm: FormKind {
  static let name = "answer"

  /// The application.
  let id: ID
  /// The question, by its name in the checklist.
  let item: String

  var application: ID? { id }
  var scope: [String] { [id.text, item] }
  var label: String { "an answer" }
  var mainField: String { "answer" }
  var isAnswer: Bool { true }

  func days(_ context: FormContext) -> [String: FormDay] {
    let entry = context.wizard?.everything.first { $0.item.id == item }
    return entry?.item.kind == .date ? ["answer": .day(.nearest)] : [:]
  }

  func form(_ context: FormContext) -> Form {
    let entry = context.wizard?.everything.first { $0.item.id == item }
    let stored = entry?.response?.value ?? ""
    var value = stored
    if stored.isEmpty, entry?.item.binds == .refusalWords {
      value = context.dossier?.events.last { $0.kind == .refused }?.words ?? ""
    }
    if entry?.item.kind == .date, let day = Day(iso: value) { value = day.typed }
    let kind: FormField.Kind = entry?.item.kind == .text ? .lines(rows: 6) : .line
    var answer = FormField(
      id: "answer", label: "Your answer", kind: kind, hint: entry?.item.why ?? "",
      required: true, value: value)
    answer.isWhole = entry?.item.isNumber == true || kind == .line && Int(value) != nil
    return Form(
      title: entry?.step.title ?? "Answer",
      fields: [FormField(id: "ask", label: "", kind: .note(entry?.item.ask ?? "")), answer])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let wizard = context.wizard,
      let entry = wizard.everything.first(where: { $0.item.id == item })
    else {
      throw FormFault(
        field: "answer", message: "This question is gone. {Press} {key.esc}; your text is kept.")
    }
    var text = values.line("answer")
    if text.isEmpty {
      throw FormFault(
        field: "answer", message: "Write an answer. To skip it, {press} {key.out}{checklist.skip}.")
    }
    if entry.item.kind == .date {
      guard let day = try values.day("answer", .nearest) else { return Change("answer saved", []) }
      text = day.description
    }
    if entry.item.isNumber {
      guard let number = try values.number("answer", entry.item.range) else {
        return Change("answer saved", [])
      }
      text = String(number)
    }
    return wizard.answer(entry, value: text, id: ids.draw(), now: context.now)
  }

  /// An answer, empty where none is given yet, and what it is copied to.
  func edited(_ context: FormContext) -> [Entity] {
    guard let wizard = context.wizard,
      let entry = wizard.everything.first(where: { $0.item.id == item })
    else { return [] }
    let response =
      entry.response
      ?? Response(
        id: ID(""), application: wizard.debrief.application, debrief: wizard.debrief.id,
        item: item, answered: wizard.debrief.started)
    var seen: [Entity] = [.response(response)]
    switch entry.item.binds {
    case .lesson: seen.append(.debrief(wizard.debrief))
    case .finalists, .picked: seen.append(.application(wizard.dossier.application))
    case .refusalWords, .acceptedWords:
      if let it = wizard.dossier.events.last(where: { $0.kind == entry.item.binds?.event }) {
        seen.append(.event(it))
      }
    case .ending: seen += wizard.dossier.interviews.map(Entity.interview)
    case .counter: seen += wizard.dossier.improvements.map(Entity.improvement)
    case .turn: seen += wizard.dossier.turns.map(Entity.turn)
    case .silence, nil: break
    }
    return seen
  }
}

extension AnswerForm {
  init?(scope: FormScope) {
    guard let item = scope.text(1) else { return nil }
    self.init(id: scope.application, item: item)
  }
}

extension FormPurpose {
  /// An answer of the checklist, in words.
  static func answer(_ id: ID, item: String) -> Self {
    Self(AnswerForm(id: id, item: item))
  }
}

extension Item {
  /// Whether its answer is a number that is typed.
  var isNumber: Bool { kind == .count || binds == .finalists }
}
